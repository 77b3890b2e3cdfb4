package org.tonari.engine.memory;

import org.jspecify.annotations.Nullable;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.memo.Memo;

/// Weights of models in formats, worked out once. Thread-safe, and bounded: some thousands of combinations.
final class KnownWeights {
    private static final int COMBINATIONS = 16_384;

    private final Memo<Combination, WeightBytes> known = new Memo<>(COMBINATIONS);

    /// Told apart by identity: comparing a model's layers would take longer than adding them up.
    private record Combination(LanguageModel model, WeightFormat format) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Combination combination
                    && model == combination.model
                    && format == combination.format;
        }

        @Override
        public int hashCode() {
            return 31 * model.id().hashCode() + format.id().hashCode();
        }
    }

    /// @return the weights of the scenario's model in its format
    WeightBytes of(Scenario scenario) {
        return known.of(
                new Combination(scenario.model(), scenario.weights()),
                asked -> WeightBytes.of(asked.model(), asked.format()));
    }
}
