package org.tonari.domain.scenario;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.runtime.CacheFormat;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.runtime.WeightFormat;

/// One question to the engine: this machine, this model, so stored, run so.
///
/// @param machine   the machine
/// @param model     the model
/// @param weights   how its weights are stored
/// @param keys      format of cached keys
/// @param values    format of cached values
/// @param runtime   what runs it
/// @param workload  what is asked of it
/// @param overrides figures the person put in place of shipped ones, by their path in the WHY tree, in base units
/// @param anchors   speeds the person measured, which estimates shift to; of several that hold the last one counts
public record Scenario(
        Machine machine,
        LanguageModel model,
        WeightFormat weights,
        CacheFormat keys,
        CacheFormat values,
        InferenceRuntime runtime,
        Workload workload,
        Map<String, Double> overrides,
        List<Anchor> anchors) {
    public Scenario {
        Objects.requireNonNull(machine);
        Objects.requireNonNull(model);
        Objects.requireNonNull(weights);
        Objects.requireNonNull(keys);
        Objects.requireNonNull(values);
        Objects.requireNonNull(runtime);
        Objects.requireNonNull(workload);
        overrides = Map.copyOf(overrides);
        anchors = List.copyOf(anchors);
    }

    /// A scenario that nothing was measured for.
    public Scenario(
            Machine machine,
            LanguageModel model,
            WeightFormat weights,
            CacheFormat keys,
            CacheFormat values,
            InferenceRuntime runtime,
            Workload workload,
            Map<String, Double> overrides) {
        this(machine, model, weights, keys, values, runtime, workload, overrides, List.of());
    }

    /// @return this on another machine
    public Scenario withMachine(Machine other) {
        return new Scenario(other, model, weights, keys, values, runtime, workload, overrides, anchors);
    }

    /// @return this with another model
    public Scenario withModel(LanguageModel other) {
        return new Scenario(machine, other, weights, keys, values, runtime, workload, overrides, anchors);
    }

    /// @return this with weights stored otherwise; those of a file that was read then count no longer
    public Scenario withWeights(WeightFormat other) {
        LanguageModel described = other.equals(weights) ? model : model.withoutStored();
        return new Scenario(machine, described, other, keys, values, runtime, workload, overrides, anchors);
    }

    /// @return this with keys and values cached in another format
    public Scenario withCache(CacheFormat other) {
        return new Scenario(machine, model, weights, other, other, runtime, workload, overrides, anchors);
    }

    /// @return this run by another runtime
    public Scenario withRuntime(InferenceRuntime other) {
        return new Scenario(machine, model, weights, keys, values, other, workload, overrides, anchors);
    }

    /// @return this with another workload
    public Scenario withWorkload(Workload other) {
        return new Scenario(machine, model, weights, keys, values, runtime, other, overrides, anchors);
    }

    /// @return this with one more figure of the person's own
    public Scenario withOverride(String path, double value) {
        var more = new TreeMap<>(overrides);
        more.put(path, value);
        return new Scenario(machine, model, weights, keys, values, runtime, workload, more, anchors);
    }

    /// @return this with speeds the person measured
    public Scenario withAnchors(List<Anchor> measured) {
        return new Scenario(machine, model, weights, keys, values, runtime, workload, overrides, measured);
    }
}
