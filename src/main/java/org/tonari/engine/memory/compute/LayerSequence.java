package org.tonari.engine.memory.compute;

import java.util.Arrays;
import java.util.Optional;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LayerGroup;

/// Which layers have to be replayed. Where the allocator stands as it stood before an earlier layer, and the layers
/// ahead repeat those since then, they change nothing and are passed over.
///
/// That is exact: a replay depends on the free blocks and on the layers alone, and the buffer never shrinks.
final class LayerSequence {
    private static final int NOWHERE = -1;
    private static final Attention NOTHING = new Attention.None();

    private final LanguageModel model;
    private final int[] kinds;
    private final int[] lastReaders = new int[GraphInputs.Cache.values().length];
    private final int lastRotation;
    private final int lastRecurrence;
    private final long[][] states;

    LayerSequence(ForwardPass pass, GraphInputs inputs) {
        model = pass.model();
        int layers = model.layers();
        Arrays.fill(lastReaders, NOWHERE);
        int recurrence = NOWHERE;
        int rotation = NOWHERE;
        for (int layer = 0; layer < layers; layer++) {
            Attention attention = model.layer(layer).attention();
            recurrence = GraphInputs.isRecurrent(attention) ? layer : recurrence;
            Optional<GraphInputs.Cache> cache = GraphInputs.cacheOf(attention);
            if (cache.isPresent()) {
                lastReaders[cache.get().ordinal()] = layer;
                rotation = inputs.rotates(cache.get()) ? layer : rotation;
            }
        }
        lastRecurrence = recurrence;
        lastRotation = rotation;
        states = new long[layers + 1][];
        kinds = new int[layers];
        for (int layer = 0; layer < layers; layer++) {
            kinds[layer] = isSpecial(layer) ? -1 - layer : model.order().get(layer);
        }
    }

    private boolean isSpecial(int layer) {
        for (int last : lastReaders) {
            if (last == layer) {
                return true;
            }
        }
        return layer == lastRecurrence || layer == lastRotation || layer == kinds.length - 1;
    }

    boolean isLastReader(int layer, GraphInputs.Cache cache) {
        return lastReaders[cache.ordinal()] == layer;
    }

    boolean isLastRotation(int layer) {
        return lastRotation == layer;
    }

    boolean isLastRecurrence(int layer) {
        return lastRecurrence == layer;
    }

    /// @return the attention of the next layer that stores anything or has experts, none where there is none
    Attention next(int layer) {
        for (int next = layer + 1; next < kinds.length; next++) {
            LayerGroup group = model.layer(next);
            if (!(group.attention() instanceof Attention.None)
                    || group.feedForward() instanceof FeedForward.MixtureOfExperts) {
                return group.attention();
            }
        }
        return NOTHING;
    }

    /// @param layer the layer just replayed
    /// @param state where the allocator stands now, empty where that is not told
    /// @return the layer to replay next, or the number of layers where none is left
    int after(int layer, long[] state) {
        int next = layer + 1;
        states[next] = state;
        for (int earlier = next - 1; earlier > 0 && state.length > 0; earlier--) {
            if (Arrays.equals(states[earlier], state)) {
                next = behindRepetitions(earlier, next);
            }
        }
        return next;
    }

    /// @return the first layer from `next` on that does not repeat those from `earlier` to `next` in full
    private int behindRepetitions(int earlier, int next) {
        int period = next - earlier;
        int behind = next;
        while (behind + period < kinds.length
                && repeats(earlier, behind, period)
                && next(behind + period - 1).equals(next(next - 1))) {
            behind += period;
        }
        return behind;
    }

    private boolean repeats(int earlier, int later, int period) {
        return Arrays.equals(kinds, earlier, earlier + period, kinds, later, later + period);
    }
}
