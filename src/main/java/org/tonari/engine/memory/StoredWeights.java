package org.tonari.engine.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LanguageModel.StoredTensors;
import org.tonari.domain.model.TensorRole;
import org.tonari.domain.runtime.BlockFormat;
import org.tonari.engine.memory.WeightBytes.Share;
import org.tonari.units.Bytes;

/// Weights as a file that was read holds them.
///
/// The file's sizes are known by role; layers get their part of it in proportion to what the weight format would have
/// given them, to the byte in all.
final class StoredWeights {
    private final LanguageModel model;
    private final WeightBytes computed;

    StoredWeights(LanguageModel model, WeightBytes computed) {
        this.model = model;
        this.computed = computed;
    }

    List<Share> shares() {
        var shares = new ArrayList<Share>();
        for (StoredTensors stored : model.stored()) {
            if (isOfTheModelItself(stored.role())
                    && stored.elements() > 0
                    && stored.bytes().count() > 0) {
                shares.add(new Share(stored.role(), block(stored), stored.elements(), stored.bytes()));
            }
        }
        return shares;
    }

    /// The format's own block where the file's size is that of whole blocks of it, else one of the file's average.
    private BlockFormat block(StoredTensors stored) {
        BlockFormat nearest = computed.shares().stream()
                .filter(share -> share.role() == stored.role())
                .map(Share::block)
                .findFirst()
                .orElse(new BlockFormat(
                        "file", stored.elements(), stored.bytes().count()));
        long expected = Math.ceilDiv(stored.elements(), nearest.elements()) * nearest.bytes();
        return expected == stored.bytes().count()
                ? nearest
                : new BlockFormat(
                        nearest.id(), stored.elements(), stored.bytes().count());
    }

    List<Bytes> dense() {
        return apportioned(inLayers(false), computed::layerDense);
    }

    List<Bytes> experts() {
        return apportioned(inLayers(true), computed::layerExperts);
    }

    private Bytes inLayers(boolean routed) {
        return model.stored().stream()
                .filter(stored -> stored.role().isRoutedExpert() == routed && isInLayers(stored.role()))
                .map(StoredTensors::bytes)
                .reduce(Bytes.ZERO, Bytes::plus);
    }

    /// @return a part beside the language model as the file holds it; nothing where the file has none
    static Bytes beside(LanguageModel model, TensorRole role) {
        return model.stored().stream()
                .filter(stored -> stored.role() == role)
                .map(StoredTensors::bytes)
                .reduce(Bytes.ZERO, Bytes::plus);
    }

    private static boolean isOfTheModelItself(TensorRole role) {
        return role != TensorRole.VISION && role != TensorRole.AUDIO && role != TensorRole.MTP;
    }

    private static boolean isInLayers(TensorRole role) {
        return switch (role) {
            case TOKEN_EMBEDDING, OUTPUT_HEAD, LOOKUP_TABLE, VISION, AUDIO, MTP -> false;
            default -> true;
        };
    }

    private List<Bytes> apportioned(Bytes total, IntFunction<Bytes> weight) {
        long all = 0;
        for (int layer = 0; layer < model.layers(); layer++) {
            all = Math.addExact(all, weight.apply(layer).count());
        }
        var parts = new ArrayList<Bytes>();
        long weights = 0;
        long given = 0;
        for (int layer = 0; layer < model.layers(); layer++) {
            weights += weight.apply(layer).count();
            long until = all == 0 ? 0 : (long) Math.floor((double) total.count() * weights / all);
            parts.add(new Bytes(until - given));
            given = until;
        }
        return parts;
    }
}
