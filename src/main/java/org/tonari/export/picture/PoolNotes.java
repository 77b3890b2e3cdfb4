package org.tonari.export.picture;

import java.util.List;
import java.util.stream.IntStream;
import org.tonari.chart.memory.PoolBox;
import org.tonari.chart.memory.PoolBox.Level;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.MemoryStack.Placement;
import org.tonari.domain.answer.MemoryStack.PoolStack;
import org.tonari.domain.model.FeedForward.MixtureOfExperts;
import org.tonari.domain.model.LanguageModel;
import org.tonari.explain.Term;
import org.tonari.text.Formats.Detail;
import org.tonari.text.WindowText;
import org.tonari.units.Bytes;

/// What stands beside a memory's box: heights that a runtime reaches in advance, and what was moved to the host.
///
/// @param wording in which language and unit
record PoolNotes(Wording wording) {

    /// @param pool the one that models go into first
    /// @return how far needs reach and how far the runtime reserves, where those differ
    List<PoolBox.Level> levels(Estimate estimate, PoolStack pool) {
        MemoryStack stack = estimate.memory();
        Bytes needed = stack.required().bytes();
        Bytes reserved = stack.reserved().bytes();
        if (reserved.compareTo(needed) <= 0 || stack.missing().isPresent()) {
            return List.of();
        }
        return List.of(
                level(Level.Kind.NEEDED, WindowText.NEEDED_LEVEL, needed, pool),
                level(Level.Kind.RESERVED, WindowText.RESERVED_LEVEL, reserved, pool));
    }

    private Level level(Level.Kind kind, WindowText text, Bytes bytes, PoolStack pool) {
        Bytes system = pool.osOverhead().optional().map(Term::bytes).orElse(Bytes.ZERO);
        return new Level(
                kind, system.plus(bytes), wording.text(text, wording.formats().memory(bytes, Detail.CHART)));
    }

    /// @return which layers' weights stand in host memory, on two lines; empty where none do
    String moved(Estimate estimate) {
        Placement placement = estimate.memory().placement();
        LanguageModel model = estimate.scenario().model();
        if (placement.hostLayers() > 0) {
            return wording.text(WindowText.LAYERS_ON_HOST, placement.hostLayers());
        }
        long experts = IntStream.range(0, Math.min(placement.hostExpertLayers(), model.layers()))
                .filter(layer -> model.layer(layer).feedForward() instanceof MixtureOfExperts)
                .count();
        return experts == 0 ? "" : wording.text(WindowText.EXPERTS_ON_HOST, experts);
    }
}
