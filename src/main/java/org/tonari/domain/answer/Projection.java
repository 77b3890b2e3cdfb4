package org.tonari.domain.answer;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.explain.Answer;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;

/// The engine's answer to a [Question]: memory machine by machine, a verdict, and figures.
///
/// @param loads    what stands in each memory; one for each machine where they differ
/// @param verdict  whether it fits
/// @param figures  speeds, times and counts
/// @param evidence how near the evidence lies
/// @param remarks  what should be said beside the figures
public record Projection(
        List<Load> loads, Verdict verdict, List<Figure> figures, Speed.Evidence evidence, List<Remark> remarks) {

    /// A part of a memory, in the order they are drawn from the bottom.
    public enum Part {
        RUNTIME,
        WEIGHTS,
        KV_CACHE,
        STATE,
        ADAPTERS,
        GRADIENTS,
        OPTIMISER,
        ACTIVATIONS,
        OTHER
    }

    /// @param part what it is
    /// @param size how much
    public record Item(Part part, Answer size) {}

    /// One memory and what stands in it.
    ///
    /// @param machine    which machine, from 1
    /// @param pool       which of its memories
    /// @param capacity   what the system sees
    /// @param osOverhead what the system itself uses
    /// @param usable     what models may take
    /// @param keptFree   what should stay free or may not be taken
    /// @param items      each part at most once, in the order of [Part]
    public record Load(
            int machine,
            MemoryPool.Kind pool,
            Answer capacity,
            Answer osOverhead,
            Answer usable,
            Answer keptFree,
            List<Item> items) {
        public Load {
            items = List.copyOf(items);
        }

        /// @return all known parts together
        public Bytes required() {
            return items.stream()
                    .flatMap(item -> item.size().optional().stream())
                    .map(Term::bytes)
                    .reduce(Bytes.ZERO, Bytes::plus);
        }

        /// @return a part, nothing where it does not stand here
        public Optional<Answer> item(Part part) {
            return items.stream()
                    .filter(item -> item.part() == part)
                    .map(Item::size)
                    .findFirst();
        }
    }

    /// What a figure says.
    public enum Measure {
        DECODE,
        AGGREGATE,
        PREFILL,
        FIRST_TOKEN,
        /// Decoding speed against one machine by itself.
        GAIN,
        MACHINES_NEEDED,
        TRAINED_WEIGHTS,
        STEP_WORK,
        STEP_TIME,
        TRAINING_RATE,
        MAKING_TIME
    }

    /// @param measure what it says
    /// @param owner   which model it is about; empty where there is one only
    /// @param value   the figure with its 80 % interval, or what is missing
    public record Figure(Measure measure, String owner, Speed.Prediction value) {
        public Figure {
            Objects.requireNonNull(measure);
            Objects.requireNonNull(value);
        }
    }

    /// What should be said beside the figures.
    public enum Remark {
        /// Models that run at once share the bandwidth; each rate is what remains to it then.
        BANDWIDTH_SHARED,
        /// A pipeline adds memory; one answer comes no faster.
        PIPELINE_ADDS_MEMORY,
        /// A mixture of experts reads little for each token, so exchanges weigh much.
        EXPERTS_GAIN_LITTLE,
        /// llama.cpp and Ollama share out whole layers only.
        RUNTIME_SPLITS_LAYERS,
        /// Machine and link do not go together.
        NO_PORT,
        /// Off-loading frees nothing where processor and accelerator share one memory.
        OFFLOADING_FREES_NOTHING,
        /// Each run needs the parts copied over the card's bus, which is not counted.
        OFFLOADING_COSTS_TIME,
        /// Sizes of some parts are not published and not counted.
        PARTS_NOT_PUBLISHED,
        /// Only 4-bit weights leave room.
        ONLY_QLORA
    }

    public Projection {
        loads = List.copyOf(loads);
        figures = List.copyOf(figures);
        remarks = List.copyOf(remarks);
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(evidence);
        if (loads.isEmpty()) {
            throw new IllegalArgumentException("a projection needs a memory");
        }
    }

    /// @return the memory with the most in it
    public Load fullest() {
        Load most = loads.getFirst();
        for (Load load : loads) {
            if (load.required().compareTo(most.required()) > 0) {
                most = load;
            }
        }
        return most;
    }

    /// @return the first figure of a kind, if it could be told
    public Optional<Speed.Estimated> figure(Measure measure) {
        return figures.stream()
                .filter(figure -> figure.measure() == measure)
                .map(Figure::value)
                .filter(Speed.Estimated.class::isInstance)
                .map(Speed.Estimated.class::cast)
                .findFirst();
    }
}
