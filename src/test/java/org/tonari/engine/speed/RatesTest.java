package org.tonari.engine.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.domain.answer.Compatibility;
import org.tonari.domain.answer.Compatibility.Effect;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.Speed.Evidence;
import org.tonari.domain.evidence.Calibration;
import org.tonari.domain.evidence.Calibration.Entry;
import org.tonari.domain.evidence.Calibration.Interval;
import org.tonari.domain.evidence.Calibration.Parameter;
import org.tonari.domain.evidence.Calibration.Scope;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.ShippedScenarios;
import org.tonari.engine.memory.MemoryStacks;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.units.Ratio;

/// Which rate counts, how near its evidence lies, how wide its interval is.
class RatesTest {
    private static final Source FITTED = Source.of(Source.Kind.FITTED, "a test");
    private static final Map<String, Parameter> STEP = Map.of("step", new Parameter(1e-3, 1));

    @ParameterizedTest(name = "{0} with {1} rows, asked for {2}: {3}")
    @CsvSource(textBlock = """
        # scope,    rows, model,  evidence
        MACHINE,    5,    mine,   A
        MACHINE,    1,    mine,   A
        MACHINE,    5,    others, B
        MACHINE,    2,    others, B
        MACHINE,    1,    others, C
        MACHINE,    0,    mine,   D
        GENERATION, 5,    mine,   D
        CLASS,      5,    mine,   D
        RUNTIME,    5,    mine,   E
        OVERALL,    5,    mine,   E
        """)
    void theNearestScopeTellsHowNearTheEvidenceLies(Scope scope, int rows, String model, Evidence evidence) {
        assertThat(rates(entry(scope, STEP, rows)).evidence(model)).isEqualTo(evidence);
    }

    @Test
    void anEntryThatSaysNothingOfDecodingIsPassedOver() {
        Entry prompts = entry(Scope.MACHINE, Map.of("prefill.start", new Parameter(1e-3, 1)), 5);

        assertThat(rates(prompts).evidence("mine")).isEqualTo(Evidence.E);
        assertThat(rates(prompts, entry(Scope.CLASS, STEP, 5)).evidence("mine")).isEqualTo(Evidence.D);
    }

    @Test
    void theNearestScopeThatHasARateGivesIt() {
        Rates rates = rates(
                entry(Scope.MACHINE, Map.of("cache", new Parameter(2, 1)), 1),
                entry(Scope.CLASS, Map.of("cache", new Parameter(4, 1), "compute", new Parameter(5, 1)), 1));

        assertThat(share(rates, "cache")).isEqualTo(0.5);
        assertThat(share(rates, "compute")).isEqualTo(0.2);
        assertThat(rates.efficiency("latent_cache")).isEmpty();
    }

    @Test
    void kernelsSlowPackedWeightsOnlyAndOnlyWhereNobodyMeasured() {
        Entry machine = entry(Scope.MACHINE, Map.of("resident.8bit", new Parameter(2, 3)), 3);
        Entry prior = entry(Scope.MACHINE, Map.of("expert.8bit", new Parameter(2, 0)), 3);
        Entry overall = entry(
                Scope.OVERALL,
                Map.of(
                        "resident.4bit", new Parameter(2, 3),
                        "expert.4bit", new Parameter(2, 3),
                        "resident.16bit", new Parameter(2, 3),
                        "cache", new Parameter(2, 3)),
                9);

        Rates slowed = rates(machine, prior, overall).forDecoding(compatibility(Effect.NONE, 0.5));

        assertThat(share(slowed, "resident.4bit")).isEqualTo(0.25);
        assertThat(share(slowed, "expert.4bit")).isEqualTo(0.25);
        assertThat(share(slowed, "expert.8bit")).isEqualTo(0.25);
        assertThat(share(slowed, "resident.8bit")).isEqualTo(0.5);
        assertThat(share(slowed, "resident.16bit")).isEqualTo(0.5);
        assertThat(share(slowed, "cache")).isEqualTo(0.5);
    }

    @Test
    void widenedPromptsRunNoFasterThanWideOnes() {
        Entry machine = entry(Scope.MACHINE, Map.of("prefill.resident.8bit", new Parameter(2, 3)), 3);
        Entry overall = entry(
                Scope.OVERALL,
                Map.of(
                        "prefill.resident.16bit", new Parameter(4, 3),
                        "prefill.resident.4bit", new Parameter(2, 3),
                        "prefill.expert.4bit", new Parameter(8, 3),
                        "prefill.attention", new Parameter(2, 3)),
                9);
        Rates rates = rates(machine, overall);

        Rates widened = rates.forPrompts(compatibility(Effect.PROMPTS_AT_16_BIT_RATE, 1));

        assertThat(share(widened, "prefill.resident.4bit")).isEqualTo(0.25);
        assertThat(share(widened, "prefill.expert.4bit")).isEqualTo(0.125);
        assertThat(share(widened, "prefill.resident.8bit")).isEqualTo(0.5);
        assertThat(share(widened, "prefill.attention")).isEqualTo(0.5);
        assertThat(rates.forPrompts(compatibility(Effect.NONE, 1))).isSameAs(rates);
    }

    @Test
    void theWidthIsTheRuntimesElseTheTiersElseTheUsual() {
        Scenario scenario = ShippedScenarios.of("dgx-spark", "gpt-oss-120b", "mxfp4");
        MemoryStack memory = MemoryStacks.of(scenario);
        var calibration = new Calibration(
                List.of(),
                List.of(
                        new Interval(Evidence.A, "vllm", "decode", 1.9),
                        new Interval(Evidence.A, "", "decode", 1.3),
                        new Interval(Evidence.A, "", "decode", 1.8),
                        new Interval(Evidence.A, "llama.cpp", "decode", 1.2),
                        new Interval(Evidence.A, "llama.cpp", "prefill", 1.7),
                        new Interval(Evidence.B, "", "decode", 1.4)));

        assertThat(Intervals.factor(calibration, scenario, memory, Evidence.A, "decode"))
                .isEqualTo(1.2);
        assertThat(Intervals.factor(calibration, scenario, memory, Evidence.A, "prefill"))
                .isEqualTo(1.7);
        assertThat(Intervals.factor(calibration, scenario, memory, Evidence.B, "decode"))
                .isEqualTo(1.4);
        var mlx = scenario.withRuntime(
                ShippedScenarios.CATALOGUE.runtime("mlx").optional().orElseThrow());
        assertThat(Intervals.factor(calibration, mlx, memory, Evidence.A, "decode"))
                .isEqualTo(1.3);
        var usual = new ArrayList<Double>();
        for (Evidence tier : Evidence.values()) {
            usual.add(Intervals.factor(calibration, scenario, memory, tier, "batch"));
        }
        assertThat(usual).containsExactly(1.04, 1.10, 1.12, 1.15, 1.25);
    }

    @Test
    void aSplitIsNeverSurerThanThatItScatters() {
        Scenario scenario = ShippedScenarios.of("hp-omen-45l-rtx-5090", "gpt-oss-120b", "mxfp4");
        var wide = new Calibration(List.of(), List.of(new Interval(Evidence.E, "", "decode", 2)));
        MemoryStack memory = MemoryStacks.of(scenario);

        assertThat(memory.placement().isSplit()).isTrue();
        assertThat(Intervals.factor(wide, scenario, memory, Evidence.E, "decode"))
                .isEqualTo(2);
        assertThat(Intervals.factor(wide, scenario, memory, Evidence.E, "prefill"))
                .isCloseTo(1.4, within(1e-12));
    }

    private static double share(Rates rates, String name) {
        return rates.efficiency(name).orElseThrow().value().magnitude();
    }

    private static Rates rates(Entry... nearestFirst) {
        return Rates.of(FittedRates.of(List.of(nearestFirst)));
    }

    private static Entry entry(Scope scope, Map<String, Parameter> parameters, int rows) {
        return new Entry(scope, "here", "llama.cpp", "", parameters, rows, List.of("mine"), FITTED);
    }

    private static Compatibility compatibility(Effect effect, double decode) {
        return new Compatibility(
                Compatibility.State.UPCAST,
                new Compatibility.Finding.RunsThrough("llama.cpp", "here", "cuda"),
                effect,
                decode == 1 ? Compatibility.NOT_STATED : Sourced.known(new Ratio(decode), FITTED),
                FITTED,
                List.of());
    }
}
