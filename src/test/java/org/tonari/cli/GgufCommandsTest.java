package org.tonari.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonari.cli.Terminal.Outcome;
import org.tonari.profiles.gguf.GgufFiles;
import org.tonari.profiles.importers.LocalModelFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GgufCommandsTest {
    private final Terminal terminal = new Terminal().with(Terminal.wiring(new LocalModelFiles()));

    @TempDir
    private Path folder = Path.of("");

    private String file = "";

    @BeforeEach
    void write() {
        file = GgufFiles.write("gpt-oss-20b-like", folder).toString();
    }

    private JsonNode json(String... words) {
        Outcome outcome = terminal.run(words);
        assertThat(outcome.status()).as(outcome.err()).isZero();
        return JsonMapper.shared().readTree(outcome.out());
    }

    @Test
    void inspectingAFileCountsItsTensors() {
        JsonNode json = json("inspect", file, "--json");

        // Both as llama.cpp loaded the same shape.
        assertThat(json.get("parameters").longValue()).isEqualTo(20_914_757_184L);
        assertThat(json.get("tensor_bytes").longValue()).isEqualTo(12_096_558_336L);
        assertThat(json.get("architecture").asString()).isEqualTo("gpt-oss");
        assertThat(json.get("missing").isEmpty()).isTrue();
    }

    @Test
    void aSavedFileIsASoundProfileWithTheSameWeights() {
        assertThat(terminal.run("inspect", file, "--save", folder.toString()).status())
                .isZero();
        assertThat(terminal.run("check", folder.toString()).status()).isZero();

        JsonNode json = json("inspect", folder.resolve("gpt-oss-20b-like.json").toString(), "--json");

        assertThat(json.get("tensor_bytes").longValue()).isEqualTo(12_096_558_336L);
    }

    @Test
    void anEstimateTakesTheFilesOwnWeights() {
        JsonNode memory = json(
                        "estimate",
                        "--machine",
                        "dgx-spark",
                        "--model",
                        file,
                        "--context",
                        "2048",
                        "--ubatch",
                        "512",
                        "--json")
                .get("memory");

        assertThat(memory.get("weights_bytes").longValue()).isEqualTo(12_096_558_336L);
        // The row of llama.cpp's dry allocations with these settings.
        assertThat(memory.get("kv_cache_bytes").longValue()
                        + memory.get("recurrent_state_bytes").longValue())
                .isEqualTo(69_206_016L);
    }

    @Test
    void anotherFormatIsEstimatedAsIfTheModelWereStoredSo() {
        JsonNode memory = json("estimate", "--machine", "dgx-spark", "--model", file, "--weights", "f16", "--json")
                .get("memory");

        // Experts published in MXFP4 stay so; all other matrices take twice the bytes of Q8_0.
        assertThat(memory.get("weights_bytes").longValue()).isGreaterThan(13_000_000_000L);
    }

    @Test
    void theReportSaysWhereTheWeightsComeFrom() {
        assertThat(terminal.run("estimate", "--machine", "dgx-spark", "--model", file)
                        .out())
                .contains("weights from file");
    }

    @Test
    void aDamagedFileIsBadInputInOneLine() throws Exception {
        Path damaged = folder.resolve("damaged.gguf");
        Files.write(damaged, new byte[] {'G', 'G', 'U', 'F', 3, 0, 0, 0, 1});

        Outcome outcome = terminal.run("estimate", "--machine", "dgx-spark", "--model", damaged.toString());

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err().lines()).hasSize(1);
        assertThat(outcome.err()).contains("damaged.gguf").contains("the end of the file");
    }
}
