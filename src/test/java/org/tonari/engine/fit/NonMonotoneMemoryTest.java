package org.tonari.engine.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.domain.machine.MemoryPool.Kind;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.runtime.InferenceRuntime.Allocation;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Bench;
import org.tonari.engine.memory.MemoryStacks;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;

/// The longest context where memory falls from one step of 256 tokens to the next: of 16 steps, each of 8 MiB of cache
/// beside a buffer of 70 MiB, some take what another step would.
class NonMonotoneMemoryTest {
    private static final long MIB = Bytes.PER_MIB;
    private static final int TOO_LONG = 20;

    @Test
    void withoutAFallItIsTheLastStepThatFits() {
        assertThat(longest(need(10), Map.of())).isEqualTo(10);
        assertThat(longest(need(10) - 1, Map.of())).isEqualTo(9);
        assertThat(longest(need(16), Map.of())).isEqualTo(16);
        assertThat(longest(need(1) - 1, Map.of())).isZero();
    }

    @Test
    void aStepThatFailsBelowEndsIt() {
        assertThat(longest(need(10), Map.of(9, 10, 8, TOO_LONG))).isEqualTo(7);
        assertThat(longest(need(10), Map.of(9, 10, 8, TOO_LONG, 7, 10, 6, TOO_LONG)))
                .isEqualTo(5);
    }

    /// No known buffer falls by more than a tenth, 7 MiB here, and 1 MiB more is looked beyond.
    @Test
    void stepsAreTriedAsFarDownAsAFallCouldMatter() {
        Map<Integer, Integer> flat = Map.of(10, 9, 8, TOO_LONG, 11, TOO_LONG, 12, TOO_LONG, 13, TOO_LONG);

        assertThat(longest(need(9) + 8 * MIB - 1, flat)).isEqualTo(7);
        assertThat(longest(need(9) + 8 * MIB, flat)).isEqualTo(10);
    }

    /// @param bytes  of memory
    /// @param others steps that take what other steps would
    private static long longest(long bytes, Map<Integer, Integer> others) {
        Scenario scenario = scenario(bytes);
        double tokens = LongestContext.of(scenario, asked -> stack(asked, others))
                .optional()
                .orElseThrow()
                .value()
                .magnitude();
        return (long) tokens / 256;
    }

    private static MemoryStack stack(Scenario asked, Map<Integer, Integer> others) {
        int step = (int) (asked.workload().context().count() / 256);
        return at(asked, others.getOrDefault(step, step));
    }

    private static long need(int steps) {
        MemoryStack stack = at(scenario(1L << 40), steps);
        assertThat(stack.size(Part.ACTIVATIONS).count()).isEqualTo(70 * MIB);
        assertThat(stack.size(Part.KV_CACHE).count()).isEqualTo(8 * MIB * steps);
        return stack.required().bytes().count();
    }

    private static MemoryStack at(Scenario scenario, int steps) {
        return MemoryStacks.of(scenario.withWorkload(scenario.workload().withContext(new Tokens(256L * steps))));
    }

    /// 64 heads of 128 elements of 2 bytes, keys and values: 32 KiB a token.
    private static Scenario scenario(long bytes) {
        var looking = new Attention.FullAttention(Bench.heads(64, 64, 128, 128));
        LanguageModel plain = Bench.model(new LayerGroup("looking", 1, looking, new FeedForward.Dense(8, 2), 0));
        var model = new LanguageModel(
                plain.id(),
                plain.name(),
                plain.family(),
                plain.source(),
                plain.hiddenSize(),
                plain.vocabulary(),
                plain.head(),
                plain.smallParameters(),
                plain.groups(),
                plain.order(),
                plain.extras(),
                new Tokens(16 * 256),
                plain.nativeWeights(),
                List.of(),
                plain.details());
        Scenario scenario = Bench.scenario(Bench.machine(Bench.pool(Kind.UNIFIED, bytes)), model, "vllm");
        return scenario.withRuntime(
                scenario.runtime().withAllocation(new Allocation.PagedShareOfFree(new Tokens(16), new Tokens(64), 1)));
    }
}
