package org.tonari.profiles.requests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload;
import org.tonari.domain.scenario.Workload.LayerPlacement;
import org.tonari.domain.scenario.Workload.Outputs;
import org.tonari.domain.scenario.Workload.Speculation;

/// Writes a request as words: one order, one spelling.
final class CanonicalWords {
    private static final String DEFAULT_CACHE = "f16";

    private CanonicalWords() {}

    static Map<String, Object> of(ScenarioRequest request, String runtime) {
        Scenario scenario = request.scenario();
        var words = new LinkedHashMap<String, Object>();
        words.put(
                "machine",
                request.files().getOrDefault("machine", scenario.machine().id()));
        words.put("machines_linked", (long) request.machinesLinked());
        if (request.machinesLinked() > 1) {
            words.putAll(PlanWords.words(request.linking()));
        }
        words.put(
                "model", request.files().getOrDefault("model", scenario.model().id()));
        words.put("weights", scenario.weights().id());
        putCache(words, scenario);
        words.put("runtime", runtime);
        putWorkload(words, scenario.workload());
        if (!scenario.overrides().isEmpty()) {
            words.put("overrides", new TreeMap<>(scenario.overrides()));
        }
        return words;
    }

    private static void putCache(Map<String, Object> words, Scenario scenario) {
        if (scenario.keys().equals(scenario.values())) {
            words.put("kv", scenario.keys().id());
        } else {
            words.put("kv_k", scenario.keys().id());
            words.put("kv_v", scenario.values().id());
        }
    }

    static void putWorkload(Map<String, Object> words, Workload workload) {
        words.put("context", workload.context().count());
        words.put("prompt", workload.prompt().count());
        words.put("concurrency", (long) workload.concurrency());
        words.put("ubatch", workload.ubatch().count());
        words.put("flash_attention", workload.flashAttention().isOn());
        words.put("kv_unified", workload.unifiedCache().isOn());
        words.put("swa_full", workload.fullWindow().isOn());
        words.put("outputs", workload.outputs() == Outputs.ALL ? "all" : "one");
        words.put("gpu_layers", layers(workload.gpuLayers()));
        words.put("cpu_moe_layers", layers(workload.cpuExperts()));
        words.put("mmproj", workload.projector().isOn());
        words.put("speculative", speculation(workload.speculation()));
    }

    private static Object layers(LayerPlacement placement) {
        return switch (placement) {
            case LayerPlacement.Automatic _ -> "auto";
            case LayerPlacement.All _ -> "all";
            case LayerPlacement.Exactly(int layers) -> (long) layers;
        };
    }

    private static String speculation(Speculation speculation) {
        return switch (speculation) {
            case Speculation.None _ -> "none";
            case Speculation.MultiToken _ -> "mtp";
            case Speculation.Draft(LanguageModel model, var _) -> "draft:" + model.id();
        };
    }

    /// The machine and the model are always said, all else where it departs from the default.
    static List<String> options(ScenarioRequest request) {
        var defaults = new LinkedHashMap<String, Object>();
        putWorkload(defaults, Workload.DEFAULT);
        defaults.put("machines_linked", 1L);
        defaults.put("kv", DEFAULT_CACHE);
        defaults.put("runtime", "auto");
        defaults.put("weights", request.scenario().model().nativeWeights());
        var options = new ArrayList<String>();
        request.words().forEach((word, value) -> {
            if (!word.equals("overrides") && !value.equals(defaults.get(word))) {
                add(options, word, value);
            }
        });
        new TreeMap<>(request.scenario().overrides()).forEach((path, value) -> {
            options.add("--set");
            options.add(path + "=" + number(value));
        });
        return List.copyOf(options);
    }

    private static void add(List<String> options, String word, Object value) {
        boolean bareSwitch = word.equals("kv_unified") || word.equals("swa_full");
        options.add("--" + word.replace('_', '-'));
        if (value instanceof Boolean on) {
            if (!bareSwitch) {
                options.add(on ? "on" : "off");
            }
        } else {
            options.add(value.toString());
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
