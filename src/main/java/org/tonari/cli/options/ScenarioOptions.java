package org.tonari.cli.options;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tonari.cli.session.BadInput;
import org.tonari.cli.session.Session;
import org.tonari.domain.scenario.Workload;
import org.tonari.profiles.requests.ScenarioRequest;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.Reading;
import picocli.CommandLine.Option;

/// The options that describe a scenario beside its machine; the same words stand in JSON, in snake case.
public class ScenarioOptions {
    /// The options that take one value, which are the words of a scenario.
    private static final Set<String> OPTIONS = Set.of(
            "--machines-linked",
            "--link",
            "--parallel",
            "--model",
            "--weights",
            "--kv",
            "--kv-k",
            "--kv-v",
            "--runtime",
            "--context",
            "--prompt",
            "--concurrency",
            "--ubatch",
            "--flash-attention",
            "--outputs",
            "--gpu-layers",
            "--cpu-moe-layers",
            "--mmproj",
            "--speculative");

    private final Map<String, String> words = new TreeMap<>();

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Your own figure in place of a shipped one, by its path in the explanation;"
                    + " repeatable: machine.memory.os_reserve=6GiB")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(
            names = "--machines-linked",
            paramLabel = "N",
            description = "How many such machines work together, 1 to 8.")
    void machinesLinked(@Nullable String value) {
        word("machines_linked", value);
    }

    @Option(names = "--link", paramLabel = "ID", description = "What ties linked machines. Default: their fastest port")
    void link(@Nullable String value) {
        word("link", value);
    }

    @Option(
            names = "--parallel",
            paramLabel = "pipeline|tensor",
            description =
                    "How linked machines share the model. Default: pipeline under llama.cpp and Ollama, else tensor")
    void parallel(@Nullable String value) {
        word("parallel", value);
    }

    /// @param value a model's id, file or address, as it was written
    @Option(
            names = "--model",
            paramLabel = "ID|FILE|URL",
            description = "A model's id, or its profile, .gguf or config.json, also by address or as hf:org/name."
                    + " Default: gpt-oss-120b")
    public void model(@Nullable String value) {
        word("model", value);
    }

    @Option(names = "--weights", paramLabel = "ID", description = "How weights are stored. Default: as published")
    void weights(@Nullable String value) {
        word("weights", value);
    }

    @Option(names = "--kv", paramLabel = "ID", description = "Format of the KV cache. Default: f16")
    void cache(@Nullable String value) {
        word("kv", value);
    }

    @Option(names = "--kv-k", paramLabel = "ID", description = "Format of cached keys alone.")
    void keys(@Nullable String value) {
        word("kv_k", value);
    }

    @Option(names = "--kv-v", paramLabel = "ID", description = "Format of cached values alone.")
    void values(@Nullable String value) {
        word("kv_v", value);
    }

    @Option(
            names = "--runtime",
            paramLabel = "ID",
            description = "What runs the model. Default: auto, which is llama.cpp on every machine")
    void runtime(@Nullable String value) {
        word("runtime", value);
    }

    /// @param value how many tokens, as it was written, such as `32k`
    @Option(
            names = {"-c", "--context"},
            paramLabel = "N|32k",
            description = "Tokens each sequence may hold. Default: 32768")
    public void context(@Nullable String value) {
        word("context", value);
    }

    @Option(names = "--prompt", paramLabel = "N", description = "Tokens of the prompt. Default: 2048")
    void prompt(@Nullable String value) {
        word("prompt", value);
    }

    @Option(names = "--concurrency", paramLabel = "N", description = "Sequences at once. Default: 1")
    void concurrency(@Nullable String value) {
        word("concurrency", value);
    }

    @Option(names = "--ubatch", paramLabel = "N", description = "Prompt tokens processed at once. Default: 512")
    void ubatch(@Nullable String value) {
        word("ubatch", value);
    }

    @Option(names = "--flash-attention", paramLabel = "on|off", description = "Fused attention. Default: on")
    void flashAttention(@Nullable String value) {
        word("flash_attention", value);
    }

    @Option(names = "--kv-unified", arity = "0", description = "One cache for all sequences.")
    void unified(boolean on) {
        word("kv_unified", on ? "on" : null);
    }

    @Option(names = "--swa-full", arity = "0", description = "Full-size caches for sliding-window layers.")
    void fullWindow(boolean on) {
        word("swa_full", on ? "on" : null);
    }

    @Option(names = "--outputs", paramLabel = "all|one", description = "Tokens that logits are kept for. Default: one")
    void outputs(@Nullable String value) {
        word("outputs", value);
    }

    @Option(names = "--gpu-layers", paramLabel = "N|all|auto", description = "Layers on the accelerator. Default: auto")
    void gpuLayers(@Nullable String value) {
        word("gpu_layers", value);
    }

    @Option(names = "--cpu-moe-layers", paramLabel = "N", description = "Layers whose experts stay in host memory.")
    void cpuExperts(@Nullable String value) {
        word("cpu_moe_layers", value);
    }

    @Option(names = "--mmproj", paramLabel = "on|off", description = "The vision part. Default: off")
    void projector(@Nullable String value) {
        word("mmproj", value);
    }

    @Option(
            names = "--speculative",
            paramLabel = "none|mtp|draft:ID",
            description = "How tokens are drafted ahead. Default: none")
    void speculation(@Nullable String value) {
        word("speculative", value);
    }

    /// @param machine id or file of the machine
    /// @return the scenario asked for
    /// @throws BadInput where a word cannot be understood
    public ScenarioRequest request(Session session, String machine) {
        return request(session, machine, new TreeMap<>(words));
    }

    /// @param machine id or file of the machine
    /// @param model   id or file of a model, in place of the one that was written
    /// @return the scenario asked for
    /// @throws BadInput where a word cannot be understood
    public ScenarioRequest request(Session session, String machine, String model) {
        var all = new TreeMap<>(words);
        all.put("model", model);
        return request(session, machine, all);
    }

    private ScenarioRequest request(Session session, String machine, Map<String, String> all) {
        all.put("machine", machine);
        return switch (session.words().read(BadInput.COMMAND_LINE, all, overrides)) {
            case Reading.Read<ScenarioRequest>(ScenarioRequest request) -> request;
            case Reading.Refused<ScenarioRequest>(ProfileProblem problem) -> throw BadInput.of(problem);
        };
    }

    /// @return the context that was written, else the usual one
    public String context() {
        return words.getOrDefault(
                "context", Long.toString(Workload.DEFAULT.context().count()));
    }

    /// @return the model that was written, if one was
    public Optional<String> model() {
        return Optional.ofNullable(words.get("model"));
    }

    /// @return whether a context was written
    public boolean namesContext() {
        return words.containsKey("context");
    }

    /// @return whether any word was written
    public boolean areGiven() {
        return !words.isEmpty() || !overrides.isEmpty();
    }

    /// @return whether the switch is one of these, and so was taken
    public boolean takeFlag(String name) {
        switch (name) {
            case "--kv-unified" -> unified(true);
            case "--swa-full" -> fullWindow(true);
            default -> {
                return false;
            }
        }
        return true;
    }

    /// @return whether the option is one of these, and so was taken
    public boolean takeOption(String name, String value) {
        if (name.equals("--set")) {
            int equals = value.indexOf('=');
            if (equals > 0) {
                overrides.put(value.substring(0, equals), value.substring(equals + 1));
            }
            return equals > 0;
        }
        boolean taken = OPTIONS.contains(name);
        if (taken) {
            word(name.substring(2).replace('-', '_'), value);
        }
        return taken;
    }

    private void word(String name, @Nullable String value) {
        if (value == null) {
            words.remove(name);
        } else {
            words.put(name, value);
        }
    }
}
