package org.tonari.profiles.huggingface;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Trait;
import org.tonari.domain.model.FeedForward;

/// Families whose layers all look back by softmax attention.
///
/// Small parameters are counted as the published checkpoints store them: two norms a layer, and what each family adds.
final class Softmax {
    private static final int LLAMA_4_PATTERN = 4;

    private Softmax() {}

    /// Llama, Mistral and Mixtral: two norms, no biases.
    static List<Layer> llama(Config config) {
        long experts = config.whole("num_local_experts", 0);
        FeedForward network = experts > 0
                ? Networks.experts(config, experts, config.whole("intermediate_size"), 0)
                : Networks.dense(config);
        return alike(config, attention(config), network, 2 * config.hidden());
    }

    /// Qwen 2: biases on query, key and value.
    static List<Layer> qwen2(Config config) {
        long biases = (config.queryHeads() + 2 * config.keyValueHeads()) * config.headSize();
        return alike(config, Networks.full(config), Networks.dense(config), 2 * config.hidden() + biases);
    }

    /// Qwen 3: norms on query and key heads; experts where there are any.
    static List<Layer> qwen3(Config config) {
        long experts = config.whole("num_experts", 0);
        FeedForward network = experts > 0
                ? Networks.experts(config, experts, config.whole("moe_intermediate_size"), 0)
                : Networks.dense(config);
        return alike(config, Networks.full(config), network, 2 * config.hidden() + 2 * config.headSize());
    }

    /// Phi 3 and 4: one matrix for query, key and value.
    static List<Layer> phi3(Config config) {
        var heads = Networks.heads(config, Trait.FUSED_PROJECTION);
        Attention attention = config.optional("sliding_window")
                .filter(window -> window > 0 && window < config.whole("max_position_embeddings"))
                .<Attention>map(window -> new Attention.SlidingWindowAttention(heads, window))
                .orElseGet(() -> new Attention.FullAttention(heads));
        return alike(config, attention, Networks.dense(config), 2 * config.hidden());
    }

    /// GLM 4, dense: four norms, biases on query, key and value.
    static List<Layer> glm4(Config config) {
        long biases = config.flag("attention_bias", false)
                ? (config.queryHeads() + 2 * config.keyValueHeads()) * config.headSize()
                : 0;
        return alike(config, Networks.full(config), Networks.dense(config), 4 * config.hidden() + biases);
    }

    /// MiniMax M2: norms over all query and all key elements, a bias for each expert's choice.
    static List<Layer> miniMax(Config config) {
        long experts = config.whole("num_local_experts");
        long norms = (config.queryHeads() + config.keyValueHeads()) * config.headSize();
        FeedForward network = Networks.experts(
                config, experts, config.whole("intermediate_size"), config.whole("shared_intermediate_size", 0));
        return alike(config, Networks.full(config), network, 2 * config.hidden() + norms + experts);
    }

    /// gpt-oss: windows on every other layer, sinks, and biases everywhere, also in each expert.
    static List<Layer> gptOss(Config config) {
        long experts = config.optional("num_local_experts").orElseGet(() -> config.whole("num_experts"));
        long width = config.whole("intermediate_size");
        long projections = (config.queryHeads() + 2 * config.keyValueHeads()) * config.headSize();
        long small = 2 * config.hidden()
                + projections
                + config.hidden()
                + config.queryHeads()
                + experts
                + experts * (2 * width + config.hidden());
        FeedForward network = Networks.experts(config, experts, width, 0);
        return windowed(config, 2, "sliding_attention", network, small);
    }

    /// GLM 4.5 to 4.7: the first layers dense, biases on query, key and value, a bias for each expert's choice.
    static List<Layer> glm(Config config) {
        long biases = config.flag("attention_bias", false)
                ? (config.queryHeads() + 2 * config.keyValueHeads()) * config.headSize()
                : 0;
        long norms = config.flag("use_qk_norm", false) ? 2 * config.headSize() : 0;
        long small = 2 * config.hidden() + biases + norms;
        Attention attention = Networks.full(config);
        var layers = new ArrayList<Layer>();
        for (int i = 0; i < config.layers(); i++) {
            boolean dense = i < config.whole("first_k_dense_replace", 0);
            layers.add(
                    dense
                            ? new Layer("dense", attention, Networks.dense(config), small)
                            : new Layer(
                                    "moe",
                                    attention,
                                    Networks.routed(config),
                                    small + config.whole("n_routed_experts")));
        }
        return layers;
    }

    /// Llama 4: three layers in chunks for one over everything, experts on every layer or every other.
    static List<Layer> llama4(Config config) {
        long every = config.whole("interleave_moe_layer_step", 1);
        var heads = Networks.heads(config);
        FeedForward dense = new FeedForward.Dense(config.whole("intermediate_size_mlp"), Networks.GATED);
        FeedForward experts = Networks.experts(
                config,
                config.whole("num_local_experts"),
                config.whole("intermediate_size"),
                config.whole("intermediate_size"));
        var layers = new ArrayList<Layer>();
        for (int i = 0; i < config.layers(); i++) {
            boolean whole = (i + 1) % LLAMA_4_PATTERN == 0;
            FeedForward network = every > 0 && (i + 1) % every == 0 ? experts : dense;
            Attention attention = whole
                    ? new Attention.FullAttention(heads)
                    : new Attention.ChunkedAttention(heads, config.whole("attention_chunk_size"));
            String kind = Networks.name(network, whole ? "full_" : "chunked_");
            layers.add(new Layer(kind, attention, network, 2 * config.hidden()));
        }
        return layers;
    }

    /// @param period which layer of how many looks at everything where `layer_types` is not written
    static List<Layer> windowed(Config config, int period, String window, FeedForward network, long small) {
        var heads = Networks.heads(config);
        List<String> types = config.words("layer_types");
        var layers = new ArrayList<Layer>();
        for (int i = 0; i < config.layers(); i++) {
            boolean sliding = i < types.size() ? types.get(i).equals(window) : (i + 1) % period != 0;
            layers.add(
                    sliding
                            ? new Layer(
                                    "sliding",
                                    new Attention.SlidingWindowAttention(heads, config.whole("sliding_window")),
                                    network,
                                    small)
                            : new Layer("full", new Attention.FullAttention(heads), network, small));
        }
        return layers;
    }

    /// A window as long as the context is none.
    private static Attention attention(Config config) {
        return config.optional("sliding_window")
                .filter(window -> window > 0 && window < config.whole("max_position_embeddings", Long.MAX_VALUE))
                .<Attention>map(window -> new Attention.SlidingWindowAttention(Networks.heads(config), window))
                .orElseGet(() -> Networks.full(config));
    }

    private static List<Layer> alike(Config config, Attention attention, FeedForward network, long small) {
        String kind = attention instanceof Attention.SlidingWindowAttention ? "sliding" : "full";
        return Collections.nCopies(config.layers(), new Layer(kind, attention, network, small));
    }
}
