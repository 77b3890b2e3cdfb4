package org.tonari.evidence;

import java.util.HashMap;
import java.util.Map;
import org.tonari.domain.Measurement;
import org.tonari.domain.TensorRole;
import org.tonari.engine.memory.WeightBytes;

/// Weight formats that publishers mix themselves: no rule says which tensor got which block, only the file's size.
///
/// Such a run is reconstructed in the nearest plain format and its bytes are scaled to the published size, so that it
/// can
/// calibrate; the window never estimates in such a format.
final class PublisherMix {
    private static final Map<String, String> BASES = Map.of(
            "ud-q8_k_xl", "q8_0",
            "ud-q6_k_xl", "q6_k",
            "ud-q5_k_xl", "q5_k_m",
            "ud-q4_k_xl", "q4_k_m",
            "ud-q3_k_s", "q3_k_m",
            "q4_k", "q4_k_m");

    /// A mix stays near its base: what lies outside is another file than the row says.
    private static final double LEAST = 0.8;

    private static final double MOST = 1.9;

    private PublisherMix() {}

    /// @return the plain format nearest to a mix; the format itself where it is none
    static String base(String weights) {
        return BASES.getOrDefault(weights, weights);
    }

    /// @param features seconds by rate, for the base format
    /// @return the same for the published size
    static Map<String, Double> scaled(Map<String, Double> features, Measurement run, WeightBytes weights) {
        if (!BASES.containsKey(run.weights()) || run.publishedBytes() == 0) {
            return features;
        }
        double experts = experts(weights);
        double whole = weights.total().count();
        boolean keepsExperts = run.weights().startsWith("ud-q8") && experts > 0;
        double factor =
                keepsExperts ? (run.publishedBytes() - experts) / (whole - experts) : run.publishedBytes() / whole;
        double bounded = Math.min(MOST, Math.max(LEAST, factor));
        var scaled = new HashMap<>(features);
        scaled.replaceAll((rate, seconds) -> isScaled(rate, keepsExperts) ? seconds * bounded : seconds);
        return scaled;
    }

    private static boolean isScaled(String rate, boolean keepsExperts) {
        return rate.startsWith("resident.")
                || rate.equals("prefill.weight_read")
                || rate.startsWith("expert.") && !keepsExperts;
    }

    private static double experts(WeightBytes weights) {
        return weights.role(TensorRole.EXPERT_GATE)
                .plus(weights.role(TensorRole.EXPERT_UP))
                .plus(weights.role(TensorRole.EXPERT_DOWN))
                .count();
    }
}
