package org.tonari.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.tonari.domain.Measurement;
import org.tonari.domain.Speed.Evidence;

/// Estimates every row from the others: the honest errors behind intervals and accuracy.
final class CrossValidation {
    private final Dataset data;
    private final HierarchicalRidge ridge;

    CrossValidation(Dataset data) {
        this.data = data;
        this.ridge = data.calibrator().ridge(data.observations());
    }

    /// @return a residual for each row, fitted without the rows the protocol keeps back with it
    List<Residual> residuals(Protocol protocol) {
        var folds = new LinkedHashMap<String, List<Integer>>();
        for (int row = 0; row < data.size(); row++) {
            folds.computeIfAbsent(protocol.fold(data.runs().get(row)), _ -> new ArrayList<>())
                    .add(row);
        }
        var residuals = new Residual[data.size()];
        for (var fold : folds.entrySet()) {
            int[] fitted = fitted(protocol, fold.getKey());
            if (fitted.length > 0) {
                HierarchicalRidge.Fit fit = ridge.fit(fitted);
                fold.getValue().forEach(row -> residuals[row] = residual(row, fit, fitted));
            }
        }
        return IntStream.range(0, data.size())
                .mapToObj(row -> residuals[row])
                .filter(Objects::nonNull)
                .toList();
    }

    private int[] fitted(Protocol protocol, String keptBack) {
        return IntStream.range(0, data.size())
                .filter(row -> protocol == Protocol.IN_SAMPLE
                        || !protocol.fold(data.runs().get(row)).equals(keptBack))
                .toArray();
    }

    private Residual residual(int row, HierarchicalRidge.Fit fit, int[] fitted) {
        Observation observation = data.observations().get(row);
        double estimated = data.calibrator().seconds(fit.effects(observation.traits()), observation);
        double time = estimated / observation.seconds();
        Measurement own = run(row);
        int near = 0;
        boolean sameModel = false;
        boolean sameClass = false;
        for (int other : fitted) {
            Measurement run = run(other);
            sameClass |= likeness(other).equals(likeness(row));
            if (run.machine().equals(own.machine()) && run.runtime().equals(own.runtime())) {
                near++;
                sameModel |= run.model().equals(own.model()) && other != row;
            }
        }
        return new Residual(data.runs().get(row), 1 / time, tier(near, sameModel, sameClass), near);
    }

    private static Evidence tier(int near, boolean sameModel, boolean sameClass) {
        if (near > 0 && sameModel) {
            return Evidence.A;
        }
        if (near > 1) {
            return Evidence.B;
        }
        if (near == 1) {
            return Evidence.C;
        }
        return sameClass ? Evidence.D : Evidence.E;
    }

    private String likeness(int row) {
        var traits = data.runs().get(row).traits();
        return traits.get("class") + "|" + traits.get("engine");
    }

    private Measurement run(int row) {
        return data.runs().get(row).measurement();
    }
}
