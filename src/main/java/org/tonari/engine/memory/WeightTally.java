package org.tonari.engine.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.TensorRole;
import org.tonari.domain.model.TensorTable;
import org.tonari.domain.model.WeightTensor;
import org.tonari.domain.runtime.BlockFormat;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.runtime.WeightFormat.LayerSelection;
import org.tonari.domain.runtime.WeightFormat.Rule;
import org.tonari.engine.memory.WeightBytes.Share;
import org.tonari.units.Bytes;

/// Adds up the tensors of a model, group by group; layer by layer only where a rule tells layers apart.
final class WeightTally {
    private final LanguageModel model;
    private final WeightRules rules;
    private final TensorPositions positions;
    private final Map<Key, Sum> sums = new LinkedHashMap<>();
    private final long[] dense;
    private final long[] experts;

    private record Key(TensorRole role, BlockFormat block) {}

    private record Sum(long elements, long bytes) {
        Sum plus(long moreElements, long moreBytes) {
            return new Sum(Math.addExact(elements, moreElements), Math.addExact(bytes, moreBytes));
        }
    }

    WeightTally(LanguageModel model, WeightFormat format) {
        this.model = model;
        this.rules = new WeightRules(model, format);
        this.positions = new TensorPositions(model);
        this.dense = new long[model.layers()];
        this.experts = new long[model.layers()];
        TensorTable.outer(model).forEach(this::outer);
        for (int group = 0; group < model.groups().size(); group++) {
            for (WeightTensor tensor : TensorTable.layer(model, model.groups().get(group))) {
                layers(group, tensor);
            }
        }
    }

    private void outer(WeightTensor tensor) {
        BlockFormat block = rules.block(rules.candidates(tensor.role()).getLast(), tensor);
        add(tensor, block, WeightRules.bytes(tensor, block).count(), 1);
    }

    private void layers(int group, WeightTensor tensor) {
        List<Rule> candidates = rules.candidates(tensor.role());
        var blocks = candidates.stream().map(rule -> rules.block(rule, tensor)).toList();
        long[] bytes = blocks.stream()
                .mapToLong(block -> WeightRules.bytes(tensor, block).count())
                .toArray();
        int[] times = new int[bytes.length];
        long[] byLayer = tensor.role().isRoutedExpert() ? experts : dense;
        for (int layer = 0; layer < byLayer.length; layer++) {
            if (model.order().get(layer) == group) {
                int chosen = candidates.size() == 1 ? 0 : choose(candidates, tensor.role(), layer);
                byLayer[layer] = Math.addExact(byLayer[layer], bytes[chosen]);
                times[chosen]++;
            }
        }
        for (int i = 0; i < times.length; i++) {
            if (times[i] > 0) {
                add(tensor, blocks.get(i), bytes[i], times[i]);
            }
        }
    }

    private int choose(List<Rule> candidates, TensorRole role, int layer) {
        int index = positions.index(role, layer);
        int count = positions.count(role);
        int chosen = 0;
        while (!includes(candidates.get(chosen).layers(), layer, index, count)) {
            chosen++;
        }
        return chosen;
    }

    private boolean includes(LayerSelection selection, int layer, int index, int count) {
        return selection == LayerSelection.BEFORE_ATTENTION
                ? positions.isBeforeAttention(layer)
                : WeightRules.includes(selection, index, count);
    }

    private void add(WeightTensor tensor, BlockFormat block, long bytes, int times) {
        long allElements = Math.multiplyExact(tensor.elements(), times);
        long allBytes = Math.multiplyExact(bytes, times);
        sums.compute(
                new Key(tensor.role(), block),
                (_, sum) -> (sum == null ? new Sum(0, 0) : sum).plus(allElements, allBytes));
    }

    List<Share> shares() {
        var shares = new ArrayList<Share>();
        sums.forEach(
                (key, sum) -> shares.add(new Share(key.role(), key.block(), sum.elements(), new Bytes(sum.bytes()))));
        return shares;
    }

    List<Bytes> dense() {
        return listed(dense);
    }

    List<Bytes> experts() {
        return listed(experts);
    }

    private static List<Bytes> listed(long[] bytes) {
        var list = new ArrayList<Bytes>(bytes.length);
        for (long count : bytes) {
            list.add(new Bytes(count));
        }
        return list;
    }
}
