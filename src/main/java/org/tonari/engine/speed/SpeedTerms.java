package org.tonari.engine.speed;

import java.util.Optional;
import org.tonari.domain.answer.MemoryStack.Placement;
import org.tonari.domain.evidence.Calibration;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.memory.WeightBytes;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Term;

/// The engine's speed formulas on their own, for fitting: what a measured run is made of.
public final class SpeedTerms {
    private SpeedTerms() {}

    /// @param depth tokens in the cache of each sequence, on average
    /// @return the time of one decoding step of a scenario that stands in one memory; nothing where the bandwidth
    /// or a
    ///         rate is unknown
    public static Optional<Term> step(Scenario scenario, WeightBytes weights, Calibration calibration, double depth) {
        if (scenario.model().groups().stream().anyMatch(SpeedTerms::isUndescribed)) {
            return Optional.empty();
        }
        return switch (Bandwidth.of(scenario.machine(), Placement.NONE)) {
            case Bandwidth.Unknown _ -> Optional.empty();
            case Bandwidth.Known bandwidth ->
                new DecodeStep(
                                scenario,
                                WeightReads.of(weights),
                                rates(scenario, calibration),
                                bandwidth,
                                Placement.NONE)
                        .time(depth, new Batch(scenario.workload().concurrency(), 1));
        };
    }

    /// @param start tokens in the cache before the prompt
    /// @return the time of the scenario's prompt; nothing where the bandwidth, the compute peak or a rate is
    /// unknown
    public static Optional<Term> prefill(Scenario scenario, WeightBytes weights, Calibration calibration, long start) {
        return switch (Bandwidth.of(scenario.machine(), Placement.NONE)) {
            case Bandwidth.Unknown _ -> Optional.empty();
            case Bandwidth.Known bandwidth ->
                new Prefill(scenario, WeightReads.of(weights), rates(scenario, calibration), bandwidth, Placement.NONE)
                        .time(scenario.workload().prompt().count(), start);
        };
    }

    /// @return why there is no step time for a scenario
    public static MissingFact missing(Scenario scenario) {
        for (LayerGroup group : scenario.model().groups()) {
            if (group.attention() instanceof Attention.Undescribed(MissingFact fact)) {
                return fact;
            }
        }
        return switch (Bandwidth.of(scenario.machine(), Placement.NONE)) {
            case Bandwidth.Unknown(MissingFact fact) -> fact;
            case Bandwidth.Known _ ->
                new MissingFact(
                        "calibration",
                        "no published measurement was fitted for anything like this machine and runtime");
        };
    }

    private static boolean isUndescribed(LayerGroup group) {
        return group.attention() instanceof Attention.Undescribed;
    }

    private static Rates rates(Scenario scenario, Calibration calibration) {
        return Rates.of(calibration, scenario.machine(), scenario.runtime());
    }
}
