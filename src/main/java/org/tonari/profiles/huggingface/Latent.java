package org.tonari.profiles.huggingface;

import java.util.ArrayList;
import java.util.List;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.LatentAttention;

/// Families with latent attention (MLA): DeepSeek V2 to V3.2, Kimi K2, GLM 4.7 Flash and 5.
final class Latent {
    private Latent() {}

    static List<Layer> layers(Config config) {
        Attention attention = attention(config);
        long small = small(config);
        boolean biased = config.word("topk_method").map("noaux_tc"::equals).orElse(!isSecond(config));
        var layers = new ArrayList<Layer>();
        for (int i = 0; i < config.layers(); i++) {
            if (isDense(config, i)) {
                layers.add(new Layer("dense", attention, Networks.dense(config), small));
            } else {
                long choices = biased ? config.whole("n_routed_experts") : 0;
                layers.add(new Layer("moe", attention, Networks.routed(config), small + choices));
            }
        }
        return layers;
    }

    private static boolean isSecond(Config config) {
        return config.modelType().equals("deepseek_v2");
    }

    private static boolean isDense(Config config, int layer) {
        List<String> types = config.words("mlp_layer_types");
        if (layer < types.size()) {
            return types.get(layer).equals("dense");
        }
        return layer < config.whole("first_k_dense_replace", 0) || layer % config.whole("moe_layer_freq", 1) != 0;
    }

    private static Attention attention(Config config) {
        var latent = new LatentAttention(
                config.queryHeads(),
                config.whole("q_lora_rank", 0),
                config.whole("kv_lora_rank"),
                config.whole("qk_rope_head_dim"),
                config.whole("qk_nope_head_dim"),
                config.whole("v_head_dim"));
        return config.optional("index_topk")
                .<Attention>map(tokens -> new Attention.SparseLatentAttention(
                        latent, config.whole("index_n_heads"), config.whole("index_head_dim"), tokens))
                .orElse(latent);
    }

    /// Two norms of the layer, those of the two ranks, and the indexer's norm with its bias.
    private static long small(Config config) {
        long indexer = config.optional("index_topk").isPresent() ? 2 * config.whole("index_head_dim") : 0;
        return 2 * config.hidden() + config.whole("q_lora_rank", 0) + config.whole("kv_lora_rank") + indexer;
    }
}
