package org.tonari.viewmodel.desk;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.BiFunction;
import org.tonari.domain.comparison.Comparison;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.units.Bytes;

/// Finds weights that a runtime reads: whoever picks a runtime, or a model published for another one, wants to see it
/// run, in the format of the same kind, if there is one, that is nearest in size to what was chosen.
///
/// @param choices what there is
/// @param size    how much the model of a comparison takes in a format, if that can be told
public record ReadableWeights(Choices choices, BiFunction<Comparison, WeightFormat, Optional<Bytes>> size) {

    /// @return the comparison with weights that its runtime reads; unchanged where it reads them, or where it reads
    /// none
    public Comparison in(Comparison now) {
        return instead(now, now.setup().runtime().runtime())
                .map(format -> now.with(setup -> setup.withWeights(format)))
                .orElse(now);
    }

    /// @return whether the runtime of the comparison reads the weights and the model can be stored in them
    public boolean holds(Comparison now) {
        WeightFormat weights = now.setup().weights();
        return weights.isReadBy(now.setup().runtime().runtime())
                && size.apply(now, weights).isPresent();
    }

    /// @return the weights to take instead of those of the comparison under a runtime that does not read them
    public Optional<WeightFormat> instead(Comparison now, InferenceRuntime runtime) {
        WeightFormat chosen = now.setup().weights();
        Optional<Bytes> wanted = size.apply(now, chosen);
        return chosen.isReadBy(runtime) || wanted.isEmpty()
                ? Optional.empty()
                : choices.weights().stream()
                        .filter(format -> format.isReadBy(runtime))
                        .filter(format -> size.apply(now, format).isPresent())
                        .min(Comparator.comparing((WeightFormat format) ->
                                        !format.kernelFamily().equals(chosen.kernelFamily()))
                                .thenComparingDouble(format -> distance(now, format, wanted.get())));
    }

    private double distance(Comparison now, WeightFormat format, Bytes wanted) {
        double bytes = size.apply(now, format).orElse(Bytes.ZERO).magnitude();
        return Math.abs(Math.log(Math.max(1, bytes) / Math.max(1, wanted.magnitude())));
    }
}
