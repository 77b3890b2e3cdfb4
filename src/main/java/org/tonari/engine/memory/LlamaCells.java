package org.tonari.engine.memory;

import org.tonari.domain.Scenario;
import org.tonari.domain.Workload;
import org.tonari.explain.Operation;
import org.tonari.explain.Term;
import org.tonari.units.Unit;

/// How many cells llama.cpp gives each stream of its caches (`llama_context`, `llama_kv_cache_iswa`).
///
/// @param streams how many separate streams there are: one if unified, else one for each sequence
/// @param full    cells a stream has in layers that remember everything
record LlamaCells(Term streams, Term full, Scenario scenario) {
    /// Cells come in steps of this many (`llama-context.cpp`).
    static final long STEP = 256;

    static LlamaCells of(Scenario scenario) {
        Workload workload = scenario.workload();
        Term context = Leaf.context(scenario);
        if (workload.concurrency() == 1) {
            return new LlamaCells(Leaf.choice("streams", 1), padded("cells", context), scenario);
        }
        Term sequences = Leaf.concurrency(scenario);
        Term all = padded(
                "context_of_all",
                Term.derived("context_asked_for", Unit.TOKENS, Operation.PRODUCT, context, sequences));
        if (workload.unifiedCache().isOn()) {
            return new LlamaCells(Leaf.choice("streams", 1), all.as("cells"), scenario);
        }
        Term each = Term.derived("context_of_each", Unit.TOKENS, Operation.QUOTIENT, all, sequences);
        return new LlamaCells(sequences.as("streams"), padded("cells", each), scenario);
    }

    /// Cells of a layer that looks back `window` tokens at most: the window of every sequence in the stream and one
    /// micro-batch, never more than a full layer has.
    Term windowed(long window) {
        Workload workload = scenario.workload();
        if (workload.fullWindow().isOn()) {
            return full;
        }
        Term one = Leaf.model("window", window, scenario.model());
        Term windows = workload.unifiedCache().isOn() && workload.concurrency() > 1
                ? Term.derived("windows", Unit.TOKENS, Operation.PRODUCT, one, Leaf.concurrency(scenario))
                : one;
        Term wanted = Term.derived(
                "window_and_batch", Unit.TOKENS, Operation.SUM, windows, Leaf.choice("ubatch", workload.ubatch()));
        return padded("cells", Term.derived("cells_wanted", Unit.TOKENS, Operation.MINIMUM, full, wanted));
    }

    private static Term padded(String id, Term tokens) {
        return Term.derived(id, Unit.TOKENS, Operation.PAD_UP, tokens, Leaf.rule("cell_step", STEP, Leaf.LLAMA_CPP));
    }
}
