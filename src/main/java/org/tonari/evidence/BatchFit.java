package org.tonari.evidence;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonari.domain.evidence.CalibrationPrior;
import org.tonari.domain.evidence.CalibrationPrior.Effect;

/// Least squares for what further sequences cost: rates are never negative, and drawn to their prior.
///
/// Minimises `Σ w (1 − (base + Σ h θ) ÷ t)² + Σ (noise ÷ deviation · (θ − mean))²` over θ ≥ 0, with Huber weights w:
/// coordinate by coordinate, which for a problem this small and convex ends at its minimum.
final class BatchFit {
    private static final int ROUNDS = 6;
    private static final int SWEEPS = 400;

    private final CalibrationPrior prior;

    BatchFit(CalibrationPrior prior) {
        this.prior = prior;
    }

    /// A step that decodes several sequences.
    ///
    /// @param run      what ran
    /// @param seconds  measured, for one step
    /// @param base     of them, what one sequence takes at the same depth
    /// @param features seconds each rate would add if it were 1
    record Step(Reconstruction run, double seconds, double base, Map<String, Double> features) {
        /// @param rates by name
        /// @return what the step is estimated to take
        double estimated(Map<String, Double> rates) {
            double time = base;
            for (var feature : features.entrySet()) {
                time += feature.getValue() * rates.getOrDefault(feature.getKey(), 0.0);
            }
            return time;
        }
    }

    /// @return rates by name, the prior's own where there are no steps
    Map<String, Double> rates(List<Step> steps) {
        double[] rates = prior.effects().stream().mapToDouble(Effect::mean).toArray();
        double[] weights = new double[steps.size()];
        Arrays.fill(weights, 1);
        for (int round = 0; round < ROUNDS && !steps.isEmpty(); round++) {
            solve(steps, weights, rates);
            weights = Robust.weights(residuals(steps, rates));
        }
        return named(rates);
    }

    private void solve(List<Step> steps, double[] weights, double[] rates) {
        double[][] columns = columns(steps);
        double[] residuals = residuals(steps, rates);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int e = 0; e < rates.length; e++) {
                descend(e, columns[e], weights, residuals, rates);
            }
        }
    }

    private void descend(int e, double[] column, double[] weights, double[] residuals, double[] rates) {
        Effect effect = prior.effects().get(e);
        double pull = prior.noise() * prior.noise() / (effect.deviation() * effect.deviation());
        double curvature = pull;
        double slope = pull * (effect.mean() - rates[e]);
        for (int row = 0; row < column.length; row++) {
            curvature += weights[row] * column[row] * column[row];
            slope += weights[row] * column[row] * residuals[row];
        }
        double moved = Math.max(0, rates[e] + slope / curvature) - rates[e];
        rates[e] += moved;
        for (int row = 0; row < column.length; row++) {
            residuals[row] -= moved * column[row];
        }
    }

    private double[][] columns(List<Step> steps) {
        return prior.effects().stream()
                .map(effect -> steps.stream()
                        .mapToDouble(step -> step.features().getOrDefault(effect.name(), 0.0) / step.seconds())
                        .toArray())
                .toArray(double[][]::new);
    }

    private double[] residuals(List<Step> steps, double[] rates) {
        Map<String, Double> named = named(rates);
        return steps.stream()
                .mapToDouble(step -> 1 - step.estimated(named) / step.seconds())
                .toArray();
    }

    private Map<String, Double> named(double[] rates) {
        var named = new HashMap<String, Double>();
        for (int e = 0; e < rates.length; e++) {
            named.put(prior.effects().get(e).name(), rates[e]);
        }
        return named;
    }
}
