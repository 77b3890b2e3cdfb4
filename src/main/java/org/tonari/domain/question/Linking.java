package org.tonari.domain.question;

import java.util.Objects;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.explain.Phrase;
import org.tonari.explain.Refused;

/// How machines of one kind work on one model together. Immutable.
///
/// @param machines    how many, 1 to 8
/// @param link        id of the [NetworkLink] between them
/// @param parallelism how the model is shared out
public record Linking(int machines, String link, Parallelism parallelism) {
    /// The most machines that can be linked.
    public static final int MOST_MACHINES = 8;

    /// The link taken where a person named none: the fastest that the machine has a port for.
    public static final String AUTOMATIC = "auto";

    /// One machine by itself.
    public static final Linking ALONE = new Linking(1, AUTOMATIC, Parallelism.PIPELINE);

    /// Two machines over their fastest link.
    public static final Linking DEFAULT = new Linking(2, AUTOMATIC, Parallelism.TENSOR);

    /// How a model is shared out.
    public enum Parallelism {
        /// Each machine holds some of the layers; a token passes through all machines in turn.
        PIPELINE,
        /// Each machine holds a share of every layer; the shares are added up twice a layer.
        TENSOR;

        /// @return how a runtime shares a model out where nobody says otherwise: llama.cpp and Ollama by layers, the
        ///         others by shares of each layer
        public static Parallelism usual(InferenceRuntime runtime) {
            return switch (runtime.allocation()) {
                case InferenceRuntime.Allocation.Cells _, InferenceRuntime.Allocation.OllamaSlots _ -> PIPELINE;
                case InferenceRuntime.Allocation.PagedShareOfTotal _,
                        InferenceRuntime.Allocation.StaticShare _,
                        InferenceRuntime.Allocation.PagedShareOfFree _,
                        InferenceRuntime.Allocation.GrowingSteps _ -> TENSOR;
            };
        }
    }

    public Linking {
        Objects.requireNonNull(parallelism);
        if (machines < 1 || machines > MOST_MACHINES) {
            throw new Refused(
                    "{0} must lie between 1 and {1}: {2}", Phrase.of("linked machines"), MOST_MACHINES, machines);
        }
        if (link.isBlank()) {
            throw new IllegalArgumentException("linked machines need a link");
        }
    }

    /// @return this with another number of machines
    public Linking withMachines(int other) {
        return new Linking(other, link, parallelism);
    }

    /// @return this over another link
    public Linking withLink(String other) {
        return new Linking(machines, other, parallelism);
    }

    /// @return this shared out otherwise
    public Linking withParallelism(Parallelism other) {
        return new Linking(machines, link, other);
    }
}
