package org.tonari.profiles.huggingface;

import java.util.ArrayList;
import java.util.List;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.StateSpace;
import org.tonari.domain.model.FeedForward;
import org.tonari.explain.Phrase;

/// Nemotron-H: each layer is one thing only, Mamba, attention, a network or experts, spelt out in a pattern.
final class Nemotron {
    /// Up and down: the activation is not gated.
    private static final int UNGATED = 2;

    private Nemotron() {}

    static String family(Config config) {
        return pattern(config).indexOf('E') >= 0 ? "nemotron_h_moe" : "nemotron_h";
    }

    static List<Layer> layers(Config config) {
        var layers = new ArrayList<Layer>();
        for (char sign : pattern(config).toCharArray()) {
            layers.add(
                    switch (sign) {
                        case 'M' -> mamba(config);
                        case '*' -> new Layer("full", Networks.full(config), new FeedForward.None(), config.hidden());
                        case 'E' -> new Layer("moe", new Attention.None(), experts(config), config.hidden());
                        case '-' -> new Layer("mlp", new Attention.None(), network(config), config.hidden());
                        default ->
                            throw config.text()
                                    .field("hybrid_override_pattern")
                                    .problem(
                                            Phrase.of("the sign {0}", sign),
                                            Phrase.of("{0} and {1} only", "M, *, E", "-"));
                    });
        }
        return layers;
    }

    private static String pattern(Config config) {
        return config.text().field("hybrid_override_pattern").text();
    }

    private static Layer mamba(Config config) {
        var space = new StateSpace(
                StateSpace.Variant.MAMBA_2,
                config.whole("mamba_num_heads") * config.whole("mamba_head_dim"),
                config.whole("ssm_state_size"),
                config.whole("n_groups"),
                config.whole("mamba_num_heads"),
                config.whole("conv_kernel"));
        return new Layer("mamba", space, new FeedForward.None(), Hybrid.mambaSmall(space, config.hidden()));
    }

    private static FeedForward network(Config config) {
        return new FeedForward.Dense(config.whole("intermediate_size"), UNGATED);
    }

    /// Experts may work in a latent space smaller than the hidden size.
    private static FeedForward experts(Config config) {
        long shared = config.whole("moe_shared_expert_intermediate_size", 0) * config.whole("n_shared_experts", 1);
        return new FeedForward.MixtureOfExperts(
                config.whole("n_routed_experts"),
                config.whole("num_experts_per_tok"),
                config.whole("moe_intermediate_size"),
                UNGATED,
                config.optional("moe_latent_size").filter(size -> size > 0).orElseGet(config::hidden),
                shared,
                0);
    }
}
