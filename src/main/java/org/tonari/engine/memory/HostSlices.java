package org.tonari.engine.memory;

import java.util.ArrayList;
import java.util.List;
import org.tonari.domain.answer.MemoryStack.Placement;
import org.tonari.domain.answer.MemoryStack.Slice;
import org.tonari.domain.model.LanguageModel.OutputHead;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.memory.compute.LlamaCells;
import org.tonari.explain.Answer;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Unit;

/// What llama.cpp keeps in host memory beside a card: the input embedding, the inputs of a step, and what was moved.
///
/// @param weights   the model's weights by layer
/// @param placement which layers went there
record HostSlices(Scenario scenario, WeightBytes weights, Placement placement) {
    static final Answer NO_CACHE = nothing("kv_cache_bytes");
    static final Answer NO_STATE = nothing("recurrent_state_bytes");

    /// Host memory that nothing was put in.
    static final List<Slice> NOTHING = MemoryStacks.slices(
            nothing("runtime_bytes"),
            nothing("weights_bytes"),
            NO_CACHE,
            NO_STATE,
            nothing("activations_bytes"),
            Leaf.bytes("other_bytes", 0, Leaf.LLAMA_CPP));

    private static final Source LOGS = new Source(
            Source.Kind.RUNTIME,
            "https://github.com/ikawrakow/ik_llama.cpp/pull/344, pull/370 (logs: CUDA_Host compute buffer)",
            "2025-05",
            "hidden size and mask of a step, to the MiB in four logs; the mask in 16 bits with flash attention since");

    private static final long SINGLE_BYTES = 4;
    private static final long HALF_BYTES = 2;

    List<Slice> slices() {
        boolean tied = scenario.model().head() == OutputHead.TIED;
        Term held = tied
                ? moved().as("weights_bytes")
                : Term.derived("weights_bytes", Unit.BYTES, Operation.SUM, embedding(), moved());
        var others = new ArrayList<Term>();
        if (tied) {
            others.add(embedding().as("embedding_copy_bytes"));
        }
        MemoryParts.promptCache(scenario).ifPresent(others::add);
        Term copy = Term.derived("other_bytes", Unit.BYTES, Operation.SUM, others);
        Answer runtime = MemoryParts.runtime(scenario.runtime(), "cpu");
        int layers = Math.min(placement.hostLayers(), scenario.model().layers());
        if (layers == 0) {
            return MemoryStacks.slices(runtime, Answer.of(held), NO_CACHE, NO_STATE, Answer.of(inputs()), copy);
        }
        Scenario hosted = scenario.withModel(scenario.model().withLayers(0, layers));
        return MemoryStacks.slices(
                runtime,
                Answer.of(held),
                MemoryParts.cache(hosted),
                Answer.of(MemoryParts.state(hosted)),
                Answer.of(inputs()),
                copy);
    }

    Term embedding() {
        return Leaf.bytes("embedding_bytes", weights.embedding().count(), Leaf.LLAMA_CPP);
    }

    /// @return the weights of the layers, or of the experts alone, that went to the host
    Term moved() {
        Bytes moved = Bytes.ZERO;
        for (int layer = 0; layer < scenario.model().layers(); layer++) {
            if (layer < placement.hostLayers()) {
                moved = moved.plus(weights.layerDense(layer)).plus(weights.layerExperts(layer));
            } else if (layer < placement.hostExpertLayers()) {
                moved = moved.plus(weights.layerExperts(layer));
            }
        }
        return Leaf.bytes("moved_to_host_bytes", moved.count(), Leaf.LLAMA_CPP);
    }

    /// The inputs of a step, staged for the card: `tokens · (4 · hidden size + mask)`.
    private Term inputs() {
        Term tokens = Leaf.choice("ubatch", scenario.workload().ubatch());
        boolean fused = scenario.workload().flashAttention().isOn();
        Term hidden = Term.derived(
                "hidden_state",
                Unit.BYTES,
                Operation.PRODUCT,
                Leaf.model("hidden_size", scenario.model().hiddenSize(), scenario.model()),
                Leaf.bytes("element_bytes", SINGLE_BYTES, LOGS));
        Term mask = Term.derived(
                "mask_row_bytes",
                Unit.BYTES,
                Operation.PRODUCT,
                LlamaCells.of(scenario).full(),
                Leaf.bytes("element_bytes", fused ? HALF_BYTES : SINGLE_BYTES, LOGS));
        Term row = Term.derived("input_row_bytes", Unit.BYTES, Operation.SUM, hidden, mask);
        return Term.derived("activations_bytes", Unit.BYTES, Operation.PRODUCT, tokens, row);
    }

    private static Answer nothing(String id) {
        return Answer.of(Leaf.bytes(id, 0, Leaf.LLAMA_CPP));
    }
}
