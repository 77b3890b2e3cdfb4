package org.tonari.profiles.huggingface;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Trait;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LanguageModel.OutputHead;
import org.tonari.domain.model.TensorTable;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.tree.Reading;

/// Families that no shipped profile is of, read from configurations as their repositories have them.
class FamilyConfigurationsTest {
    @TempDir
    private Path folder = Path.of("");

    private LanguageModel read(String config) throws Exception {
        Path file = folder.resolve("config.json");
        Files.writeString(file, config);
        return switch (new ConfigReader().read(file)) {
            case Reading.Read<LanguageModel>(LanguageModel model) -> model;
            case Reading.Refused<LanguageModel>(var problem) -> throw new AssertionError(problem.sentence());
        };
    }

    private static List<Attention> attentions(LanguageModel model) {
        return model.order().stream()
                .map(index -> model.groups().get(index).attention())
                .toList();
    }

    /// LFM2 350M: as many as llama.cpp counts in a file of that shape.
    @Test
    void lfm2CountsEveryParameter() throws Exception {
        LanguageModel model = read("""
            {"model_type": "lfm2", "hidden_size": 1024, "num_hidden_layers": 16, "num_attention_heads": 16,
             "num_key_value_heads": 8, "block_ff_dim": 6656, "block_multiple_of": 256,
             "block_auto_adjust_ff_dim": true, "conv_L_cache": 3, "vocab_size": 65536,
             "full_attn_idxs": [2, 5, 8, 10, 12, 14], "max_position_embeddings": 128000}
            """);

        assertThat(model.family()).isEqualTo("lfm2");
        assertThat(model.head()).isEqualTo(OutputHead.TIED);
        assertThat(attentions(model))
                .filteredOn(Attention.ShortConvolution.class::isInstance)
                .hasSize(10);
        assertThat(TensorTable.parameters(model)).isEqualTo(354_483_968L);
    }

    /// The model card of LFM2 1.2B states 1,170,340,608.
    @Test
    void theShippedLfm2AddsUpToItsPublishedTotal() {
        LanguageModel shipped =
                Catalogue.open(List.of()).model("lfm2-1.2b").optional().orElseThrow();

        assertThat(TensorTable.parameters(shipped)).isEqualTo(1_170_340_608L);
    }

    @Test
    void lfm2MoeHasExpertsBehindItsFirstLayers() throws Exception {
        LanguageModel model = read("""
            {"model_type": "lfm2_moe", "hidden_size": 64, "num_hidden_layers": 4, "num_attention_heads": 4,
             "num_key_value_heads": 2, "intermediate_size": 128, "moe_intermediate_size": 32, "num_experts": 8,
             "num_experts_per_tok": 2, "num_dense_layers": 1, "vocab_size": 100, "max_position_embeddings": 4096,
             "layer_types": ["conv", "full_attention", "conv", "conv"]}
            """);

        assertThat(model.groups().getFirst().feedForward()).isEqualTo(new FeedForward.Dense(128, 3));
        assertThat(model.groups().getLast().feedForward())
                .isEqualTo(new FeedForward.MixtureOfExperts(8, 2, 32, 3, 64, 0, 0));
        assertThat(attentions(model).get(1)).isInstanceOf(Attention.FullAttention.class);
    }

    /// The sizes of Falcon H1 0.5B: https://huggingface.co/docs/transformers/model_doc/falcon_h1 (36 layers of 1024, 8
    /// heads, 2 KV heads, 24 Mamba heads of 64, state 128) and the configuration of a model made from it,
    /// https://huggingface.co/MerlinSafety/HybridIntelligence-0.5B. No model card was found that states the count,
    /// so
    /// it is derived from them by hand. A layer: attention 1024 × (512 + 128 + 128) + 512 × 1024 = 1,310,720; Mamba
    /// 1024 × (2 × 1536 + 2 × 128 + 24) + 1792 × (4 + 1) + 3 × 24 + 1536 × 1024 = 5,014,344; feed-forward 3 × 1024
    /// ×
    /// 2048 = 6,291,456; two norms of 1024. 36 such layers, embedding and head of 32,784 × 1024 each, one last
    /// norm.
    @Test
    void falconHasTwoWaysToLookBackInEveryLayer() throws Exception {
        LanguageModel model = read("""
            {"model_type": "falcon_h1", "hidden_size": 1024, "num_hidden_layers": 36, "num_attention_heads": 8,
             "num_key_value_heads": 2, "head_dim": 64, "intermediate_size": 2048, "mamba_d_ssm": 1536,
             "mamba_d_state": 128, "mamba_n_groups": 1, "mamba_n_heads": 24, "mamba_d_conv": 4,
             "mamba_rms_norm": false, "vocab_size": 32784, "tie_word_embeddings": false,
             "max_position_embeddings": 16384}
            """);

        assertThat(attentions(model))
                .filteredOn(Attention.StateSpace.class::isInstance)
                .hasSize(36);
        assertThat(attentions(model))
                .filteredOn(Attention.FullAttention.class::isInstance)
                .hasSize(36);
        long layer = 1_310_720 + 5_014_344 + 6_291_456 + 2 * 1024;
        assertThat(TensorTable.parameters(model)).isEqualTo(36 * layer + 2 * 32_784L * 1024 + 1024);
    }

    @Test
    void gemma3nSharesTheCachesOfEarlierLayers() throws Exception {
        LanguageModel model = read("""
            {"model_type": "gemma3n", "text_config": {"model_type": "gemma3n_text", "hidden_size": 2048,
             "num_hidden_layers": 30, "num_attention_heads": 8, "num_key_value_heads": 2, "head_dim": 256,
             "intermediate_size": 8192, "hidden_size_per_layer_input": 256, "vocab_size": 262400,
             "vocab_size_per_layer_input": 262144, "num_kv_shared_layers": 10, "sliding_window": 512,
             "laurel_rank": 64, "altup_num_inputs": 4, "max_position_embeddings": 32768}}
            """);

        List<Attention> attentions = attentions(model);
        assertThat(attentions)
                .filteredOn(Attention.FullAttention.class::isInstance)
                .hasSize(6);
        assertThat(attentions.getLast())
                .isInstanceOfSatisfying(
                        Attention.FullAttention.class,
                        full -> assertThat(full.heads().traits()).contains(Trait.SHARED_CACHE));
        assertThat(attentions.getFirst())
                .isInstanceOfSatisfying(
                        Attention.SlidingWindowAttention.class,
                        sliding -> assertThat(sliding.heads().traits()).isEmpty());
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
        "quantization": {"group_size": 64, "bits": 4}                                             | mlx-4bit
        "quantization": {"group_size": 64, "bits": 4}, "quantization_config": {"group_size": 64, "bits": 4} | mlx-4bit
        "quantization_config": {"group_size": 64, "bits": 8}                                      | mlx-8bit
        "quantization": {"group_size": 64, "bits": 3}                                             | mlx-4bit
        "quantization": {"group_size": 64, "bits": 5}                                             | mlx-6bit
        "quantization": {"group_size": 32, "bits": 4, "mode": "mxfp4"}                            | mxfp4
        "quantization_config": {"quant_method": "fp8"}                                            | fp8
        "quantization_config": {"quant_method": "gptq", "bits": 4, "group_size": 128}             | int4
        "torch_dtype": "float16"                                                                  | f16
        """)
    void whatACheckpointIsStoredInIsRead(String notation, String weights) throws Exception {
        LanguageModel model = read("""
            {"model_type": "llama", "hidden_size": 64, "num_hidden_layers": 1, "vocab_size": 100,
             "num_attention_heads": 4, "num_key_value_heads": 2, "intermediate_size": 128,
             "max_position_embeddings": 4096, %s}
            """.formatted(notation));

        assertThat(model.nativeWeights()).isEqualTo(weights);
    }

    @ParameterizedTest
    @CsvSource({"mistral, llama", "granite, granite", "glm4, glm4", "ministral3, llama"})
    void familiesThatAreLikeOthersAreReadLikeThem(String type, String family) throws Exception {
        LanguageModel model = read("""
            {"model_type": "%s", "hidden_size": 64, "num_hidden_layers": 2, "vocab_size": 100,
             "num_attention_heads": 4, "num_key_value_heads": 2, "intermediate_size": 128,
             "max_position_embeddings": 4096}
            """.formatted(type));

        assertThat(model.family()).isEqualTo(family);
        assertThat(attentions(model)).allMatch(Attention.FullAttention.class::isInstance);
    }
}
