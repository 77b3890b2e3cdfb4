package org.tonari.engine.memory.compute;

import java.util.Arrays;
import java.util.List;
import org.tonari.domain.Attention;
import org.tonari.domain.LanguageModel;

/// Which layers have to be replayed. Where the allocator stands as it stood before an earlier layer, and the layers
/// ahead repeat those since then, they change nothing and are passed over.
///
/// That is exact: a replay depends on the free blocks and on the layers alone, and the buffer never shrinks.
final class LayerSequence {
    private static final int NOWHERE = -1;

    private final List<Integer> order;
    private final int[] kinds;
    private final int[] lastReaders = new int[GraphInputs.Cache.values().length];
    private final int lastRotation;
    private final int lastRecurrence;
    private final long[][] states;

    LayerSequence(ForwardPass pass) {
        LanguageModel model = pass.model();
        int layers = model.layers();
        order = model.order();
        Arrays.fill(lastReaders, NOWHERE);
        int recurrence = NOWHERE;
        for (int layer = 0; layer < layers; layer++) {
            Attention attention = model.layer(layer).attention();
            int reader = layer;
            GraphInputs.cacheOf(attention).ifPresent(cache -> lastReaders[cache.ordinal()] = reader);
            recurrence = GraphInputs.isRecurrent(attention) ? layer : recurrence;
        }
        lastRecurrence = recurrence;
        lastRotation = Arrays.stream(lastReaders).max().orElse(NOWHERE);
        states = new long[layers + 1][];
        kinds = new int[layers];
        for (int layer = 0; layer < layers; layer++) {
            kinds[layer] = isSpecial(layer) ? -1 - layer : order.get(layer);
        }
    }

    private boolean isSpecial(int layer) {
        boolean lastReader = Arrays.stream(lastReaders).anyMatch(last -> last == layer);
        return lastReader || layer == lastRecurrence || layer == kinds.length - 1;
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

    /// @param layer the layer just replayed
    /// @param state where the allocator stands now, empty where that is not told
    /// @return the layer to replay next, or the number of layers where none is left
    int next(int layer, long[] state) {
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
                && order.get(behind + period).equals(order.get(next))) {
            behind += period;
        }
        return behind;
    }

    private boolean repeats(int earlier, int later, int period) {
        return Arrays.equals(kinds, earlier, earlier + period, kinds, later, later + period);
    }
}
