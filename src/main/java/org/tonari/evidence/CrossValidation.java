package org.tonari.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tonari.domain.answer.Speed.Evidence;
import org.tonari.domain.evidence.Measurement;

/// Estimates every row from the others: the honest errors behind intervals and accuracy.
final class CrossValidation {
    private final Dataset data;
    private final HierarchicalRidge ridge;

    CrossValidation(Dataset data) {
        this.data = data;
        this.ridge = data.calibrator().ridge(data.observations());
    }

    /// @return how many fits the protocol takes
    int folds(Protocol protocol) {
        return (int) data.runs().stream().map(protocol::fold).distinct().count();
    }

    /// @return a residual for each row in their order, fitted without the rows the protocol keeps back with it
    List<Residual> residuals(Protocol protocol, Runnable afterFold) {
        var folds = new LinkedHashMap<String, List<Integer>>();
        for (int row = 0; row < data.size(); row++) {
            folds.computeIfAbsent(protocol.fold(data.runs().get(row)), _ -> new ArrayList<>())
                    .add(row);
        }
        var residuals = new TreeMap<Integer, Residual>();
        for (Map.Entry<String, List<Integer>> fold : folds.entrySet()) {
            int[] fitted = fitted(protocol, fold.getKey());
            HierarchicalRidge.Fit fit = protocol == Protocol.IN_SAMPLE ? ridge.fit(fitted) : ridge.refit(fitted);
            fold.getValue().forEach(row -> residuals.put(row, residual(row, fit, fitted)));
            afterFold.run();
        }
        return List.copyOf(residuals.values());
    }

    /// @return a residual for each row in their order, fitted without that row alone
    List<Residual> rowsOut() {
        double[] ratios = ridge.leaveOneOut();
        return IntStream.range(0, data.size())
                .mapToObj(row -> new Residual(data.runs().get(row), measured(row), ratios[row], Evidence.A, 1))
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
        Measurement own = run(row);
        int near = 0;
        boolean sameModel = false;
        boolean sameMachine = false;
        boolean sameClass = false;
        for (int other : fitted) {
            Measurement run = run(other);
            sameClass |= likeness(other).equals(likeness(row));
            if (run.machine().equals(own.machine())) {
                boolean sameRuntime = run.runtime().equals(own.runtime());
                sameMachine |= !sameRuntime;
                near += sameRuntime ? 1 : 0;
                sameModel |= sameRuntime && run.model().equals(own.model()) && other != row;
            }
        }
        Evidence tier = tier(near, sameModel, sameMachine, sameClass);
        return new Residual(data.runs().get(row), measured(row), observation.seconds() / estimated, tier, near);
    }

    private static Evidence tier(int near, boolean sameModel, boolean sameMachine, boolean sameClass) {
        if (near > 0 && sameModel) {
            return Evidence.A;
        }
        if (near > 1) {
            return Evidence.B;
        }
        if (near == 1 || sameMachine) {
            return Evidence.C;
        }
        return sameClass ? Evidence.D : Evidence.E;
    }

    private String likeness(int row) {
        var traits = data.observations().get(row).traits();
        return traits.get("class") + "|" + traits.get("engine");
    }

    private double measured(int row) {
        return data.calibrator().measured(run(row));
    }

    private Measurement run(int row) {
        return data.runs().get(row).measurement();
    }
}
