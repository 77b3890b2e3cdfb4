package org.tonari.profiles.huggingface;

import java.util.ArrayList;
import java.util.List;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.Attention.Trait;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.TensorRole;
import org.tonari.domain.model.WeightTensor;

/// The Gemma families: windows on most layers, four norms a layer.
final class Gemma {
    private static final int PERIOD_OF_SECOND = 2;
    private static final int PERIOD_OF_THIRD = 6;
    private static final int PERIOD_OF_NANO = 5;
    private static final int SHARED_OF_NANO = 15;

    private Gemma() {}

    /// Gemma 2: every other layer looks at everything.
    static List<Layer> second(Config config) {
        return Softmax.windowed(
                config, PERIOD_OF_SECOND, "sliding_attention", Networks.dense(config), 4 * config.hidden());
    }

    /// Gemma 3: one layer of six looks at everything; norms on query and key heads.
    static List<Layer> third(Config config) {
        int period = (int) config.whole("sliding_window_pattern", PERIOD_OF_THIRD);
        return Softmax.windowed(
                config,
                period,
                "sliding_attention",
                Networks.dense(config),
                4 * config.hidden() + 2 * config.headSize());
    }

    /// Gemma 4: layers over everything have heads of their own, the last layers may read the caches of earlier ones.
    static List<Layer> fourth(Config config) {
        List<String> types = config.words("layer_types");
        long firstShared = config.layers() - config.whole("num_kv_shared_layers", 0);
        var layers = new ArrayList<Layer>();
        for (int i = 0; i < config.layers(); i++) {
            boolean sliding = i < types.size()
                    ? types.get(i).equals("sliding_attention")
                    : (i + 1) % config.whole("sliding_window_pattern", PERIOD_OF_THIRD) != 0;
            layers.add(fourth(config, sliding, i >= firstShared));
        }
        return layers;
    }

    /// Gemma 3n: one layer of five looks at everything, the last layers read the caches of earlier ones; each layer
    /// adds an embedding of its own, a low-rank path (laurel), and predicts and corrects four streams (altup).
    static List<Layer> nano(Config config) {
        List<String> types = config.words("layer_types");
        List<Long> widths = config.numbers("intermediate_size");
        long firstShared = config.layers() - config.whole("num_kv_shared_layers", SHARED_OF_NANO);
        var layers = new ArrayList<Layer>();
        for (int i = 0; i < config.layers(); i++) {
            boolean sliding =
                    i < types.size() ? types.get(i).equals("sliding_attention") : (i + 1) % PERIOD_OF_NANO != 0;
            boolean shared = i >= firstShared;
            Heads heads = slidingHeads(config, shared);
            Attention attention = sliding
                    ? new Attention.SlidingWindowAttention(heads, config.whole("sliding_window", 512))
                    : new Attention.FullAttention(heads);
            long width = i < widths.size() ? widths.get(i) : config.whole("intermediate_size");
            layers.add(new Layer(
                    (sliding ? "sliding" : "full") + (shared ? "_shared" : ""),
                    attention,
                    new FeedForward.Dense(width, Networks.GATED),
                    nanoSmall(config),
                    nanoAdapters(config)));
        }
        return layers;
    }

    /// Norms of the layer, of its heads, of laurel, of the layer's embedding and of altup's router; altup's scale and
    /// coefficients.
    private static long nanoSmall(Config config) {
        long streams = config.whole("altup_num_inputs", 4);
        return 8 * config.hidden() + 2 * config.headSize() + streams * streams * (streams + 1);
    }

    private static List<WeightTensor> nanoAdapters(Config config) {
        long hidden = config.hidden();
        long width = perLayer(config);
        return List.of(
                new WeightTensor(TensorRole.LAYER_EMBEDDING, hidden, width, 2),
                WeightTensor.of(TensorRole.LAYER_EMBEDDING, width, hidden),
                new WeightTensor(TensorRole.LAYER_EMBEDDING, hidden, config.whole("laurel_rank", 64), 2),
                WeightTensor.of(TensorRole.LAYER_EMBEDDING, hidden, config.whole("altup_num_inputs", 4)));
    }

    private static Layer fourth(Config config, boolean sliding, boolean shared) {
        Heads heads = sliding ? slidingHeads(config, shared) : fullHeads(config, shared);
        Attention attention = sliding
                ? new Attention.SlidingWindowAttention(heads, config.whole("sliding_window"))
                : new Attention.FullAttention(heads);
        String kind = (sliding ? "sliding" : "full") + (shared ? "_shared" : "");
        return new Layer(kind, attention, network(config, shared), small(config, heads), adapters(config));
    }

    private static Heads slidingHeads(Config config, boolean shared) {
        var traits = shared ? new Trait[] {Trait.SHARED_CACHE} : new Trait[0];
        return Networks.heads(config.queryHeads(), config.keyValueHeads(), config.headSize(), traits);
    }

    private static Heads fullHeads(Config config, boolean shared) {
        boolean same = config.flag("attention_k_eq_v", false);
        long keyValue =
                same ? config.whole("num_global_key_value_heads", config.keyValueHeads()) : config.keyValueHeads();
        var traits = new ArrayList<Trait>();
        if (same) {
            traits.add(Trait.KEY_IS_VALUE);
        }
        if (shared) {
            traits.add(Trait.SHARED_CACHE);
        }
        long size = config.whole("global_head_dim", config.headSize());
        return Networks.heads(config.queryHeads(), keyValue, size, traits.toArray(Trait[]::new));
    }

    private static FeedForward network(Config config, boolean shared) {
        long width = config.whole("intermediate_size");
        if (config.flag("enable_moe_block", false)) {
            return new FeedForward.MixtureOfExperts(
                    config.whole("num_experts"),
                    config.whole("top_k_experts"),
                    config.whole("moe_intermediate_size"),
                    Networks.GATED,
                    config.hidden(),
                    0,
                    width);
        }
        boolean twice = shared && config.flag("use_double_wide_mlp", false);
        return new FeedForward.Dense(twice ? 2 * width : width, Networks.GATED);
    }

    /// Four norms and those of the heads; with experts three more norms and the scales of the router; with embeddings
    /// for each layer one more norm.
    private static long small(Config config, Heads heads) {
        long small = 4 * config.hidden() + 2 * heads.keySize();
        if (config.flag("enable_moe_block", false)) {
            small += 4 * config.hidden() + config.whole("num_experts");
        }
        return perLayer(config) > 0 ? small + config.hidden() : small;
    }

    private static List<WeightTensor> adapters(Config config) {
        long width = perLayer(config);
        return width == 0
                ? List.of()
                : List.of(
                        new WeightTensor(TensorRole.LAYER_EMBEDDING, config.hidden(), width, 2),
                        WeightTensor.of(TensorRole.LAYER_EMBEDDING, width, config.hidden()));
    }

    /// @return elements of the embedding that each layer adds, 0 where there is none
    static long perLayer(Config config) {
        return config.modelType().startsWith("gemma4") || config.modelType().startsWith("gemma3n")
                ? config.whole("hidden_size_per_layer_input", 0)
                : 0;
    }
}
