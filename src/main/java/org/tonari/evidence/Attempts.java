package org.tonari.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.evidence.Measurement;
import org.tonari.domain.evidence.Measurement.Use;
import org.tonari.domain.evidence.Outcome;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.domain.runtime.InferenceRuntime.Allocation;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Estimator;
import org.tonari.engine.Estimator.Aspect;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.ModelFiles;
import org.tonari.profiles.requests.ScenarioRequest;
import org.tonari.profiles.requests.ScenarioWords;
import org.tonari.profiles.tree.Reading;

/// Verdicts against what is known to have happened: attempts that ran out of memory, and runs that were measured.
public final class Attempts {
    private static final int LEAST_FAILURES = 30;
    private static final double LEAST_ACCEPTED = 0.9;

    /// https://github.com/vllm-project/recipes/pull/632, on GB10.
    private static final double ADVISED = 0.85;

    private final Catalogue catalogue;
    private final Estimator estimator;

    private Attempts(Catalogue catalogue, Estimator estimator) {
        this.catalogue = catalogue;
        this.estimator = estimator;
    }

    /// What was tried, how it ended and what is said of it.
    ///
    /// @param id       of the attempt or of the measured row
    /// @param scenario what was tried
    /// @param ended    how it went
    /// @param verdict  of the engine
    /// @param source   where it was published
    public record Attempt(String id, Scenario scenario, Outcome.Ended ended, Verdict verdict, String source) {
        /// @return whether the verdict and the ending agree: a run fits or is tight, a failure is anything but a fit
        public boolean agrees() {
            return switch (ended) {
                case RAN -> verdict instanceof Verdict.Fits || verdict instanceof Verdict.Tight;
                case OUT_OF_MEMORY -> !(verdict instanceof Verdict.Fits);
            };
        }
    }

    /// @return every attempt that is known to have run or failed and whose ids all have profiles
    public static List<Attempt> of(Catalogue catalogue, Estimator estimator) {
        var attempts = new Attempts(catalogue, estimator);
        var all = new ArrayList<Attempt>();
        catalogue.outcomes().forEach(outcome -> attempts.published(outcome, all));
        attempts.measured()
                .forEach(run -> all.add(attempts.attempt(
                        run.measurement().id(),
                        asRun(run),
                        Outcome.Ended.RAN,
                        run.measurement().source())));
        return all;
    }

    private void published(Outcome outcome, List<Attempt> all) {
        var words = new ScenarioWords(catalogue, ModelFiles.none());
        if (words.read(outcome.id(), outcome.words(), outcome.own())
                instanceof Reading.Read<ScenarioRequest>(ScenarioRequest request)) {
            all.add(attempt(
                    outcome.id(),
                    request.scenario(),
                    outcome.ended(),
                    outcome.source().citation()));
        }
    }

    private Attempt attempt(String id, Scenario scenario, Outcome.Ended ended, String source) {
        Verdict verdict =
                estimator.estimate(scenario, EnumSet.noneOf(Aspect.class)).fit().verdict();
        return new Attempt(id, scenario, ended, verdict, source);
    }

    /// A run is asked at the share of memory that its runtime took in advance. Where the row does not tell, on unified
    /// memory it cannot have been the default, which no such machine starts with: then at the share advised there.
    private static Scenario asRun(Reconstruction run) {
        Scenario scenario = run.scenario();
        if (!(scenario.runtime().allocation() instanceof Allocation.PagedShareOfTotal)) {
            return scenario;
        }
        double told = run.measurement().memoryShare();
        boolean unified = scenario.machine().primaryPool().kind() == MemoryPool.Kind.UNIFIED;
        return told > 0 || unified
                ? scenario.withOverride("runtime.gpu_memory_utilization", told > 0 ? told : ADVISED)
                : scenario;
    }

    /// @return of each case that was measured and used, the run with most in its memory
    private List<Reconstruction> measured() {
        var largest = new LinkedHashMap<String, Reconstruction>();
        for (Measurement row : catalogue.measurements()) {
            if (row.decodeUse() == Use.CALIBRATE || row.prefillUse() == Use.CALIBRATE) {
                Reconstruction.of(row, catalogue).ifPresent(run -> largest.merge(caseOf(row), run, Attempts::larger));
            }
        }
        return List.copyOf(largest.values());
    }

    private static Reconstruction larger(Reconstruction left, Reconstruction right) {
        return Comparator.comparingLong(Attempts::tokens).compare(left, right) >= 0 ? left : right;
    }

    private static long tokens(Reconstruction run) {
        return run.scenario().workload().context().count()
                * run.scenario().workload().concurrency();
    }

    private static String caseOf(Measurement row) {
        return String.join("|", row.machine(), row.runtime(), row.model(), row.weights(), row.cache());
    }

    /// @return the promises on verdicts, with what was reached
    static List<Target> targets(List<Attempt> attempts) {
        Map<Outcome.Ended, List<Attempt>> byEnd = new LinkedHashMap<>();
        attempts.forEach(attempt ->
                byEnd.computeIfAbsent(attempt.ended(), _ -> new ArrayList<>()).add(attempt));
        List<Attempt> failed = byEnd.getOrDefault(Outcome.Ended.OUT_OF_MEMORY, List.of());
        List<Attempt> ran = byEnd.getOrDefault(Outcome.Ended.RAN, List.of());
        long falseFits = failed.stream().filter(attempt -> !attempt.agrees()).count();
        double accepted = (double) ran.stream().filter(Attempt::agrees).count() / Math.max(1, ran.size());
        return List.of(
                new Target(
                        Promise.FAILURES_REFUSED,
                        List.of(
                                Target.Figure.atLeast(Target.Kind.COUNT, LEAST_FAILURES, failed.size()),
                                Target.Figure.atMost(Target.Kind.FALSE_FITS, 0, falseFits)),
                        failed.size()),
                new Target(
                        Promise.RUNS_ACCEPTED,
                        List.of(Target.Figure.atLeast(Target.Kind.SHARE, LEAST_ACCEPTED, accepted)),
                        ran.size()));
    }
}
