package org.tonari.engine.memory.compute;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload;

/// The largest prompt step llama.cpp reserves memory for (`llama_context::graph_reserve`), whatever the length of the
/// cache.
///
/// Equal passes build equal graphs. Models are told apart by identity: comparing their layers would take longer than a
/// replay.
///
/// @param model          the model
/// @param traits         how its graph is built
/// @param tokens         tokens in the step, a multiple of the sequences
/// @param sequences      sequences at once
/// @param outputs        tokens whose logits are kept
/// @param streams        separate streams of the cache
/// @param window         cells of a stream in windowed layers, where that is less than in others
/// @param flashAttention whether attention runs fused
/// @param keys           how cached keys are packed
/// @param values         how cached values are packed
record ForwardPass(
        LanguageModel model,
        GraphTraits traits,
        long tokens,
        long sequences,
        long outputs,
        long streams,
        Optional<Long> window,
        Workload.Toggle flashAttention,
        CachePacking keys,
        CachePacking values) {

    /// @param cells of the scenario's caches
    static ForwardPass of(Scenario scenario, LlamaCells cells) {
        Workload workload = scenario.workload();
        long sequences = workload.concurrency();
        long context = padded(Math.multiplyExact(workload.context().count(), sequences), LlamaCells.STEP);
        long step = Math.min(workload.ubatch().count(), context);
        long outputs =
                switch (workload.outputs()) {
                    case ALL -> step;
                    case ONE -> Math.min(step, sequences);
                };
        boolean readsBlocks = !workload.flashAttention().isOn() && hasLatent(scenario.model());
        CachePacking keys = CachePacking.of(scenario.keys());
        return new ForwardPass(
                scenario.model(),
                Families.of(scenario.model().family()),
                padded(step, sequences),
                sequences,
                outputs,
                LlamaCells.count(cells.streams()),
                window(scenario.model(), cells),
                workload.flashAttention(),
                readsBlocks ? keys : keys.inPlace(),
                CachePacking.of(scenario.values()).inPlace());
    }

    private static long padded(long count, long step) {
        return Math.multiplyExact(Math.ceilDiv(count, step), step);
    }

    private static boolean hasLatent(LanguageModel model) {
        for (LayerGroup group : model.groups()) {
            if (group.attention() instanceof Attention.LatentAttention
                    || group.attention() instanceof Attention.SparseLatentAttention) {
                return true;
            }
        }
        return false;
    }

    /// The first windowed layers decide, as one cache serves all of them.
    private static Optional<Long> window(LanguageModel model, LlamaCells cells) {
        for (LayerGroup group : model.groups()) {
            long window =
                    switch (group.attention()) {
                        case Attention.SlidingWindowAttention(Heads _, long tokens) -> tokens;
                        case Attention.ChunkedAttention(Heads _, long tokens) -> tokens;
                        case Attention.FullAttention _,
                                Attention.LatentAttention _,
                                Attention.SparseLatentAttention _,
                                Attention.StateSpace _,
                                Attention.GatedDelta _,
                                Attention.ShortConvolution _,
                                Attention.None _,
                                Attention.Undescribed _ -> 0;
                    };
            if (window > 0) {
                long kept = LlamaCells.count(cells.windowed(window));
                return kept == LlamaCells.count(cells.full()) ? Optional.empty() : Optional.of(kept);
            }
        }
        return Optional.empty();
    }

    boolean isFused() {
        return flashAttention.isOn();
    }

    /// @return elements of all values of one token in the layer that has most
    long widestValue() {
        long widest = 0;
        for (LayerGroup group : model.groups()) {
            widest = Math.max(
                    widest,
                    switch (group.attention()) {
                        case Attention.FullAttention(Heads heads) -> heads.valueWidth();
                        case Attention.SlidingWindowAttention(Heads heads, long _) -> heads.valueWidth();
                        case Attention.ChunkedAttention(Heads heads, long _) -> heads.valueWidth();
                        case Attention.LatentAttention _,
                                Attention.SparseLatentAttention _,
                                Attention.StateSpace _,
                                Attention.GatedDelta _,
                                Attention.ShortConvolution _,
                                Attention.None _,
                                Attention.Undescribed _ -> 0;
                    });
        }
        return widest;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ForwardPass pass
                && model == pass.model
                && tokens == pass.tokens
                && sequences == pass.sequences
                && outputs == pass.outputs
                && streams == pass.streams
                && flashAttention == pass.flashAttention
                && window.equals(pass.window)
                && keys.equals(pass.keys)
                && values.equals(pass.values);
    }

    @Override
    public int hashCode() {
        int hash = model.id().hashCode();
        hash = 31 * hash + Long.hashCode(tokens);
        hash = 31 * hash + Long.hashCode(sequences);
        hash = 31 * hash + Long.hashCode(outputs);
        hash = 31 * hash + window.hashCode();
        hash = 31 * hash + (isFused() ? 1 : 0);
        hash = 31 * hash + keys.hashCode();
        return 31 * hash + values.hashCode();
    }
}
