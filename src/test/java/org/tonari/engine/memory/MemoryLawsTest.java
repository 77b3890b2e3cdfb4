package org.tonari.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.tonari.domain.MemoryStack;
import org.tonari.domain.MemoryStack.Part;
import org.tonari.domain.MemoryStack.PoolStack;
import org.tonari.domain.Scenario;
import org.tonari.engine.ShippedScenarios;
import org.tonari.explain.Term;
import org.tonari.profiles.ProfileKind;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;

/// Laws that hold for every model under every runtime.
class MemoryLawsTest {
    private static final List<String> RUNTIMES =
            List.of("llama.cpp", "ollama", "mlx", "vllm", "sglang", "tensorrt-llm");
    private static final List<String> MODELS =
            ShippedScenarios.CATALOGUE.ids(ProfileKind.MODEL).stream().toList();

    @Property(tries = 150)
    void cachesNeverShrinkWithContextNorWithSequences(
            @ForAll @IntRange(max = 5) int runtime,
            @ForAll @IntRange(max = 1_000) int model,
            @ForAll @IntRange(min = 1, max = 131_072) int context,
            @ForAll @IntRange(min = 1, max = 65_536) int more,
            @ForAll @IntRange(min = 1, max = 16) int sequences) {
        Scenario scenario = scenario(runtime, model, context, sequences);

        Bytes now = cacheAndState(scenario);

        assertThat(cacheAndState(with(scenario, context + more, sequences))).isGreaterThanOrEqualTo(now);
        assertThat(cacheAndState(with(scenario, context, sequences + 1))).isGreaterThanOrEqualTo(now);
    }

    @Property(tries = 100)
    void theStackAddsUpAndItsRangeHoldsIt(
            @ForAll @IntRange(max = 5) int runtime,
            @ForAll @IntRange(max = 1_000) int model,
            @ForAll @IntRange(min = 1, max = 131_072) int context,
            @ForAll @IntRange(min = 1, max = 16) int sequences) {
        MemoryStack stack = MemoryStacks.of(scenario(runtime, model, context, sequences));
        Bytes parts = stack.inUse().stream().map(PoolStack::required).reduce(Bytes.ZERO, Bytes::plus);

        assertThat(stack.required().bytes()).isEqualTo(parts);
        assertThat(stack.requiredLow()).isLessThanOrEqualTo(parts);
        assertThat(stack.requiredHigh()).isGreaterThanOrEqualTo(parts);
        assertThat(stack.reserved().bytes()).isGreaterThanOrEqualTo(parts);
        for (PoolStack pool : stack.pools()) {
            pool.usable()
                    .optional()
                    .map(Term::bytes)
                    .ifPresent(usable -> assertThat(pool.usableLow()).isLessThanOrEqualTo(usable));
        }
    }

    private static Bytes cacheAndState(Scenario scenario) {
        MemoryStack stack = MemoryStacks.of(scenario);
        return stack.size(Part.KV_CACHE).plus(stack.size(Part.RECURRENT_STATE));
    }

    private static Scenario with(Scenario scenario, long context, int sequences) {
        return scenario.withWorkload(
                scenario.workload().withContext(new Tokens(context)).withConcurrency(sequences));
    }

    private static Scenario scenario(int runtime, int model, long context, int sequences) {
        Scenario scenario = ShippedScenarios.of("dgx-spark", MODELS.get(model % MODELS.size()), "bf16")
                .withRuntime(ShippedScenarios.CATALOGUE
                        .runtime(RUNTIMES.get(runtime))
                        .optional()
                        .orElseThrow());
        return with(scenario, context, sequences);
    }
}
