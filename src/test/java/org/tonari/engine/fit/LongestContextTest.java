package org.tonari.engine.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.domain.machine.MemoryPool.Reserve;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload.Toggle;
import org.tonari.engine.ShippedScenarios;
import org.tonari.engine.memory.MemoryStacks;
import org.tonari.engine.memory.MemoryStacks.Detail;
import org.tonari.engine.memory.WeightBytes;
import org.tonari.engine.memory.compute.Replays;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;

class LongestContextTest {
    private static final long STEP = 256;
    private static final Replays REPLAYS = new Replays();
    private static final Source TEST = Source.of(Source.Kind.YOURS, "a test");

    /// Models whose compute buffer falls somewhere as the context grows, and some whose never does.
    private static final List<String> MODELS =
            List.of("llama-2-7b", "llama-3.1-8b", "gemma-3-4b", "qwen3-8b", "nemotron-nano-9b-v2", "gpt-oss-20b");

    /// The limit is laid within a few bytes of what some step needs, where a buffer's fall would show.
    @Property(tries = 40)
    void everyStepUpToTheLongestFitsAndTheNextDoesNot(
            @ForAll @IntRange(max = 5) int model,
            @ForAll @IntRange(min = 1, max = 48) int step,
            @ForAll @IntRange(min = -1, max = 1) int bytes,
            @ForAll boolean fused,
            @ForAll @IntRange(min = 1, max = 4) int sequences) {
        Scenario plain = scenario(MODELS.get(model), fused, sequences);
        WeightBytes weights = WeightBytes.of(plain.model(), plain.weights());
        long need = MemoryStacks.of(at(plain, step), weights, Detail.SIZES, REPLAYS)
                .required()
                .bytes()
                .count();
        Scenario limited = onMemoryOf(plain, need + bytes);

        long longest = (long) LongestContext.of(limited, each -> MemoryStacks.of(each, weights, Detail.SIZES, REPLAYS))
                .optional()
                .orElseThrow()
                .value()
                .magnitude();

        long steps = longest / STEP;
        for (long each = 1; each <= steps; each++) {
            assertThat(fits(limited, weights, each))
                    .as("step %d of %d", each, steps)
                    .isTrue();
        }
        if ((steps + 1) * STEP <= limited.model().maxContext().count()) {
            assertThat(fits(limited, weights, steps + 1)).isFalse();
        }
    }

    private static boolean fits(Scenario scenario, WeightBytes weights, long steps) {
        Scenario at = at(scenario, steps);
        return Verdicts.of(at, MemoryStacks.of(at, weights, Detail.SIZES, REPLAYS))
                .fits();
    }

    private static Scenario at(Scenario scenario, long steps) {
        return scenario.withWorkload(scenario.workload().withContext(new Tokens(steps * STEP)));
    }

    private static Scenario scenario(String model, boolean fused, int sequences) {
        Scenario scenario = ShippedScenarios.of("strix-halo-128", model, "q8_0");
        return scenario.withWorkload(scenario.workload()
                .withFlashAttention(fused ? Toggle.ON : Toggle.OFF)
                .withUbatch(new Tokens(128))
                .withConcurrency(sequences));
    }

    private static Scenario onMemoryOf(Scenario scenario, long bytes) {
        MemoryPool pool = scenario.machine()
                .primaryPool()
                .withCapacity(Sourced.known(new Bytes(bytes), TEST))
                .withSystemReserve(Sourced.known(new Reserve(Bytes.ZERO, Bytes.ZERO, Bytes.ZERO), TEST))
                .withLimit(new MemoryPool.Limit.None());
        return scenario.withMachine(scenario.machine().withPools(List.of(pool)));
    }
}
