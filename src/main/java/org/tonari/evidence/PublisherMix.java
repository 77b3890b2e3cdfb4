package org.tonari.evidence;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tonari.domain.evidence.Measurement;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LanguageModel.OutputHead;
import org.tonari.domain.model.TensorRole;
import org.tonari.domain.runtime.BlockFormat;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.runtime.WeightFormat.Container;
import org.tonari.domain.runtime.WeightFormat.LayerSelection;
import org.tonari.domain.runtime.WeightFormat.ModelCondition;
import org.tonari.domain.runtime.WeightFormat.Rule;
import org.tonari.engine.memory.WeightBytes;
import org.tonari.explain.Source;

/// Weight formats that publishers mix themselves: no rule says which tensor got which block, only the file's size.
///
/// Such a run is reconstructed with one block for routed experts and one for all else, so that both come to the
/// published size; the window never estimates in such a format. Unsloth's mixes keep everything but the experts at
/// about 8 bits (`q4` to `q6`), or the experts at 8 bits and the rest wider (`q8`).
final class PublisherMix {
    private static final Set<TensorRole> EXPERTS =
            Set.of(TensorRole.EXPERT_GATE, TensorRole.EXPERT_UP, TensorRole.EXPERT_DOWN);

    private static final double EIGHT = 8.5;
    private static final double WIDEST = 16;

    /// Without a published size: bits of the experts, or of everything in a dense model.
    private static final Map<String, Bits> USUAL = Map.of(
            "ud-q8_k_xl", new Bits(8.5, 13.8, 10.64),
            "ud-q6_k_xl", new Bits(6.7, EIGHT, 6.6),
            "ud-q5_k_xl", new Bits(5.8, EIGHT, 5.95),
            "ud-q4_k_xl", new Bits(5.0, EIGHT, 5.1),
            "ud-q3_k_s", new Bits(3.6, EIGHT, 3.64),
            "q4_k", new Bits(4.63, 4.63, 4.63),
            "iq2_xxs", new Bits(2.38, 2.38, 2.38));

    /// Bits for each weight.
    private record Bits(double experts, double besideExperts, double dense) {}

    private PublisherMix() {}

    /// @return the mix as a format for the model; nothing where the run's format is no mix
    static Optional<WeightFormat> format(Measurement run, LanguageModel model, WeightFormat plain) {
        return Optional.ofNullable(USUAL.get(run.weights())).map(usual -> format(run, counts(model, plain), usual));
    }

    private static WeightFormat format(Measurement run, Counts counts, Bits usual) {
        double fileBits = 8 * run.publishedBytes();
        double rest = counts.experts() == 0 ? usual.dense() : usual.besideExperts();
        double experts = usual.experts();
        if (fileBits > 0 && (counts.experts() == 0 || !run.weights().startsWith("ud-"))) {
            rest = fileBits / (counts.rest() + counts.experts());
            experts = rest;
        } else if (fileBits > 0 && usual.experts() == EIGHT) {
            rest = Math.min(WIDEST, (fileBits - counts.experts() * EIGHT) / counts.rest());
        } else if (fileBits > 0) {
            experts = (fileBits - counts.rest() * EIGHT) / counts.experts();
        }
        var rules = new ArrayList<Rule>();
        rules.add(new Rule(EXPERTS, LayerSelection.ALL, ModelCondition.ANY, block(experts)));
        rules.add(new Rule(Set.of(), LayerSelection.ALL, ModelCondition.ANY, block(rest)));
        return new WeightFormat(
                run.weights(),
                run.weights(),
                Set.of(Container.GGUF),
                "kquant",
                Map.of(),
                rules,
                Optional.empty(),
                Source.of(Source.Kind.DERIVED, "the published size"));
    }

    private static BlockFormat block(double bits) {
        return new BlockFormat("mix_k", 1000, Math.round(125 * bits));
    }

    /// Elements that a file stores.
    private record Counts(double experts, double rest) {}

    private static Counts counts(LanguageModel model, WeightFormat plain) {
        double experts = 0;
        double rest = 0;
        for (WeightBytes.Share share : WeightBytes.of(model, plain).shares()) {
            if (share.role().isRoutedExpert()) {
                experts += share.elements();
            } else if (isInTheFile(share.role(), model)) {
                rest += share.elements();
            }
        }
        return new Counts(experts, rest);
    }

    private static boolean isInTheFile(TensorRole role, LanguageModel model) {
        boolean ownFile = role == TensorRole.VISION || role == TensorRole.AUDIO || role == TensorRole.MTP;
        return !ownFile && (role != TensorRole.OUTPUT_HEAD || model.head() != OutputHead.TIED);
    }
}
