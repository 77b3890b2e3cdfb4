package org.tonari.engine.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.domain.answer.Compatibility;
import org.tonari.domain.answer.Compatibility.Effect;
import org.tonari.domain.answer.Compatibility.Finding;
import org.tonari.domain.answer.Compatibility.State;
import org.tonari.domain.answer.Roofline;
import org.tonari.domain.answer.Roofline.Activity;
import org.tonari.domain.answer.Roofline.Sticker;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool.Kind;
import org.tonari.domain.machine.Processor;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Bench;
import org.tonari.engine.ShippedScenarios;
import org.tonari.explain.Answer;
import org.tonari.explain.Sourced;
import org.tonari.explain.Term;
import org.tonari.units.FlopsPerSecond;

class StickersTest {
    private static final Map<String, Sourced<FlopsPerSecond>> NONE = Map.of();
    private static final Map<String, Sourced<FlopsPerSecond>> DENSE =
            Map.of("fp16", known(100), "bf16", Bench.unstated("bf16"), "fp8", known(200), "fp4", known(400));
    private static final Map<String, Sourced<FlopsPerSecond>> SPARSE = Map.of("fp4", known(800));
    private static final Map<String, Sourced<FlopsPerSecond>> MEASURED = Map.of("bf16", known(900));

    @Test
    void everyStatedPeakIsListedTheHighestFirst() {
        List<Sticker> stickers = Stickers.of(machine(DENSE, SPARSE, MEASURED));

        assertThat(stickers)
                .extracting(sticker -> sticker.counting() + " " + sticker.format() + " "
                        + term(sticker.peak()).id())
                .containsExactly(
                        "MEASURED bf16 measured_peak",
                        "SPARSE fp4 sparse_peak",
                        "DENSE fp4 dense_peak",
                        "DENSE fp8 dense_peak",
                        "DENSE fp16 dense_peak");
    }

    @Test
    void theHeadlineIsAdvertisedNotMeasured() {
        assertThat(headline(machine(DENSE, SPARSE, MEASURED))).isEqualTo(800);
        assertThat(headline(machine(DENSE, NONE, MEASURED))).isEqualTo(400);
    }

    @Test
    void aMeasuredPeakStandsInWhereNothingIsAdvertised() {
        assertThat(headline(machine(NONE, NONE, MEASURED))).isEqualTo(900);
    }

    @Test
    void withoutAnyPeakHeadlineAndRoofAreUnknown() {
        Machine machine = machine(NONE, NONE, NONE);

        assertThat(path(Stickers.headline(Stickers.of(machine), machine))).isEqualTo("machine.compute.dense");
        assertThat(path(roof(machine, "mxfp4", State.NATIVE))).isEqualTo("machine.compute.dense");
    }

    /// Dense: 400 in `fp4`, 200 in `fp8`, 100 in `fp16`.
    @ParameterizedTest(name = "{0} with {1} kernels: {2}")
    @CsvSource({
        "mxfp4, NATIVE, 400",
        "mxfp4, UPCAST, 100",
        "fp8, NATIVE, 200",
        "fp8, FALLBACK, 100",
        "q4_k_m, NATIVE, 100",
        "bf16, NATIVE, 100"
    })
    void packedWeightsRunAtTheirOwnRateOnlyWhereKernelsAreNative(String weights, State state, double roof) {
        assertThat(term(roof(machine(DENSE, SPARSE, MEASURED), weights, state))
                        .value()
                        .magnitude())
                .isEqualTo(roof);
    }

    @Test
    void aMeasuredProductIsTheRoofWhereNoDensePeakIsStated() {
        assertThat(term(roof(machine(NONE, SPARSE, MEASURED), "bf16", State.NATIVE))
                        .value()
                        .magnitude())
                .isEqualTo(900);
    }

    /// 64 GB hold no 70 billion weights of 2 bytes: points are there, what is reached is not.
    @Test
    void whatDoesNotRunReachesNothingAndSaysWhy() {
        Scenario scenario = ShippedScenarios.of("mac-mini-m4-pro-64", "llama-3.1-70b", "bf16");
        Roofline roofline = Reaches.of(ShippedScenarios.estimator(), scenario);

        assertThat(roofline.points())
                .extracting(Roofline.Point::activity)
                .containsExactly(Activity.PREFILL, Activity.DECODE, Activity.BATCH);
        assertThat(roofline.points()).allSatisfy(point -> {
            assertThat(path(point.reached())).isEqualTo("fit.verdict");
            assertThat(term(point.intensity()).value().magnitude()).isPositive();
        });
    }

    private static double headline(Machine machine) {
        return term(Stickers.headline(Stickers.of(machine), machine)).value().magnitude();
    }

    private static Answer roof(Machine machine, String weights, State state) {
        WeightFormat format =
                ShippedScenarios.CATALOGUE.weights(weights).optional().orElseThrow();
        var kernels = new Compatibility(
                state,
                new Finding.Stated("so it is", Map.of()),
                Effect.NONE,
                Compatibility.NOT_STATED,
                Bench.HAND,
                List.of());
        return Stickers.roof(Stickers.of(machine), machine, format, kernels);
    }

    private static Sourced<FlopsPerSecond> known(double rate) {
        return Sourced.known(new FlopsPerSecond(rate), Bench.HAND);
    }

    private static Machine machine(
            Map<String, Sourced<FlopsPerSecond>> dense,
            Map<String, Sourced<FlopsPerSecond>> sparse,
            Map<String, Sourced<FlopsPerSecond>> measured) {
        Machine plain = Bench.machine(Bench.pool(Kind.UNIFIED, 1_000));
        return new Machine(
                plain.id(),
                plain.name(),
                plain.shortName(),
                plain.pools(),
                new Processor("Anvil", "sm_0", "bench", "first", "bench", dense, sparse, measured),
                plain.backends(),
                plain.storage(),
                plain.links(),
                plain.power(),
                plain.prices(),
                plain.facts());
    }

    private static Term term(Answer answer) {
        return answer.optional().orElseThrow();
    }

    private static String path(Answer answer) {
        return ((Answer.Unknown) answer).fact().path();
    }
}
