package org.tonari.viewmodel.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.tonari.domain.evidence.Measurement;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.runtime.CacheFormat;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.runtime.RuntimeChoice;
import org.tonari.domain.runtime.WeightFormat;

/// What can be picked in the window. Immutable; models are read when they are first asked for.
public final class Choices {
    private final List<Machine> machines;
    private final Supplier<List<LanguageModel>> models;
    private final List<WeightFormat> weights;
    private final List<CacheFormat> caches;
    private final List<InferenceRuntime> runtimes;
    private final List<Measurement> measurements;

    /// @param machines     every machine known, in the order of their colours
    /// @param models       every model
    /// @param weights      every way to store weights
    /// @param caches       every cache format
    /// @param runtimes     every runtime; the first is what `auto` comes to
    /// @param measurements published runs, to stand beside the estimates
    public Choices(
            List<Machine> machines,
            List<LanguageModel> models,
            List<WeightFormat> weights,
            List<CacheFormat> caches,
            List<InferenceRuntime> runtimes,
            List<Measurement> measurements) {
        this(machines, always(models), weights, caches, runtimes, measurements);
    }

    /// @param models tells every model, at least one; asked when they are, and again whenever they are
    public Choices(
            List<Machine> machines,
            Supplier<List<LanguageModel>> models,
            List<WeightFormat> weights,
            List<CacheFormat> caches,
            List<InferenceRuntime> runtimes,
            List<Measurement> measurements) {
        this.machines = List.copyOf(machines);
        this.models = models;
        this.weights = List.copyOf(weights);
        this.caches = List.copyOf(caches);
        this.runtimes = List.copyOf(runtimes);
        this.measurements = List.copyOf(measurements);
        if (machines.isEmpty() || weights.isEmpty() || caches.isEmpty() || runtimes.isEmpty()) {
            throw nothing();
        }
    }

    /// @return this with machines as they are now, by their ids
    public Choices following(UnaryOperator<Machine> change) {
        return new Choices(machines.stream().map(change).toList(), models, weights, caches, runtimes, measurements);
    }

    private static Supplier<List<LanguageModel>> always(List<LanguageModel> models) {
        List<LanguageModel> kept = List.copyOf(models);
        if (kept.isEmpty()) {
            throw nothing();
        }
        return () -> kept;
    }

    private static IllegalArgumentException nothing() {
        return new IllegalArgumentException("a comparison needs at least one profile of each kind");
    }

    /// @return every machine known, in the order of their colours
    public List<Machine> machines() {
        return machines;
    }

    /// @return every model; the first time, it may read them
    public List<LanguageModel> models() {
        return models.get();
    }

    /// @return every way to store weights
    public List<WeightFormat> weights() {
        return weights;
    }

    /// @return every cache format
    public List<CacheFormat> caches() {
        return caches;
    }

    /// @return every runtime; the first is what `auto` comes to
    public List<InferenceRuntime> runtimes() {
        return runtimes;
    }

    /// @return published runs, to stand beside the estimates
    public List<Measurement> measurements() {
        return measurements;
    }

    /// @return this with one more model, in place of one of the same id
    public Choices withModel(LanguageModel model) {
        List<LanguageModel> more = Stream.concat(
                        models().stream().filter(known -> !known.id().equals(model.id())), Stream.of(model))
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
