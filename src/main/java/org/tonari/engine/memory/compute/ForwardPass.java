package org.tonari.engine.memory.compute;

import org.tonari.domain.Attention;
import org.tonari.domain.Attention.Heads;
import org.tonari.domain.BlockFormat;
import org.tonari.domain.CacheFormat;
import org.tonari.domain.LanguageModel;
import org.tonari.domain.LayerGroup;
import org.tonari.domain.Scenario;
import org.tonari.domain.Workload;

/// The largest prompt step llama.cpp reserves memory for (`llama_context::graph_reserve`).
///
/// @param model          the model
/// @param traits         how its graph is built
/// @param tokens         tokens in the step, a multiple of the sequences
/// @param sequences      sequences at once
/// @param outputs        tokens whose logits are kept
/// @param streams        separate streams of the cache
/// @param cells          cells of a stream
/// @param flashAttention whether attention runs fused
/// @param keys           format of cached keys
/// @param values         format of cached values
record ForwardPass(
        LanguageModel model,
        GraphTraits traits,
        long tokens,
        long sequences,
        long outputs,
        long streams,
        LlamaCells cells,
        Workload.Toggle flashAttention,
        CacheFormat keys,
        CacheFormat values) {

    static ForwardPass of(Scenario scenario) {
        Workload workload = scenario.workload();
        long sequences = workload.concurrency();
        long context = padded(Math.multiplyExact(workload.context().count(), sequences), LlamaCells.STEP);
        long step = Math.min(workload.ubatch().count(), context);
        long outputs =
                switch (workload.outputs()) {
                    case ALL -> step;
                    case ONE -> Math.min(step, sequences);
                };
        LlamaCells cells = LlamaCells.of(scenario);
        return new ForwardPass(
                scenario.model(),
                Families.of(scenario.model().family()),
                padded(step, sequences),
                sequences,
                outputs,
                LlamaCells.count(cells.streams()),
                cells,
                workload.flashAttention(),
                scenario.keys(),
                scenario.values());
    }

    private static long padded(long count, long step) {
        return Math.multiplyExact(Math.ceilDiv(count, step), step);
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
                                Attention.None _,
                                Attention.Undescribed _ -> 0;
                    });
        }
        return widest;
    }

    /// @return whether a cache in this format is converted to 16 bits before fused attention reads it
    static boolean isConverted(CacheFormat format) {
        return format.block().elements() == 1 && format.block().bytes() == Float.BYTES;
    }

    /// @return bytes of so many cached elements
    static long cached(long elements, CacheFormat format) {
        BlockFormat block = format.block();
        return Math.multiplyExact(elements, block.bytes()) / block.elements();
    }
}
