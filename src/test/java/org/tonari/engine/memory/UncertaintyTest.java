package org.tonari.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.domain.answer.MemoryStack.PoolStack;
import org.tonari.domain.machine.MemoryPool.Kind;
import org.tonari.domain.model.LanguageModel.StoredTensors;
import org.tonari.domain.model.TensorRole;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.ShippedScenarios;
import org.tonari.units.Bytes;

class UncertaintyTest {
    private static final Scenario SPLIT = ShippedScenarios.of("hp-omen-45l-rtx-5090", "llama-3.3-70b", "q4_k_m");

    @Test
    void weightsMayBeOffByHalfAPercentUnlessAFileTellsThem() {
        MemoryStack stack = MemoryStacks.of(SPLIT);
        Scenario read = SPLIT.withModel(
                SPLIT.model().withStored(List.of(new StoredTensors(TensorRole.OUTPUT_HEAD, 1_000, new Bytes(2_000)))));

        assertThat(Uncertainty.ofWeights(SPLIT, stack))
                .isEqualTo(stack.size(Part.WEIGHTS).times(0.005));
        assertThat(Uncertainty.ofWeights(read, stack)).isEqualTo(Bytes.ZERO);
        assertThat(Uncertainty.of(SPLIT, stack.pools()).minus(Uncertainty.of(read, stack.pools())))
                .isEqualTo(weights(stack.pools().getFirst())
                        .plus(weights(stack.pools().getLast())));
    }

    @Test
    void buffersMayBeOffByFifteenPercentOnTheCardAndTenWithTheHost() {
        MemoryStack stack = MemoryStacks.of(SPLIT);
        PoolStack card = stack.pools().getFirst();
        PoolStack host = stack.pools().getLast();

        assertThat(stack.placement().isSplit()).isTrue();
        assertThat(host.kind()).isEqualTo(Kind.HOST);
        assertThat(host.size(Part.ACTIVATIONS).count()).isPositive();
        assertThat(Uncertainty.ofBuffers(SPLIT, stack))
                .isEqualTo(card.size(Part.ACTIVATIONS)
                        .times(0.15)
                        .plus(host.size(Part.ACTIVATIONS).times(0.10)));
    }

    @Test
    void elsewhereBuffersMayBeOffByThirtyPercentAndByNoLessThan128MiB() {
        Scenario small = ShippedScenarios.of("dgx-spark", "qwen3-0.6b", "bf16")
                .withRuntime(
                        ShippedScenarios.CATALOGUE.runtime("sglang").optional().orElseThrow());
        Scenario large = small.withModel(
                ShippedScenarios.CATALOGUE.model("deepseek-v3").optional().orElseThrow());
        Bytes buffers = MemoryStacks.of(large).size(Part.ACTIVATIONS);

        assertThat(Uncertainty.ofBuffers(small, MemoryStacks.of(small))).isEqualTo(new Bytes(128 * Bytes.PER_MIB));
        assertThat(buffers.count()).isGreaterThan(512 * Bytes.PER_MIB);
        assertThat(Uncertainty.ofBuffers(large, MemoryStacks.of(large))).isEqualTo(buffers.times(0.30));
    }

    private static Bytes weights(PoolStack pool) {
        return pool.size(Part.WEIGHTS).times(0.005);
    }
}
