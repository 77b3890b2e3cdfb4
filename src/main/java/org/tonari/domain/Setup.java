package org.tonari.domain;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// A scenario that still lacks its machine: what all columns of a comparison share.
///
/// @param model     the model
/// @param weights   how its weights are stored
/// @param keys      format of cached keys
/// @param values    format of cached values
/// @param runtime   what runs it
/// @param workload  what is asked of it
/// @param overrides figures of the person's own, by their path in the WHY tree, in base units
public record Setup(
        LanguageModel model,
        WeightFormat weights,
        CacheFormat keys,
        CacheFormat values,
        RuntimeChoice runtime,
        Workload workload,
        Map<String, Double> overrides) {
    public Setup {
        Objects.requireNonNull(model);
        Objects.requireNonNull(weights);
        Objects.requireNonNull(keys);
        Objects.requireNonNull(values);
        Objects.requireNonNull(runtime);
        Objects.requireNonNull(workload);
        overrides = Map.copyOf(overrides);
    }

    /// @return this on a machine
    public Scenario on(Machine machine) {
        return new Scenario(machine, model, weights, keys, values, runtime.runtime(), workload, overrides);
    }

    /// @return this with what a scenario says, whatever its machine; an unchanged runtime keeps its way of being chosen
    public Setup like(Scenario scenario) {
        RuntimeChoice choice =
                scenario.runtime().equals(runtime.runtime()) ? runtime : new RuntimeChoice.Chosen(scenario.runtime());
        return new Setup(
                scenario.model(),
                scenario.weights(),
                scenario.keys(),
                scenario.values(),
                choice,
                scenario.workload(),
                scenario.overrides());
    }

    /// @return this with another model and the weights that go with it; the context shrinks to what the model allows
    public Setup withModel(LanguageModel other, WeightFormat stored) {
        var allowed = workload.withContext(workload.context().min(other.maxContext()));
        return new Setup(other, stored, keys, values, runtime, allowed, overrides);
    }

    /// @return this with weights stored otherwise
    public Setup withWeights(WeightFormat other) {
        return new Setup(model, other, keys, values, runtime, workload, overrides);
    }

    /// @return this with keys and values cached in another format
    public Setup withCache(CacheFormat other) {
        return new Setup(model, weights, other, other, runtime, workload, overrides);
    }

    /// @return this run by another runtime
    public Setup withRuntime(RuntimeChoice other) {
        return new Setup(model, weights, keys, values, other, workload, overrides);
    }

    /// @return this with another workload
    public Setup withWorkload(Workload other) {
        return new Setup(model, weights, keys, values, runtime, other, overrides);
    }

    /// @return this with one more figure of the person's own
    public Setup withOverride(String path, double value) {
        var more = new TreeMap<>(overrides);
        more.put(path, value);
        return new Setup(model, weights, keys, values, runtime, workload, more);
    }

    /// @return this with the shipped figure again
    public Setup withoutOverride(String path) {
        var fewer = new TreeMap<>(overrides);
        fewer.remove(path);
        return new Setup(model, weights, keys, values, runtime, workload, fewer);
    }
}
