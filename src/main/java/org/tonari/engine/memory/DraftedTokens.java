package org.tonari.engine.memory;

import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload.Speculation;

/// How many tokens a step drafts ahead.
public final class DraftedTokens {
    /// Where a person says how many (`--draft-max`, `num_speculative_tokens`).
    public static final String PATH = "runtime.drafted_tokens";

    /// What published runs of MTP heads draft: vLLM with Nemotron 3 Super on a DGX Spark, llama.cpp on Strix Halo
    /// (https://github.com/djangodevreng/dgx-spark-benchmarks at 5636536703; kyuz0's toolboxes, 2 and 3 tokens).
    private static final double USUAL = 3;

    private DraftedTokens() {}

    /// @return 0 where nothing is drafted: nobody asked for it, or the model has no head for it
    public static long of(Scenario scenario) {
        return switch (scenario.workload().speculation()) {
            case Speculation.None _ -> 0;
            case Speculation.MultiToken _ -> MultiTokenHead.isLoaded(scenario) ? asked(scenario) : 0;
            case Speculation.Draft _ -> asked(scenario);
        };
    }

    private static long asked(Scenario scenario) {
        return scenario.overrides().getOrDefault(PATH, USUAL).longValue();
    }
}
