package org.tonari.engine;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload;
import org.tonari.engine.Estimator.Alternatives;
import org.tonari.engine.Estimator.Aspect;
import org.tonari.profiles.Catalogue;
import org.tonari.units.Tokens;

/// What an answer of the engine costs, over the shipped profiles.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EngineBenchmark {
    private static final int CONTEXTS = 64;
    private static final int SCENARIOS = 4_096;

    private final Catalogue catalogue = Catalogue.open(List.of());
    private final Estimator estimator = new Estimator(
            catalogue.calibration(),
            new Alternatives(catalogue.caches(), catalogue.weights()),
            catalogue.compatibilities());
    private final List<Scenario> many = many();
    private int next;
    private final List<Scenario> seven =
            Catalogue.CANDIDATES.stream().map(this::scenario).toList();
    private final List<Tokens> contexts = LongStream.rangeClosed(1, CONTEXTS)
            .mapToObj(step -> new Tokens(2_048 * step))
            .toList();

    /// Memory and speed with their explanation, of another scenario each time.
    ///
    /// @return the answer, so that it is not optimised away
    @Benchmark
    public Estimate memoryAndSpeed() {
        return estimator.estimate(another(), Set.of(Aspect.SPEED));
    }

    /// All of an answer: also the longest context and the remedies.
    ///
    /// @return the answer, so that it is not optimised away
    @Benchmark
    public Estimate everything() {
        return estimator.estimate(another(), EnumSet.allOf(Aspect.class));
    }

    /// Seven machines at 64 contexts each: memory, decode and first token, as the charts ask.
    ///
    /// @param hole takes the answers
    @Benchmark
    public void sevenCurves(Blackhole hole) {
        for (Scenario each : seven) {
            hole.consume(estimator.curve(each, contexts));
        }
    }

    private Scenario another() {
        next = (next + 1) % many.size();
        return many.get(next);
    }

    /// More than the engine remembers the answers of: any machine, model, weights, cache and context.
    private List<Scenario> many() {
        var dice = new Random(7);
        return Stream.generate(() -> new Scenario(
                        one(catalogue.machines(), dice),
                        one(catalogue.models(), dice),
                        one(catalogue.weights(), dice),
                        one(catalogue.caches(), dice),
                        one(catalogue.caches(), dice),
                        catalogue.runtime("llama.cpp").optional().orElseThrow(),
                        Workload.DEFAULT.withContext(new Tokens(512 + dice.nextInt(131_072))),
                        Map.of()))
                .limit(SCENARIOS)
                .toList();
    }

    private static <T> T one(List<T> all, Random dice) {
        return all.get(dice.nextInt(all.size()));
    }

    private Scenario scenario(String machine) {
        var f16 = catalogue.cache("f16").optional().orElseThrow();
        return new Scenario(
                catalogue.machine(machine).optional().orElseThrow(),
                catalogue.model("gpt-oss-120b").optional().orElseThrow(),
                catalogue.weights("mxfp4").optional().orElseThrow(),
                f16,
                f16,
                catalogue.runtime("llama.cpp").optional().orElseThrow(),
                Workload.DEFAULT,
                Map.of());
    }
}
