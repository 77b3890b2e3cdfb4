package org.tonari.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonari.domain.model.Attention;
import org.tonari.domain.runtime.InferenceRuntime.Allocation;
import org.tonari.domain.runtime.InferenceRuntime.Allocation.SchedulingStep;
import org.tonari.domain.runtime.InferenceRuntime.Allocation.StaticShare.Share;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload.Outputs;
import org.tonari.domain.scenario.Workload.Toggle;
import org.tonari.engine.memory.compute.ComputeBuffer;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Operation;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;

class ComputeBufferTest {
    @Test
    void theExplanationNamesWhatIsAliveAtThePeak() {
        Scenario scenario = llama("llama-260m", 4_096);

        Term.Derived buffer = explained(scenario);

        // 3 · 4,096 · 512 · 4 of the network, the residual stream, and the inputs; the rest are gaps
        assertThat(buffer.id()).isEqualTo("activations_bytes");
        assertThat(buffer.operation()).isEqualTo(Operation.SUM);
        assertThat(buffer.bytes()).isEqualTo(new Bytes(37_761_056));
        assertThat(buffer.parts().stream().map(Term::id))
                .containsExactly("hidden_state", "ffn_gate", "ffn_up", "ffn_activation", "inputs_bytes", "gaps_bytes");
        assertThat(buffer.parts().getLast().bytes()).isEqualTo(new Bytes(4_196_352));
        assertThat(buffer.parts().get(1).bytes()).isEqualTo(new Bytes(4_096L * 512 * 4));
    }

    @Test
    void withoutFlashAttentionTheScoresFillTheBuffer() {
        Scenario scenario = llama("llama-3.1-8b-like", 131_072);
        scenario = scenario.withWorkload(scenario.workload().withFlashAttention(Toggle.OFF));

        Term.Derived buffer = explained(scenario);

        // 131,072 cells · 32 heads · 512 tokens · 4 bytes
        assertThat(part(buffer, "kq")).isEqualTo(new Bytes(131_072L * 32 * 512 * 4));
    }

    @Test
    void withAllOutputsTheLogitsStandAtThePeak() {
        Scenario scenario = llama("gpt-oss-120b-like", 131_072);
        scenario = scenario.withWorkload(
                scenario.workload().withUbatch(new Tokens(2_048)).withOutputs(Outputs.ALL));

        Term.Derived buffer = explained(scenario);

        assertThat(buffer.bytes()).isEqualTo(new Bytes(1_718_099_968));
        assertThat(part(buffer, "logits")).isEqualTo(new Bytes(201_088L * 2_048 * 4));
    }

    @Test
    void undescribedAttentionLeavesTheBufferUnknown() {
        var missing = new MissingFact("model.attention", "nothing describes it");
        Scenario scenario = DryScenarios.of(DryModels.uniform(4, new Attention.Undescribed(missing)));

        assertThat(ComputeBuffer.of(scenario)).isEqualTo(new Answer.Unknown(missing));
    }

    @Test
    void anUnknownFamilyIsBuiltAsLlamaIs() {
        Attention attention = DryModels.of("llama-3.1-8b-like").layer(0).attention();

        Scenario known = DryScenarios.of(DryModels.uniform("llama", 8, attention));
        Scenario unknown = DryScenarios.of(DryModels.uniform("not-yet-heard-of", 8, attention));

        assertThat(ComputeBuffer.size(unknown)).isEqualTo(ComputeBuffer.size(known));
    }

    @Test
    void moreTokensAtOnceNeedMore() {
        for (String model : List.of("llama-3.1-8b-like", "qwen3-30b-a3b-like", "deepseek-v3-like", "gemma3-27b-like")) {
            Scenario scenario = llama(model, 32_768);
            Bytes before = Bytes.ZERO;
            for (long tokens : List.of(32L, 64L, 512L, 2_048L)) {
                Bytes size = ComputeBuffer.size(
                        scenario.withWorkload(scenario.workload().withUbatch(new Tokens(tokens))));

                assertThat(size).as("%s at %s", model, tokens).isGreaterThan(before);
                before = size;
            }
        }
    }

    @Test
    void aPagedRuntimeProfilesItsLargestStep() {
        var paged = new Allocation.StaticShare(
                new Tokens(16), List.of(new SchedulingStep(Bytes.ZERO, new Tokens(8_192), 256)), new Share.Fixed(0.9));

        // 2 · 8,192 · 32 · 128 · 11
        assertThat(size("llama-3.1-8b-like", paged)).isEqualTo(2L * 8_192 * 4_096 * 11);
        // 2 · 8,192 · 64 · 64 · 22 + 8,192 · 2,880 · 128 · 4 ÷ 128 · 4
        assertThat(size("gpt-oss-120b-like", paged))
                .isEqualTo(2L * 8_192 * 4_096 * 22 + 8_192L * 2_880 * 128 * 4 / 128 * 4);
    }

    @Test
    void aPagedRuntimeNeverProfilesLessThanItsLeast() {
        var paged = new Allocation.PagedShareOfFree(new Tokens(64), new Tokens(64), 0.9);

        assertThat(size("llama-260m", paged)).isEqualTo(70L * Bytes.PER_MIB);
    }

    @Test
    void mlxHoldsSeveralStagesOfOnePromptStep() {
        var steps = new Allocation.GrowingSteps(new Tokens(256), new Tokens(2_048));

        // (3 · 8 experts · 768 + 8 · 2,048 + 4 · 2,048) · 2,048 tokens · 4 stages · 2 bytes
        assertThat(size("qwen3-30b-a3b-like", steps)).isEqualTo(43_008L * 2_048 * 4 * 2);
    }

    private static long size(String model, Allocation allocation) {
        Scenario scenario = llama(model, 32_768).withRuntime(DryScenarios.runtime(allocation));
        Bytes size = ComputeBuffer.size(scenario);

        assertThat(ComputeBuffer.of(scenario).optional().map(Term::bytes)).contains(size);
        return size.count();
    }

    private static Scenario llama(String model, long context) {
        Scenario scenario = DryScenarios.of(DryModels.of(model));
        return scenario.withWorkload(scenario.workload().withContext(new Tokens(context)));
    }

    private static Term.Derived explained(Scenario scenario) {
        return (Term.Derived) ComputeBuffer.of(scenario).optional().orElseThrow();
    }

    private static Bytes part(Term.Derived buffer, String id) {
        return buffer.parts().stream()
                .filter(part -> part.id().equals(id))
                .findFirst()
                .orElseThrow()
                .bytes();
    }
}
