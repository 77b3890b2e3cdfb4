package org.tonari.profiles.gguf;

import java.util.Optional;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.FeedForward.Dense;
import org.tonari.domain.model.FeedForward.MixtureOfExperts;
import org.tonari.explain.Phrase;

/// Reads a layer's feed-forward network off the sizes of its tensors, whatever the architecture.
final class FeedForwardShapes {
    private static final int GATED = 3;
    private static final int PLAIN = 2;

    private final Hyperparameters hyperparameters;

    FeedForwardShapes(Hyperparameters hyperparameters) {
        this.hyperparameters = hyperparameters;
    }

    FeedForward of(LayerTensors layer) {
        Optional<GgufTensor> experts = layer.find("ffn_down_exps.weight");
        if (experts.isPresent()) {
            GgufTensor down = experts.get();
            return mixture(
                    layer,
                    down,
                    down.size(2),
                    layer.has("ffn_gate_up_exps.weight") || layer.has("ffn_gate_exps.weight"));
        }
        Optional<GgufTensor> first = layer.find("ffn_down.0.weight");
        if (first.isPresent()) {
            long count = layer.byName().keySet().stream()
                    .filter(name -> name.matches("ffn_down\\.\\d+\\.weight"))
                    .count();
            return mixture(layer, first.get(), count, layer.has("ffn_gate.0.weight"));
        }
        return layer.find("ffn_down.weight").map(down -> dense(layer, down)).orElseGet(FeedForward.None::new);
    }

    private FeedForward mixture(LayerTensors layer, GgufTensor down, long experts, boolean gated) {
        return new MixtureOfExperts(
                experts,
                active(layer.index(), experts),
                down.size(0),
                gated ? GATED : PLAIN,
                down.size(1),
                layer.size("ffn_down_shexp.weight", 0),
                layer.size("ffn_down.weight", 0));
    }

    private long active(int layer, long experts) {
        String key = "expert_used_count";
        long active = hyperparameters.stated(key, layer).orElse(0);
        if (active < 1 || active > experts) {
            throw hyperparameters
                    .metadata()
                    .problem(
                            hyperparameters.architecture() + "." + key,
                            active == 0 ? Phrase.of("nothing") : Phrase.verbatim(Long.toString(active)),
                            Phrase.of("a whole number from {0} to {1}", 1, experts));
        }
        return active;
    }

    /// Some files join gate and up into one matrix of twice the width.
    private static FeedForward dense(LayerTensors layer, GgufTensor down) {
        long width = down.size(0);
        boolean gated = layer.has("ffn_gate.weight") || layer.size("ffn_up.weight", 1) == 2 * width;
        return new Dense(width, gated ? GATED : PLAIN);
    }
}
