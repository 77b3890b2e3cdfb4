package org.tonari.engine.advice;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.question.CostAssumptions;
import org.tonari.domain.question.Question;
import org.tonari.domain.question.UseCase;
import org.tonari.domain.question.Wish;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.scenario.Scenario;

/// A wish, ready to be answered.
///
/// @param use         what for
/// @param wish        within which limits
/// @param runs        the use's models, each as a scenario on any machine, in the order of the use
/// @param columns     what single machines run in place of those, by the machine's id
/// @param job         the use's job on any machine, if it has one
/// @param runtime     whose margin counts where a use has no run
/// @param machines    which machines to judge
/// @param assumptions what costs rest on
public record Inquiry(
        UseCase use,
        Wish wish,
        List<Scenario> runs,
        Map<String, List<Scenario>> columns,
        Optional<Question> job,
        InferenceRuntime runtime,
        List<Machine> machines,
        CostAssumptions assumptions) {
    public Inquiry {
        Objects.requireNonNull(use);
        Objects.requireNonNull(wish);
        runs = List.copyOf(runs);
        columns = Map.copyOf(columns);
        machines = List.copyOf(machines);
        Objects.requireNonNull(assumptions);
        requireAllRuns(use, runs);
        columns.values().forEach(own -> requireAllRuns(use, own));
    }

    private static void requireAllRuns(UseCase use, List<Scenario> runs) {
        if (runs.size() != use.runs().size()) {
            throw new IllegalArgumentException(use.id() + " has " + use.runs().size() + " runs, not " + runs.size());
        }
    }

    /// A wish under which every machine runs the same.
    public Inquiry(
            UseCase use,
            Wish wish,
            List<Scenario> runs,
            Optional<Question> job,
            InferenceRuntime runtime,
            List<Machine> machines,
            CostAssumptions assumptions) {
        this(use, wish, runs, Map.of(), job, runtime, machines, assumptions);
    }

    /// @return what a machine runs
    List<Scenario> runsOn(Machine machine) {
        return columns.getOrDefault(machine.id(), runs).stream()
                .map(run -> run.withMachine(machine))
                .toList();
    }

    /// @return the job on a machine, if there is one
    Optional<Question> jobOn(Machine machine) {
        return job.map(asked -> switch (asked) {
            case Question.Generation(Machine _, var model, var wanted) ->
                new Question.Generation(machine, model, wanted);
            case Question.Training(Machine _, var subject, var plan) -> new Question.Training(machine, subject, plan);
            case Question.Together _, Question.Linked _ ->
                throw new IllegalArgumentException("a job makes or trains something");
        });
    }
}
