package org.tonari.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.memory.compute.ComputeBuffer;
import org.tonari.profiles.ShippedModels;
import org.tonari.profiles.gguf.GgufFiles;
import org.tonari.profiles.gguf.GgufModels;
import org.tonari.units.Bytes;

/// Models read from files, against what llama.cpp v0.5.0 (de3ff815) allocates for the same files.
class GgufAllocationsTest {
    @TempDir
    private Path folder;

    private final Map<String, LanguageModel> models = new HashMap<>();

    private LanguageModel model(Map<String, String> row) {
        return models.computeIfAbsent(
                row.get("model"),
                name -> GgufModels.read(GgufFiles.write(name, folder))
                        .optional()
                        .orElseThrow());
    }

    private Scenario scenario(Map<String, String> row) {
        return DryScenarios.of(row).withModel(model(row));
    }

    @Test
    void cachesAndStatesEqualLlamasOwn() {
        List<String> wrong = new ArrayList<>();
        for (Map<String, String> row : DryRows.of("/dry-allocations/rows.csv")) {
            if (row.get("error").isEmpty()) {
                Scenario scenario = scenario(row);
                long state = RecurrentState.of(scenario, Float.BYTES, Leaf.LLAMA_CPP)
                        .bytes()
                        .count();
                long cache =
                        LlamaCache.of(scenario).optional().orElseThrow().bytes().count();
                if (cache + state != Long.parseLong(row.get("kv_bytes"))) {
                    wrong.add(cache + state + " for " + row);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void weightsAreTheFilesOwnWhateverFormatIsNamed() {
        for (Map<String, String> row : DryRows.of("/dry-allocations/models.csv")) {
            WeightBytes weights = WeightBytes.of(model(row), ShippedModels.weights("q4_k_m"));

            assertThat(weights.total()).isEqualTo(new Bytes(Long.parseLong(row.get("tensor_bytes"))));
        }
    }

    @Test
    void computeBuffersEqualLlamasOwn() {
        List<Map<String, String>> rows = DryRows.of("/dry-allocations/rows.csv");
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < rows.size(); i += 13) {
            Map<String, String> row = rows.get(i);
            if (row.get("error").isEmpty()) {
                long ours = ComputeBuffer.size(scenario(row)).count();
                if (ours != Long.parseLong(row.get("compute_bytes"))) {
                    wrong.add(ours + " for " + row);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }
}
