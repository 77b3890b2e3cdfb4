package org.tonari.domain.question;

import java.util.List;
import java.util.Objects;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.NetworkLink;
import org.tonari.domain.model.DiffusionJob;
import org.tonari.domain.model.DiffusionModel;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.scenario.Scenario;

/// A question beyond one model on one machine, with everything it names resolved.
public sealed interface Question {

    /// @return the machine it is about
    Machine machine();

    /// Several models in one memory.
    ///
    /// @param scenarios one for each model, all on one machine
    record Together(List<Scenario> scenarios) implements Question {
        public Together {
            scenarios = List.copyOf(scenarios);
            if (scenarios.isEmpty()) {
                throw new IllegalArgumentException("a set of models needs one");
            }
        }

        @Override
        public Machine machine() {
            return scenarios.getFirst().machine();
        }
    }

    /// One model on several machines.
    ///
    /// @param scenario what is run; its machine is each of them
    /// @param linking  how they work together
    /// @param link     what ties them
    record Linked(Scenario scenario, Linking linking, NetworkLink link) implements Question {
        public Linked {
            Objects.requireNonNull(scenario);
            Objects.requireNonNull(link);
        }

        @Override
        public Machine machine() {
            return scenario.machine();
        }
    }

    /// A model to be trained further.
    ///
    /// @param machine where
    /// @param subject what
    /// @param plan    how
    record Training(Machine machine, Subject subject, TrainingPlan plan) implements Question {
        /// What can be trained.
        public sealed interface Subject {
            /// @param model a language model
            record Language(LanguageModel model) implements Subject {}

            /// @param model a model that makes pictures or clips
            record Diffusion(DiffusionModel model) implements Subject {}
        }
    }

    /// A picture or a clip.
    ///
    /// @param machine where
    /// @param model   by which model
    /// @param job     what
    record Generation(Machine machine, DiffusionModel model, DiffusionJob job) implements Question {}
}
