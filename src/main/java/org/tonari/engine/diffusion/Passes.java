package org.tonari.engine.diffusion;

import java.util.ArrayList;
import org.tonari.domain.model.DiffusionModel;
import org.tonari.domain.model.DiffusionModel.Blocks;
import org.tonari.engine.load.Figures;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Unit;

/// What one pass of a diffusion model's transformer computes.
///
/// For each kind of layers `layers · (2 · weights a token meets · tokens + 4 · tokens² · width)`: each token meets only
/// its own stream's weights, attention looks over the whole stream.
public final class Passes {
    private static final Source TWO = Source.of(Source.Kind.DERIVED, "a multiply-add counts as two");
    private static final Source FOUR =
            Source.of(Source.Kind.DERIVED, "queries with keys, and weights with values, two each");

    private Passes() {}

    /// @return how many tokens pass through layers of a kind
    public static long tokens(DiffusionModel model, Blocks block, int width, int height, int frames) {
        long latentFrames = model.framesPerToken() == 0 ? 1 : (frames - 1L) / model.framesPerToken() + 1;
        long image =
                Math.ceilDiv((long) width, block.cell()) * Math.ceilDiv((long) height, block.cell()) * latentFrames;
        return switch (block.stream()) {
            case ALL -> image + model.textTokens();
            case IMAGE -> image;
            case TEXT -> model.textTokens();
        };
    }

    /// @return the width of a layer's stream; that of its network where it has no attention
    public static long width(Blocks block) {
        return block.width() > 0 ? block.width() : block.inner();
    }

    /// @return the work of one pass over one picture or clip
    public static Term work(DiffusionModel model, int width, int height, int frames) {
        var parts = new ArrayList<Term>();
        for (Blocks block : model.blocks()) {
            parts.add(work(model, block, tokens(model, block, width, height, frames)));
        }
        return Term.derived("pass_work", Unit.FLOPS, Operation.SUM, parts);
    }

    private static Term work(DiffusionModel model, Blocks block, long tokens) {
        Source source = model.architecture();
        Term layers = Figures.count("layers", block.count(), source);
        Term passing = Figures.count("tokens_passing", tokens, source);
        Term linear = Term.derived(
                "linear_work",
                Unit.FLOPS,
                Operation.PRODUCT,
                Figures.count("operations_each", 2, TWO),
                layers,
                Figures.count("weights_a_token_meets", block.linear(), source),
                passing);
        if (block.width() == 0) {
            return Term.derived(Figures.named(block.name()), Unit.FLOPS, Operation.SUM, linear);
        }
        Term attention = Term.derived(
                "attention_work",
                Unit.FLOPS,
                Operation.PRODUCT,
                Figures.count("operations_each", 4, FOUR),
                layers,
                Figures.count("width", block.width(), source),
                passing,
                passing);
        return Term.derived(Figures.named(block.name()), Unit.FLOPS, Operation.SUM, linear, attention);
    }
}
