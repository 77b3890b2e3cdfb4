package org.tonari.evidence;

import java.util.Map;

/// A measured time with what the engine says it is made of.
///
/// @param group    rows of one group share their weight
/// @param traits   what places it in the hierarchy, by key
/// @param seconds  measured
/// @param features seconds each rate would take if it were 1, by the rate's name
public record Observation(String group, Map<String, String> traits, double seconds, Map<String, Double> features) {
    public Observation {
        traits = Map.copyOf(traits);
        features = Map.copyOf(features);
        if (!(seconds > 0)) {
            throw new IllegalArgumentException("a measured time is positive: " + seconds);
        }
    }
}
