package org.tonari.engine.memory;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.domain.machine.Processor;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.runtime.BlockFormat;
import org.tonari.domain.runtime.CacheFormat;
import org.tonari.domain.runtime.CacheFormat.Precision;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.runtime.InferenceRuntime.Allocation;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.runtime.WeightFormat.Container;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload;
import org.tonari.domain.scenario.Workload.Outputs;
import org.tonari.domain.scenario.Workload.Toggle;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;

/// Scenarios that ask what llama.cpp's dry allocations answer; the machine does not matter to them.
public final class DryScenarios {
    private static final Source SOURCE = Source.of(Source.Kind.RUNTIME, "llama.cpp v0.5.0");
    private static final String LLAMA_CPP = "llama.cpp";

    private DryScenarios() {}

    /// @return the scenario of a row of dry allocations
    public static Scenario of(Map<String, String> row) {
        int sequences = Integer.parseInt(row.get("n_seq"));
        long context = Long.parseLong(row.get("n_ctx")) / sequences;
        Workload workload = Workload.DEFAULT
                .withContext(new Tokens(context))
                .withConcurrency(sequences)
                .withUbatch(new Tokens(Long.parseLong(row.get("n_ubatch"))))
                .withFlashAttention(toggle(row, "flash_attn"))
                .withUnifiedCache(toggle(row, "kv_unified"))
                .withFullWindow(toggle(row, "swa_full"))
                .withOutputs("0".equals(row.get("n_outputs_max")) ? Outputs.ALL : Outputs.ONE);
        return new Scenario(
                machine(),
                DryModels.of(row.get("model")),
                weights(),
                cache(row.get("type_k")),
                cache(row.get("type_v")),
                runtime(new Allocation.Cells(new Tokens(256), new Bytes(1L << 30))),
                workload,
                Map.of());
    }

    /// @return a scenario with all at its defaults
    public static Scenario of(LanguageModel model) {
        return new Scenario(
                machine(),
                model,
                weights(),
                cache("f16"),
                cache("f16"),
                runtime(new Allocation.Cells(new Tokens(256), new Bytes(1L << 30))),
                Workload.DEFAULT,
                Map.of());
    }

    private static Toggle toggle(Map<String, String> row, String column) {
        return switch (row.get(column)) {
            case "on", "true" -> Toggle.ON;
            default -> Toggle.OFF;
        };
    }

    /// @return a cache format of llama.cpp
    public static CacheFormat cache(String type) {
        BlockFormat block =
                switch (type) {
                    case "f32" -> new BlockFormat(type, 1, 4);
                    case "f16", "bf16" -> new BlockFormat(type, 1, 2);
                    case "q8_0" -> new BlockFormat(type, 32, 34);
                    case "q5_1" -> new BlockFormat(type, 32, 24);
                    case "q5_0" -> new BlockFormat(type, 32, 22);
                    case "q4_1" -> new BlockFormat(type, 32, 20);
                    case "q4_0" -> new BlockFormat(type, 32, 18);
                    default -> throw new IllegalArgumentException("not a cache format: " + type);
                };
        Precision precision = block.elements() == 1 ? Precision.FLOATING_POINT : Precision.QUANTISED;
        return new CacheFormat(type, type.toUpperCase(Locale.ROOT), block, precision, List.of(LLAMA_CPP), SOURCE);
    }

    /// @return a runtime that allocates so
    public static InferenceRuntime runtime(Allocation allocation) {
        return new InferenceRuntime(
                LLAMA_CPP,
                LLAMA_CPP,
                "v0.5.0",
                List.of("cpu"),
                List.of(Container.GGUF),
                allocation,
                Map.of(),
                Bytes.ZERO,
                SOURCE);
    }

    private static WeightFormat weights() {
        var rule = new WeightFormat.Rule(
                Set.of(),
                WeightFormat.LayerSelection.ALL,
                WeightFormat.ModelCondition.ANY,
                new BlockFormat("f16", 1, 2));
        return new WeightFormat(
                "f16", "F16", Set.of(Container.GGUF), "16bit", Map.of(), List.of(rule), Optional.empty(), SOURCE);
    }

    private static Machine machine() {
        var pool = new MemoryPool(
                MemoryPool.Kind.UNIFIED,
                Sourced.known(new Bytes(1L << 40), SOURCE),
                Sourced.known(new Bytes(1L << 40), SOURCE),
                Sourced.known(new MemoryPool.Reserve(Bytes.ZERO, Bytes.ZERO, Bytes.ZERO), SOURCE),
                new MemoryPool.Limit.None(),
                Sourced.unknown("machine.memory.bandwidth", "a dry allocation reads nothing"),
                Sourced.unknown("machine.memory.measured_bandwidth", "a dry allocation reads nothing"));
        return new Machine(
                "any",
                "any machine",
                "any",
                List.of(pool),
                new Processor("any", "any", "any", "any", "any", Map.of(), Map.of(), Map.of()),
                List.of("cpu"),
                new Machine.Storage(unknown("size"), unknown("read")),
                List.of(),
                new Machine.Power(unknown("idle"), unknown("load"), unknown("max")),
                List.of(),
                Map.of());
    }

    private static <T> Sourced<T> unknown(String fact) {
        return Sourced.unknown("machine." + fact, "a dry allocation asks for none");
    }
}
