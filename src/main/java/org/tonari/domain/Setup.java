package org.tonari.domain;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/// A scenario that still lacks its machine: what all columns of a comparison share.
///
/// @param model     the model
/// @param weights   how its weights are stored
/// @param keys      format of cached keys
/// @param values    format of cached values
/// @param runtime   what runs it
/// @param workload  what is asked of it
/// @param overrides figures of the person's own that hold on every machine, by their path in the WHY tree, in base
/// units
/// @param machineOverrides figures of the person's own about one machine: by its id, then by path
public record Setup(
        LanguageModel model,
        WeightFormat weights,
        CacheFormat keys,
        CacheFormat values,
        RuntimeChoice runtime,
        Workload workload,
        Map<String, Double> overrides,
        Map<String, Map<String, Double>> machineOverrides) {
    private static final String ABOUT_RUNTIME = "runtime.";

    public Setup {
        Objects.requireNonNull(model);
        Objects.requireNonNull(weights);
        Objects.requireNonNull(keys);
        Objects.requireNonNull(values);
        Objects.requireNonNull(runtime);
        Objects.requireNonNull(workload);
        overrides = Map.copyOf(overrides);
        var byMachine = new TreeMap<String, Map<String, Double>>();
        machineOverrides.forEach((id, own) -> {
            if (!own.isEmpty()) {
                byMachine.put(id, Map.copyOf(own));
            }
        });
        machineOverrides = Map.copyOf(byMachine);
    }

    /// @return this on a machine, with the person's own figures about it
    public Scenario on(Machine machine) {
        return new Scenario(
                machine, model, weights, keys, values, runtime.runtime(), workload, overridesOn(machine.id()));
    }

    private Map<String, Double> overridesOn(String machineId) {
        Map<String, Double> own = machineOverrides.getOrDefault(machineId, Map.of());
        if (own.isEmpty()) {
            return overrides;
        }
        var all = new TreeMap<>(overrides);
        all.putAll(own);
        return all;
    }

    /// @return this with what a scenario says, whatever its machine and the person's own figures; an unchanged runtime
    ///     keeps its way of being chosen
    public Setup like(Scenario scenario) {
        Setup changed = scenario.runtime().equals(runtime.runtime())
                ? this
                : withRuntime(new RuntimeChoice.Chosen(scenario.runtime()));
        return new Setup(
                scenario.model(),
                scenario.weights(),
                scenario.keys(),
                scenario.values(),
                changed.runtime,
                scenario.workload(),
                changed.overrides,
                machineOverrides);
    }

    /// @return this with another model and the weights that go with it; the context shrinks to what the model allows
    public Setup withModel(LanguageModel other, WeightFormat stored) {
        var allowed = workload.withContext(workload.context().min(other.maxContext()));
        return new Setup(asStored(other, stored), stored, keys, values, runtime, allowed, overrides, machineOverrides);
    }

    /// @return this with weights stored otherwise; those of a file that was read then count no longer
    public Setup withWeights(WeightFormat other) {
        LanguageModel described = other.equals(weights) ? model : model.withoutStored();
        return new Setup(described, other, keys, values, runtime, workload, overrides, machineOverrides);
    }

    private static LanguageModel asStored(LanguageModel model, WeightFormat stored) {
        return stored.id().equals(model.nativeWeights()) ? model : model.withoutStored();
    }

    /// @return this with keys and values cached in another format
    public Setup withCache(CacheFormat other) {
        return withCaches(other, other);
    }

    /// @return this with keys and values cached in formats of their own
    public Setup withCaches(CacheFormat ofKeys, CacheFormat ofValues) {
        return new Setup(model, weights, ofKeys, ofValues, runtime, workload, overrides, machineOverrides);
    }

    /// @return this run by another runtime; the person's own figures about the former one go with it
    public Setup withRuntime(RuntimeChoice other) {
        var kept = new TreeMap<>(overrides);
        if (!other.runtime().equals(runtime.runtime())) {
            kept.keySet().removeIf(path -> path.startsWith(ABOUT_RUNTIME));
        }
        return new Setup(model, weights, keys, values, other, workload, kept, machineOverrides);
    }

    /// @return this with another workload
    public Setup withWorkload(Workload other) {
        return new Setup(model, weights, keys, values, runtime, other, overrides, machineOverrides);
    }

    /// A figure of the person's own in place of a shipped one: about the runtime it holds on every machine, about a
    /// machine only there.
    ///
    /// @param machineId where it was put in
    /// @param path      of the WHY tree
    /// @param value     in base units
    public Setup withOverride(String machineId, String path, double value) {
        return changed(machineId, path, figures -> figures.put(path, value));
    }

    /// @return this with the shipped figure again
    public Setup withoutOverride(String machineId, String path) {
        return changed(machineId, path, figures -> figures.remove(path));
    }

    private Setup changed(String machineId, String path, Consumer<Map<String, Double>> change) {
        if (path.startsWith(ABOUT_RUNTIME)) {
            var figures = new TreeMap<>(overrides);
            change.accept(figures);
            return new Setup(model, weights, keys, values, runtime, workload, figures, machineOverrides);
        }
        var figures = new TreeMap<>(machineOverrides.getOrDefault(machineId, Map.of()));
        change.accept(figures);
        return withMachineOverrides(machineId, figures);
    }

    /// @return this with these figures about a machine in place of all others about it
    public Setup withMachineOverrides(String machineId, Map<String, Double> figures) {
        var all = new TreeMap<>(machineOverrides);
        all.put(machineId, figures);
        return new Setup(model, weights, keys, values, runtime, workload, overrides, all);
    }
}
