package org.tonari.evidence;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ojalgo.matrix.decomposition.Cholesky;
import org.ojalgo.matrix.decomposition.LU;
import org.ojalgo.matrix.store.R064Store;
import org.tonari.domain.evidence.CalibrationPrior;
import org.tonari.domain.evidence.CalibrationPrior.Effect;
import org.tonari.domain.evidence.CalibrationPrior.Level;

/// Ridge regression over a hierarchy: each effect is a mean plus one departure for every node above a row.
///
/// Rows are divided by their measured time, so that relative errors count; departures are held small by the prior; rows
/// that lie far off lose weight (Huber). Solved in its dual form, one unknown for each row, by Cholesky decomposition.
final class HierarchicalRidge {
    private static final int ROUNDS = 8;
    private static final int FEW_ROUNDS = 2;

    /// No estimate is taken to be more than twenty times too fast.
    private static final double LEAST_TIME = 0.05;

    private final CalibrationPrior prior;
    private final List<Observation> rows;
    private final double[][] design;
    private final double[][] kernel;
    private final double[] target;
    private final double[] groupWeight;
    private double[] settled = {};

    HierarchicalRidge(CalibrationPrior prior, List<Observation> rows) {
        this.prior = prior;
        this.rows = List.copyOf(rows);
        this.design = rows.stream().map(row -> scaled(prior, row)).toArray(double[][]::new);
        this.kernel = kernel();
        this.target = target();
        this.groupWeight = groupWeights();
    }

    /// @param fitted indices of the rows to fit on
    /// @return the fit
    Fit fit(int[] fitted) {
        double[] start = new double[fitted.length];
        Arrays.fill(start, 1);
        return new Fit(fitted, solve(fitted, weights(fitted, start, ROUNDS - 1)));
    }

    /// @param fitted indices of the rows to fit on, few of them missing
    /// @return the fit, its weights settled from those of the fit on all rows: three times as fast as from nothing
    Fit refit(int[] fitted) {
        double[] start =
                Arrays.stream(fitted).mapToDouble(row -> settled()[row]).toArray();
        return new Fit(fitted, solve(fitted, weights(fitted, start, FEW_ROUNDS)));
    }

    private double[] settled() {
        if (settled.length == 0) {
            double[] start = new double[rows.size()];
            Arrays.fill(start, 1);
            settled = weights(IntStream.range(0, rows.size()).toArray(), start, ROUNDS);
        }
        return settled;
    }

    private double[] weights(int[] fitted, double[] start, int rounds) {
        double[] weight = start;
        for (int round = 0; round < rounds; round++) {
            weight = Robust.weights(residuals(fitted, solve(fitted, weight)));
        }
        return weight;
    }

    /// Estimates each row from all others, without fitting again: rows keep the weights of the whole fit.
    ///
    /// The residual without row i is `α_i ÷ (K + Σ)⁻¹_ii`, α the dual solution.
    ///
    /// @return the estimated over the measured speed of each row
    double[] leaveOneOut() {
        int[] all = IntStream.range(0, rows.size()).toArray();
        double[] weight = settled();
        R064Store inverse = R064Store.FACTORY.make(all.length, all.length);
        var decomposition = LU.R064.make(all.length, all.length);
        decomposition.decompose(system(all, weight));
        inverse.fillMatching(decomposition.getInverse());
        double[] dual = solve(all, weight);
        return IntStream.range(0, all.length)
                .mapToDouble(row -> 1 / Math.max(LEAST_TIME, 1 - dual[row] / inverse.doubleValue(row, row)))
                .toArray();
    }

    /// Departures of every node, ready to be added up for a row or a machine.
    final class Fit {
        private final Map<String, double[]> departures = new HashMap<>();

        private Fit(int[] fitted, double[] dual) {
            for (int i = 0; i < fitted.length; i++) {
                Observation row = rows.get(fitted[i]);
                for (Level level : prior.levels()) {
                    if (level.transfers()) {
                        add(level, row, design[fitted[i]], dual[i]);
                    }
                }
            }
        }

        private void add(Level level, Observation row, double[] features, double dual) {
            double[] sum = departures.computeIfAbsent(
                    node(level, row.traits()), _ -> new double[prior.effects().size()]);
            for (int e = 0; e < sum.length; e++) {
                Effect effect = prior.effects().get(e);
                double strength = level.strengths().getOrDefault(effect.family(), 0.0);
                double scale = strength * effect.deviation();
                sum[e] += scale * scale * features[e] * dual;
            }
        }

        /// @param traits of a row or a machine
        /// @return each effect's value there
        double[] effects(Map<String, String> traits) {
            double[] values = prior.effects().stream().mapToDouble(Effect::mean).toArray();
            for (Level level : prior.levels()) {
                double[] departure = departures.get(node(level, traits));
                if (departure != null) {
                    for (int e = 0; e < values.length; e++) {
                        values[e] += departure[e];
                    }
                }
            }
            return values;
        }
    }

    private static String node(Level level, Map<String, String> traits) {
        var name = new StringBuilder(level.name());
        level.keys().forEach(key -> name.append('|').append(traits.getOrDefault(key, "")));
        return name.toString();
    }

    private static double[] scaled(CalibrationPrior prior, Observation row) {
        return prior.effects().stream()
                .mapToDouble(effect -> effect.rates().entrySet().stream()
                                .mapToDouble(
                                        rate -> rate.getValue() * row.features().getOrDefault(rate.getKey(), 0.0))
                                .sum()
                        / row.seconds())
                .toArray();
    }

    private double[][] kernel() {
        int n = rows.size();
        String[][] nodes = new String[n][prior.levels().size()];
        for (int i = 0; i < n; i++) {
            for (int l = 0; l < prior.levels().size(); l++) {
                nodes[i][l] = node(prior.levels().get(l), rows.get(i).traits()).intern();
            }
        }
        double[][] result = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                result[i][j] = likeness(i, j, nodes);
                result[j][i] = result[i][j];
            }
        }
        return result;
    }

    private double likeness(int left, int right, String[][] nodes) {
        double sum = 0;
        for (int l = 0; l < prior.levels().size(); l++) {
            if (!nodes[left][l].equals(nodes[right][l])) {
                continue;
            }
            Level level = prior.levels().get(l);
            for (int e = 0; e < prior.effects().size(); e++) {
                Effect effect = prior.effects().get(e);
                double scale = level.strengths().getOrDefault(effect.family(), 0.0) * effect.deviation();
                sum += scale * scale * design[left][e] * design[right][e];
            }
        }
        return sum;
    }

    private double[] target() {
        double[] result = new double[rows.size()];
        for (int i = 0; i < result.length; i++) {
            double expected = 0;
            for (int e = 0; e < prior.effects().size(); e++) {
                expected += prior.effects().get(e).mean() * design[i][e];
            }
            result[i] = 1 - expected;
        }
        return result;
    }

    private double[] groupWeights() {
        var sizes = new HashMap<String, Integer>();
        rows.forEach(row -> sizes.merge(row.group(), 1, Integer::sum));
        return rows.stream()
                .mapToDouble(row -> Math.pow(sizes.getOrDefault(row.group(), 1), -prior.groupExponent()))
                .toArray();
    }

    private double[] solve(int[] fitted, double[] weight) {
        int n = fitted.length;
        R064Store right = R064Store.FACTORY.make(n, 1);
        for (int i = 0; i < n; i++) {
            right.set(i, 0, target[fitted[i]]);
        }
        var cholesky = Cholesky.R064.make(n, n);
        if (!cholesky.decompose(system(fitted, weight))) {
            throw new IllegalStateException("the rows' covariance is not positive definite");
        }
        return cholesky.getSolution(right).toRawCopy1D();
    }

    /// @return likeness of the rows, with each row's own noise on the diagonal
    private R064Store system(int[] fitted, double[] weight) {
        int n = fitted.length;
        R064Store system = R064Store.FACTORY.make(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                system.set(i, j, kernel[fitted[i]][fitted[j]]);
            }
            double noise = prior.noise() * prior.noise() / (groupWeight[fitted[i]] * weight[i]);
            system.set(i, i, kernel[fitted[i]][fitted[i]] + noise);
        }
        return system;
    }

    private double[] residuals(int[] fitted, double[] dual) {
        double[] result = new double[fitted.length];
        for (int i = 0; i < fitted.length; i++) {
            double explained = 0;
            for (int j = 0; j < fitted.length; j++) {
                explained += kernel[fitted[i]][fitted[j]] * dual[j];
            }
            result[i] = target[fitted[i]] - explained;
        }
        return result;
    }
}
