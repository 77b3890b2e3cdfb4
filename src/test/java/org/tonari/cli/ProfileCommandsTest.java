package org.tonari.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.cli.Terminal.Outcome;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.huggingface.ConfigReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProfileCommandsTest {
    private static final Path SHIPPED = Path.of(System.getProperty("project.directory", "."), "profiles");

    private final Terminal terminal = new Terminal();

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest(name = "list {0} shows {1}")
    @CsvSource({"machines, dgx-spark", "models, gpt-oss-120b", "weights, q4_k_m", "caches, q8_0", "runtimes, llama.cpp"
    })
    void everyKindIsListed(String kind, String id) {
        Outcome table = terminal.run("list", kind);
        JsonNode json = JsonMapper.shared()
                .readTree(terminal.run("list", kind, "--json").out());

        assertThat(table.status()).as(table.err()).isZero();
        assertThat(table.out().lines()).anyMatch(line -> line.startsWith(id + " "));
        assertThat(json.get(kind).values().stream()
                        .map(profile -> profile.get("id").asString()))
                .contains(id);
        assertThat(json.get(kind).values()).allMatch(profile -> profile.has("name"));
    }

    @Test
    void anUnstatedFigureIsNullInALists() {
        JsonNode json = JsonMapper.shared()
                .readTree(terminal.run("list", "machines", "--json").out());

        JsonNode thor = json.get("machines").values().stream()
                .filter(machine -> machine.get("id").asString().equals("jetson-thor-128"))
                .findFirst()
                .orElseThrow();
        assertThat(thor.get("memory").get(0).get("capacity_bytes").isNull()).isTrue();
    }

    @Test
    void ownMachinesAndThoseThatHideShippedOnesAreMarked() throws IOException {
        Path machines = Files.createDirectories(folder.resolve("machines"));
        String spark = Files.readString(SHIPPED.resolve("machines/dgx-spark.json"));
        Files.writeString(machines.resolve("dgx-spark.json"), spark);
        Files.writeString(
                machines.resolve("lab-box.json"), spark.replace("\"id\": \"dgx-spark\"", "\"id\": \"lab-box\""));
        Terminal own = terminal.with(Terminal.wiring(Catalogue.open(List.of(folder))));

        Outcome table = own.run("list", "machines");
        JsonNode json = JsonMapper.shared()
                .readTree(own.run("list", "machines", "--json").out());

        assertThat(table.out().lines())
                .anyMatch(line -> line.startsWith("dgx-spark ") && line.endsWith("yours, in place of the shipped one"))
                .anyMatch(line -> line.startsWith("lab-box ") && line.endsWith("yours"));
        assertThat(json.get("machines").values().stream()
                        .map(machine -> machine.get("profile").asString())
                        .distinct())
                .containsExactlyInAnyOrder("hides_shipped", "yours", "shipped");
    }

    @Test
    void anUnknownKindIsRefused() {
        assertThat(terminal.run("list", "cars").status()).isEqualTo(2);
    }

    @Test
    void theShippedProfilesAreAsTheyShouldBe() {
        Outcome outcome = terminal.run("check", SHIPPED.toString());

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("profiles are as they should be");
    }

    @Test
    void aBrokenProfileIsNamedWithItsPlace() throws Exception {
        Path file = folder.resolve("odd.json");
        String sound = Files.readString(SHIPPED.resolve("caches/f16.json"));
        Files.writeString(
                file,
                sound.replace("\"id\": \"f16\"", "\"id\": \"odd\"").replaceAll("\"name\": \"[^\"]*\"", "\"name\": 7"));

        Outcome outcome = terminal.run("check", file.toString());

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("odd.json: name: found 7, expected a text");
    }

    @Test
    void aModelsProfileIsInspectedAndSaved() throws Exception {
        Path profile = SHIPPED.resolve("models/gpt-oss-120b.json");

        Outcome outcome = terminal.run("inspect", profile.toString(), "--json", "--save", folder.toString());

        JsonNode json = JsonMapper.shared().readTree(outcome.out());
        assertThat(json.propertyNames())
                .containsExactly("name", "architecture", "parameters", "tensor_bytes", "missing", "model");
        assertThat(json.get("parameters").longValue()).isEqualTo(116_829_156_672L);
        assertThat(json.get("model").get("id").asString()).isEqualTo("gpt-oss-120b");
        assertThat(terminal.run("check", folder.toString()).status()).isZero();
    }

    @Test
    void aConfigurationIsInspectedWithTheIndexBesideIt() throws Exception {
        Path file = folder.resolve("config.json");
        Files.writeString(folder.resolve("model.safetensors.index.json"), "{\"metadata\": {\"total_size\": 123456}}");
        Files.writeString(file, """
            {"model_type": "novel", "hidden_size": 64, "num_hidden_layers": 2, "vocab_size": 100,
             "max_position_embeddings": 4096}
            """);

        Outcome outcome = terminal.with(Terminal.wiring(new ConfigReader())).run("inspect", file.toString(), "--json");

        JsonNode json = JsonMapper.shared().readTree(outcome.out());
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(json.get("architecture").asString()).isEqualTo("novel");
        assertThat(json.get("tensor_bytes").longValue()).isEqualTo(123_456);
        assertThat(json.get("missing").get(0).asString()).contains("novel");
    }

    @Test
    void anotherProfileIsRecognised() {
        Outcome outcome = terminal.run(
                "inspect", SHIPPED.resolve("machines/dgx-spark.json").toString());

        assertThat(outcome.out()).startsWith("machine dgx-spark");
    }

    @Test
    void aMissingFileIsBadInput() {
        assertThat(terminal.run("inspect", "nowhere.gguf").status()).isEqualTo(2);
        assertThat(terminal.run("check", "nowhere").status()).isEqualTo(2);
    }
}
