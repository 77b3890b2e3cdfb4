package org.tonari.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonari.remote.TestServer.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonari.cli.Terminal.Outcome;
import org.tonari.domain.evidence.Measurement;
import org.tonari.profiles.Catalogue;
import org.tonari.remote.TestServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MeasureCommandTest {
    private final Terminal terminal = new Terminal();
    private final TestServer server = new TestServer();

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void answerAsLlama() {
        server.at("/props", text("{\"default_generation_settings\": {\"n_ctx\": 8192}, \"model_path\": \"m.gguf\"}"))
                .at("/tokenize", text("{\"tokens\": [5, 6, 7, 8, 9, 10, 11]}"))
                .at("/completion", text("""
                    {"timings": {"prompt_n": 512, "prompt_ms": 256.0, "predicted_n": 8, "predicted_ms": 400.0}}
                    """));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aServerIsMeasuredAtTheDepthsAskedFor() {
        Outcome outcome = terminal.run("measure", server.address(""), "--depths", "512", "--json");

        assertThat(outcome.status()).as(outcome.err()).isZero();
        JsonNode json = JsonMapper.shared().readTree(outcome.out());
        assertThat(json.at("/runtime").asString()).isEqualTo("llama.cpp");
        assertThat(json.at("/runs/0/decode_tokens_per_second").asDouble()).isEqualTo(20);
        assertThat(json.at("/runs/0/prefill_tokens_per_second").asDouble()).isEqualTo(2000);
        assertThat(json.at("/runs/0/depth_tokens").asDouble()).isEqualTo(516);
    }

    @Test
    void measuredRunsBecomeAProfileThatStandsBesideTheEstimates() throws Exception {
        Path measurements = Files.createDirectories(folder.resolve("measurements"));

        Outcome outcome = terminal.run(
                "measure",
                server.address(""),
                "--depths",
                "512",
                "--machine",
                "dgx-spark",
                "--as",
                "qwen3-8b",
                "--weights",
                "q4_k_m",
                "--save",
                measurements.toString());

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("estimated tok/s");
        List<Measurement> own = Catalogue.open(List.of(folder)).measurements().stream()
                .filter(run -> run.id().startsWith("own-"))
                .toList();
        assertThat(own).hasSize(1);
        assertThat(own.getFirst().machine()).isEqualTo("dgx-spark");
        assertThat(own.getFirst().decode()).isEqualTo(20);
        assertThat(terminal.run("check", folder.toString()).status()).isZero();
    }

    @Test
    void whatCannotBeMeasuredIsBadInputInOneLine() {
        for (String[] words : List.of(
                new String[] {"measure", "file:///etc/passwd"},
                new String[] {"measure", server.address("/nowhere")},
                new String[] {"measure", server.address(""), "--depths", "0"},
                new String[] {"measure", server.address(""), "--key-env", "NO_SUCH_VARIABLE_HERE"},
                new String[] {"measure", server.address(""), "--save", folder.toString()})) {
            Outcome outcome = terminal.run(words);

            assertThat(outcome.status()).as(outcome.out() + outcome.err()).isEqualTo(2);
            assertThat(outcome.err().lines()).hasSize(1);
        }
    }

    @Test
    void aLogIsComparedWithTheEstimateOfItsModel() throws Exception {
        Path log = folder.resolve("server.log");
        Files.writeString(log, """
            llama_context: n_seq_max             = 1
            llama_context: n_ctx                 = 2048
            llama_context: n_ubatch              = 512
            llama_context: flash_attn            = enabled
            llama_kv_cache:        CPU KV buffer size =    288.00 MiB
            sched_reserve:        CPU compute buffer size =    66.50 MiB
            """);

        Outcome outcome = terminal.run("inspect", log.toString(), "--model", "qwen3-8b", "--json");

        assertThat(outcome.status()).as(outcome.err()).isZero();
        JsonNode json = JsonMapper.shared().readTree(outcome.out());
        // Qwen3 8B: 36 layers · 2 · 8 heads · 128 · 2 bytes · 2048 tokens.
        assertThat(json.at("/kv_cache_and_state/log_bytes").asLong()).isEqualTo(301_989_888L);
        assertThat(json.at("/kv_cache_and_state/estimate_bytes").asLong()).isEqualTo(301_989_888L);
    }

    @Test
    void aTextWithoutSuchLinesIsNoLog() throws Exception {
        Path log = Files.writeString(folder.resolve("other.log"), "hello");

        assertThat(terminal.run("inspect", log.toString()).err()).contains("expected its log");
    }
}
