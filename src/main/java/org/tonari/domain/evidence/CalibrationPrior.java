package org.tonari.domain.evidence;

import java.util.List;
import java.util.Map;

/// What is believed of the rates before any row is seen: `profiles/priors/*.json`.
///
/// @param effects       what is fitted; a rate of the engine is the sum of the effects it takes part in
/// @param levels        the hierarchy, from everything to one machine under one build
/// @param noise         relative scatter of a single row
/// @param groupExponent rows of a group of n count `n^-groupExponent` each
/// @param floors        by the start of their names, below what rates are never taken
/// @param constants     rates in which speed is not linear: taken as they are, not fitted
public record CalibrationPrior(
        List<Effect> effects,
        List<Level> levels,
        double noise,
        double groupExponent,
        Map<String, Double> floors,
        Map<String, Double> constants) {

    /// One fitted number.
    ///
    /// @param name      of the effect
    /// @param family    effects of a family vary together from level to level
    /// @param mean      expected value
    /// @param deviation scale of its variation
    /// @param rates     the engine's rates it takes part in, each with its weight
    public record Effect(String name, String family, double mean, double deviation, Map<String, Double> rates) {
        public Effect {
            rates = Map.copyOf(rates);
        }
    }

    /// One level of the hierarchy.
    ///
    /// @param name      of the level
    /// @param keys      what rows of one node have in common (`engine`, `backend`, `class`, `tier`, `generation`,
    ///                  `chip`, `machine`, `runtime`, `build`, `source`)
    /// @param strengths by family, how far a node may depart, in deviations
    /// @param transfers whether what was fitted at this level speaks for rows not seen
    public record Level(String name, List<String> keys, Map<String, Double> strengths, boolean transfers) {
        public Level {
            keys = List.copyOf(keys);
            strengths = Map.copyOf(strengths);
        }
    }

    public CalibrationPrior {
        effects = List.copyOf(effects);
        levels = List.copyOf(levels);
        floors = Map.copyOf(floors);
        constants = Map.copyOf(constants);
    }
}
