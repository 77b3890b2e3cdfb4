package org.tonari.profiles.gguf;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.Attention.LatentAttention;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Phrase;
import org.tonari.explain.Refused;

/// Tells how a layer looks back: its kind from the tensors it has, its sizes from what the file states.
final class AttentionShapes {
    private static final long CHUNK_OF_LLAMA4 = 8192;

    private final Hyperparameters numbers;
    private final Family family;
    private final Softmax softmax;
    private final States states;

    /// @param layers how many layers the model has
    AttentionShapes(Hyperparameters numbers, int layers) {
        this.numbers = numbers;
        this.family = Family.of(numbers.architecture());
        this.softmax = new Softmax(numbers, layers);
        this.states = new States(numbers);
    }

    /// @return how the layer looks back; two ways where it does so in two ways side by side
    List<Attention> of(LayerTensors layer) {
        if (family.reach() == Family.Reach.UNKNOWN) {
            return List.of(new Attention.Undescribed(new MissingFact(
                    "model.attention",
                    Phrase.of(
                            "What layers of the architecture {0} keep of earlier tokens is not known:"
                                    + " the kinds of attention, their heads and windows.",
                            numbers.architecture()))));
        }
        try {
            return known(layer);
        } catch (Hyperparameters.Unstated unstated) {
            return List.of(new Attention.Undescribed(unstated.fact()));
        } catch (IllegalArgumentException | ArithmeticException impossible) {
            return List.of(new Attention.Undescribed(new MissingFact(
                    "model.attention", Phrase.of("What the file states cannot be: {0}.", Refused.why(impossible)))));
        }
    }

    private List<Attention> known(LayerTensors layer) {
        var ways = new ArrayList<Attention>();
        if (layer.has("shortconv.conv.weight")) {
            ways.add(new Attention.ShortConvolution(
                    layer.size("shortconv.conv.weight", 1), layer.size("shortconv.conv.weight", 0)));
        }
        states.of(layer).ifPresent(ways::add);
        boolean delta = ways.stream().anyMatch(Attention.GatedDelta.class::isInstance);
        if (layer.has("attn_kv_a_mqa.weight")) {
            ways.add(latent(layer));
        } else if (!delta && (layer.has("attn_q.weight") || layer.has("attn_qkv.weight"))) {
            ways.add(reaching(layer));
        }
        return ways.isEmpty() ? List.of(new Attention.None()) : ways;
    }

    private Attention latent(LayerTensors layer) {
        if (!layer.has("attn_k_b.weight")) {
            // Files from before keys alone were cached: llama.cpp unfolds keys and values of every head.
            return new Attention.FullAttention(softmax.unfolded(layer));
        }
        long rank = layer.size("attn_k_b.weight", 1);
        var latent = new LatentAttention(
                layer.size("attn_k_b.weight", 2),
                layer.size("attn_q_a.weight", 1),
                rank,
                layer.size("attn_kv_a_mqa.weight", 1) - rank,
                layer.size("attn_k_b.weight", 0),
                layer.size("attn_v_b.weight", 1));
        boolean indexed = List.of("deepseek32", "glm-dsa").contains(numbers.architecture());
        return indexed
                ? new Attention.SparseLatentAttention(
                        latent,
                        numbers.needed("attention.indexer.head_count"),
                        numbers.needed("attention.indexer.key_length"),
                        numbers.needed("attention.indexer.top_k"))
                : latent;
    }

    private Attention reaching(LayerTensors layer) {
        boolean windowed = isWindowed(layer.index());
        Heads heads = softmax.heads(layer, windowed);
        if (!windowed) {
            return new Attention.FullAttention(heads);
        }
        long window = numbers.stated("attention.sliding_window").orElse(0);
        return family.reach() == Family.Reach.CHUNK
                ? new Attention.ChunkedAttention(heads, CHUNK_OF_LLAMA4)
                : new Attention.SlidingWindowAttention(heads, window);
    }

    private boolean isWindowed(int layer) {
        OptionalLong window = numbers.stated("attention.sliding_window");
        boolean reachesAll =
                switch (family.reach()) {
                    case ALL, UNKNOWN -> true;
                    case WINDOW -> numbers.needed("attention.sliding_window") == 0;
                    case OPTIONAL_WINDOW -> window.orElse(0) == 0;
                    case CHUNK -> window.orElse(1) == 0;
                };
        return !reachesAll && isInPattern(layer);
    }

    /// The last layer of each period reaches all the way (`set_swa_pattern` of `src/llama-hparams.cpp`).
    private boolean isInPattern(int layer) {
        String key = "attention.sliding_window_pattern";
        if (numbers.isList(key)) {
            return numbers.needed(key, layer) != 0;
        }
        long period =
                family.period() == 0 ? numbers.needed(key) : numbers.stated(key).orElse(family.period());
        return period == 0 || layer % period < period - 1;
    }
}
