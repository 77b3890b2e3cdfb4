package org.tonari.domain.question;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.tonari.explain.Refused;

/// What a person wants of a machine: what for, and within which limits.
///
/// @param use    id of the use case
/// @param limits the most (for [Limit#DECODE_RATE] the least) that is accepted; only what was entered
public record Wish(String use, Map<Limit, Double> limits) {
    /// What can be limited, each in its unit; above 0.
    public enum Limit {
        /// Yen for the machine.
        BUDGET_YEN,
        /// Watts under load.
        LOAD_WATTS,
        /// Litres of the case.
        VOLUME_LITRES,
        /// Kilograms.
        WEIGHT_KILOGRAMS,
        /// Decibels, A-weighted, under load.
        NOISE_DECIBELS,
        /// Tokens a second that each model should reach, in place of the use's own.
        DECODE_RATE
    }

    /// Local inference with nothing limited.
    public static final Wish DEFAULT = new Wish("local-inference", Map.of());

    public Wish {
        var checked = new EnumMap<Limit, Double>(Limit.class);
        limits.forEach((limit, value) -> {
            if (!(value > 0 && Double.isFinite(value))) {
                throw new Refused("{0} must be above 0: {1}", limit, value);
            }
            checked.put(limit, value);
        });
        limits = Map.copyOf(checked);
    }

    /// @return what is accepted at most, if anything was entered
    public Optional<Double> limit(Limit limit) {
        return Optional.ofNullable(limits.get(limit));
    }

    /// @return this for something else
    public Wish withUse(String other) {
        return new Wish(other, limits);
    }

    /// @param value the new limit; 0 lifts it
    /// @return this within another limit
    public Wish withLimit(Limit limit, double value) {
        var changed = new EnumMap<Limit, Double>(Limit.class);
        changed.putAll(limits);
        changed.remove(limit);
        if (value != 0) {
            changed.put(limit, value);
        }
        return new Wish(use, changed);
    }
}
