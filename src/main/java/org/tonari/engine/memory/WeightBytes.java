package org.tonari.engine.memory;

import java.util.List;
import java.util.Objects;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LanguageModel.Extra;
import org.tonari.domain.model.LanguageModel.OutputHead;
import org.tonari.domain.model.TensorRole;
import org.tonari.domain.model.TensorTable;
import org.tonari.domain.model.WeightTensor;
import org.tonari.domain.runtime.BlockFormat;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;

/// What a model's weights take in a format, exact to the byte: in all, by role and by layer.
///
/// The language model itself: layers, embedding, head and lookup tables. Vision, audio and multi-token prediction are
/// asked for apart. A model that was read from a file takes what the file says.
public final class WeightBytes {
    private final LanguageModel model;
    private final WeightFormat format;
    private final List<Share> shares;
    private final long[] dense;
    private final long[] experts;
    private final Term term;
    private final Bytes embedding;

    /// Weights of one role in one block format, over all layers.
    ///
    /// @param role     what they are for
    /// @param block    how they are packed
    /// @param elements how many
    /// @param bytes    what they take
    public record Share(TensorRole role, BlockFormat block, long elements, Bytes bytes) {
        public Share {
            Objects.requireNonNull(role);
            Objects.requireNonNull(block);
            Objects.requireNonNull(bytes);
        }

        /// @return whether these turn the last hidden state into logits, be it as the embedding's second use
        public boolean isHead() {
            return role == TensorRole.OUTPUT_HEAD || role == TensorRole.TOKEN_EMBEDDING;
        }
    }

    private WeightBytes(
            LanguageModel model, WeightFormat format, List<Share> shares, List<Bytes> dense, List<Bytes> experts) {
        this.model = model;
        this.format = format;
        this.shares = List.copyOf(shares);
        this.dense = counts(dense);
        this.experts = counts(experts);
        this.term = WeightTerms.of(model, format, this.shares);
        this.embedding = role(TensorRole.TOKEN_EMBEDDING);
    }

    /// Thousands of models in their formats are remembered, each with scores of layers.
    private static long[] counts(List<Bytes> bytes) {
        return bytes.stream().mapToLong(Bytes::count).toArray();
    }

    /// @return the weights of a model in a format; as the file has them where the model was read from one
    public static WeightBytes of(LanguageModel model, WeightFormat format) {
        WeightTally tally = new WeightTally(model, format);
        WeightBytes computed = new WeightBytes(model, format, tally.shares(), tally.dense(), tally.experts());
        if (model.stored().isEmpty()) {
            return computed;
        }
        var stored = new StoredWeights(model, computed);
        return new WeightBytes(model, format, stored.shares(), stored.dense(), stored.experts());
    }

    /// @return everything, with its tree
    public Term term() {
        return term;
    }

    /// @return everything
    public Bytes total() {
        return term.bytes();
    }

    /// @return weights by role and block format
    public List<Share> shares() {
        return shares;
    }

    /// @return what a token passes through: everything but tables of which it reads one row. Routed experts are all
    ///         there, though one token uses a few
    public List<Share> readByToken() {
        boolean tied = model.head() == OutputHead.TIED;
        return shares.stream()
                .filter(share -> share.role() != TensorRole.LOOKUP_TABLE)
                .filter(share -> tied || share.role() != TensorRole.TOKEN_EMBEDDING)
                .toList();
    }

    /// @return the bytes of all tensors in a role
    public Bytes role(TensorRole role) {
        Bytes sum = Bytes.ZERO;
        for (Share share : shares) {
            sum = share.role() == role ? sum.plus(share.bytes()) : sum;
        }
        return sum;
    }

    /// @return whether a router picks among experts anywhere
    public boolean hasRoutedExperts() {
        for (Share share : shares) {
            if (share.role().isRoutedExpert()) {
                return true;
            }
        }
        return false;
    }

    /// @param layer from 0
    /// @return the routed experts of a layer
    public Bytes layerExperts(int layer) {
        return new Bytes(experts[layer]);
    }

    /// @param layer from 0
    /// @return a layer without its routed experts
    public Bytes layerDense(int layer) {
        return new Bytes(dense[layer]);
    }

    /// @return the table that turns tokens into hidden states
    public Bytes embedding() {
        return embedding;
    }

    /// @return the output head; nothing where it reuses the embedding
    public Bytes head() {
        return role(TensorRole.OUTPUT_HEAD);
    }

    /// @return a part beside the language model; nothing where the model has none
    public Bytes extra(Extra.Kind kind) {
        return model.extras().stream()
                .filter(extra -> extra.kind() == kind)
                .map(this::extra)
                .reduce(Bytes.ZERO, Bytes::plus);
    }

    private Bytes extra(Extra extra) {
        WeightTensor tensor = TensorTable.extra(model, extra);
        Bytes stored = StoredWeights.beside(model, tensor.role());
        return stored.count() > 0 ? stored : new WeightRules(model, format).flat(tensor);
    }
}
