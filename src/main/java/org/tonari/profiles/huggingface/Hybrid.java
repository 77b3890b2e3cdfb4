package org.tonari.profiles.huggingface;

import java.util.ArrayList;
import java.util.List;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.StateSpace;
import org.tonari.domain.model.Attention.Trait;
import org.tonari.domain.model.FeedForward;
import org.tonari.explain.Phrase;

/// Families that mix attention with layers of fixed state: Qwen 3 Next and 3.5, Granite 4 H, Jamba.
final class Hybrid {
    private Hybrid() {}

    /// Qwen 3 Next and 3.5: three gated delta-rule layers for one of attention.
    static List<Layer> qwen(Config config) {
        long experts = config.whole("num_experts", 0);
        long shared = config.whole("shared_expert_intermediate_size", 0);
        FeedForward network = experts > 0
                ? Networks.experts(config, experts, config.whole("moe_intermediate_size"), shared)
                : Networks.dense(config);
        long gate = experts > 0 && shared > 0 ? config.hidden() : 0;
        Layer full = new Layer(
                "full",
                new Attention.FullAttention(Networks.heads(config, Trait.OUTPUT_GATE)),
                network,
                2 * config.hidden() + 2 * config.headSize() + gate);
        Layer delta = new Layer("delta", delta(config), network, deltaSmall(config) + gate);
        List<String> types = config.words("layer_types");
        var layers = new ArrayList<Layer>();
        for (int i = 0; i < config.layers(); i++) {
            boolean linear = i < types.size()
                    ? types.get(i).equals("linear_attention")
                    : (i + 1) % config.whole("full_attention_interval", 4) != 0;
            layers.add(linear ? delta : full);
        }
        return layers;
    }

    private static Attention delta(Config config) {
        return new Attention.GatedDelta(
                config.whole("linear_num_key_heads"),
                config.whole("linear_num_value_heads"),
                config.whole("linear_key_head_dim"),
                config.whole("linear_value_head_dim"),
                config.whole("linear_conv_kernel_dim"));
    }

    /// Two norms, the convolution, decay and time step of each value head, and the norm of a value head.
    private static long deltaSmall(Config config) {
        long keys = config.whole("linear_num_key_heads") * config.whole("linear_key_head_dim");
        long values = config.whole("linear_num_value_heads") * config.whole("linear_value_head_dim");
        return 2 * config.hidden()
                + (2 * keys + values) * config.whole("linear_conv_kernel_dim")
                + 2 * config.whole("linear_num_value_heads")
                + config.whole("linear_value_head_dim");
    }

    /// Granite 4 H: Mamba 2 on most layers, experts or a dense network on every one.
    static List<Layer> granite(Config config) {
        long experts = config.whole("num_local_experts", 0);
        FeedForward network = experts > 0
                ? Networks.experts(
                        config, experts, config.whole("intermediate_size"), config.whole("shared_intermediate_size", 0))
                : new FeedForward.Dense(config.whole("shared_intermediate_size"), Networks.GATED);
        long inner = config.whole("mamba_n_heads") * config.whole("mamba_d_head");
        var space = new StateSpace(
                StateSpace.Variant.MAMBA_2,
                inner,
                config.whole("mamba_d_state"),
                config.whole("mamba_n_groups"),
                config.whole("mamba_n_heads"),
                config.whole("mamba_d_conv"));
        Layer mamba = new Layer("mamba", space, network, config.hidden() + mambaSmall(space, config.hidden()));
        Layer full = new Layer("full", Networks.full(config), network, 2 * config.hidden());
        var layers = new ArrayList<Layer>();
        for (String type : config.words("layer_types")) {
            layers.add(type.equals("attention") ? full : mamba);
        }
        if (layers.isEmpty()) {
            throw config.text()
                    .problem(
                            Phrase.of("no {0}", "layer_types"),
                            Phrase.of("a list of {0} and {1}", "mamba", "attention"));
        }
        return layers;
    }

    /// A norm, the convolution with its bias, decay, skip and time step of each head, and the norm of the inner part.
    static long mambaSmall(StateSpace space, long hidden) {
        long channels = space.innerSize() + 2 * space.groups() * space.stateSize();
        return hidden + channels * (space.convolution() + 1) + 3 * space.heads() + space.innerSize();
    }

    /// Falcon H1: a second Mamba and attention side by side in every layer, which stand here one behind the other, as
    /// they do in files that were read.
    static List<Layer> falcon(Config config) {
        long inner = config.optional("mamba_d_ssm")
                .filter(size -> size > 0)
                .orElseGet(() -> config.whole("mamba_expand", 2) * config.hidden());
        var space = new StateSpace(
                StateSpace.Variant.MAMBA_2,
                inner,
                config.whole("mamba_d_state"),
                config.whole("mamba_n_groups", 1),
                config.whole("mamba_n_heads"),
                config.whole("mamba_d_conv"));
        long norm = config.flag("mamba_rms_norm", false) ? inner : 0;
        long small = mambaSmall(space, config.hidden()) - config.hidden() - inner + norm;
        var layers = new ArrayList<Layer>();
        for (int i = 0; i < config.layers(); i++) {
            layers.add(new Layer("mamba", space, new FeedForward.None(), small));
            layers.add(new Layer("full", Networks.full(config), Networks.dense(config), 2 * config.hidden()));
        }
        return layers;
    }

    /// Jamba: the first Mamba on most layers, experts on every other.
    static List<Layer> jamba(Config config) {
        long inner = config.whole("mamba_expand") * config.hidden();
        var space = new StateSpace(
                StateSpace.Variant.MAMBA_1,
                inner,
                config.whole("mamba_d_state"),
                1,
                config.whole("mamba_dt_rank", config.hidden() / 16),
                config.whole("mamba_d_conv"));
        FeedForward experts =
                Networks.experts(config, config.whole("num_experts"), config.whole("intermediate_size"), 0);
        var layers = new ArrayList<Layer>();
        for (int i = 0; i < config.layers(); i++) {
            boolean full = i % config.whole("attn_layer_period") == config.whole("attn_layer_offset", 0);
            boolean mixed = i % config.whole("expert_layer_period") == config.whole("expert_layer_offset", 0);
            FeedForward network = mixed ? experts : Networks.dense(config);
            layers.add(
                    full
                            ? new Layer(
                                    Networks.name(network, "full_"),
                                    Networks.full(config),
                                    network,
                                    2 * config.hidden())
                            : new Layer(Networks.name(network, "mamba_"), space, network, jambaSmall(space, config)));
        }
        return layers;
    }

    /// Two norms, the convolution with its bias, decay and skip, the time step's bias, and three norms of the state.
    private static long jambaSmall(StateSpace space, Config config) {
        long inner = space.innerSize();
        return 2 * config.hidden()
                + inner * (space.convolution() + 1)
                + inner * space.stateSize()
                + 2 * inner
                + space.heads()
                + 2 * space.stateSize();
    }
}
