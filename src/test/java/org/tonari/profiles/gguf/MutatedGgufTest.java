package org.tonari.profiles.gguf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tonari.domain.model.LanguageModel;
import org.tonari.profiles.Bounds;
import org.tonari.profiles.ModelProfile;
import org.tonari.profiles.Mutation;
import org.tonari.profiles.gguf.GgufWriter.Numbers;
import org.tonari.profiles.gguf.GgufWriter.Switches;
import org.tonari.profiles.gguf.GgufWriter.Texts;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.Reading;

/// Damaged files are read or refused with a reason, never more. `-Dtonari.mutations=1000000` tries longer.
class MutatedGgufTest {
    private static final long SEED = 20_261_121;

    private static GgufWriter base(String architecture) {
        return new GgufWriter()
                .set("general.architecture", architecture)
                .set("general.name", "A model")
                .set("general.alignment", 32)
                .set(architecture + ".block_count", 2)
                .set(architecture + ".context_length", 4096)
                .set(architecture + ".embedding_length", 64)
                .set(architecture + ".attention.head_count", 4)
                .set(architecture + ".attention.head_count_kv", new Numbers(List.of(2, 2)))
                .set(architecture + ".attention.key_length", 16)
                .set(architecture + ".attention.value_length", 16)
                .set("tokenizer.ggml.tokens", new Texts(List.of("a", "bc", "def")))
                .tensor("token_embd.weight", TensorType.Q8_0, 64, 32)
                .tensor("output_norm.weight", TensorType.F32, 64);
    }

    private static void attention(GgufWriter writer, int layer) {
        String block = "blk." + layer + ".";
        writer.tensor(block + "attn_q.weight", TensorType.Q4_0, 64, 64)
                .tensor(block + "attn_k.weight", TensorType.Q4_0, 64, 32)
                .tensor(block + "attn_v.weight", TensorType.Q4_0, 64, 32)
                .tensor(block + "attn_output.weight", TensorType.Q4_0, 64, 64);
    }

    private static byte[] windowed() {
        GgufWriter writer = base("gemma4")
                .set("gemma4.attention.sliding_window", 128)
                .set("gemma4.attention.sliding_window_pattern", new Switches(List.of(true, false)))
                .tensor("blk.0.ffn_up.weight", TensorType.F16, 64, 128)
                .tensor("blk.0.ffn_down.weight", TensorType.F16, 128, 64);
        attention(writer, 0);
        attention(writer, 1);
        return whole(writer);
    }

    private static byte[] hybrid() {
        GgufWriter writer = base("nemotron_h_moe")
                .set("nemotron_h_moe.ssm.conv_kernel", 4)
                .set("nemotron_h_moe.ssm.inner_size", 64)
                .set("nemotron_h_moe.ssm.state_size", 16)
                .set("nemotron_h_moe.ssm.group_count", 1)
                .set("nemotron_h_moe.ssm.time_step_rank", 4)
                .set("nemotron_h_moe.expert_used_count", 2)
                .tensor("blk.0.ssm_conv1d.weight", TensorType.F32, 4, 96)
                .tensor("blk.1.ffn_down_exps.weight", TensorType.Q4_0, 32, 64, 4)
                .tensor("blk.1.ffn_up_exps.weight", TensorType.Q4_0, 64, 32, 4);
        return whole(writer);
    }

    private static byte[] latent() {
        GgufWriter writer = base("deepseek2")
                .tensor("blk.0.attn_kv_a_mqa.weight", TensorType.F16, 64, 48)
                .tensor("blk.0.attn_k_b.weight", TensorType.F16, 16, 32, 4)
                .tensor("blk.0.attn_v_b.weight", TensorType.F16, 32, 16, 4);
        return whole(writer);
    }

    private static byte[] whole(GgufWriter writer) {
        byte[] header = writer.header();
        return Arrays.copyOf(header, header.length + Math.toIntExact(writer.tensorBytes()) + 1024);
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void damagedFilesAreReadOrRefusedWithAReason() {
        List<byte[]> whole = List.of(windowed(), hybrid(), latent());
        var random = new Random(SEED);
        var bounds = new Bounds("GGUF files");
        int rounds = Mutation.rounds(10_000);
        for (int i = 0; i < rounds; i++) {
            byte[] bytes = whole.get(i % whole.size());
            int header = Math.min(bytes.length, 1500);
            byte[] damaged = Mutation.damage(Arrays.copyOf(bytes, header), random);
            byte[] file = Arrays.copyOf(damaged, damaged.length + bytes.length - header);
            System.arraycopy(bytes, header, file, damaged.length, bytes.length - header);
            byte[] input = random.nextInt(8) == 0 ? damaged : file;
            bounds.hold(() -> refusals(input));
        }

        bounds.report();
        assertThat(bounds.refusals()).isBetween(rounds / 4, rounds - 1);
    }

    private static int refusals(byte[] damaged) {
        return switch (GgufModels.read(new MemoryBytes("damaged.gguf", damaged), "damaged")) {
            case Reading.Read<LanguageModel>(LanguageModel model) -> {
                assertThat(ModelProfile.text(model)).contains("\"kind\"");
                yield 0;
            }
            case Reading.Refused<LanguageModel>(ProfileProblem problem) -> {
                assertThat(problem.sentence()).startsWith("damaged.gguf").contains("expected");
                assertThat(problem.found().english()).isNotBlank();
                yield 1;
            }
        };
    }

    @Test
    void theFilesAreSoundBeforeTheyAreDamaged() {
        for (byte[] bytes : List.of(windowed(), hybrid(), latent())) {
            assertThat(refusals(bytes)).isZero();
        }
    }
}
