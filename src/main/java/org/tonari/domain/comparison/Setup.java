package org.tonari.domain.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.runtime.CacheFormat;
import org.tonari.domain.runtime.RuntimeChoice;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.scenario.Anchor;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload;
import org.tonari.units.Tokens;
import org.tonari.units.TokensPerSecond;

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
/// @param measured speeds the person measured, by the machine's id, one for each runtime
/// @param asked    the context the person asked for while the model allows less; it returns with a model that allows it
public record Setup(
        LanguageModel model,
        WeightFormat weights,
        CacheFormat keys,
        CacheFormat values,
        RuntimeChoice runtime,
        Workload workload,
        Map<String, Double> overrides,
        Map<String, Map<String, Double>> machineOverrides,
        Map<String, List<OwnMeasurement>> measured,
        Optional<Tokens> asked) {
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
        var runs = new TreeMap<String, List<OwnMeasurement>>();
        measured.forEach((id, own) -> {
            if (!own.isEmpty()) {
                runs.put(id, List.copyOf(own));
            }
        });
        measured = Map.copyOf(runs);
        Tokens allowed = workload.context();
        asked = asked.filter(more -> more.compareTo(allowed) > 0);
    }

    /// A set-up without measurements of the person's own.
    public Setup(
            LanguageModel model,
            WeightFormat weights,
            CacheFormat keys,
            CacheFormat values,
            RuntimeChoice runtime,
            Workload workload,
            Map<String, Double> overrides,
            Map<String, Map<String, Double>> machineOverrides) {
        this(model, weights, keys, values, runtime, workload, overrides, machineOverrides, Map.of(), Optional.empty());
    }

    /// @return the context the person asked for, which may be longer than the model allows
    public Tokens askedContext() {
        return asked.orElse(workload.context());
    }

    /// @return this on a machine, with the person's own figures about it
    public Scenario on(Machine machine) {
        List<Anchor> anchors = ownMeasurements(machine.id()).stream()
                .filter(own -> own.isUnder(runtime.runtime()))
                .map(own -> own.on(machine))
                .toList();
        return new Scenario(
                machine, model, weights, keys, values, runtime.runtime(), workload, overridesOn(machine.id()), anchors);
    }

    /// @return speeds the person measured on a machine, one for each runtime
    public List<OwnMeasurement> ownMeasurements(String machineId) {
        return measured.getOrDefault(machineId, List.of());
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
                machineOverrides,
                measured,
                askedBeside(scenario.workload()));
    }

    /// @return this with another model and the weights that go with it; of the context asked for, as much as the model
    ///     allows
    public Setup withModel(LanguageModel other, WeightFormat stored) {
        Workload allowed = workload.withContext(askedContext().min(other.maxContext()));
        return new Setup(
                asStored(other, stored),
                stored,
                keys,
                values,
                runtime,
                allowed,
                overrides,
                machineOverrides,
                measured,
                Optional.of(askedContext()));
    }

    /// @return this with weights stored otherwise; those of a file that was read then count no longer
    public Setup withWeights(WeightFormat other) {
        LanguageModel described = other.equals(weights) ? model : model.withoutStored();
        return new Setup(
                described, other, keys, values, runtime, workload, overrides, machineOverrides, measured, asked);
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
        return new Setup(
                model, weights, ofKeys, ofValues, runtime, workload, overrides, machineOverrides, measured, asked);
    }

    /// @return this run by another runtime; the person's own figures about the former one go with it
    public Setup withRuntime(RuntimeChoice other) {
        var kept = new TreeMap<>(overrides);
        if (!other.runtime().equals(runtime.runtime())) {
            kept.keySet().removeIf(path -> path.startsWith(ABOUT_RUNTIME));
        }
        return new Setup(model, weights, keys, values, other, workload, kept, machineOverrides, measured, asked);
    }

    /// @return this with another workload; another context is what is asked for from then on
    public Setup withWorkload(Workload other) {
        return new Setup(
                model,
                weights,
                keys,
                values,
                runtime,
                other,
                overrides,
                machineOverrides,
                measured,
                askedBeside(other));
    }

    private Optional<Tokens> askedBeside(Workload other) {
        return other.context().equals(workload.context()) ? asked : Optional.empty();
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
            return new Setup(
                    model, weights, keys, values, runtime, workload, figures, machineOverrides, measured, asked);
        }
        var figures = new TreeMap<>(machineOverrides.getOrDefault(machineId, Map.of()));
        change.accept(figures);
        return withMachineOverrides(machineId, figures);
    }

    /// @return this with these figures about a machine in place of all others about it
    public Setup withMachineOverrides(String machineId, Map<String, Double> figures) {
        var all = new TreeMap<>(machineOverrides);
        all.put(machineId, figures);
        return new Setup(model, weights, keys, values, runtime, workload, overrides, all, measured, asked);
    }

    /// This with a speed the person measured with this set-up on a machine, in place of an earlier one under the same
    /// runtime; estimates of that machine under that runtime shift to it.
    ///
    /// @param context tokens in the cache while it was measured
    /// @param decode  of one sequence, or of each of several
    public Setup withMeasurement(String machineId, Tokens context, TokensPerSecond decode) {
        Setup ran = new Setup(
                model,
                weights,
                keys,
                values,
                runtime,
                workload.withContext(context),
                overrides,
                Map.of(machineId, machineOverrides.getOrDefault(machineId, Map.of())));
        var own = new ArrayList<>(withoutMeasurement(machineId).ownMeasurements(machineId));
        own.add(new OwnMeasurement(ran, decode));
        return withMeasurements(machineId, own);
    }

    /// @return this without what was measured on the machine under the runtime that is chosen now
    public Setup withoutMeasurement(String machineId) {
        return withMeasurements(
                machineId,
                ownMeasurements(machineId).stream()
                        .filter(own -> !own.isUnder(runtime.runtime()))
                        .toList());
    }

    /// @return this with these measurements on a machine in place of all others there
    public Setup withMeasurements(String machineId, List<OwnMeasurement> own) {
        var all = new TreeMap<>(measured);
        all.put(machineId, own);
        return new Setup(model, weights, keys, values, runtime, workload, overrides, machineOverrides, all, asked);
    }
}
