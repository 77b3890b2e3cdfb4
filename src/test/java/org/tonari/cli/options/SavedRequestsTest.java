package org.tonari.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonari.cli.Terminal;
import org.tonari.cli.Terminal.Outcome;

class SavedRequestsTest {
    private static final String SAVED = """
        {
          "kind": "comparison", "format": 1, "page": "workbench",
          "setup": {
            "model": "gpt-oss-20b", "weights": "mxfp4", "kv_k": "f16", "kv_v": "f16", "runtime": "auto",
            "context": 8192,
            "machine_overrides": {"dgx-spark.2": {"machine.memory.unified.bandwidth": 1e11}}
          },
          "columns": [
            {"machine": "dgx-spark"},
            {"machine": "dgx-spark", "copy": 2},
            {"machine": "mac-mini-m4-pro-64", "hidden": true}
          ]
        }
        """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aSavedComparisonIsComparedAsTheWindowShowsIt() throws IOException {
        Outcome outcome = new Terminal().run("compare", "--work", file().toString());

        List<String> lines = outcome.out().lines().toList();
        assertThat(outcome.err()).isEmpty();
        assertThat(lines.getFirst()).contains("gpt-oss-20b").contains("8,192");
        assertThat(lines).anyMatch(line -> line.startsWith("DGX Spark  "));
        assertThat(lines).anyMatch(line -> line.startsWith("DGX Spark (2)"));
        assertThat(lines).noneMatch(line -> line.startsWith("mini"));
    }

    @Test
    void optionsBesideASavedComparisonAreRefused() throws IOException {
        Outcome outcome = new Terminal().run("compare", "--work", file().toString(), "--context", "64k");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("--work says what is compared");
    }

    private Path file() throws IOException {
        return Files.writeString(folder.resolve("evening.tonari"), SAVED);
    }
}
