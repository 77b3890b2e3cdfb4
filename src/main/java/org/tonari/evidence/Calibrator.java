package org.tonari.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tonari.domain.evidence.Calibration.Entry;
import org.tonari.domain.evidence.Calibration.Parameter;
import org.tonari.domain.evidence.Calibration.Scope;
import org.tonari.domain.evidence.CalibrationPrior;
import org.tonari.domain.evidence.Measurement;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.engine.memory.WeightBytes;
import org.tonari.engine.speed.SpeedTerms;
import org.tonari.explain.Source;

/// Fits the engine's rates to measured runs and writes them down for each machine and runtime.
public final class Calibrator {
    private static final List<List<String>> NEARNESS = List.of(
            List.of("class", "runtime", "backend"), List.of("runtime", "backend"), List.of("engine", "backend"));

    /// A band of builds with fewer rows says too little of what runs today.
    private static final int LEAST_ROWS = 5;

    /// Builds before llama.cpp had flash attention on Metal: their cache costs extra.
    private static final Set<String> OLD_BUILDS = Set.of("2023", "2024-05");

    private final CalibrationPrior prior;
    private final Quantity quantity;

    /// What is fitted.
    public enum Quantity {
        DECODE,
        PREFILL;

        /// @return the name in files and on the command line
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param prior    what is believed beforehand
    /// @param quantity what to fit
    public Calibrator(CalibrationPrior prior, Quantity quantity) {
        this.prior = prior;
        this.quantity = quantity;
    }

    /// @return the names of the rates this fits
    public Set<String> rates() {
        return prior.effects().stream()
                .flatMap(effect -> effect.rates().keySet().stream())
                .collect(Collectors.toSet());
    }

    /// @return the run as an observation; nothing where the engine cannot say what it is made of
    public Optional<Observation> observation(Reconstruction run) {
        var unit = UnitRates.calibration(rates(), prior.constants());
        var weights = WeightBytes.of(run.scenario().model(), run.scenario().weights());
        var measurement = run.measurement();
        var time =
                switch (quantity) {
                    case DECODE -> SpeedTerms.step(run.scenario(), weights, unit, measurement.depth());
                    case PREFILL -> SpeedTerms.prefill(run.scenario(), weights, unit, measurement.promptStart());
                };
        double seconds =
                switch (quantity) {
                    case DECODE -> measurement.concurrency() / measurement.decode();
                    case PREFILL -> measurement.prompt() / measurement.prefill();
                };
        return time.map(UnitRates::features)
                .map(features -> withOldCache(features, run))
                .map(features -> new Observation(measurement.group(), run.traits(), seconds, features));
    }

    /// @return tokens a second as measured
    double measured(Measurement run) {
        return switch (quantity) {
            case DECODE -> run.decode();
            case PREFILL -> run.prefill();
        };
    }

    /// @param effects values of the prior's effects
    /// @return what the observation is estimated to take with them, in seconds: rates at their floors at least, and
    /// no
    ///         decoding step faster than its bytes at the full bandwidth
    double seconds(double[] effects, Observation observation) {
        Map<String, Double> rates = rates(effects);
        double time = 0;
        double bytes = 0;
        for (var feature : observation.features().entrySet()) {
            time += feature.getValue() * rates.getOrDefault(feature.getKey(), 0.0);
            bytes += isRead(feature.getKey()) ? feature.getValue() : 0;
        }
        return Math.max(time, bytes);
    }

    /// @return whether the rate's feature is seconds of a decoding step's bytes at the full bandwidth
    private static boolean isRead(String rate) {
        return rate.startsWith("resident.")
                || rate.startsWith("expert.")
                || rate.equals("cache")
                || rate.equals("latent_cache");
    }

    private static Map<String, Double> withOldCache(Map<String, Double> features, Reconstruction run) {
        if (!OLD_BUILDS.contains(run.measurement().buildBand()) || !features.containsKey("cache")) {
            return features;
        }
        var more = new HashMap<>(features);
        more.put("cache.old", features.getOrDefault("cache", 0.0));
        return more;
    }

    /// @return the regression over the rows
    HierarchicalRidge ridge(List<Observation> rows) {
        return new HierarchicalRidge(prior, rows);
    }

    /// @return a fit on all the rows
    HierarchicalRidge.Fit fit(List<Observation> rows) {
        return ridge(rows).fit(IntStream.range(0, rows.size()).toArray());
    }

    /// @param fit   of the rows
    /// @param runs  the same rows as scenarios
    /// @return rates for each machine under each runtime, where anything of the machine's class was measured on the
    ///         runtime's engine; then what holds for each runtime and for everything
    List<Entry> entries(
            HierarchicalRidge.Fit fit,
            List<Reconstruction> runs,
            List<Machine> machines,
            List<InferenceRuntime> runtimes,
            Source source) {
        var known = runs.stream().map(run -> likeness(run.traits())).collect(Collectors.toSet());
        var entries = new ArrayList<Entry>();
        for (Machine machine : machines) {
            for (InferenceRuntime runtime : runtimes) {
                machine.backends().stream()
                        .filter(runtime.backends()::contains)
                        .findFirst()
                        .map(backend -> traits(machine, runtime, backend, runs))
                        .filter(traits -> known.contains(likeness(traits)))
                        .ifPresent(traits -> entries.add(entry(machine.id(), fit, runs, traits, source)));
            }
        }
        for (InferenceRuntime runtime : runtimes) {
            entries.add(wide(fit, Scope.RUNTIME, runtime.id(), source));
        }
        entries.add(wide(fit, Scope.OVERALL, "", source));
        return entries;
    }

    /// A machine today runs the newest builds measured as near to it as there are rows.
    private static Map<String, String> traits(
            Machine machine, InferenceRuntime runtime, String backend, List<Reconstruction> runs) {
        String leaf = leaf(machine, runtime, runs);
        Map<String, String> plain = Reconstruction.traits(machine, leaf, runtime, backend, "", "");
        for (List<String> near : NEARNESS) {
            var bands = runs.stream()
                    .map(Reconstruction::traits)
                    .filter(run -> near.stream()
                            .allMatch(key -> plain.getOrDefault(key, "").equals(run.get(key))))
                    .collect(Collectors.groupingBy(run -> run.getOrDefault("build", ""), Collectors.counting()));
            Optional<String> newest = bands.keySet().stream()
                    .filter(band -> bands.getOrDefault(band, 0L) >= LEAST_ROWS)
                    .max(String::compareTo);
            if (newest.isPresent()) {
                return Reconstruction.traits(machine, leaf, runtime, backend, newest.get(), "");
            }
        }
        return plain;
    }

    /// @return the machine's own id where it was measured under the runtime, else its twin's
    private static String leaf(Machine machine, InferenceRuntime runtime, List<Reconstruction> runs) {
        return runs.stream()
                        .map(Reconstruction::measurement)
                        .anyMatch(run -> run.machine().equals(machine.id())
                                && run.runtime().equals(runtime.id()))
                ? machine.id()
                : machine.processor().calibratedAs();
    }

    private static String likeness(Map<String, String> traits) {
        return traits.get("class") + "|" + traits.get("engine");
    }

    private Entry wide(HierarchicalRidge.Fit fit, Scope scope, String runtime, Source source) {
        Map<String, String> traits = runtime.isEmpty() ? Map.of() : Map.of("runtime", runtime);
        return new Entry(scope, "", runtime, "", parameters(fit.effects(traits), 0), 0, List.of(), source);
    }

    private Entry entry(
            String machine,
            HierarchicalRidge.Fit fit,
            List<Reconstruction> runs,
            Map<String, String> traits,
            Source source) {
        String runtime = traits.getOrDefault("runtime", "");
        var own = runs.stream()
                .filter(run -> Objects.equals(run.traits().get("machine"), traits.get("machine")))
                .map(Reconstruction::measurement)
                .filter(run -> run.runtime().equals(runtime))
                .toList();
        return new Entry(
                Scope.MACHINE,
                machine,
                runtime,
                traits.getOrDefault("build", ""),
                parameters(fit.effects(traits), own.size()),
                own.size(),
                own.stream().map(Measurement::model).distinct().sorted().toList(),
                source);
    }

    private Map<String, Parameter> parameters(double[] effects, int rows) {
        var parameters = new HashMap<String, Parameter>();
        rates(effects).forEach((name, value) -> parameters.put(name, new Parameter(value, rows)));
        return parameters;
    }

    /// A rate is the sum of the effects it takes part in, never below its floor.
    private Map<String, Double> rates(double[] effects) {
        var rates = new HashMap<String, Double>();
        for (int e = 0; e < effects.length; e++) {
            double effect = effects[e];
            prior.effects().get(e).rates().forEach((name, weight) -> rates.merge(name, weight * effect, Double::sum));
        }
        rates.replaceAll((name, value) -> Math.max(floor(name), value));
        return rates;
    }

    /// @return the floor of the longest prefix of the name that has one, else nothing
    private double floor(String name) {
        return prior.floors().entrySet().stream()
                .filter(floor -> name.startsWith(floor.getKey()))
                .max(Comparator.comparingInt(floor -> floor.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse(0.0);
    }
}
