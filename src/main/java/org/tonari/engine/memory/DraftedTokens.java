package org.tonari.engine.memory;

import org.tonari.domain.Scenario;
import org.tonari.domain.Workload.Speculation;

/// How many tokens a step drafts ahead.
final class DraftedTokens {
    /// What published runs of MTP heads draft: vLLM with Nemotron 3 Super on a DGX Spark, llama.cpp on Strix Halo
    /// (https://github.com/djangodevreng/dgx-spark-benchmarks at 5636536703; kyuz0's toolboxes, 2 and 3 tokens).
    private static final long USUAL = 3;

    private DraftedTokens() {}

    /// @return 0 where nothing is drafted
    static long of(Scenario scenario) {
        return switch (scenario.workload().speculation()) {
            case Speculation.None _ -> 0;
            case Speculation.MultiToken _, Speculation.Draft _ -> USUAL;
        };
    }
}
