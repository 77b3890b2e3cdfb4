package org.tonari.engine.memory.compute;

import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Count;
import org.tonari.units.Exact;
import org.tonari.units.Quantity;
import org.tonari.units.Unit;

/// How many cells llama.cpp gives each stream of its caches (`llama_context`, `llama_kv_cache_iswa`).
///
/// @param streams how many separate streams there are: one if unified, else one for each sequence
/// @param full    cells a stream has in layers that remember everything
public record LlamaCells(Term streams, Term full, Scenario scenario) {
    /// The rules of llama.cpp's memory, read in its source code.
    public static final Source LLAMA_CPP = new Source(
            Source.Kind.RUNTIME,
            "https://github.com/ggml-org/llama.cpp v0.5.0 (de3ff815), src/llama-context.cpp, src/llama-kv-cache*.cpp",
            "2026-09-28",
            "checked byte for byte against its own dry allocations");

    /// Cells come in steps of this many (`llama-context.cpp`).
    static final long STEP = 256;

    private static final Source CHOICE = Source.of(Source.Kind.CHOICE, "the scenario");

    /// @return the cells of the scenario's caches
    public static LlamaCells of(Scenario scenario) {
        Workload workload = scenario.workload();
        Term context = choice("context", workload.context());
        if (workload.concurrency() == 1) {
            return new LlamaCells(choice("streams", new Count(1)), padded("cells", context), scenario);
        }
        Term sequences = choice("concurrency", new Count(workload.concurrency()));
        Term all = padded(
                "context_of_all",
                Term.derived("context_asked_for", Unit.TOKENS, Operation.PRODUCT, context, sequences));
        if (workload.unifiedCache().isOn()) {
            return new LlamaCells(choice("streams", new Count(1)), all.as("cells"), scenario);
        }
        Term each = Term.derived("context_of_each", Unit.TOKENS, Operation.QUOTIENT, all, sequences);
        return new LlamaCells(sequences.as("streams"), padded("cells", each), scenario);
    }

    /// Cells of a layer that looks back `window` tokens at most: the window of every sequence in the stream and one
    /// micro-batch, never more than a full layer has.
    public Term windowed(long window) {
        Workload workload = scenario.workload();
        if (workload.fullWindow().isOn()) {
            return full;
        }
        Term one = Term.given("window", new Count(window), scenario.model().source());
        Term windows = workload.unifiedCache().isOn() && workload.concurrency() > 1
                ? Term.derived(
                        "windows",
                        Unit.TOKENS,
                        Operation.PRODUCT,
                        one,
                        choice("concurrency", new Count(workload.concurrency())))
                : one;
        Term wanted = Term.derived(
                "window_and_batch", Unit.TOKENS, Operation.SUM, windows, choice("ubatch", workload.ubatch()));
        return padded("cells", Term.derived("cells_wanted", Unit.TOKENS, Operation.MINIMUM, full, wanted));
    }

    /// @return how many tokens a term of this record stands for
    static long count(Term term) {
        return ((Exact) term.value()).whole();
    }

    private static Term choice(String id, Quantity quantity) {
        return Term.given(id, quantity, CHOICE);
    }

    private static Term padded(String id, Term tokens) {
        Term step = Term.given("cell_step", new Count(STEP), LLAMA_CPP);
        return Term.derived(id, Unit.TOKENS, Operation.PAD_UP, tokens, step);
    }
}
