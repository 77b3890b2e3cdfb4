package org.tonari.domain.answer;

import java.util.List;
import java.util.Optional;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Count;

/// What a scenario takes of a machine's memory, part by part and pool by pool.
///
/// @param pools        one for unified or host memory, VRAM before host where there are two
/// @param required     all parts of the pools in use, without the system; where a part is unknown, the sum of the
/// others
/// @param requiredLow  the lower end of what they may come to
/// @param requiredHigh the upper end
/// @param reserved     what a runtime takes that allocates in advance, at least the required
/// @param placement    which layers went to host memory
/// @param served       how many sequences it is for
public record MemoryStack(
        List<PoolStack> pools,
        Term required,
        Bytes requiredLow,
        Bytes requiredHigh,
        Term reserved,
        Placement placement,
        Served served) {

    /// How many of the sequences that were asked for have their cache in a stack.
    ///
    /// A runtime that hands out blocks of a pool starts whatever is asked for: what finds no room waits its turn.
    ///
    /// @param atOnce  sequences with a full context each
    /// @param asked   sequences that were asked for, at least as many
    /// @param waiting what the caches of those that wait would take
    public record Served(Term atOnce, int asked, Bytes waiting) {
        /// @return all that were asked for
        public static Served all(int sequences) {
            Source choice = Source.of(Source.Kind.CHOICE, "the scenario");
            return new Served(Term.given("concurrency", new Count(sequences), choice), sequences, Bytes.ZERO);
        }

        /// @return sequences at once
        public int sequences() {
            return (int) atOnce.value().magnitude();
        }

        /// @return whether none waits
        public boolean isAll() {
            return sequences() == asked;
        }
    }

    /// Which layers of a model went to host memory, counted from the first.
    ///
    /// @param hostExpertLayers layers whose experts alone did
    /// @param hostLayers       layers that did as a whole
    public record Placement(int hostExpertLayers, int hostLayers) {
        /// Nothing beyond the input embedding.
        public static final Placement NONE = new Placement(0, 0);

        /// @return whether any layer went there
        public boolean isSplit() {
            return hostExpertLayers > 0 || hostLayers > 0;
        }
    }

    /// A part of a stack, in the order they are drawn from the bottom.
    public enum Part {
        RUNTIME,
        WEIGHTS,
        KV_CACHE,
        RECURRENT_STATE,
        ACTIVATIONS,
        OTHER
    }

    /// @param part what it is
    /// @param size how much
    public record Slice(Part part, Answer size) {}

    /// One memory and what stands in it.
    ///
    /// @param kind       which memory
    /// @param capacity   what the system sees; absent facts make the verdict unknown
    /// @param osOverhead what the system itself uses
    /// @param usable     what models may take
    /// @param usableLow  the same at the upper end of what the system may use
    /// @param keptFree   what should stay free or may not be taken
    /// @param slices     each part once, in the order of [Part]
    public record PoolStack(
            MemoryPool.Kind kind,
            Answer capacity,
            Answer osOverhead,
            Answer usable,
            Bytes usableLow,
            Answer keptFree,
            List<Slice> slices) {
        public PoolStack {
            slices = List.copyOf(slices);
        }

        /// @return the size of a part, nothing where it is unknown
        public Bytes size(Part part) {
            Bytes size = Bytes.ZERO;
            for (Slice slice : slices) {
                if (slice.part() == part && slice.size() instanceof Answer.Known(Term term)) {
                    size = size.plus(term.bytes());
                }
            }
            return size;
        }

        /// @return all known parts together
        public Bytes required() {
            Bytes required = Bytes.ZERO;
            for (Slice slice : slices) {
                if (slice.size() instanceof Answer.Known(Term term)) {
                    required = required.plus(term.bytes());
                }
            }
            return required;
        }
    }

    public MemoryStack {
        pools = List.copyOf(pools);
    }

    /// @return the pools a verdict speaks of: the first, and the host's too once layers went there
    public List<PoolStack> inUse() {
        return placement.isSplit() ? pools : pools.subList(0, 1);
    }

    /// @return the size of a part over the pools in use, nothing where it is unknown
    public Bytes size(Part part) {
        Bytes size = Bytes.ZERO;
        for (PoolStack pool : inUse()) {
            size = size.plus(pool.size(part));
        }
        return size;
    }

    /// @return this with other contents, for fewer sequences
    public MemoryStack serving(Served fewer, List<PoolStack> contents, Term needed, Term taken) {
        Bytes below = required.bytes().minusOrZero(requiredLow);
        Bytes above = requiredHigh.minusOrZero(required.bytes());
        return new MemoryStack(
                contents,
                needed,
                needed.bytes().minusOrZero(below),
                needed.bytes().plus(above),
                taken,
                placement,
                fewer);
    }

    /// @return the first fact that keeps the stack from being complete
    public Optional<MissingFact> missing() {
        for (PoolStack pool : pools) {
            for (Answer answer : List.of(pool.capacity(), pool.osOverhead(), pool.usable())) {
                if (answer instanceof Answer.Unknown(MissingFact fact)) {
                    return Optional.of(fact);
                }
            }
            for (Slice slice : pool.slices()) {
                if (slice.size() instanceof Answer.Unknown(MissingFact fact)) {
                    return Optional.of(fact);
                }
            }
        }
        return Optional.empty();
    }
}
