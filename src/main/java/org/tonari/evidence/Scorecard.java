package org.tonari.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.tonari.domain.evidence.Measurement;
import org.tonari.domain.model.Attention;
import org.tonari.evidence.Calibrator.Quantity;
import org.tonari.evidence.Target.Figure;
import org.tonari.evidence.Target.Kind;

/// The promises about estimates, with what was reached.
public final class Scorecard {
    private static final int ENOUGH_ROWS = 5;
    private static final double NINETY = 0.9;

    private final HeldOut held;

    private Scorecard(HeldOut held) {
        this.held = held;
    }

    /// @param held     what was estimated without rows kept back
    /// @param attempts verdicts against what happened
    /// @return the promises in their order
    public static List<Target> of(HeldOut held, List<Attempts.Attempt> attempts) {
        var targets = new ArrayList<>(new Scorecard(held).targets());
        targets.addAll(Attempts.targets(attempts));
        return List.copyOf(targets);
    }

    private List<Target> targets() {
        var targets = new ArrayList<Target>();
        List<Residual> sources = decode(Protocol.LEAVE_ONE_SOURCE_OUT);
        targets.add(errors(Promise.DECODE_SPARK_LLAMA_SOURCE_OUT, 0.03, 0.08, only(sources, Scorecard::isSparkLlama)));
        targets.add(errors(
                Promise.DECODE_SOURCE_OUT,
                0.045,
                0.20,
                only(sources, residual -> residual.remaining() >= ENOUGH_ROWS)));
        targets.add(errors(Promise.DECODE_MODEL_OUT, 0.06, 0.22, decode(Protocol.LEAVE_ONE_MODEL_OUT)));
        targets.add(errors(Promise.DECODE_MACHINE_OUT, 0.09, 0.25, decode(Protocol.LEAVE_ONE_MACHINE_OUT)));
        targets.add(errors(
                Promise.PREFILL_SOURCE_OUT,
                0.09,
                0.22,
                only(held.residuals(Quantity.PREFILL, Protocol.LEAVE_ONE_SOURCE_OUT), Scorecard::isKnown)));
        targets.add(errors(
                Promise.PREFILL_MODEL_OUT,
                0.09,
                0.22,
                only(held.residuals(Quantity.PREFILL, Protocol.LEAVE_ONE_MODEL_OUT), Scorecard::isKnown)));
        List<Residual> batches = held.batches(Protocol.LEAVE_ONE_MODEL_OUT);
        targets.add(rowErrors(Promise.BATCH_DENSE_AND_EXPERTS, 0.07, only(batches, residual -> !isHybrid(residual))));
        targets.add(rowErrors(Promise.BATCH_HYBRIDS, 0.12, only(batches, Scorecard::isHybrid)));
        tau(targets, Promise.TAU_MODEL_OUT, 0.97, decode(Protocol.LEAVE_ONE_MODEL_OUT));
        tau(targets, Promise.TAU_MACHINE_OUT, 0.85, decode(Protocol.LEAVE_ONE_MACHINE_OUT));
        intervals(targets, held.examples(Quantity.DECODE));
        return targets;
    }

    private List<Residual> decode(Protocol protocol) {
        return held.residuals(Quantity.DECODE, protocol);
    }

    private static Target errors(Promise promise, double median, double ninety, List<Residual> residuals) {
        double[] errors = Accuracy.groupErrors(residuals);
        return new Target(
                promise,
                List.of(
                        Figure.atMost(Kind.MEDIAN, median, Statistics.median(errors)),
                        Figure.atMost(Kind.P90, ninety, Statistics.quantile(NINETY, errors))),
                errors.length);
    }

    private static Target rowErrors(Promise promise, double median, List<Residual> residuals) {
        double[] errors = residuals.stream()
                .mapToDouble(residual -> Math.abs(residual.error()))
                .toArray();
        return new Target(
                promise, List.of(Figure.atMost(Kind.MEDIAN, median, Statistics.median(errors))), errors.length);
    }

    private static void tau(List<Target> targets, Promise promise, double least, List<Residual> residuals) {
        Ranking.ofMachines(residuals)
                .ifPresent(tau -> targets.add(new Target(
                        promise,
                        List.of(Figure.atLeast(Kind.TAU, least, tau.value()).between(tau)),
                        tau.pairs())));
    }

    private static void intervals(List<Target> targets, List<Residual> examples) {
        Coverage coverage = Coverage.of(examples);
        targets.add(new Target(
                Promise.INTERVAL_COVERAGE,
                List.of(
                        new Figure(Kind.SHARE, 0.75, 0.85, coverage.rows()),
                        Figure.atLeast(Kind.SHARE_BY_MACHINE, 0.65, coverage.cells())),
                examples.size()));
        targets.add(new Target(
                Promise.INTERVAL_NEAR_WIDTH,
                List.of(Figure.atMost(Kind.HALF_WIDTH, 0.12, coverage.nearWidth())),
                examples.size()));
        targets.add(new Target(
                Promise.INTERVAL_FAR_WIDTH,
                List.of(Figure.atMost(Kind.HALF_WIDTH, 0.25, coverage.farWidth())),
                examples.size()));
    }

    private static List<Residual> only(List<Residual> residuals, Predicate<Residual> wanted) {
        return residuals.stream().filter(wanted).toList();
    }

    private static boolean isSparkLlama(Residual residual) {
        Measurement run = residual.run().measurement();
        return run.machine().equals("dgx-spark") && run.runtime().equals("llama.cpp");
    }

    private static boolean isKnown(Residual residual) {
        return residual.remaining() > 0;
    }

    private static boolean isHybrid(Residual residual) {
        return residual.run().scenario().model().groups().stream()
                .anyMatch(group -> group.attention() instanceof Attention.StateSpace
                        || group.attention() instanceof Attention.GatedDelta);
    }
}
