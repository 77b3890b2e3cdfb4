package org.tonari.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.tonari.domain.evidence.Measurement;

/// Whether estimates put machines in the order that measurements do.
///
/// A case is a model in a format under a runtime, at about the same depth: up to 1 500 tokens, then each doubling.
final class Ranking {
    private static final double EMPTY = 1_500;
    private static final int RESAMPLES = 1_000;
    private static final double TAIL = 0.025;

    /// The same resamples every time: the interval is a figure, not a draw.
    private static final long SEED = 20261121;

    private Ranking() {}

    /// Pairs of one case that estimates order as measured, and otherwise.
    private record Pairs(int same, int opposite) {
        Pairs plus(Pairs other) {
            return new Pairs(same + other.same, opposite + other.opposite);
        }

        int count() {
            return same + opposite;
        }

        double tau() {
            return (double) (same - opposite) / count();
        }
    }

    /// @return τ with its bootstrap interval; empty where no two machines ran the same case
    static Optional<Tau> ofMachines(List<Residual> residuals) {
        List<Pairs> cases = residuals.stream().collect(Collectors.groupingBy(Ranking::caseOf)).values().stream()
                .map(Ranking::pairs)
                .filter(pairs -> pairs.count() > 0)
                .toList();
        return cases.isEmpty() ? Optional.empty() : Optional.of(tau(cases));
    }

    private static Tau tau(List<Pairs> cases) {
        Pairs all = cases.stream().reduce(new Pairs(0, 0), Pairs::plus);
        var random = new Random(SEED);
        double[] resampled = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            resampled[i] = random.ints(cases.size(), 0, cases.size())
                    .mapToObj(cases::get)
                    .reduce(new Pairs(0, 0), Pairs::plus)
                    .tau();
        }
        return new Tau(
                all.tau(), Statistics.quantile(TAIL, resampled), Statistics.quantile(1 - TAIL, resampled), all.count());
    }

    private static Pairs pairs(List<Residual> rows) {
        int same = 0;
        int opposite = 0;
        List<double[]> machines = machines(rows);
        for (int i = 0; i < machines.size(); i++) {
            for (int j = 0; j < i; j++) {
                double measured = machines.get(i)[0] - machines.get(j)[0];
                double estimated = machines.get(i)[1] - machines.get(j)[1];
                same += measured * estimated > 0 ? 1 : 0;
                opposite += measured != 0 && measured * estimated <= 0 ? 1 : 0;
            }
        }
        return new Pairs(same, opposite);
    }

    /// @return for each machine the median measured and the median estimated speed
    private static List<double[]> machines(List<Residual> rows) {
        var pairs = new ArrayList<double[]>();
        rows.stream()
                .collect(Collectors.groupingBy(row -> row.run().measurement().machine()))
                .values()
                .forEach(own -> pairs.add(new double[] {
                    Statistics.median(
                            own.stream().mapToDouble(Residual::measured).toArray()),
                    Statistics.median(
                            own.stream().mapToDouble(Residual::estimated).toArray())
                }));
        return pairs;
    }

    private static String caseOf(Residual row) {
        Measurement run = row.run().measurement();
        long depth = run.depth() <= EMPTY ? 0 : Math.round(Math.log(run.depth() / EMPTY) / Math.log(2));
        return String.join("|", run.runtime(), run.model(), run.weights(), Long.toString(depth));
    }
}
