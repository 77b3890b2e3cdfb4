package org.tonari.profiles.huggingface;

import java.util.Set;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.Attention.Trait;
import org.tonari.domain.model.FeedForward;

/// The parts that the layers of several families have in common.
final class Networks {
    /// Gate, up and down: a gated activation.
    static final int GATED = 3;

    private Networks() {}

    static Heads heads(Config config, Trait... traits) {
        return heads(config.queryHeads(), config.keyValueHeads(), config.headSize(), traits);
    }

    static Heads heads(long query, long keyValue, long size, Trait... traits) {
        return new Heads(query, keyValue, size, size, Set.of(traits));
    }

    static Attention full(Config config) {
        return new Attention.FullAttention(heads(config));
    }

    static FeedForward dense(Config config) {
        return new FeedForward.Dense(config.whole("intermediate_size"), GATED);
    }

    /// @param experts how many there are
    /// @param width   of one expert
    /// @param shared  inner elements of the experts that every token uses, together
    static FeedForward experts(Config config, long experts, long width, long shared) {
        long active = config.optional("num_experts_per_tok")
                .or(() -> config.optional("experts_per_token"))
                .orElseGet(() -> config.whole("num_experts_per_tok"));
        return new FeedForward.MixtureOfExperts(experts, active, width, GATED, config.hidden(), shared, 0);
    }

    /// @return experts of DeepSeek's kind: `n_routed_experts` beside `n_shared_experts` of the same width
    static FeedForward routed(Config config) {
        long width = config.whole("moe_intermediate_size");
        return experts(config, config.whole("n_routed_experts"), width, width * config.whole("n_shared_experts", 0));
    }

    static String name(FeedForward network, String prefix) {
        return prefix + (network instanceof FeedForward.MixtureOfExperts ? "moe" : "dense");
    }
}
