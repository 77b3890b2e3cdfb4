package org.tonari.engine.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.domain.answer.MemoryStack.Placement;
import org.tonari.domain.evidence.Calibration;
import org.tonari.domain.evidence.Calibration.Entry;
import org.tonari.domain.evidence.Calibration.Parameter;
import org.tonari.domain.evidence.Calibration.Scope;
import org.tonari.domain.model.LanguageModel.Extra;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload.Speculation;
import org.tonari.engine.ShippedScenarios;
import org.tonari.engine.memory.WeightBytes;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Seconds;

/// A round of drafting, recomputed: the pass that checks and the drafts, over the tokens it brings.
class DraftingTimesTest {
    private static final Source TEST = Source.of(Source.Kind.FITTED, "a test");
    private static final Percentage CLOSE = Percentage.withPercentage(1e-4);
    private static final double LAYER = 3e-5;
    private static final double EXPERT_LAYER = 7e-5;
    private static final double STEP = 11e-5;
    private static final double SHARE = 1.7;

    @ParameterizedTest(name = "{0} in {1}, {2} drafted, {3} accepted")
    @CsvSource(textBlock = """
        deepseek-v3, q8_0,   3, 0.5
        deepseek-v3, q4_k_m, 1, 0.9
        qwen3.5-27b, q8_0,   2, 0.25
        """)
    void aHeadReadsItsLayerAndTheOutputHeadForEachTokenItDrafts(
            String model, String format, int drafted, double accepted) {
        Scenario scenario = scenario(model, format, new Speculation.MultiToken(), drafted, accepted);
        WeightBytes weights = WeightBytes.of(scenario.model(), scenario.weights());
        double active = ExpertCoverage.active(scenario.model());
        double head = 0;
        double all = 0;
        double read = 0;
        for (WeightBytes.Share share : weights.readByToken()) {
            double bytes = share.bytes().count();
            head += share.isHead() ? bytes : 0;
            all += share.isHead() ? 0 : bytes;
            read += share.isHead() ? 0 : share.role().isRoutedExpert() ? bytes * active : bytes;
        }
        double layer = weights.extra(Extra.Kind.MTP).count() * read / all;
        double draft = (head + layer) * SHARE / 273e9 + LAYER + (weights.hasRoutedExperts() ? EXPERT_LAYER : 0) + STEP;

        assertThat(round(scenario, weights)).isCloseTo((1e-2 + drafted * draft) / tokens(drafted, accepted), CLOSE);
    }

    @Test
    void aSecondModelTakesItsWholeStepForEachTokenItDrafts() {
        var small = ShippedScenarios.CATALOGUE.model("qwen3-0.6b").optional().orElseThrow();
        var format = ShippedScenarios.CATALOGUE.weights("q8_0").optional().orElseThrow();
        Scenario scenario = scenario("qwen3-32b", "q8_0", new Speculation.Draft(small, format), 4, 0.6);
        WeightBytes weights = WeightBytes.of(scenario.model(), scenario.weights());
        WeightReads reads = WeightReads.of(WeightBytes.of(small, format));
        double step = new PlainSpeed(scenario.withModel(small).withWeights(format), reads, numbers(), Placement.NONE)
                .step(1_000, 1, 1);

        assertThat(round(scenario, weights)).isCloseTo((1e-2 + 4 * step) / tokens(4, 0.6), CLOSE);
    }

    /// 0.86 of drafted tokens are accepted in the published runs, 0.3 of prose.
    @Test
    void theIntervalReachesFromProseToAllAcceptedUnlessThePersonSaysHowMany() {
        Scenario own = scenario("deepseek-v3", "q8_0", new Speculation.MultiToken(), 3, 0.5);
        Scenario usual = scenario("deepseek-v3", "q8_0", new Speculation.MultiToken(), 3, -1);

        Drafting said = drafting(own);
        Drafting published = drafting(usual);

        assertThat(said.slowest()).isEqualTo(1);
        assertThat(said.fastest()).isEqualTo(1);
        assertThat(published.slowest()).isCloseTo(tokens(3, 0.86) / tokens(3, 0.3), CLOSE);
        assertThat(published.fastest()).isCloseTo(4 / tokens(3, 0.86), CLOSE);
        assertThat(published.checked(5)).isEqualTo(new Batch(5, 4));
    }

    private static Drafting drafting(Scenario scenario) {
        return Drafting.of(scenario, WeightBytes.of(scenario.model(), scenario.weights()))
                .orElseThrow();
    }

    private static double round(Scenario scenario, WeightBytes weights) {
        var calibration = calibration();
        Rates rates = Rates.of(calibration, scenario.machine(), scenario.runtime());
        var bandwidth = (Bandwidth.Known) Bandwidth.of(scenario.machine(), Placement.NONE);
        return drafting(scenario)
                .time(
                        Term.given("check", new Seconds(1e-2), TEST),
                        WeightReads.of(weights),
                        new KnownRates(calibration),
                        rates,
                        bandwidth,
                        1_000)
                .orElseThrow()
                .value()
                .magnitude();
    }

    private static double tokens(int drafted, double accepted) {
        double tokens = 0;
        for (int i = 0; i <= drafted; i++) {
            tokens += Math.pow(accepted, i);
        }
        return tokens;
    }

    private static Scenario scenario(
            String model, String format, Speculation speculation, int drafted, double accepted) {
        Scenario shipped = ShippedScenarios.of("dgx-spark", model, format);
        Scenario drafting = shipped.withWorkload(shipped.workload().withSpeculation(speculation))
                .withOverride("runtime.drafted_tokens", drafted);
        return accepted < 0 ? drafting : drafting.withOverride("runtime.accepted_share", accepted);
    }

    private static Map<String, Double> numbers() {
        var numbers = new HashMap<String, Double>();
        for (String family : List.of("16bit", "8bit", "kquant", "4bit", "fp4")) {
            numbers.put("resident." + family, SHARE);
            numbers.put("expert." + family, SHARE);
        }
        numbers.put("cache", SHARE);
        numbers.put("latent_cache", SHARE);
        numbers.put("compute", SHARE);
        numbers.put("host", SHARE);
        numbers.put("attention_layer", LAYER);
        numbers.put("expert_layer", EXPERT_LAYER);
        numbers.put("recurrent_layer", LAYER);
        numbers.put("step", STEP);
        return numbers;
    }

    private static Calibration calibration() {
        var all = new HashMap<String, Parameter>();
        numbers().forEach((name, number) -> all.put(name, new Parameter(number, 1)));
        return new Calibration(List.of(new Entry(Scope.OVERALL, "", "", "", all, 1, List.of(), TEST)), List.of());
    }
}
