package org.tonari.engine.memory;

import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.memory.compute.LlamaCells;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Count;
import org.tonari.units.Ratio;
import org.tonari.units.Tokens;

/// Leaves of memory terms, each with the source it deserves.
final class Leaf {
    /// The rules of llama.cpp's memory, read in its source code.
    static final Source LLAMA_CPP = LlamaCells.LLAMA_CPP;

    static final Source YOURS = Source.BY_HAND;

    private static final Source CHOICE = Source.of(Source.Kind.CHOICE, "the scenario");

    private Leaf() {}

    static Term model(String id, long number, LanguageModel model) {
        return Term.given(id, new Count(number), model.source());
    }

    static Term choice(String id, Tokens tokens) {
        return Term.given(id, tokens, CHOICE);
    }

    static Term choice(String id, long number) {
        return Term.given(id, new Count(number), CHOICE);
    }

    static Term rule(String id, long number, Source source) {
        return Term.given(id, new Count(number), source);
    }

    static Term bytes(String id, long bytes, Source source) {
        return Term.given(id, new Bytes(bytes), source);
    }

    /// A share that a runtime takes, with the path a person changes it by.
    static Term share(String id, double share, Scenario scenario, String path) {
        return Term.given(id, new Ratio(share), scenario.runtime().source(), path);
    }

    static Term context(Scenario scenario) {
        return choice("context", scenario.workload().context());
    }

    static Term concurrency(Scenario scenario) {
        return choice("concurrency", scenario.workload().concurrency());
    }
}
