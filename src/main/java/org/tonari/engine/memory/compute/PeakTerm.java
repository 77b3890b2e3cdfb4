package org.tonari.engine.memory.compute;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;
import org.tonari.domain.model.LanguageModel;
import org.tonari.engine.memory.compute.GrowingBuffer.Tensor;
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

    private final GrowingBuffer buffer;
    private final LanguageModel model;

    private PeakTerm(GrowingBuffer buffer, LanguageModel model) {
        this.buffer = buffer;
        this.model = model;
    }

    /// @param buffer its sizes given for the length in question
    static Term of(GrowingBuffer buffer, LanguageModel model) {
        return new PeakTerm(buffer, model).sum();
    }

    private Term sum() {
        var inputs = new ArrayList<Term>();
        var tensors = new ArrayList<Term>();
        long alive = 0;
        for (Tensor tensor : buffer.alive()) {
            Term term = term(tensor);
            (INPUTS.contains(tensor.name()) ? inputs : tensors).add(term);
            alive += term.bytes().count();
        }
        tensors.add(Term.derived("inputs_bytes", Unit.BYTES, Operation.SUM, inputs));
        tensors.add(Term.given("gaps_bytes", new Bytes(buffer.top() - alive), REPLAY));
        return Term.derived("activations_bytes", Unit.BYTES, Operation.SUM, tensors);
    }

    /// `elements × rows × element bytes`, rounded up to the allocator's alignment where that is not whole already.
    private Term term(Tensor tensor) {
        Term exact = Term.derived(
                tensor.name().id(),
                Unit.BYTES,
                Operation.PRODUCT,
                Term.given("elements", new Count(tensor.width()), model.source()),
                Term.given("rows", new Count(tensor.count()), REPLAY),
                Term.given("element_bytes", new Bytes(tensor.element()), REPLAY));
        if (exact.bytes().count() % Graph.ALIGNMENT == 0) {
            return exact;
        }
        Term alignment = Term.given("alignment", new Bytes(Graph.ALIGNMENT), REPLAY);
        return Term.derived(tensor.name().id(), Unit.BYTES, Operation.PAD_UP, exact.as("exact_bytes"), alignment);
    }
}
