package org.tonari.evidence;

import java.util.Map;
import java.util.Optional;
import org.tonari.domain.evidence.Measurement;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.runtime.CacheFormat;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload;
import org.tonari.domain.scenario.Workload.Toggle;
import org.tonari.profiles.Catalogue;
import org.tonari.units.Tokens;

/// A measured run as a scenario of the engine.
///
/// @param measurement the run
/// @param scenario    what ran
public record Reconstruction(Measurement measurement, Scenario scenario) {

    /// @return the run as a scenario; nothing where one of its ids has no profile
    public static Optional<Reconstruction> of(Measurement run, Catalogue catalogue) {
        Optional<Machine> machine = catalogue.machine(run.machine()).optional();
        Optional<LanguageModel> model = catalogue.model(run.model()).optional();
        Optional<WeightFormat> weights = model.flatMap(shape -> weights(run, shape, catalogue));
        Optional<CacheFormat> cache = catalogue.cache(run.cache()).optional();
        Optional<InferenceRuntime> runtime = catalogue.runtime(run.runtime()).optional();
        if (machine.isEmpty() || model.isEmpty() || weights.isEmpty() || cache.isEmpty() || runtime.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Reconstruction(
                run,
                new Scenario(
                        machine.get(),
                        model.get(),
                        weights.get(),
                        cache.get(),
                        cache.get(),
                        runtime.get(),
                        workload(run),
                        Map.of())));
    }

    private static Optional<WeightFormat> weights(Measurement run, LanguageModel model, Catalogue catalogue) {
        return catalogue
                .weights("bf16")
                .optional()
                .flatMap(plain -> PublisherMix.format(run, model, plain))
                .or(() -> catalogue.weights(run.weights()).optional());
    }

    private static Workload workload(Measurement run) {
        Workload workload = Workload.DEFAULT
                .withContext(new Tokens(Math.max(1, Math.round(run.depth()))))
                .withConcurrency(run.concurrency());
        if (run.prompt() > 0) {
            workload = workload.withPrompt(new Tokens(run.prompt()));
        }
        if (run.ubatch() > 0) {
            workload = workload.withUbatch(new Tokens(run.ubatch()));
        }
        return run.flashAttention().equals("off") ? workload.withFlashAttention(Toggle.OFF) : workload;
    }

    /// @return what places the run in the hierarchy of machines, runtimes and builds
    Map<String, String> traits() {
        return traits(
                scenario.machine(),
                scenario.machine().id(),
                scenario.runtime(),
                measurement.backend(),
                measurement.buildBand(),
                measurement.sourceKey());
    }

    /// @param leaf id of the machine whose own departures are taken: its own, or that of a twin
    /// @return what places a machine under a runtime in the hierarchy
    static Map<String, String> traits(
            Machine machine, String leaf, InferenceRuntime runtime, String backend, String build, String source) {
        String[] kind = machine.processor().calibrationClass().split("-", 2);
        String generation = machine.processor().generation();
        return Map.of(
                "machine",
                leaf,
                "runtime",
                runtime.id(),
                "engine",
                engine(runtime.id()),
                "backend",
                backend,
                "build",
                build,
                "class",
                kind[0],
                "tier",
                kind.length > 1 ? kind[1] : "",
                "generation",
                generation,
                "chip",
                chip(machine, kind),
                "source",
                source);
    }

    /// Ollama runs llama.cpp's kernels.
    private static String engine(String runtime) {
        return runtime.equals("ollama") ? "llama.cpp" : runtime;
    }

    /// Cards differ one by one; other chips share a name within their class and generation.
    private static String chip(Machine machine, String[] kind) {
        return kind[0].equals("gddr")
                ? machine.processor().calibratedAs()
                : machine.processor().generation() + "-" + String.join("-", kind);
    }
}
