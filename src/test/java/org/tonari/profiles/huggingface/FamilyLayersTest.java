package org.tonari.profiles.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.Attention.Trait;
import org.tonari.domain.model.FeedForward.Dense;
import org.tonari.domain.model.FeedForward.MixtureOfExperts;
import org.tonari.profiles.tree.ProfileText;

/// The layers of small configurations of each family, worked by hand: hidden size 64, four heads of 16 over two.
class FamilyLayersTest {
    private static final Heads HEADS = new Heads(4, 2, 16, 16, Set.of());
    private static final Attention FULL = new Attention.FullAttention(HEADS);

    static List<Layer> layers(String type, int count, String facts) {
        String json = """
            {"model_type": "%s", "hidden_size": 64, "num_hidden_layers": %d, "num_attention_heads": 4,
             "num_key_value_heads": 2, "intermediate_size": 128, "vocab_size": 100,
             "max_position_embeddings": 4096%s}
            """.formatted(type, count, facts.isEmpty() ? "" : ", " + facts);
        Config config = Config.of(ProfileText.parse("config.json", json));
        return Families.of(type).orElseThrow().layers().apply(config);
    }

    static List<String> kinds(List<Layer> layers) {
        return layers.stream().map(Layer::kind).toList();
    }

    private static Heads heads(Trait... traits) {
        return new Heads(4, 2, 16, 16, Set.of(traits));
    }

    private static Attention sliding(long window, Trait... traits) {
        return new Attention.SlidingWindowAttention(heads(traits), window);
    }

    @ParameterizedTest(name = "{0} with {1}: {2} small parameters")
    @CsvSource(delimiter = '|', textBlock = """
        llama   |                         | 128
        qwen2   |                         | 256
        qwen3   |                         | 160
        phi3    |                         | 128
        glm4    |                         | 256
        glm4    | "attention_bias": true  | 384
        glm4_moe | "first_k_dense_replace": 1, "attention_bias": true | 256
        glm4_moe | "first_k_dense_replace": 1, "use_qk_norm": true | 160
        """)
    void denseLayersHaveNormsAndBiasesOfTheirFamily(String type, String facts, long small) {
        // norms of 64; biases over (4 + 2 · 2) heads of 16; norms of heads 2 · 16
        Layer only = layers(type, 1, facts == null ? "" : facts).getFirst();

        assertThat(only.smallParameters()).isEqualTo(small);
        assertThat(only.feedForward()).isEqualTo(new Dense(128, 3));
        assertThat(only.attention().toString()).contains("query=4, keyValue=2, keySize=16, valueSize=16");
    }

    @Test
    void aWindowShorterThanTheContextIsOne() {
        assertThat(layers("mistral", 2, "\"sliding_window\": 512"))
                .containsOnly(new Layer("sliding", sliding(512), new Dense(128, 3), 128));
        assertThat(layers("mistral", 1, "\"sliding_window\": 4096").getFirst())
                .isEqualTo(new Layer("full", FULL, new Dense(128, 3), 128));
        assertThat(layers("mistral", 1, "\"sliding_window\": 0").getFirst().attention())
                .isEqualTo(FULL);
        assertThat(layers("phi3", 1, "\"sliding_window\": 512").getFirst().attention())
                .isEqualTo(sliding(512, Trait.FUSED_PROJECTION));
        assertThat(layers("phi3", 1, "\"sliding_window\": 4096").getFirst().attention())
                .isEqualTo(new Attention.FullAttention(heads(Trait.FUSED_PROJECTION)));
        assertThat(layers("phi3", 1, "\"sliding_window\": 0").getFirst().kind()).isEqualTo("full");
    }

    @Test
    void expertsTakeTheWidthsTheirFamilyStates() {
        String experts = "\"num_local_experts\": 8, \"num_experts_per_tok\": 2";

        assertThat(layers("mixtral", 1, experts).getFirst())
                .isEqualTo(new Layer("full", FULL, new MixtureOfExperts(8, 2, 128, 3, 64, 0, 0), 128));
        assertThat(layers(
                                "qwen3_moe",
                                1,
                                "\"num_experts\": 8, \"num_experts_per_tok\": 2, \"moe_intermediate_size\": 32")
                        .getFirst())
                .isEqualTo(new Layer("full", FULL, new MixtureOfExperts(8, 2, 32, 3, 64, 0, 0), 160));
        // norms of 64 twice, of (4 + 2) heads of 16, a bias for each of 8 experts
        assertThat(layers("minimax_m2", 1, experts + ", \"shared_intermediate_size\": 24")
                        .getFirst())
                .isEqualTo(new Layer("full", FULL, new MixtureOfExperts(8, 2, 128, 3, 64, 24, 0), 232));
    }

    @Test
    void expertsOfWhichNobodySaysHowManyWorkAreRefused() {
        assertThatThrownBy(() -> layers("mixtral", 1, "\"num_local_experts\": 8"))
                .hasMessageContaining("num_experts_per_tok");
    }

    @Test
    void gptOssHasBiasesEverywhereAndWindowsOnEveryOtherLayer() {
        // 2 · 64 + (4 + 4) · 16 + 64 + 4 sinks + 8 + 8 · (2 · 128 + 64)
        long small = 128 + 128 + 64 + 4 + 8 + 8 * 320;
        var network = new MixtureOfExperts(8, 2, 128, 3, 64, 0, 0);
        List<Layer> expected =
                List.of(new Layer("sliding", sliding(128), network, small), new Layer("full", FULL, network, small));

        assertThat(layers("gpt_oss", 2, "\"num_local_experts\": 8, \"experts_per_token\": 2, \"sliding_window\": 128"))
                .isEqualTo(expected);
        assertThat(layers("gpt_oss", 2, "\"num_experts\": 8, \"num_experts_per_tok\": 2, \"sliding_window\": 128"))
                .isEqualTo(expected);
        assertThat(kinds(layers(
                        "gpt_oss",
                        2,
                        "\"num_experts\": 8, \"num_experts_per_tok\": 2, \"sliding_window\": 128,"
                                + " \"layer_types\": [\"full_attention\", \"sliding_attention\"]")))
                .containsExactly("full", "sliding");
    }

    @Test
    void glmsExpertsHaveABiasEachBehindTheDenseLayers() {
        List<Layer> layers = layers(
                "glm4_moe",
                3,
                "\"first_k_dense_replace\": 1, \"n_routed_experts\": 8, \"num_experts_per_tok\": 2,"
                        + " \"moe_intermediate_size\": 32, \"n_shared_experts\": 3");

        assertThat(kinds(layers)).containsExactly("dense", "moe", "moe");
        assertThat(layers.get(1)).isEqualTo(new Layer("moe", FULL, new MixtureOfExperts(8, 2, 32, 3, 64, 96, 0), 136));
    }

    @ParameterizedTest(name = "experts every {0}: {1}")
    @CsvSource({
        "1, chunked_moe chunked_moe chunked_moe full_moe chunked_moe",
        "2, chunked_dense chunked_moe chunked_dense full_moe chunked_dense",
        "3, chunked_dense chunked_dense chunked_moe full_dense chunked_dense",
        "0, chunked_dense chunked_dense chunked_dense full_dense chunked_dense"
    })
    void llama4LooksWithinChunksOnThreeLayersOfFour(int every, String expected) {
        List<Layer> layers = layers(
                "llama4",
                5,
                "\"intermediate_size_mlp\": 256, \"num_local_experts\": 8, \"num_experts_per_tok\": 1,"
                        + " \"attention_chunk_size\": 8192, \"interleave_moe_layer_step\": " + every);

        assertThat(String.join(" ", kinds(layers))).isEqualTo(expected);
        assertThat(layers.get(3).attention()).isEqualTo(FULL);
        assertThat(layers.getFirst().attention()).isEqualTo(new Attention.ChunkedAttention(HEADS, 8192));
        assertThat(layers.getFirst().feedForward())
                .isEqualTo(every == 1 ? new MixtureOfExperts(8, 1, 128, 3, 64, 128, 0) : new Dense(256, 3));
        assertThat(layers).extracting(Layer::smallParameters).containsOnly(128L);
    }

    @Test
    void latentLayersAreDenseWhereTheConfigurationSaysSo() {
        String latent = "\"kv_lora_rank\": 32, \"qk_rope_head_dim\": 8, \"qk_nope_head_dim\": 16, \"v_head_dim\": 12,"
                + " \"n_routed_experts\": 8, \"num_experts_per_tok\": 2, \"moe_intermediate_size\": 24,"
                + " \"n_shared_experts\": 2";
        var attention = new Attention.LatentAttention(4, 0, 32, 8, 16, 12);
        var experts = new MixtureOfExperts(8, 2, 24, 3, 64, 48, 0);
        List<Layer> third = layers("deepseek_v3", 3, latent + ", \"first_k_dense_replace\": 1, \"moe_layer_freq\": 2");

        // norms 2 · 64 + 32; a bias for each expert's choice from the third version on
        assertThat(third)
                .containsExactly(
                        new Layer("dense", attention, new Dense(128, 3), 160),
                        new Layer("dense", attention, new Dense(128, 3), 160),
                        new Layer("moe", attention, experts, 168));
        assertThat(layers("deepseek_v2", 1, latent)).containsExactly(new Layer("moe", attention, experts, 160));
        assertThat(layers("deepseek_v2", 1, latent + ", \"topk_method\": \"noaux_tc\"")
                        .getFirst()
                        .smallParameters())
                .isEqualTo(168);
        assertThat(layers("deepseek_v3", 1, latent + ", \"topk_method\": \"greedy\"")
                        .getFirst()
                        .smallParameters())
                .isEqualTo(160);
        assertThat(kinds(layers("glm4_moe_lite", 2, latent + ", \"mlp_layer_types\": [\"sparse\", \"dense\"]")))
                .containsExactly("moe", "dense");
    }

    @Test
    void anIndexerAddsItsNormWithABias() {
        List<Layer> layers = layers(
                "deepseek_v32",
                1,
                "\"q_lora_rank\": 20, \"kv_lora_rank\": 32, \"qk_rope_head_dim\": 8, \"qk_nope_head_dim\": 16,"
                        + " \"v_head_dim\": 12, \"first_k_dense_replace\": 1, \"index_topk\": 7,"
                        + " \"index_n_heads\": 3, \"index_head_dim\": 10");

        // 2 · 64 + 20 + 32 + 2 · 10
        assertThat(layers)
                .containsExactly(new Layer(
                        "dense",
                        new Attention.SparseLatentAttention(
                                new Attention.LatentAttention(4, 20, 32, 8, 16, 12), 3, 10, 7),
                        new Dense(128, 3),
                        200));
    }

    @Test
    void aFamilyGoesByItsNameInLlamaCpp() {
        Config nothing = Config.of(ProfileText.parse("config.json", "{}"));

        assertThat(Families.of("mixtral").orElseThrow().name().apply(nothing)).isEqualTo("llama");
        assertThat(Families.of("novel")).isEmpty();
        Config experts = Config.of(ProfileText.parse("config.json", "{\"hybrid_override_pattern\": \"EM\"}"));
        Config none = Config.of(ProfileText.parse("config.json", "{\"hybrid_override_pattern\": \"M-\"}"));
        assertThat(Families.of("nemotron_h").orElseThrow().name().apply(experts))
                .isEqualTo("nemotron_h_moe");
        assertThat(Families.of("nemotron_h").orElseThrow().name().apply(none)).isEqualTo("nemotron_h");
    }
}
