package org.tonari.engine.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.tonari.domain.Calibration;
import org.tonari.domain.Calibration.Entry;
import org.tonari.domain.Calibration.Parameter;
import org.tonari.domain.Calibration.Scope;
import org.tonari.domain.MemoryStack.Placement;
import org.tonari.domain.Scenario;
import org.tonari.engine.laws.Draw;
import org.tonari.engine.memory.MemoryStacks;
import org.tonari.engine.memory.MemoryStacks.Detail;
import org.tonari.engine.memory.WeightBytes;
import org.tonari.engine.memory.compute.Replays;
import org.tonari.explain.Source;
import org.tonari.explain.Term;

/// Steps and prompts of random scenarios at random rates, against a recomputation that shares only the weights.
class PlainSpeedTest {
    private static final int SCENARIOS = Integer.getInteger("laws.architectures", 100_000) / 64;
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

    @Test
    void stepsAndPromptsEqualAPlainRecomputation() {
        int compared = 0;
        for (long seed = 0; seed < SCENARIOS; seed++) {
            Draw draw = Draw.of(seed);
            Scenario scenario = draw.sensible();
            WeightBytes weights = WeightBytes.of(scenario.model(), scenario.weights());
            Placement placement = MemoryStacks.of(scenario, weights, Detail.SIZES, new Replays())
                    .placement();
            Map<String, Double> numbers = numbers(draw);
            Rates rates = Rates.of(calibration(numbers), scenario.machine(), scenario.runtime());
            if (!(Bandwidth.of(scenario.machine(), placement) instanceof Bandwidth.Known bandwidth)
                    || ComputePeak.of(scenario.machine()).isEmpty()
                    || isMeasuredOnly(scenario)) {
                continue;
            }
            WeightReads reads = WeightReads.of(weights);
            var plain = new PlainSpeed(scenario, reads, numbers, placement);
            long depth = scenario.workload().context().count();
            int users = scenario.workload().concurrency();
            int each = (int) draw.upTo(5);
            long prompt = scenario.workload().prompt().count();

            Optional<Term> step =
                    new DecodeStep(scenario, reads, rates, bandwidth, placement).time(depth, new Batch(users, each));
            Optional<Term> first = new Prefill(scenario, reads, rates, bandwidth, placement).time(prompt, 0);

            same("step of " + seed, step, plain.step(depth, users, each));
            same("prompt of " + seed, first, plain.prompt(prompt, Prefill.microBatch(scenario)));
            compared++;
        }

        assertThat(compared).isGreaterThan(SCENARIOS / 2);
    }

    private static void same(String what, Optional<Term> engine, double plain) {
        assertThat(engine.orElseThrow().value().magnitude()).as(what).isCloseTo(plain, Percentage.withPercentage(1e-4));
    }

    /// Where nobody states a peak bandwidth a measured one stands in.
    private static boolean isMeasuredOnly(Scenario scenario) {
        return scenario.machine().pools().stream()
                .anyMatch(pool -> !(pool.bandwidth() instanceof org.tonari.explain.Sourced.Known<?>));
    }

    private static Map<String, Double> numbers(Draw draw) {
        var numbers = new HashMap<String, Double>();
        for (String family : FAMILIES) {
            for (String kind : List.of("resident.", "expert.", "prefill.resident.", "prefill.expert.")) {
                numbers.put(kind + family, 0.2 + 3 * draw.random().nextDouble());
            }
        }
        SHARES.forEach(name -> numbers.put(name, 0.2 + 3 * draw.random().nextDouble()));
        TIMES.forEach(name -> numbers.put(name, 1e-4 * draw.random().nextDouble()));
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
