package org.tonari.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.domain.answer.MemoryStack.PoolStack;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.scenario.Scenario;
import org.tonari.explain.Term;
import org.tonari.profiles.Catalogue;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;

class EstimatorTest {
    private static final Estimator ESTIMATOR = ShippedScenarios.estimator();

    static Stream<String> candidates() {
        return Catalogue.CANDIDATES.stream();
    }

    @ParameterizedTest
    @MethodSource("candidates")
    void aPoolIsWhatTheSystemUsesPlusUsablePlusKeptFree(String machine) {
        Estimate estimate = estimate(machine);

        for (PoolStack pool : estimate.memory().pools()) {
            Bytes sum = bytes(pool.osOverhead().optional())
                    .plus(bytes(pool.usable().optional()))
                    .plus(bytes(pool.keptFree().optional()));
            assertThat(bytes(pool.capacity().optional())).isEqualTo(sum);
        }
    }

    @ParameterizedTest
    @MethodSource("candidates")
    void theRequiredMemoryIsTheSumOfItsParts(String machine) {
        Estimate estimate = estimate(machine);

        Bytes parts = Stream.of(Part.values()).map(estimate.memory()::size).reduce(Bytes.ZERO, Bytes::plus);

        assertThat(estimate.memory().required().bytes()).isEqualTo(parts);
    }

    @ParameterizedTest
    @MethodSource("candidates")
    void everythingUpToTheLongestContextFitsAndTheNextStepDoesNot(String machine) {
        Scenario scenario = ShippedScenarios.of(machine, "qwen3-32b", "q8_0");
        Estimate estimate = ESTIMATOR.estimate(scenario);
        long longest = (long)
                estimate.fit().longestContext().optional().orElseThrow().value().magnitude();
        boolean ownMemory = verdictAt(scenario, 256).fits();

        assertThat(longest).isBetween(0L, scenario.model().maxContext().count());
        if (longest > 0) {
            Verdict last = verdictAt(scenario, longest);
            assertThat(ownMemory ? last.fits() : last.runs()).isTrue();
        }
        if (longest + 256 <= scenario.model().maxContext().count()) {
            Verdict next = verdictAt(scenario, longest + 256);
            assertThat(ownMemory ? next.fits() : next.runs()).isFalse();
        }
    }

    @Test
    void gptOssOnASparkTakesWhatTheWorkedExampleSays() {
        // 18 · 32768 · 2048 + 18 · 768 · 2048 bytes of cache; 59.0 GiB of weights
        Estimate estimate = estimate("dgx-spark");

        assertThat(estimate.memory().size(Part.KV_CACHE)).isEqualTo(new Bytes(1_236_271_104L));
        assertThat(estimate.memory().size(Part.WEIGHTS).count() / (double) Bytes.PER_GIB)
                .isCloseTo(59.0, within(0.2));
        assertThat(estimate.fit().verdict()).isInstanceOf(Verdict.Fits.class);
    }

    @Test
    void decodeOnASparkLiesNearThePublishedRun() {
        // ggml-org/llama.cpp benches/dgx-spark: 42.76 tokens a second with 32,768 tokens in the cache
        Speed.Known speed = estimate("dgx-spark").speed().known().orElseThrow();

        assertThat(speed.decode().value()).isCloseTo(42.76, within(42.76 * 0.05));
        assertThat(speed.evidence()).isEqualTo(Speed.Evidence.A);
        assertThat(speed.limitedBy()).isEqualTo(Speed.Limit.MEMORY_BANDWIDTH);
    }

    @Test
    void decodeNeverSpeedsUpWithContext() {
        Scenario scenario = ShippedScenarios.of("dgx-spark", "gpt-oss-120b", "mxfp4");
        List<Tokens> contexts =
                Stream.of(1, 1024, 4096, 16384, 65536, 131072).map(Tokens::new).toList();

        var speeds = ESTIMATOR.curve(scenario, contexts).stream()
                .map(point -> point.speed().known().orElseThrow().decode().value())
                .toList();

        assertThat(speeds).hasSize(6).isSortedAccordingTo((left, right) -> Double.compare(right, left));
    }

    @Test
    void aCurveSaysWhatEstimatesSayPlaceByPlace() {
        // From all on the card, over experts with the host, to more than both hold.
        Scenario scenario = ShippedScenarios.of("hp-omen-45l-rtx-5090", "qwen3-30b-a3b", "q6_k");
        List<Tokens> contexts = Stream.of(512, 8_192, 65_536, 262_144, 1_048_576, 8_388_608)
                .map(Tokens::new)
                .toList();

        for (var point : ESTIMATOR.curve(scenario, contexts)) {
            Estimate alone =
                    ESTIMATOR.estimate(scenario.withWorkload(scenario.workload().withContext(point.context())));
            assertThat(point.verdict()).isEqualTo(alone.fit().verdict());
            assertThat(point.speed()).isEqualTo(alone.speed());
        }
    }

    @Test
    void withoutTheBuffersTreeEveryFigureIsTheSame() {
        Scenario scenario = ShippedScenarios.of("dgx-spark", "gemma-3-27b", "q4_k_m");
        Estimate whole = ESTIMATOR.estimate(scenario);
        Estimate plain = ESTIMATOR.estimate(scenario, EnumSet.of(Estimator.Aspect.SPEED));

        assertThat(plain.memory().size(Part.ACTIVATIONS))
                .isEqualTo(whole.memory().size(Part.ACTIVATIONS));
        assertThat(plain.memory().required().value())
                .isEqualTo(whole.memory().required().value());
        assertThat(plain.speed()).isEqualTo(whole.speed());
    }

    @Test
    void aRemedyDoesWhatItPromises() {
        Scenario scenario = ShippedScenarios.of("mac-mini-m4-pro-64", "llama-3.3-70b", "q8_0");
        Estimate estimate = ESTIMATOR.estimate(scenario);

        assertThat(estimate.fit().verdict()).isInstanceOf(Verdict.DoesNotFit.class);
        assertThat(estimate.fit().remedies()).isNotEmpty();
        for (var remedy : estimate.fit().remedies()) {
            Verdict after =
                    ESTIMATOR.estimate(remedy.change().applyTo(scenario)).fit().verdict();
            assertThat(after).isEqualTo(remedy.verdict());
        }
    }

    @Test
    void aModelTooLargeForACardSpillsItsExpertsToTheHost() {
        Estimate estimate = estimate("hp-omen-45l-rtx-5090");

        assertThat(estimate.fit().verdict()).isInstanceOf(Verdict.Spills.class);
        assertThat(estimate.memory().placement().hostExpertLayers()).isBetween(15, 30);
        assertThat(estimate.memory().placement().hostLayers()).isZero();
    }

    @Test
    void aRuntimeThatTakesTooMuchInAdvanceDoesNotFitUntilItsShareIsLowered() {
        // vLLM's default of 0.92 runs out of memory at start on GB10, 0.85 does not (vllm-project/recipes PR 632)
        Scenario scenario = ShippedScenarios.of("dgx-spark", "qwen3-32b", "bf16")
                .withRuntime(
                        ShippedScenarios.CATALOGUE.runtime("vllm").optional().orElseThrow());

        Verdict asShipped = ESTIMATOR.estimate(scenario).fit().verdict();
        Verdict lowered = ESTIMATOR
                .estimate(scenario.withOverride("runtime.gpu_memory_utilization", 0.84))
                .fit()
                .verdict();

        assertThat(asShipped)
                .isInstanceOfSatisfying(
                        Verdict.DoesNotFit.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Verdict.Reason.RESERVATION_TOO_LARGE));
        assertThat(lowered.fits()).isTrue();
    }

    @Test
    void anOverrideTakesThePlaceOfAShippedFigure() {
        Scenario scenario = ShippedScenarios.of("dgx-spark", "gpt-oss-120b", "mxfp4");

        Estimate slower = ESTIMATOR.estimate(scenario.withOverride("machine.memory.bandwidth", 100e9));

        double before = ESTIMATOR
                .estimate(scenario)
                .speed()
                .known()
                .orElseThrow()
                .decode()
                .value();
        assertThat(slower.speed().known().orElseThrow().decode().value()).isLessThan(before / 2);
    }

    @Test
    void anOverrideOfNothingNamesWhatThereIs() {
        Scenario scenario = ShippedScenarios.of("dgx-spark", "gpt-oss-120b", "mxfp4");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ESTIMATOR.estimate(scenario.withOverride("machine.memory.colour", 1)))
                .withMessageContaining("machine.memory.colour")
                .withMessageContaining("machine.memory.os_reserve");
    }

    private static Estimate estimate(String machine) {
        return ESTIMATOR.estimate(ShippedScenarios.of(machine, "gpt-oss-120b", "mxfp4"));
    }

    private static Verdict verdictAt(Scenario scenario, long context) {
        return ESTIMATOR
                .estimate(scenario.withWorkload(scenario.workload().withContext(new Tokens(context))))
                .fit()
                .verdict();
    }

    private static Bytes bytes(Optional<Term> term) {
        return term.map(Term::bytes).orElse(Bytes.ZERO);
    }
}
