package org.tonari.domain.model;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.tonari.explain.Refused;
import org.tonari.explain.Source;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;

/// A language model as data: an ordered list of layers between an embedding and an output head.
///
/// @param id             lower case, digits, dots and hyphens
/// @param name           as published
/// @param family         architecture family, such as `gpt-oss` or `qwen3moe` (llama.cpp's names)
/// @param source         where the architecture was read
/// @param hiddenSize     elements of the residual stream
/// @param vocabulary     tokens the embedding knows
/// @param head           whether the output head has a matrix of its own
/// @param smallParameters parameters outside the layers that stay at full precision, such as the last norm
/// @param groups         the layers by kind, in order of first appearance
/// @param order          for each layer from first to last, the index of its group
/// @param extras         parts that a deployment may or may not load
/// @param maxContext     the longest context the model was made for
/// @param nativeWeights  id of the weight format the model is published in
/// @param stored         the tensors of a file that was read, by class; empty for a profile
/// @param details        what a picker shows
public record LanguageModel(
        String id,
        String name,
        String family,
        Source source,
        long hiddenSize,
        long vocabulary,
        OutputHead head,
        long smallParameters,
        List<LayerGroup> groups,
        List<Integer> order,
        List<Extra> extras,
        Tokens maxContext,
        String nativeWeights,
        List<StoredTensors> stored,
        Details details) {

    /// Whether the output head has a matrix of its own or reuses the embedding's.
    public enum OutputHead {
        SEPARATE,
        TIED
    }

    /// A part beside the language model itself.
    ///
    /// @param kind       what it is
    /// @param parameters how many
    public record Extra(Kind kind, long parameters) {
        /// What an extra part is.
        public enum Kind {
            VISION,
            AUDIO,
            /// A multi-token-prediction head.
            MTP,
            /// Per-layer embeddings or another table read by row.
            LOOKUP_TABLE
        }

        public Extra {
            Objects.requireNonNull(kind);
            if (parameters <= 0) {
                throw new IllegalArgumentException("an extra part needs parameters: " + parameters);
            }
        }
    }

    /// Tensors of one role as a file stores them.
    ///
    /// @param role     what they are for
    /// @param elements how many weights
    /// @param bytes    how much they take in the file
    public record StoredTensors(TensorRole role, long elements, Bytes bytes) {}

    /// What a picker shows of a model.
    ///
    /// @param repository  where it is published, or empty
    /// @param released    date as far as known, or empty
    /// @param licence     short name, or empty
    /// @param modality    `text`, `text+image`, …
    /// @param parameters  published total, or 0 where none is published
    /// @param aliases     other names to find it by
    public record Details(
            String repository,
            String released,
            String licence,
            String modality,
            long parameters,
            List<String> aliases) {
        public Details {
            aliases = List.copyOf(aliases);
        }
    }

    public LanguageModel {
        if (!id.matches("[a-z0-9][a-z0-9._-]*")) {
            throw new IllegalArgumentException("not a model id: " + id);
        }
        if (hiddenSize <= 0 || vocabulary <= 0 || smallParameters < 0) {
            throw new Refused("{0} needs a hidden size and a vocabulary", id);
        }
        groups = List.copyOf(groups);
        order = List.copyOf(order);
        extras = List.copyOf(extras);
        stored = List.copyOf(stored);
        requireOrder(id, groups, order);
    }

    private static void requireOrder(String id, List<LayerGroup> groups, List<Integer> order) {
        var times = new int[groups.size()];
        for (int group : order) {
            if (group < 0 || group >= times.length) {
                throw new Refused("{0}: the order of layers names a kind that is not there", id);
            }
            times[group]++;
        }
        for (int g = 0; g < times.length; g++) {
            if (times[g] != groups.get(g).count()) {
                throw new Refused(
                        "{0}: layers of kind {1} stand {2} times in the order, not {3}",
                        id, groups.get(g).kind(), times[g], groups.get(g).count());
            }
        }
    }

    /// @return the number of layers
    public int layers() {
        return order.size();
    }

    /// @param layer from 0
    /// @return the group the layer belongs to
    public LayerGroup layer(int layer) {
        return groups.get(order.get(layer));
    }

    /// @return this model as a description alone, without the sizes a file gave its tensors
    public LanguageModel withoutStored() {
        return stored.isEmpty() ? this : withStored(List.of());
    }

    /// @return this model with tensors of these sizes
    public LanguageModel withStored(List<StoredTensors> other) {
        return with(groups, order, other);
    }

    /// @param from the first layer taken
    /// @param to   the first layer left out, above `from`
    /// @return this model with some of its layers only
    public LanguageModel withLayers(int from, int to) {
        List<Integer> taken = order.subList(from, to);
        var indices = taken.stream().distinct().sorted().toList();
        List<LayerGroup> some = indices.stream()
                .map(index -> groups.get(index).withCount(Collections.frequency(taken, index)))
                .toList();
        return with(some, taken.stream().map(indices::indexOf).toList(), stored);
    }

    private LanguageModel with(List<LayerGroup> otherGroups, List<Integer> otherOrder, List<StoredTensors> sizes) {
        return new LanguageModel(
                id,
                name,
                family,
                source,
                hiddenSize,
                vocabulary,
                head,
                smallParameters,
                otherGroups,
                otherOrder,
                extras,
                maxContext,
                nativeWeights,
                sizes,
                details);
    }
}
