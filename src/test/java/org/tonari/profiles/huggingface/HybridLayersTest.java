package org.tonari.profiles.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tonari.profiles.huggingface.FamilyLayersTest.kinds;
import static org.tonari.profiles.huggingface.FamilyLayersTest.layers;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.GatedDelta;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.Attention.StateSpace;
import org.tonari.domain.model.Attention.Trait;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.FeedForward.Dense;
import org.tonari.domain.model.FeedForward.MixtureOfExperts;
import org.tonari.domain.model.TensorRole;
import org.tonari.domain.model.WeightTensor;

/// Families whose layers differ, each layer worked by hand: hidden size 64, four heads of 16 over two.
class HybridLayersTest {
    private static final Dense DENSE = new Dense(128, 3);
    private static final Attention FULL = full();
    private static final String EXPERTS =
            "\"num_experts\": 8, \"num_experts_per_tok\": 2, \"moe_intermediate_size\": 32";

    private static Heads heads(Trait... traits) {
        return new Heads(4, 2, 16, 16, Set.of(traits));
    }

    private static Attention full(Trait... traits) {
        return new Attention.FullAttention(heads(traits));
    }

    private static Attention sliding(long window, Trait... traits) {
        return new Attention.SlidingWindowAttention(heads(traits), window);
    }

    @Test
    void gemma2SlidesOnEveryOtherLayer() {
        assertThat(layers("gemma2", 2, "\"sliding_window\": 512"))
                .containsExactly(new Layer("sliding", sliding(512), DENSE, 256), new Layer("full", FULL, DENSE, 256));
    }

    @Test
    void gemma3SlidesByItsPeriod() {
        assertThat(kinds(layers("gemma3_text", 6, "\"head_dim\": 16")))
                .containsExactly("sliding", "sliding", "sliding", "sliding", "sliding", "full");
        assertThat(layers("gemma3_text", 2, "\"head_dim\": 16, \"sliding_window_pattern\": 2"))
                .containsExactly(new Layer("sliding", sliding(4096), DENSE, 288), new Layer("full", FULL, DENSE, 288));
    }

    @Test
    void gemma4GivesFullLayersHeadsOfTheirOwnAndSharesCaches() {
        String facts = "\"sliding_window\": 512, \"num_kv_shared_layers\": 1, \"attention_k_eq_v\": true,"
                + " \"num_global_key_value_heads\": 1, \"global_head_dim\": 32, \"use_double_wide_mlp\": true";
        List<Layer> layers = layers("gemma4", 6, facts);

        assertThat(kinds(layers)).containsExactly("sliding", "sliding", "sliding", "sliding", "sliding", "full_shared");
        assertThat(layers.getFirst()).isEqualTo(new Layer("sliding", sliding(512), DENSE, 256 + 32));
        assertThat(layers.getLast())
                .isEqualTo(new Layer(
                        "full_shared",
                        new Attention.FullAttention(
                                new Heads(4, 1, 32, 32, Set.of(Trait.KEY_IS_VALUE, Trait.SHARED_CACHE))),
                        new Dense(256, 3),
                        256 + 64));
        assertThat(layers("gemma4", 1, "\"layer_types\": [\"full_attention\"], \"use_double_wide_mlp\": true"))
                .containsExactly(new Layer("full", FULL, DENSE, 288));
    }

    @Test
    void gemma4AddsExpertsBesideTheNetworkAndEmbeddingsToLayers() {
        String experts = "\"enable_moe_block\": true, \"num_experts\": 8, \"top_k_experts\": 2,"
                + " \"moe_intermediate_size\": 32, \"layer_types\": [\"full_attention\"]";

        // Four norms and those of heads, three more norms and a scale, and a scale for each expert.
        assertThat(layers("gemma4", 1, experts))
                .containsExactly(new Layer("full", FULL, new MixtureOfExperts(8, 2, 32, 3, 64, 0, 128), 288 + 256 + 8));
        assertThat(layers(
                        "gemma4",
                        1,
                        "\"layer_types\": [\"sliding_attention\"], \"sliding_window\": 8,"
                                + " \"hidden_size_per_layer_input\": 10"))
                .containsExactly(new Layer(
                        "sliding",
                        sliding(8),
                        DENSE,
                        288 + 64,
                        List.of(
                                new WeightTensor(TensorRole.LAYER_EMBEDDING, 64, 10, 2),
                                WeightTensor.of(TensorRole.LAYER_EMBEDDING, 10, 64))));
    }

    @Test
    void gemma3nPredictsStreamsAndSharesTheLastCaches() {
        List<WeightTensor> adapters = List.of(
                new WeightTensor(TensorRole.LAYER_EMBEDDING, 64, 10, 2),
                WeightTensor.of(TensorRole.LAYER_EMBEDDING, 10, 64),
                new WeightTensor(TensorRole.LAYER_EMBEDDING, 64, 5, 2),
                WeightTensor.of(TensorRole.LAYER_EMBEDDING, 64, 3));
        List<Layer> layers = layers(
                "gemma3n",
                5,
                "\"hidden_size_per_layer_input\": 10, \"laurel_rank\": 5, \"altup_num_inputs\": 3,"
                        + " \"num_kv_shared_layers\": 2, \"sliding_window\": 256");
        // 8 · 64 + 2 · 16 + 3 · 3 · 4
        long small = 512 + 32 + 36;

        assertThat(kinds(layers)).containsExactly("sliding", "sliding", "sliding", "sliding_shared", "full_shared");
        assertThat(layers.getFirst()).isEqualTo(new Layer("sliding", sliding(256), DENSE, small, adapters));
        assertThat(layers.getLast())
                .isEqualTo(new Layer("full_shared", full(Trait.SHARED_CACHE), DENSE, small, adapters));
    }

    @Test
    void gemma3nTakesTypesAndWidthsFromListsWhereTheyStand() {
        List<Layer> layers = layers(
                "gemma3n",
                2,
                "\"hidden_size_per_layer_input\": 10, \"num_kv_shared_layers\": 0,"
                        + " \"layer_types\": [\"full_attention\", \"sliding_attention\"]");

        assertThat(kinds(layers)).containsExactly("full", "sliding");
        assertThat(layers.get(1).attention()).isEqualTo(sliding(512));
    }

    @Test
    void qwenMixesDeltaLayersWithGatedAttention() {
        String delta = "\"linear_num_key_heads\": 2, \"linear_num_value_heads\": 4, \"linear_key_head_dim\": 8,"
                + " \"linear_value_head_dim\": 10, \"linear_conv_kernel_dim\": 3";
        List<Layer> dense = layers("qwen3_5", 4, delta);
        // 2 · 64 + (2 · 16 + 40) · 3 + 2 · 4 + 10
        long small = 128 + 216 + 8 + 10;

        assertThat(kinds(dense)).containsExactly("delta", "delta", "delta", "full");
        assertThat(dense.getFirst()).isEqualTo(new Layer("delta", new GatedDelta(2, 4, 8, 10, 3), DENSE, small));
        assertThat(dense.getLast()).isEqualTo(new Layer("full", full(Trait.OUTPUT_GATE), DENSE, 160));
        assertThat(layers("qwen3_5", 1, delta + ", \"shared_expert_intermediate_size\": 24")
                        .getFirst()
                        .smallParameters())
                .isEqualTo(small);
        List<Layer> mixed = layers(
                "qwen3_next",
                2,
                delta + ", " + EXPERTS + ", \"shared_expert_intermediate_size\": 24, \"full_attention_interval\": 2");
        assertThat(mixed)
                .extracting(Layer::smallParameters)
                .as("a gate of the shared expert besides")
                .containsExactly(small + 64, 224L);
        assertThat(mixed.getFirst().feedForward()).isEqualTo(new MixtureOfExperts(8, 2, 32, 3, 64, 24, 0));
        assertThat(layers("qwen3_next", 1, delta + ", " + EXPERTS).getFirst().smallParameters())
                .isEqualTo(small);
        assertThat(kinds(layers("qwen3_5", 2, delta + ", \"layer_types\": [\"full_attention\", \"linear_attention\"]")))
                .containsExactly("full", "delta");
    }

    @Test
    void graniteMixesMambaWithAttention() {
        String mamba = "\"mamba_n_heads\": 4, \"mamba_d_head\": 8, \"mamba_d_state\": 5, \"mamba_n_groups\": 2,"
                + " \"mamba_d_conv\": 3, \"shared_intermediate_size\": 24";
        var space = new StateSpace(StateSpace.Variant.MAMBA_2, 32, 5, 2, 4, 3);
        // 64 and 64 + (32 + 2 · 2 · 5) · 4 + 3 · 4 + 32
        long small = 64 + 64 + 208 + 12 + 32;

        assertThat(layers("granitemoehybrid", 2, mamba + ", \"layer_types\": [\"mamba\", \"attention\"]"))
                .containsExactly(
                        new Layer("mamba", space, new Dense(24, 3), small),
                        new Layer("full", FULL, new Dense(24, 3), 128));
        assertThat(layers(
                                "granitemoehybrid",
                                1,
                                mamba + ", \"layer_types\": [\"attention\"], \"num_local_experts\": 8,"
                                        + " \"num_experts_per_tok\": 2")
                        .getFirst()
                        .feedForward())
                .isEqualTo(new MixtureOfExperts(8, 2, 128, 3, 64, 24, 0));
        assertThatThrownBy(() -> layers("granitemoehybrid", 1, mamba))
                .hasMessageContaining("no layer_types")
                .hasMessageContaining("a list of mamba and attention");
    }

    @Test
    void falconHasMambaAndAttentionInEveryLayer() {
        String mamba = "\"mamba_n_heads\": 4, \"mamba_d_state\": 5, \"mamba_n_groups\": 2, \"mamba_d_conv\": 3";
        var space = new StateSpace(StateSpace.Variant.MAMBA_2, 32, 5, 2, 4, 3);
        // (32 + 2 · 2 · 5) · 4 + 3 · 4, and a norm of 32 where there is one
        assertThat(layers("falcon_h1", 1, mamba + ", \"mamba_d_ssm\": 32"))
                .containsExactly(
                        new Layer("mamba", space, new FeedForward.None(), 220), new Layer("full", FULL, DENSE, 128));
        assertThat(layers("falcon_h1", 1, mamba + ", \"mamba_d_ssm\": 32, \"mamba_rms_norm\": true")
                        .getFirst())
                .isEqualTo(new Layer("mamba", space, new FeedForward.None(), 252));
        assertThat(layers("falcon_h1", 1, mamba + ", \"mamba_d_ssm\": 0, \"mamba_expand\": 3")
                        .getFirst()
                        .attention())
                .isEqualTo(new StateSpace(StateSpace.Variant.MAMBA_2, 192, 5, 2, 4, 3));
    }

    @Test
    void jambaPutsExpertsAndAttentionByPeriods() {
        String facts = "\"mamba_expand\": 2, \"mamba_d_state\": 5, \"mamba_d_conv\": 3, \"num_experts\": 8,"
                + " \"num_experts_per_tok\": 2, \"attn_layer_period\": 3, \"attn_layer_offset\": 1,"
                + " \"expert_layer_period\": 2, \"expert_layer_offset\": 1";
        List<Layer> layers = layers("jamba", 4, facts);
        var space = new StateSpace(StateSpace.Variant.MAMBA_1, 128, 5, 1, 4, 3);
        // 2 · 64 + 128 · 4 + 128 · 5 + 2 · 128 + 4 + 2 · 5
        long small = 128 + 512 + 640 + 256 + 4 + 10;

        assertThat(layers)
                .containsExactly(
                        new Layer("mamba_dense", space, DENSE, small),
                        new Layer("full_moe", FULL, new MixtureOfExperts(8, 2, 128, 3, 64, 0, 0), 128),
                        new Layer("mamba_dense", space, DENSE, small),
                        new Layer("mamba_moe", space, new MixtureOfExperts(8, 2, 128, 3, 64, 0, 0), small));
        assertThat(kinds(layers("jamba", 1, facts.replace("\"attn_layer_offset\": 1", "\"attn_layer_offset\": 0"))))
                .containsExactly("full_dense");
    }

    @Test
    void nemotronSpellsItsLayersOut() {
        List<Layer> layers = layers(
                "nemotron_h",
                4,
                "\"hybrid_override_pattern\": \"M*E-\", \"mamba_num_heads\": 4, \"mamba_head_dim\": 8,"
                        + " \"ssm_state_size\": 5, \"n_groups\": 2, \"conv_kernel\": 3, \"n_routed_experts\": 8,"
                        + " \"num_experts_per_tok\": 2, \"moe_intermediate_size\": 32,"
                        + " \"moe_shared_expert_intermediate_size\": 12, \"n_shared_experts\": 2,"
                        + " \"moe_latent_size\": 20");

        assertThat(layers)
                .containsExactly(
                        new Layer(
                                "mamba",
                                new StateSpace(StateSpace.Variant.MAMBA_2, 32, 5, 2, 4, 3),
                                new FeedForward.None(),
                                316),
                        new Layer("full", FULL, new FeedForward.None(), 64),
                        new Layer("moe", new Attention.None(), new MixtureOfExperts(8, 2, 32, 2, 20, 24, 0), 64),
                        new Layer("mlp", new Attention.None(), new Dense(128, 2), 64));
        assertThatThrownBy(() -> layers("nemotron_h", 1, "\"hybrid_override_pattern\": \"X\""))
                .hasMessageContaining("the sign X");
        assertThat(layers(
                                "nemotron_h",
                                1,
                                "\"hybrid_override_pattern\": \"E\", \"n_routed_experts\": 8,"
                                        + " \"num_experts_per_tok\": 2, \"moe_intermediate_size\": 32,"
                                        + " \"moe_latent_size\": 0")
                        .getFirst()
                        .feedForward())
                .isEqualTo(new MixtureOfExperts(8, 2, 32, 2, 64, 0, 0));
    }

    @Test
    void lfmConvolvesOnMostLayers() {
        List<Layer> layers = layers(
                "lfm2_moe", 2, EXPERTS + ", \"num_dense_layers\": 1, \"conv_L_cache\": 5, \"full_attn_idxs\": [1]");
        // 2 · 64 + 64 · 5; 2 · 64 + 2 · 16 and a bias for each of 8 experts
        assertThat(layers)
                .containsExactly(
                        new Layer("convolution_dense", new Attention.ShortConvolution(64, 5), DENSE, 448),
                        new Layer("full_moe", FULL, new MixtureOfExperts(8, 2, 32, 3, 64, 0, 0), 168));
        assertThat(layers("lfm2_moe", 1, EXPERTS + ", \"use_expert_bias\": false, \"full_attn_idxs\": [0]")
                        .getFirst()
                        .smallParameters())
                .isEqualTo(160);
    }

    @Test
    void lfmTakesTwoThirdsOfItsWidthInSteps() {
        String attends = "\"layer_types\": [\"full_attention\"], ";
        // 2 · 128 / 3 = 85, in steps of 256 or of 10
        assertThat(layers("lfm2", 1, attends + "\"conv_L_cache\": 3").getFirst().feedForward())
                .isEqualTo(new Dense(256, 3));
        assertThat(layers("lfm2", 1, attends + "\"block_multiple_of\": 10")
                        .getFirst()
                        .feedForward())
                .isEqualTo(new Dense(90, 3));
        assertThat(layers("lfm2", 1, attends + "\"block_multiple_of\": 0")
                        .getFirst()
                        .feedForward())
                .isEqualTo(new Dense(85, 3));
        assertThat(layers("lfm2", 1, attends + "\"block_auto_adjust_ff_dim\": false, \"block_ff_dim\": 77")
                        .getFirst()
                        .feedForward())
                .isEqualTo(new Dense(77, 3));
        assertThatThrownBy(() -> layers("lfm2", 1, "\"conv_L_cache\": 3"))
                .hasMessageContaining("a list of conv and full_attention");
    }
}
