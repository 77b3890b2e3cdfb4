package org.tonari.viewmodel;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.tonari.domain.CacheFormat;
import org.tonari.domain.InferenceRuntime;
import org.tonari.domain.LanguageModel;
import org.tonari.domain.Machine;
import org.tonari.domain.Measurement;
import org.tonari.domain.RuntimeChoice;
import org.tonari.domain.WeightFormat;

/// What can be picked in the window.
///
/// @param machines every machine known, in the order of their colours
/// @param models   every model
/// @param weights  every way to store weights
/// @param caches   every cache format
/// @param runtimes every runtime; the first is what `auto` comes to
/// @param measurements published runs, to stand beside the estimates
public record Choices(
        List<Machine> machines,
        List<LanguageModel> models,
        List<WeightFormat> weights,
        List<CacheFormat> caches,
        List<InferenceRuntime> runtimes,
        List<Measurement> measurements) {
    public Choices {
        machines = List.copyOf(machines);
        models = List.copyOf(models);
        weights = List.copyOf(weights);
        caches = List.copyOf(caches);
        runtimes = List.copyOf(runtimes);
        measurements = List.copyOf(measurements);
        if (machines.isEmpty() || models.isEmpty() || weights.isEmpty() || caches.isEmpty() || runtimes.isEmpty()) {
            throw new IllegalArgumentException("a comparison needs at least one profile of each kind");
        }
    }

    /// @return this with machines as they are now, by their ids
    public Choices following(UnaryOperator<Machine> change) {
        return new Choices(machines.stream().map(change).toList(), models, weights, caches, runtimes, measurements);
    }

    /// @return this with one more model, in place of one of the same id
    public Choices withModel(LanguageModel model) {
        List<LanguageModel> more = Stream.concat(
                        models.stream().filter(known -> !known.id().equals(model.id())), Stream.of(model))
                .toList();
        return new Choices(machines, more, weights, caches, runtimes, measurements);
    }

    /// @return this with more runs to stand beside the estimates
    public Choices withMeasurements(List<Measurement> runs) {
        List<Measurement> more =
                Stream.concat(measurements.stream(), runs.stream()).toList();
        return new Choices(machines, models, weights, caches, runtimes, more);
    }

    /// @return what `auto` comes to
    public RuntimeChoice automatic() {
        return new RuntimeChoice.Automatic(runtimes.getFirst());
    }

    /// @return the weights a model is published in, else the first of the list
    public WeightFormat nativeWeights(LanguageModel model) {
        return weights.stream()
                .filter(format -> format.id().equals(model.nativeWeights()))
                .findFirst()
                .orElse(weights.getFirst());
    }

    /// @return the cache format of that id, if known
    public Optional<CacheFormat> cache(String id) {
        return caches.stream().filter(format -> format.id().equals(id)).findFirst();
    }

    /// @return the machine's place in the list of all, which decides its colour and symbol
    public int place(Machine machine) {
        for (int i = 0; i < machines.size(); i++) {
            if (machines.get(i).id().equals(machine.id())) {
                return i;
            }
        }
        return machines.size();
    }
}
