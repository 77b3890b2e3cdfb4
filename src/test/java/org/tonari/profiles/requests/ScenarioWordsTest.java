package org.tonari.profiles.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.domain.scenario.Workload;
import org.tonari.domain.scenario.Workload.LayerPlacement;
import org.tonari.domain.scenario.Workload.Speculation;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.ModelFiles;
import org.tonari.profiles.TestProfiles;
import org.tonari.profiles.requests.ScenarioRequest.RuntimeChoice;
import org.tonari.profiles.tree.Reading;
import org.tonari.units.Tokens;
import tools.jackson.databind.json.JsonMapper;

final class ScenarioWordsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private ScenarioWords words;

    @BeforeEach
    void shipATinyModelBesideTheMachines() throws IOException {
        for (String model : List.of("gpt-oss-120b", "tiny")) {
            write("models/" + model + ".json", "{\"kind\": \"model\", \"id\": \"" + model + "\"}");
        }
        for (String weights : List.of("q8_0", "q4_k_m")) {
            write("weights/" + weights + ".json", "{\"kind\": \"weights\", \"id\": \"" + weights + "\"}");
        }
        words = new ScenarioWords(TestProfiles.catalogue(folder), ModelFiles.none());
    }

    @Test
    void whatIsNotSaidTakesTheDefault() {
        ScenarioRequest request = read(Map.of("machine", "dgx-spark"));

        assertThat(request.scenario().model().id()).isEqualTo("gpt-oss-120b");
        assertThat(request.scenario().weights().id()).isEqualTo("q8_0");
        assertThat(request.scenario().keys().id()).isEqualTo("f16");
        assertThat(request.scenario().workload()).isEqualTo(Workload.DEFAULT);
        assertThat(request.scenario().runtime().id()).isEqualTo("llama.cpp");
        assertThat(request.runtime()).isEqualTo(RuntimeChoice.AUTOMATIC);
        assertThat(request.machinesLinked()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} is {1} tokens")
    @CsvSource({"32768, 32768", "32k, 32768", "0.5M, 524288", "1m, 1048576", "1.5K, 1536", "1, 1"})
    void aContextMayBeShortened(String written, long tokens) {
        ScenarioRequest request = read(Map.of("machine", "dgx-spark", "context", written));

        assertThat(request.scenario().workload().context()).isEqualTo(new Tokens(tokens));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
        context         | -3        | a whole number of tokens from 1 to 1,000,000,000, such as 32768, 32k or 0.5M
        context         | 0         | a whole number of tokens from 1 to 1,000,000,000, such as 32768, 32k or 0.5M
        context         | 2000000k  | a whole number of tokens from 1 to 1,000,000,000, such as 32768, 32k or 0.5M
        context         | 0.3k      | a whole number of tokens from 1 to 1,000,000,000, such as 32768, 32k or 0.5M
        prompt          | many      | a whole number of tokens from 1 to 1,000,000,000, such as 32768, 32k or 0.5M
        concurrency     | 0         | a whole number from 1 to 1024
        concurrency     | 1025      | a whole number from 1 to 1024
        concurrency     | 2.5       | a whole number from 1 to 1024
        machines_linked | 1000      | a whole number from 1 to 8
        flash_attention | maybe     | on or off
        outputs         | two       | one of all, one
        gpu_layers      | -1        | auto, all, or a whole number from 0 to 10000
        speculative     | draft:    | none, mtp or draft:MODEL
        kv              | q8        | the id of a known cache format; nearest: q8_0, fp8, f16
        runtime         | llamacpp  | the id of a known runtime; nearest: llama.cpp, ollama, vllm
        """)
    void anAbsurdWordIsRefusedWithWhatIsAllowed(String word, String written, String expected) {
        Reading<ScenarioRequest> reading =
                words.read("command line", Map.of("machine", "dgx-spark", word, written), Map.of());

        assertThat(reading).isInstanceOfSatisfying(Reading.Refused.class, refused -> {
            assertThat(refused.problem().file()).isEqualTo("command line");
            assertThat(refused.problem().place().english()).isEqualTo(word);
            assertThat(refused.problem().expected().english()).isEqualTo(expected);
        });
    }

    @Test
    void aMisspeltWordIsRefused() {
        Reading<ScenarioRequest> reading = words.readJson("line 3", "{\"machine\": \"dgx-spark\", \"contxt\": 4096}");

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.problem().sentence())
                                .startsWith("line 3: contxt: found an unknown field, expected one of concurrency,"
                                        + " context"));
    }

    @Test
    void keysAndValuesMayBeCachedDifferently() {
        ScenarioRequest request = read(Map.of("machine", "dgx-spark", "kv", "q8_0", "kv_v", "q4_0"));

        assertThat(request.scenario().keys().id()).isEqualTo("q8_0");
        assertThat(request.scenario().values().id()).isEqualTo("q4_0");
        assertThat(request.words()).containsEntry("kv_k", "q8_0").doesNotContainKey("kv");
    }

    @Test
    void figuresOfOnesOwnAreTurnedIntoBaseUnits() {
        Reading<ScenarioRequest> reading = words.read(
                "command line",
                Map.of("machine", "dgx-spark"),
                Map.of(
                        "machine.memory.unified.os_reserve", "6GiB",
                        "machine.memory.unified.bandwidth", "250 GB/s",
                        "runtime.gpu_memory_utilization", "0.9"));

        assertThat(reading.optional().orElseThrow().scenario().overrides())
                .containsOnly(
                        Map.entry("machine.memory.unified.os_reserve", 6.0 * (1L << 30)),
                        Map.entry("machine.memory.unified.bandwidth", 250e9),
                        Map.entry("runtime.gpu_memory_utilization", 0.9));
    }

    @Test
    void anOverrideInAnUnknownUnitIsRefused() {
        Reading<ScenarioRequest> reading = words.read(
                "command line", Map.of("machine", "dgx-spark"), Map.of("machine.memory.unified.os_reserve", "6 gigs"));

        assertThat(reading).isInstanceOfSatisfying(Reading.Refused.class, refused -> {
            assertThat(refused.problem().place().english()).isEqualTo("overrides.machine.memory.unified.os_reserve");
            assertThat(refused.problem().expected().english()).contains("GiB", "GB/s", "ratio");
        });
    }

    @Test
    void theWordsOfARequestReadBackAsTheSameRequest() {
        Map<String, String> said = new HashMap<>(Map.of(
                "machine", "mac-mini-m4-pro-64",
                "model", "tiny",
                "weights", "q4_k_m",
                "kv_k", "q8_0",
                "runtime", "mlx",
                "context", "128k",
                "concurrency", "4",
                "gpu_layers", "12",
                "cpu_moe_layers", "all",
                "speculative", "draft:tiny"));
        said.putAll(Map.of("flash_attention", "off", "kv_unified", "true", "mmproj", "on", "machines_linked", "2"));
        ScenarioRequest request = words.read("x", said, Map.of("machine.power.load", "30W"))
                .optional()
                .orElseThrow();

        String json = JsonMapper.shared().writeValueAsString(request.words());
        ScenarioRequest again = words.readJson("saved", json).optional().orElseThrow();

        assertThat(again).isEqualTo(request);
        assertThat(again.scenario().workload().gpuLayers()).isEqualTo(new LayerPlacement.Exactly(12));
        assertThat(again.scenario().workload().speculation())
                .isInstanceOfSatisfying(
                        Speculation.Draft.class,
                        draft -> assertThat(draft.model().id()).isEqualTo("tiny"));
    }

    @Test
    void aRuntimeLeftOpenStaysOpenInASavedFileAndIsNamedInAnAnswer() {
        ScenarioRequest request = read(Map.of("machine", "dgx-spark", "runtime", "auto"));

        assertThat(request.words()).containsEntry("runtime", "auto");
        assertThat(request.resolvedWords()).containsEntry("runtime", "llama.cpp");
    }

    @Test
    void theCommandLineSaysOnlyWhatDepartsFromTheDefault() {
        ScenarioRequest request = words.read(
                        "x",
                        Map.of("machine", "dgx-spark", "context", "8k", "kv_unified", "on", "flash_attention", "off"),
                        Map.of("machine.memory.unified.os_reserve", "1GiB"))
                .optional()
                .orElseThrow();

        assertThat(request.options())
                .containsExactly(
                        "--machine",
                        "dgx-spark",
                        "--model",
                        "gpt-oss-120b",
                        "--context",
                        "8192",
                        "--flash-attention",
                        "off",
                        "--kv-unified",
                        "--set",
                        "machine.memory.unified.os_reserve=1073741824");
    }

    @Test
    void aMachineMayBeAFile() {
        String file = "profiles/machines/strix-halo-128.json";

        ScenarioRequest request = read(Map.of("machine", file));

        assertThat(request.scenario().machine().id()).isEqualTo("strix-halo-128");
        assertThat(request.words()).containsEntry("machine", file);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Reading<ScenarioRequest> reading = words.read("command line", Map.of("machine", "nowhere/box.json"), Map.of());

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.problem().sentence())
                                .isEqualTo("nowhere/box.json: found no file, expected a file"));
    }

    @Test
    void aFormatStandsForItsVariantWhereTheRuntimeReadsOnlyThat() {
        words = new ScenarioWords(Catalogue.open(List.of()), ModelFiles.none());

        ScenarioRequest paged = read(Map.of("machine", "dgx-spark", "weights", "mxfp4", "runtime", "vllm"));
        ScenarioRequest other = read(Map.of("machine", "dgx-spark", "weights", "mxfp4", "runtime", "llama.cpp"));

        assertThat(paged.scenario().weights().id()).isEqualTo("mxfp4-bf16");
        assertThat(other.scenario().weights().id()).isEqualTo("mxfp4");
    }

    @Test
    void aScenarioNeedsAMachine() {
        Reading<ScenarioRequest> reading = words.read("command line", Map.of(), Map.of());

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.problem().sentence())
                                .isEqualTo("command line: machine: found nothing, expected a value"));
    }

    private ScenarioRequest read(Map<String, String> said) {
        return words.read("command line", said, Map.of()).optional().orElseThrow();
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
