package org.tonari.engine.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.tonari.domain.answer.MemoryStack.Placement;
import org.tonari.domain.evidence.Calibration;
import org.tonari.domain.evidence.Calibration.Entry;
import org.tonari.domain.evidence.Calibration.Parameter;
import org.tonari.domain.evidence.Calibration.Scope;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.FullAttention;
import org.tonari.domain.model.Attention.GatedDelta;
import org.tonari.domain.model.Attention.LatentAttention;
import org.tonari.domain.model.Attention.StateSpace;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.FeedForward.Dense;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Bench;
import org.tonari.engine.ShippedScenarios;
import org.tonari.engine.laws.Draw;
import org.tonari.engine.memory.WeightBytes;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.explain.Term;

/// Steps and prompts of random scenarios at random rates, against a recomputation that shares only the weights.
class PlainSpeedTest {
    private static final int SCENARIOS = Integer.getInteger("laws.architectures", 100_000) / 64;
    private static final List<Machine> CARDS = ShippedScenarios.CATALOGUE.machines().stream()
            .filter(machine -> machine.hostPool().isPresent())
            .toList();
    private static final FeedForward EXPERTS = new FeedForward.MixtureOfExperts(32, 4, 1_024, 3, 4, 0, 0);
    private static final List<String> FAMILIES = List.of("16bit", "8bit", "kquant", "4bit", "fp4");
    private static final List<String> SHARES = List.of(
            "cache",
            "latent_cache",
            "compute",
            "host",
            "batch.expert_coverage",
            "batch.expert_once",
            "batch.cache",
            "batch.latent_cache",
            "batch.state_mamba",
            "batch.state_delta",
            "batch.dense_work",
            "batch.dense_work_large",
            "batch.expert_work",
            "batch.four_bit_work",
            "batch.gamma",
            "prefill.attention",
            "prefill.wide_attention",
            "prefill.latent_attention",
            "prefill.delta",
            "prefill.mamba",
            "prefill.cache",
            "prefill.activations",
            "prefill.weight_read");
    private static final List<String> TIMES = List.of(
            "attention_layer",
            "expert_layer",
            "recurrent_layer",
            "step",
            "batch.layer",
            "prefill.layer",
            "prefill.start");

    private static final LanguageModel EVERY_KIND = Bench.model(
            layers("heads", new FullAttention(Bench.heads(16, 4, 128, 64)), new Dense(4_096, 3)),
            layers("wide heads", new FullAttention(Bench.heads(8, 2, 512, 256)), new Dense(2_048, 3)),
            layers("latent", new LatentAttention(16, 0, 512, 64, 128, 128), EXPERTS),
            layers("delta", new GatedDelta(16, 32, 128, 128, 4), EXPERTS),
            layers("mamba", new StateSpace(StateSpace.Variant.MAMBA_2, 8_192, 128, 8, 64, 4), new Dense(1_024, 2)));

    private static LayerGroup layers(String name, Attention attention, FeedForward feedForward) {
        return new LayerGroup(name, 6, attention, feedForward, 0);
    }

    @Test
    void whatWasNeverFittedHasNoTime() {
        Scenario scenario = ShippedScenarios.of("dgx-spark", "gpt-oss-120b", "mxfp4");
        WeightReads reads = WeightReads.of(WeightBytes.of(scenario.model(), scenario.weights()));
        var bandwidth = (Bandwidth.Known) Bandwidth.of(scenario.machine(), Placement.NONE);

        for (String missing : List.of("resident.8bit", "expert.fp4", "prefill.resident.8bit", "prefill.expert.fp4")) {
            Map<String, Double> numbers = numbers(Draw.of(1));
            numbers.remove(missing);
            Rates rates = Rates.of(calibration(numbers), scenario.machine(), scenario.runtime());
            boolean prompt = missing.startsWith("prefill");

            assertThat(new DecodeStep(scenario, reads, rates, bandwidth, Placement.NONE).time(100, new Batch(1, 1)))
                    .matches(time -> time.isPresent() == prompt, missing);
            assertThat(new Prefill(scenario, reads, rates, bandwidth, Placement.NONE).time(100, 0))
                    .matches(time -> time.isPresent() != prompt, missing);
        }
    }

    @Test
    void stepsAndPromptsEqualAPlainRecomputation() {
        int compared = 0;
        for (long seed = 0; seed < SCENARIOS; seed++) {
            Draw draw = Draw.of(seed);
            compared += compared(seed, draw.sensible(), draw) ? 1 : 0;
        }

        assertThat(compared).isGreaterThan(SCENARIOS / 2);
    }

    @Test
    void soDoThoseOfAModelWithLayersOfEveryKind() {
        int compared = 0;
        for (long seed = 0; seed < 40; seed++) {
            Draw draw = Draw.of(seed);
            compared += compared(seed, draw.sensible().withModel(EVERY_KIND), draw) ? 1 : 0;
        }

        assertThat(compared).isGreaterThan(20);
    }

    private static boolean compared(long seed, Scenario drawn, Draw draw) {
        Scenario scenario = draw.random().nextBoolean() ? drawn : drawn.withMachine(draw.among(CARDS));
        WeightBytes weights = WeightBytes.of(scenario.model(), scenario.weights());
        Placement placement = placement(scenario, draw);
        Map<String, Double> numbers = numbers(draw);
        Rates rates = Rates.of(calibration(numbers), scenario.machine(), scenario.runtime());
        if (!(Bandwidth.of(scenario.machine(), placement) instanceof Bandwidth.Known bandwidth)
                || ComputePeak.of(scenario.machine()).isEmpty()
                || isMeasuredOnly(scenario)) {
            return false;
        }
        WeightReads reads = WeightReads.of(weights);
        var plain = new PlainSpeed(scenario, reads, numbers, placement);
        long depth = scenario.workload().context().count();
        int users = scenario.workload().concurrency();
        int each = (int) draw.upTo(5);
        long prompt = scenario.workload().prompt().count();
        long batch = Prefill.microBatch(scenario);

        Optional<Term> step =
                new DecodeStep(scenario, reads, rates, bandwidth, placement).time(depth, new Batch(users, each));
        Optional<Term> first = new Prefill(scenario, reads, rates, bandwidth, placement).time(prompt, 0);
        var work = WorkAndTraffic.decode(scenario, weights, users);
        var promptWork = WorkAndTraffic.prefill(scenario, weights);

        same("step of " + seed, step, plain.step(depth, users, each));
        same("prompt of " + seed, first, plain.prompt(prompt, batch));
        same("work of " + seed, Optional.of(work.work()), plain.work(depth, users));
        same("traffic of " + seed, Optional.of(work.traffic()), plain.traffic(depth, users));
        same("work of the prompt of " + seed, Optional.of(promptWork.work()), plain.promptWork(prompt));
        same("traffic of the prompt of " + seed, Optional.of(promptWork.traffic()), plain.promptTraffic(prompt, batch));
        return true;
    }

    /// Where there is host memory, mostly some layers stand there, or their experts.
    private static Placement placement(Scenario scenario, Draw draw) {
        int layers = scenario.model().layers();
        return scenario.machine().hostPool().isEmpty() || draw.random().nextInt(4) == 0
                ? Placement.NONE
                : new Placement(draw.random().nextInt(layers + 1), (int) draw.upTo(layers + 1) - 1);
    }

    private static void same(String what, Optional<Term> engine, double plain) {
        assertThat(engine.orElseThrow().value().magnitude()).as(what).isCloseTo(plain, Percentage.withPercentage(1e-4));
    }

    /// Where nobody states a peak bandwidth a measured one stands in.
    private static boolean isMeasuredOnly(Scenario scenario) {
        return scenario.machine().pools().stream().anyMatch(pool -> !(pool.bandwidth() instanceof Sourced.Known<?>));
    }

    private static Map<String, Double> numbers(Draw draw) {
        var numbers = new HashMap<String, Double>();
        boolean fast = draw.random().nextInt(3) == 0;
        for (String family : FAMILIES) {
            for (String kind : List.of("resident.", "expert.", "prefill.resident.", "prefill.expert.")) {
                numbers.put(kind + family, 0.2 + 3 * draw.random().nextDouble());
            }
        }
        SHARES.forEach(name -> numbers.put(name, 0.2 + 3 * draw.random().nextDouble()));
        TIMES.forEach(name -> numbers.put(name, 1e-4 * draw.random().nextDouble()));
        if (fast) {
            numbers.replaceAll((_, number) -> number / 20);
        }
        numbers.put("batch.gamma", 0.5 + draw.random().nextDouble() / 2);
        return numbers;
    }

    private static Calibration calibration(Map<String, Double> numbers) {
        var all = new HashMap<String, Parameter>();
        numbers.forEach((name, number) -> all.put(name, new Parameter(number, 1)));
        Source dice = Source.of(Source.Kind.FITTED, "thrown by dice");
        return new Calibration(List.of(new Entry(Scope.OVERALL, "", "", "", all, 1, List.of(), dice)), List.of());
    }
}
