package org.tonari.domain.scenario;

import org.tonari.domain.runtime.CacheFormat;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.units.Tokens;

/// One change of a scenario that a remedy proposes.
public sealed interface Change {
    /// Cache keys and values in another format.
    record Cache(CacheFormat format) implements Change {}

    /// Process fewer prompt tokens at once.
    record Ubatch(Tokens ubatch) implements Change {}

    /// Fewer sequences at once.
    record Concurrency(int concurrency) implements Change {}

    /// A shorter context.
    record Context(Tokens context) implements Change {}

    /// Weights stored in fewer bits.
    record Weights(WeightFormat format) implements Change {}

    /// @return the scenario so changed
    default Scenario applyTo(Scenario scenario) {
        Workload workload = scenario.workload();
        return switch (this) {
            case Cache(CacheFormat format) -> scenario.withCache(format);
            case Ubatch(Tokens ubatch) -> scenario.withWorkload(workload.withUbatch(ubatch));
            case Concurrency(int concurrency) -> scenario.withWorkload(workload.withConcurrency(concurrency));
            case Context(Tokens context) -> scenario.withWorkload(workload.withContext(context));
            case Weights(WeightFormat format) -> scenario.withWeights(format);
        };
    }
}
