package org.tonari.engine.memory.compute;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tonari.domain.LanguageModel;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Count;
import org.tonari.units.Unit;

/// The buffer at its highest, explained: the tensors alive then, and the gaps the allocator left between them.
final class PeakTerm {
    private static final Source REPLAY = new Source(
            Source.Kind.RUNTIME,
            "https://github.com/ggml-org/llama.cpp v0.5.0 (de3ff815), src/llama-graph.cpp, ggml/src/ggml-alloc.c",
            "2026-09-28",
            "its allocator replayed; checked byte for byte against its own dry allocations on the CPU back end");

    private static final Set<TensorName> INPUTS = EnumSet.range(TensorName.INPUT_TOKENS, TensorName.OUTPUT_ROWS);

    private final Graph graph;
    private final LanguageModel model;

    private PeakTerm(Graph graph, LanguageModel model) {
        this.graph = graph;
        this.model = model;
    }

    /// @param graph replayed while watching the height it reached
    static Term of(Graph graph, LanguageModel model) {
        return new PeakTerm(graph, model).sum();
    }

    private Term sum() {
        var inputs = new ArrayList<Term>();
        var tensors = new ArrayList<Term>();
        long alive = 0;
        for (int tensor : graph.peak()) {
            (INPUTS.contains(graph.name(tensor)) ? inputs : tensors).add(tensor(tensor));
            alive += graph.bytes(tensor);
        }
        var parts = new ArrayList<Term>(tensors);
        parts.add(Term.derived("inputs_bytes", Unit.BYTES, Operation.SUM, inputs));
        parts.add(Term.given("gaps_bytes", new Bytes(graph.top() - alive), REPLAY));
        return Term.derived("activations_bytes", Unit.BYTES, Operation.SUM, parts);
    }

    /// `elements × rows × element bytes`, rounded up to the allocator's alignment where that is not whole already.
    private Term tensor(int tensor) {
        var factors = List.of(
                Term.given("elements", new Count(graph.width(tensor)), model.source()),
                Term.given("rows", new Count(graph.count(tensor)), REPLAY),
                Term.given("element_bytes", new Bytes(graph.element(tensor)), REPLAY));
        String id = graph.name(tensor).id();
        Term exact = Term.derived(id, Unit.BYTES, Operation.PRODUCT, factors);
        if (exact.bytes().count() == graph.bytes(tensor)) {
            return exact;
        }
        Term alignment = Term.given("alignment", new Bytes(Graph.ALIGNMENT), REPLAY);
        return Term.derived(id, Unit.BYTES, Operation.PAD_UP, exact.as("exact_bytes"), alignment);
    }
}
