package org.tonari.engine.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tonari.domain.LanguageModel;
import org.tonari.profiles.ShippedModels;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class PublishedFilesTest {
    @Test
    void show() throws IOException {
        JsonNode files = JsonMapper.shared().readTree(Files.readString(Path.of(System.getProperty("project.directory"), "src/test/resources/published-files.json")));
        for (JsonNode file : files) {
            String format = file.get("format").stringValue();
            String id = format.toLowerCase().split(" ")[0].replace("?", "").replace("ud-", "");
            if (format.contains("mmproj")) continue;
            if (id.equals("q4_k_xl")) id = "q4_k_m";
            if (id.equals("q4_")) id = "q4_0";
            LanguageModel model = ShippedModels.model(file.get("model").stringValue());
            WeightBytes bytes = WeightBytes.of(model, ShippedModels.weights(id));
            long published = file.get("bytes").longValue();
            System.out.printf("%-22s %-12s %,18d %,18d %+.3f%%%n", model.id(), format, published, bytes.total().count(), 100.0 * (bytes.total().count() - published) / published);
        }
        for (LanguageModel model : ShippedModels.dryAllocations()) {
            System.out.printf("%s %s%n", model.id(), WeightBytes.of(model, ShippedModels.weights("q4_0")).total());
        }
        for (var model : java.util.List.of("gpt-oss-120b", "qwen3.5-9b", "llama-3.1-8b", "nemotron-3-nano-30b-a3b")) {
            var m = ShippedModels.model(model); var f = ShippedModels.weights("q4_k_m");
            for (int i = 0; i < 20000; i++) WeightBytes.of(m, f);
            long t = System.nanoTime();
            for (int i = 0; i < 20000; i++) WeightBytes.of(m, f);
            System.out.println(model + " " + (System.nanoTime() - t) / 20000 + " ns");
        }
    }
}
