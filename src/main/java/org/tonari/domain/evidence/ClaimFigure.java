package org.tonari.domain.evidence;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tonari.explain.Operation;
import org.tonari.explain.Refused;
import org.tonari.explain.Source;
import org.tonari.units.Quantity;
import org.tonari.units.Unit;

/// A number that a claim is checked with: stated by somebody, read in a profile, or computed.
public sealed interface ClaimFigure {

    /// A number that somebody states: the article itself, or another source.
    ///
    /// @param id     what it is, in snake case
    /// @param value  the number
    /// @param source who states it
    record Stated(String id, Quantity value, Source source) implements ClaimFigure {
        public Stated {
            Objects.requireNonNull(value);
            Objects.requireNonNull(source);
        }
    }

    /// A figure of a machine's profile.
    ///
    /// @param machine the machine's id
    /// @param path    such as `memory.unified.bandwidth`, `processor.dense_peak.fp4`, `power.load`,
    ///                `links.nic.bandwidth`, `price.USD.first` or `price.USD.newest`
    record OfMachine(String machine, String path) implements ClaimFigure {}

    /// The weights of a model, or how many there are.
    ///
    /// @param model   the model's id
    /// @param weights id of the format they are stored in
    /// @param measure what of them
    record OfModel(String model, String weights, Measure measure) implements ClaimFigure {
        /// What of a model's weights.
        public enum Measure {
            PARAMETERS,
            WEIGHT_BYTES
        }
    }

    /// Bits that a weight takes where a format packs most densely, scales included.
    ///
    /// @param weights id of the format
    record OfFormat(String weights) implements ClaimFigure {}

    /// A quantity of an estimate.
    ///
    /// @param words    the scenario, in the words of a saved one
    /// @param quantity which one
    record OfScenario(Map<String, String> words, EstimateQuantity quantity) implements ClaimFigure {
        /// The quantities a claim can ask for.
        public enum EstimateQuantity {
            USABLE_BYTES,
            REQUIRED_BYTES,
            RESERVED_BYTES,
            DECODE_TOKENS_PER_SECOND,
            PREFILL_TOKENS_PER_SECOND
        }

        public OfScenario {
            words = Map.copyOf(words);
        }
    }

    /// A number computed from others.
    ///
    /// @param id        what it is, in snake case
    /// @param unit      what the result is counted in
    /// @param operation how
    /// @param parts     from what, at least one
    record Reckoned(String id, Unit unit, Operation operation, List<ClaimFigure> parts) implements ClaimFigure {
        public Reckoned {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new Refused("{0} is computed from at least one figure", id);
            }
        }
    }
}
