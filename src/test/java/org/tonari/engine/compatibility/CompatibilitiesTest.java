package org.tonari.engine.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.domain.answer.Compatibility;
import org.tonari.domain.answer.Compatibility.Effect;
import org.tonari.domain.answer.Compatibility.Finding;
import org.tonari.domain.answer.Compatibility.Question;
import org.tonari.domain.answer.Compatibility.Reply;
import org.tonari.domain.answer.Compatibility.State;
import org.tonari.domain.answer.CompatibilityRule;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.evidence.Calibration;
import org.tonari.domain.evidence.Measurement;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Estimator;
import org.tonari.engine.Estimator.Alternatives;
import org.tonari.engine.ShippedScenarios;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.explain.Term;
import org.tonari.profiles.tree.Lookup;
import org.tonari.units.Ratio;

class CompatibilitiesTest {
    private static final List<CompatibilityRule> SHIPPED = ShippedScenarios.CATALOGUE.compatibilities();

    @Test
    void atLeastFortyRowsShipEachWithAnAddressAndADate() {
        assertThat(ShippedScenarios.CATALOGUE.problems()).isEmpty();
        assertThat(SHIPPED).hasSizeGreaterThanOrEqualTo(40).allSatisfy(rule -> {
            assertThat(rule.source().citation()).contains("https://");
            assertThat(rule.source().date()).startsWith("20");
            assertThat(rule.why().translations()).containsOnlyKeys("ja", "zh-CN", "zh-TW");
        });
    }

    @ParameterizedTest(name = "{0} with {1} on DGX Spark: {2}")
    @CsvSource(textBlock = """
        llama.cpp,    mxfp4,      NATIVE
        llama.cpp,    q4_k_m,     NATIVE
        llama.cpp,    q8_0,       NATIVE
        llama.cpp,    q4_0,       NATIVE
        llama.cpp,    bf16,       UNKNOWN
        ollama,       mxfp4,      NATIVE
        ollama,       q4_k_m,     NATIVE
        ollama,       q8_0,       NATIVE
        ollama,       bf16,       UNKNOWN
        mlx,          mlx-4bit,   UNKNOWN
        vllm,         mxfp4-bf16, FALLBACK
        vllm,         nvfp4,      FALLBACK
        vllm,         fp8,        NATIVE
        vllm,         bf16,       NATIVE
        vllm,         awq-int4,   UPCAST
        vllm,         q4_k_m,     UNSUPPORTED
        tensorrt-llm, mxfp4-bf16, NATIVE
        tensorrt-llm, nvfp4,      NATIVE
        tensorrt-llm, fp8,        NATIVE
        tensorrt-llm, bf16,       UNKNOWN
        sglang,       mxfp4-bf16, NATIVE
        sglang,       nvfp4,      NATIVE
        sglang,       fp8,        NATIVE
        sglang,       bf16,       NATIVE
        """)
    void everyRuntimeIsSpokenOfOnASpark(String runtime, String weights, State state) {
        Compatibility answer = Compatibilities.of(scenario("dgx-spark", runtime, weights), SHIPPED);

        assertThat(answer.state()).isEqualTo(state);
        assertThat(answer.why().sentence()).isNotBlank();
        if (state != State.UNSUPPORTED) {
            assertThat(answer.path()).extracting(Compatibility.Step::reply).contains(Reply.DECIDES);
        }
    }

    @Test
    void aCombinationThatSomebodyMeasuredIsNeverCalledUnsupported() {
        for (Measurement row : ShippedScenarios.CATALOGUE.measurements()) {
            if (isKnown(row)) {
                Compatibility answer =
                        Compatibilities.of(scenario(row.machine(), row.runtime(), row.weights()), SHIPPED);
                assertThat(answer.state())
                        .describedAs(row.runtime() + " " + row.weights() + " on " + row.machine())
                        .isNotEqualTo(State.UNSUPPORTED);
            }
        }
    }

    @Test
    void theNearestStatementDecidesAndTheOthersStayOnThePath() {
        Scenario scenario = scenario("dgx-spark", "llama.cpp", "mxfp4");
        var any = rule(Set.of(), State.FALLBACK, "the chip runs old kernels");
        var named = rule(Set.of("mxfp4"), State.NATIVE, "this format has its own");

        Compatibility answer = Compatibilities.of(scenario, List.of(named, any));

        assertThat(answer.state()).isEqualTo(State.NATIVE);
        assertThat(answer.path())
                .extracting(Compatibility.Step::question)
                .containsExactly(Question.BACK_END, Question.FILES, Question.STATEMENT, Question.STATEMENT);
        assertThat(answer.path())
                .extracting(Compatibility.Step::reply)
                .containsExactly(Reply.YES, Reply.YES, Reply.OVERRULED, Reply.DECIDES);
    }

    @Test
    void whatNobodySpeaksOfIsUnknown() {
        Compatibility answer = Compatibilities.of(scenario("dgx-spark", "llama.cpp", "mxfp4"), List.of());

        assertThat(answer.state()).isEqualTo(State.UNKNOWN);
        assertThat(answer.why().sentence()).contains("llama.cpp", "sm_121");
    }

    @Test
    void fallbackKernelsSlowPromptsAndLeaveDecodeAlone() {
        Scenario scenario = scenario("m4-32", "llama.cpp", "q8_0").withModel(model("qwen3-8b"));
        var fallback = new CompatibilityRule(
                "llama.cpp",
                Set.of("apple9"),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                State.FALLBACK,
                stated("products are made in 16 bits"),
                Effect.PROMPTS_AT_16_BIT_RATE,
                Compatibility.NOT_STATED,
                Source.of(Source.Kind.RUNTIME, "a test"));

        Speed.Known plain = speed(scenario, List.of());
        Speed.Known slowed = speed(scenario, List.of(fallback));

        assertThat(slowed.decode().value()).isEqualTo(plain.decode().value());
        assertThat(prompt(slowed)).isLessThan(prompt(plain) / 2);
        assertThat(ids(((Speed.Estimated) slowed.prefill()).expected())).contains("widened_efficiency");
    }

    @Test
    void aStatedFactorOnDecodingStandsInTheTreeWithItsSource() {
        Scenario scenario = scenario("m4-32", "llama.cpp", "q8_0").withModel(model("qwen3-8b"));
        Source test = Source.of(Source.Kind.RUNTIME, "a test");
        var half = new CompatibilityRule(
                "llama.cpp",
                Set.of("apple9"),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                State.FALLBACK,
                stated("kernels of an older generation"),
                Effect.NONE,
                Sourced.known(new Ratio(0.5), test),
                test);

        Speed.Known plain = speedOfUnmeasured(scenario, List.of());
        Speed.Known slowed = speedOfUnmeasured(scenario, List.of(half));

        assertThat(slowed.decode().value()).isLessThan(plain.decode().value() * 0.7);
        assertThat(ids(slowed.decode().expected())).contains("kernel_factor");
    }

    /// As fitted, but as though nobody had measured the machine itself.
    private static Speed.Known speedOfUnmeasured(Scenario scenario, List<CompatibilityRule> rules) {
        var shipped = ShippedScenarios.CATALOGUE.calibration();
        var distant = shipped.entries().stream()
                .filter(entry -> entry.scope() != Calibration.Scope.MACHINE)
                .toList();
        return new Estimator(new Calibration(distant, shipped.intervals()), Alternatives.NONE, rules)
                .estimate(scenario)
                .speed()
                .known()
                .orElseThrow();
    }

    private static List<String> ids(Term term) {
        var ids = new ArrayList<String>();
        ids.add(term.id());
        if (term instanceof Term.Derived derived) {
            derived.parts().forEach(part -> ids.addAll(ids(part)));
        }
        return ids;
    }

    /// The shipped fit, but for 8-bit products that nobody measured and that are believed ten times as fast.
    private static Speed.Known speed(Scenario scenario, List<CompatibilityRule> rules) {
        var shipped = ShippedScenarios.CATALOGUE.calibration();
        var believed = shipped.entries().stream()
                .map(CompatibilitiesTest::withFastBytes)
                .toList();
        return new Estimator(new Calibration(believed, shipped.intervals()), Alternatives.NONE, rules)
                .estimate(scenario)
                .speed()
                .known()
                .orElseThrow();
    }

    private static Calibration.Entry withFastBytes(Calibration.Entry entry) {
        var parameters = new TreeMap<>(entry.parameters());
        parameters.computeIfPresent(
                "prefill.resident.8bit", (_, fitted) -> new Calibration.Parameter(fitted.value() / 10, 0));
        return new Calibration.Entry(
                entry.scope(),
                entry.key(),
                entry.runtime(),
                entry.build(),
                parameters,
                entry.rows(),
                entry.models(),
                entry.source());
    }

    private static double prompt(Speed.Known speed) {
        return ((Speed.Estimated) speed.prefill()).value();
    }

    private static boolean isKnown(Measurement row) {
        var catalogue = ShippedScenarios.CATALOGUE;
        return catalogue.runtime(row.runtime()).optional().isPresent()
                && catalogue.machine(row.machine()) instanceof Lookup.Found
                && catalogue
                        .weights(row.weights())
                        .optional()
                        .filter(weights -> weights.isReadBy(
                                catalogue.runtime(row.runtime()).optional().orElseThrow()))
                        .isPresent();
    }

    private static CompatibilityRule rule(Set<String> weights, State state, String why) {
        return new CompatibilityRule(
                "llama.cpp",
                Set.of("sm_121"),
                Set.of(),
                weights,
                Set.of(),
                Set.of(),
                state,
                stated(why),
                Effect.NONE,
                Compatibility.NOT_STATED,
                Source.of(Source.Kind.RUNTIME, "a test"));
    }

    private static Finding.Stated stated(String words) {
        return new Finding.Stated(words, Map.of());
    }

    private static Scenario scenario(String machine, String runtime, String weights) {
        return ShippedScenarios.of(machine, "gpt-oss-120b", weights)
                .withRuntime(
                        ShippedScenarios.CATALOGUE.runtime(runtime).optional().orElseThrow());
    }

    private static LanguageModel model(String id) {
        return ShippedScenarios.CATALOGUE.model(id).optional().orElseThrow();
    }
}
