package org.tonari.profiles.huggingface;

import java.util.ArrayList;
import java.util.List;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.FeedForward;
import org.tonari.explain.Phrase;

/// LFM2: short convolutions on most layers, attention on some; the larger ones with experts behind the first layers.
///
/// The names and defaults are those of `Lfm2Config` and `Lfm2MoeConfig` in the library transformers.
final class Liquid {
    private static final long TAPS = 3;

    private Liquid() {}

    static List<Layer> layers(Config config) {
        Attention full = Networks.full(config);
        Attention convolution = new Attention.ShortConvolution(config.hidden(), config.whole("conv_L_cache", TAPS));
        List<String> types = config.words("layer_types");
        List<Long> attending = config.numbers("full_attn_idxs");
        if (types.isEmpty() && attending.isEmpty()) {
            throw config.text()
                    .problem(
                            Phrase.of("no {0}", "layer_types"),
                            Phrase.of("a list of {0} and {1}", "conv", "full_attention"));
        }
        var layers = new ArrayList<Layer>();
        for (int i = 0; i < config.layers(); i++) {
            boolean attends = i < types.size() ? types.get(i).equals("full_attention") : attending.contains((long) i);
            FeedForward network = network(config, i);
            layers.add(new Layer(
                    Networks.name(network, attends ? "full_" : "convolution_"),
                    attends ? full : convolution,
                    network,
                    small(config, attends) + biases(config, network)));
        }
        return layers;
    }

    private static FeedForward network(Config config, int layer) {
        boolean mixed = config.modelType().equals("lfm2_moe") && layer >= config.whole("num_dense_layers", 0);
        return mixed
                ? Networks.experts(config, config.whole("num_experts"), config.whole("moe_intermediate_size"), 0)
                : new FeedForward.Dense(width(config), Networks.GATED);
    }

    /// The stated width, of which gating takes a third where the configuration says so.
    private static long width(Config config) {
        long stated = config.optional("block_ff_dim").orElseGet(() -> config.whole("intermediate_size"));
        if (!config.flag("block_auto_adjust_ff_dim", config.modelType().equals("lfm2"))) {
            return stated;
        }
        long multiple = Math.max(1, config.whole("block_multiple_of", 256));
        return Math.ceilDiv(2 * stated / 3, multiple) * multiple;
    }

    /// Two norms; and those of query and key heads, or the convolution.
    private static long small(Config config, boolean attends) {
        long own = attends ? 2 * config.headSize() : config.hidden() * config.whole("conv_L_cache", TAPS);
        return 2 * config.hidden() + own;
    }

    private static long biases(Config config, FeedForward network) {
        boolean biased = config.flag("use_expert_bias", config.modelType().equals("lfm2_moe"));
        return network instanceof FeedForward.MixtureOfExperts experts && biased ? experts.experts() : 0;
    }
}
