package org.tonari.profiles.gguf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.Attention.StateSpace;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LayerGroup;
import org.tonari.profiles.gguf.GgufWriter.Numbers;

/// Each family of architectures, read from a small file of its kind: the keys and tensors that llama.cpp gives it.
class GgufFamiliesTest {
    private static final int LAYERS = 6;

    private final GgufWriter writer = new GgufWriter();
    private String family = "";

    private GgufFamiliesTest file(String architecture) {
        family = architecture;
        writer.set("general.architecture", architecture)
                .tensor("token_embd.weight", TensorType.Q8_0, 64, 128)
                .tensor("output_norm.weight", TensorType.F32, 64);
        return set("block_count", LAYERS)
                .set("context_length", 4096)
                .set("embedding_length", 64)
                .set("attention.head_count", 4)
                .set("attention.head_count_kv", 2)
                .set("attention.key_length", 16)
                .set("attention.value_length", 16);
    }

    private GgufFamiliesTest set(String key, Object value) {
        writer.set(family + "." + key, value);
        return this;
    }

    private void tensor(int layer, String name, long... size) {
        writer.tensor("blk." + layer + "." + name + ".weight", TensorType.Q8_0, size);
    }

    private void softmax(int layer) {
        tensor(layer, "attn_q", 64, 64);
        tensor(layer, "attn_k", 64, 32);
        tensor(layer, "attn_v", 64, 32);
        tensor(layer, "attn_output", 64, 64);
    }

    private void dense(int layer) {
        tensor(layer, "ffn_gate", 64, 96);
        tensor(layer, "ffn_up", 64, 96);
        tensor(layer, "ffn_down", 96, 64);
    }

    private void experts(int layer) {
        tensor(layer, "ffn_gate_exps", 64, 32, 8);
        tensor(layer, "ffn_up_exps", 64, 32, 8);
        tensor(layer, "ffn_down_exps", 32, 64, 8);
    }

    private void uniform() {
        for (int layer = 0; layer < LAYERS; layer++) {
            softmax(layer);
            dense(layer);
        }
    }

    private LanguageModel read() {
        return GgufModels.read(
                        new MemoryBytes(
                                "model.gguf",
                                Arrays.copyOf(
                                        writer.header(),
                                        writer.header().length + Math.toIntExact(writer.tensorBytes()) + 4096)),
                        "model")
                .optional()
                .orElseThrow();
    }

    private static List<Attention> attentions(LanguageModel model) {
        return model.order().stream()
                .map(index -> model.groups().get(index))
                .map(LayerGroup::attention)
                .toList();
    }

    private static long windowed(LanguageModel model) {
        return attentions(model).stream()
                .filter(Attention.SlidingWindowAttention.class::isInstance)
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama", "mistral3", "qwen2", "qwen3", "phi3", "glm4", "minimax-m2", "granite"})
    void plainFamiliesLookAtEverything(String architecture) {
        file(architecture).uniform();

        LanguageModel model = read();

        assertThat(model.family()).isEqualTo(architecture);
        assertThat(attentions(model))
                .hasSize(LAYERS)
                .allSatisfy(attention -> assertThat(attention)
                        .isInstanceOfSatisfying(
                                Attention.FullAttention.class,
                                full -> assertThat(full.heads()).isEqualTo(new Heads(4, 2, 16, 16, Set.of()))));
        assertThat(model.groups().getFirst().feedForward()).isEqualTo(new FeedForward.Dense(96, 3));
    }

    @ParameterizedTest(name = "{0}: {1} of 6 layers over a window")
    @CsvSource({"gemma2, 3", "gemma3, 5", "gemma3n, 5", "gpt-oss, 3", "cohere2, 5"})
    void windowsFollowTheFamilysPattern(String architecture, long windows) {
        file(architecture).set("attention.sliding_window", 512).uniform();

        assertThat(windowed(read())).isEqualTo(windows);
    }

    @Test
    void gemma4SaysItsPatternItself() {
        file("gemma4")
                .set("attention.sliding_window", 512)
                .set(
                        "attention.sliding_window_pattern",
                        new GgufWriter.Switches(
                                IntStream.range(0, LAYERS).mapToObj(i -> i != 2).toList()))
                .uniform();

        assertThat(windowed(read())).isEqualTo(5);
    }

    @Test
    void llama4LooksWithinChunksOnThreeLayersOfFour() {
        file("llama4").set("attention.chunk_size", 8192).uniform();

        assertThat(attentions(read()).stream().filter(Attention.ChunkedAttention.class::isInstance))
                .hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"qwen3moe", "glm4moe", "minimax-m2", "gpt-oss", "granitemoe", "llama"})
    void expertsAreReadOffTheirTensors(String architecture) {
        file(architecture).set("expert_count", 8).set("expert_used_count", 2).set("attention.sliding_window", 128);
        for (int layer = 0; layer < LAYERS; layer++) {
            softmax(layer);
            experts(layer);
        }

        assertThat(read().groups().getFirst().feedForward())
                .isEqualTo(new FeedForward.MixtureOfExperts(8, 2, 32, 3, 64, 0, 0));
    }

    @Test
    void deepseekKeepsOneVectorOrAllHeadsByTheAgeOfTheFile() {
        file("deepseek2").set("attention.key_length", 24).set("attention.value_length", 16);
        for (int layer = 0; layer < LAYERS; layer++) {
            tensor(layer, "attn_kv_a_mqa", 64, 40);
            tensor(layer, "attn_q", 64, 96);
            dense(layer);
            if (layer < 3) {
                tensor(layer, "attn_k_b", 16, 32, 4);
                tensor(layer, "attn_v_b", 32, 16, 4);
            }
        }

        List<Attention> attentions = attentions(read());

        assertThat(attentions.getFirst()).isEqualTo(new Attention.LatentAttention(4, 0, 32, 8, 16, 16));
        assertThat(attentions.getLast()).isEqualTo(new Attention.FullAttention(new Heads(4, 2, 24, 16, Set.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"qwen3next", "qwen35", "qwen35moe"})
    void qwenMixesDeltaLayersWithAttention(String architecture) {
        file(architecture)
                .set("ssm.conv_kernel", 4)
                .set("ssm.inner_size", 64)
                .set("ssm.state_size", 16)
                .set("ssm.time_step_rank", 4)
                .set("ssm.group_count", 2);
        for (int layer = 0; layer < LAYERS; layer++) {
            if (layer % 4 == 3) {
                softmax(layer);
            } else {
                tensor(layer, "attn_qkv", 64, 128);
                tensor(layer, "ssm_conv1d", 4, 128);
            }
            dense(layer);
        }

        assertThat(attentions(read()))
                .filteredOn(Attention.GatedDelta.class::isInstance)
                .hasSize(5)
                .containsOnly(new Attention.GatedDelta(2, 4, 16, 16, 4));
    }

    @ParameterizedTest
    @CsvSource({"nemotron_h, false", "nemotron_h_moe, false", "granitehybrid, false", "falcon-h1, true", "jamba, false"
    })
    void hybridsAreToldApartByTheTensorsOfTheirLayers(String architecture, boolean sideBySide) {
        boolean first = architecture.equals("jamba");
        file(architecture)
                .set("ssm.conv_kernel", 4)
                .set("ssm.inner_size", 64)
                .set("ssm.state_size", 16)
                .set("ssm.time_step_rank", 4)
                .set("ssm.group_count", 1);
        for (int layer = 0; layer < LAYERS; layer++) {
            boolean mamba = layer != 3;
            if (mamba || sideBySide) {
                tensor(layer, "ssm_conv1d", 4, first ? 64 : 96);
                if (first) {
                    tensor(layer, "ssm_x", 64, 36);
                }
            }
            if (!mamba || sideBySide) {
                softmax(layer);
            }
            dense(layer);
        }

        List<Attention> attentions = attentions(read());

        assertThat(attentions).filteredOn(StateSpace.class::isInstance).hasSize(sideBySide ? 6 : 5);
        assertThat(attentions)
                .filteredOn(Attention.FullAttention.class::isInstance)
                .hasSize(sideBySide ? 6 : 1);
        assertThat(attentions)
                .filteredOn(StateSpace.class::isInstance)
                .allSatisfy(space -> assertThat(((StateSpace) space).variant())
                        .isEqualTo(first ? StateSpace.Variant.MAMBA_1 : StateSpace.Variant.MAMBA_2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lfm2", "lfm2moe"})
    void shortConvolutionsKeepTheirLastInputs(String architecture) {
        file(architecture)
                .set("attention.head_count_kv", new Numbers(List.of(0, 0, 2, 0, 0, 2)))
                .set("shortconv.l_cache", 3);
        for (int layer = 0; layer < LAYERS; layer++) {
            if (layer % 3 == 2) {
                softmax(layer);
            } else {
                tensor(layer, "shortconv.conv", 3, 64);
                tensor(layer, "shortconv.in_proj", 64, 192);
                tensor(layer, "shortconv.out_proj", 64, 64);
            }
            dense(layer);
        }

        List<Attention> attentions = attentions(read());

        assertThat(attentions)
                .filteredOn(Attention.ShortConvolution.class::isInstance)
                .hasSize(4)
                .containsOnly(new Attention.ShortConvolution(64, 3));
        assertThat(attentions)
                .filteredOn(Attention.FullAttention.class::isInstance)
                .hasSize(2);
    }

    @Test
    void kimiLinearMixesDeltaLayersWithLatentOnes() {
        file("kimi-linear").set("kda.head_dim", 16).set("ssm.conv_kernel", 4);
        for (int layer = 0; layer < LAYERS; layer++) {
            if (layer % 4 == 3) {
                tensor(layer, "attn_kv_a_mqa", 64, 40);
                tensor(layer, "attn_k_b", 16, 32, 4);
                tensor(layer, "attn_v_b", 32, 16, 4);
            } else {
                tensor(layer, "ssm_conv1d_q", 4, 64);
            }
            dense(layer);
        }

        List<Attention> attentions = attentions(read());

        assertThat(attentions)
                .filteredOn(Attention.GatedDelta.class::isInstance)
                .hasSize(5);
        assertThat(attentions)
                .filteredOn(Attention.LatentAttention.class::isInstance)
                .hasSize(1);
    }
}
