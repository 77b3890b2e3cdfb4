package org.tonari.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Speed.Evidence;
import org.tonari.domain.evidence.Calibration;
import org.tonari.domain.evidence.Calibration.Entry;
import org.tonari.domain.evidence.Calibration.Parameter;
import org.tonari.domain.evidence.Calibration.Scope;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload.Speculation;
import org.tonari.engine.Estimator.Alternatives;
import org.tonari.explain.Source;
import org.tonari.units.Tokens;

/// Drafting tokens ahead: what a round costs, and what it brings.
class DraftingTest {
    private static final Estimator ESTIMATOR = ShippedScenarios.estimator();

    @Test
    void aRoundReadsTheModelOnceAndTheDraftingModelOnceForEachDraftedToken() {
        // All bandwidth and no other cost: Llama 3.1 70B reads 139.006e9 bytes a token in 16 bits (70,553,706,496
        // weights less an embedding of 128,256 · 8,192), 8B 15.010e9. Three drafted, half accepted:
        // 1 + 0.5 + 0.25 + 0.125 = 1.875 tokens in (139.006e9 + 3 · 15.010e9) ÷ 819e9 seconds
        var plain = new Estimator(perfect(), Alternatives.NONE);
        Scenario scenario = withDraft(at(ShippedScenarios.of("mac-studio-m3-ultra-512", "llama-3.1-70b", "bf16"), 1))
                .withOverride("runtime.drafted_tokens", 3)
                .withOverride("runtime.accepted_share", 0.5);

        double expected = 1.875 * 819e9 / (139.006e9 + 3 * 15.010e9);
        assertThat(speed(plain, scenario).decode().value()).isCloseTo(expected, within(1e-3 * expected));
    }

    @ParameterizedTest(name = "{0}, {1} in {2}: {3} times as fast with an MTP head")
    @CsvSource(textBlock = """
        # machine, model, weights, published gain: https://github.com/sudoingX/qwen38-mtp at c7bc415309 for 3.8 27B,
        # github druide67/asiai at 607fe808 for the Mac mini, kyuz0's toolboxes (results-mtp) for Strix Halo
        rtx-5090-32,        qwen3.8-27b,     q6_k,   2.10
        rtx-4090-24,        qwen3.8-27b,     q4_k_m, 1.60
        rtx-pro-6000-96,    qwen3.8-27b,     q8_0,   2.12
        strix-halo-64,      qwen3.8-27b,     q4_k_m, 2.06
        strix-halo-128,     qwen3.6-27b,     q4_k_m, 2.10
        strix-halo-128,     qwen3.6-35b-a3b, q4_k_m, 1.32
        mac-mini-m4-pro-64, qwen3.6-27b,     q5_k_m, 0.93
        mac-mini-m4-pro-64, qwen3.6-35b-a3b, q5_k_m, 1.23
        """)
    void publishedGainsLieNearAndInsideTheRange(String machine, String model, String weights, double published) {
        Scenario scenario = at(ShippedScenarios.of(machine, model, weights), 256);
        double without = speed(ESTIMATOR, scenario).decode().value();
        Speed.Estimated with = speed(ESTIMATOR, drafting(scenario)).decode();

        assertThat(with.value() / without).isCloseTo(published, within(0.25 * published));
        assertThat(published).isBetween(with.low() / without, with.high() / without);
    }

    @Test
    void theFewerDraftsAreAcceptedTheLessIsGained() {
        Scenario scenario = drafting(at(ShippedScenarios.of("strix-halo-128", "qwen3.6-27b", "q4_k_m"), 256));
        double usual = speed(ESTIMATOR, scenario).decode().value();
        double prose = speed(ESTIMATOR, scenario.withOverride("runtime.accepted_share", 0.3))
                .decode()
                .value();

        assertThat(prose).isLessThan(usual);
    }

    @Test
    void aShareOfOnesOwnNarrowsTheRange() {
        Scenario scenario = drafting(at(ShippedScenarios.of("strix-halo-128", "qwen3.6-27b", "q4_k_m"), 256));
        Speed.Estimated assumed = speed(ESTIMATOR, scenario).decode();
        Speed.Estimated known = speed(ESTIMATOR, scenario.withOverride("runtime.accepted_share", 0.86))
                .decode();

        assertThat(known.value()).isEqualTo(assumed.value());
        assertThat(known.low()).isGreaterThan(assumed.low());
    }

    @Test
    void speculationIsThinEvidenceAndLeavesThePromptAlone() {
        Scenario scenario = at(ShippedScenarios.of("strix-halo-128", "qwen3.6-27b", "q4_k_m"), 256);
        Speed.Known plain = speed(ESTIMATOR, scenario);
        Speed.Known drafted = speed(ESTIMATOR, drafting(scenario));

        assertThat(drafted.evidence()).isEqualTo(Evidence.E);
        assertThat(((Speed.Estimated) drafted.prefill()).value())
                .isEqualTo(((Speed.Estimated) plain.prefill()).value());
    }

    @Test
    void aModelWithoutAHeadDraftsNothing() {
        Scenario scenario = at(ShippedScenarios.of("strix-halo-128", "llama-3.1-8b", "q4_k_m"), 256);

        assertThat(speed(ESTIMATOR, drafting(scenario)).decode().value())
                .isEqualTo(speed(ESTIMATOR, scenario).decode().value());
    }

    @Test
    void aShareAboveOneIsRefused() {
        Scenario scenario = drafting(ShippedScenarios.of("strix-halo-128", "qwen3.6-27b", "q4_k_m"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ESTIMATOR.estimate(scenario.withOverride("runtime.accepted_share", 1.2)));
    }

    private static Calibration perfect() {
        var rates = new HashMap<String, Parameter>();
        List.of("16bit", "8bit", "kquant", "4bit", "fp4")
                .forEach(family -> rates.put("resident." + family, new Parameter(1, 1)));
        rates.put("cache", new Parameter(1, 1));
        Source source = Source.of(Source.Kind.FITTED, "for the test");
        return new Calibration(List.of(new Entry(Scope.OVERALL, "", "", "", rates, 1, List.of(), source)), List.of());
    }

    private static Speed.Known speed(Estimator estimator, Scenario scenario) {
        return estimator.estimate(scenario).speed().known().orElseThrow();
    }

    private static Scenario at(Scenario scenario, long context) {
        return scenario.withWorkload(scenario.workload().withContext(new Tokens(context)));
    }

    private static Scenario drafting(Scenario scenario) {
        return scenario.withWorkload(scenario.workload().withSpeculation(new Speculation.MultiToken()));
    }

    private static Scenario withDraft(Scenario scenario) {
        Scenario small = ShippedScenarios.of(scenario.machine().id(), "llama-3.1-8b", "bf16");
        return scenario.withWorkload(
                scenario.workload().withSpeculation(new Speculation.Draft(small.model(), small.weights())));
    }
}
