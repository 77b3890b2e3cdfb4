package org.tonari.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.tonari.domain.Measurement;

/// Whether estimates put machines in the order that measurements do.
final class Ranking {
    /// Depths up to here count as an empty context; above, each doubling is a case of its own.
    private static final double EMPTY = 1_500;

    private Ranking() {}

    /// @return Kendall's τ over all pairs of machines that ran the same case; empty where no two did
    static OptionalDouble ofMachines(List<Residual> residuals) {
        int same = 0;
        int opposite = 0;
        for (List<Residual> rows : residuals.stream()
                .collect(Collectors.groupingBy(Ranking::caseOf))
                .values()) {
            List<double[]> machines = machines(rows);
            for (int i = 0; i < machines.size(); i++) {
                for (int j = 0; j < i; j++) {
                    double sign = Math.signum(machines.get(i)[0] - machines.get(j)[0])
                            * Math.signum(machines.get(i)[1] - machines.get(j)[1]);
                    same += sign > 0 ? 1 : 0;
                    opposite += sign < 0 ? 1 : 0;
                }
            }
        }
        return same + opposite == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) (same - opposite) / (same + opposite));
    }

    /// @return for each machine the median measured and the median estimated speed
    private static List<double[]> machines(List<Residual> rows) {
        var pairs = new ArrayList<double[]>();
        rows.stream()
                .collect(Collectors.groupingBy(row -> row.run().measurement().machine()))
                .values()
                .forEach(own -> pairs.add(new double[] {
                    Statistics.median(
                            own.stream().mapToDouble(Ranking::measured).toArray()),
                    Statistics.median(own.stream()
                            .mapToDouble(row -> measured(row) * row.ratio())
                            .toArray())
                }));
        return pairs;
    }

    private static double measured(Residual row) {
        Measurement run = row.run().measurement();
        return run.decode() > 0 ? run.decode() : run.prefill();
    }

    private static String caseOf(Residual row) {
        Measurement run = row.run().measurement();
        long depth = run.depth() <= EMPTY ? 0 : Math.round(Math.log(run.depth()) / Math.log(2));
        return String.join("|", run.runtime(), run.model(), run.weights(), Long.toString(depth));
    }
}
