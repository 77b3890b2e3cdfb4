package org.tonari.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonari.cli.session.ExitStatus;
import org.tonari.profiles.importers.LocalModelFiles;

/// Files of somebody else's making that try to be more than data.
class HostileInputTest {
    private static final String NAME = "\"name\": \"NVIDIA DGX Spark (Founders Edition)\"";

    private final Terminal terminal = new Terminal().with(Terminal.wiring(new LocalModelFiles()));

    @TempDir
    private Path folder = Path.of("");

    private String shipped = "";

    @BeforeEach
    void readTheShippedMachine() throws IOException {
        shipped = Files.readString(Path.of("profiles", "machines", "dgx-spark.json"));
        assertThat(shipped).contains(NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\\t=1", "＝HYPERLINK(1)"})
    void aNameIsNoFormulaInATable(String name) throws IOException {
        Path machine = Files.writeString(folder.resolve("m.json"), named(name));

        String csv = terminal.run("compare", "--machines", machine.toString(), "--csv", "-")
                .out();

        assertThat(csv.lines().skip(1))
                .allSatisfy(line ->
                        assertThat(line.split(",", 3)[1].replace("\"", "")).startsWith("'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "![x](http://a.example/x.png)", "a|b|c", "**bold**", "`x`"})
    void aNameIsNoMarkup(String name) throws IOException {
        Path machine = Files.writeString(folder.resolve("m.json"), named(name));

        String markdown = terminal.run("compare", "--machines", machine.toString(), "--markdown", "-")
                .out();

        assertThat(markdown).doesNotContain(name).doesNotContain("<script");
        assertThat(markdown.lines().filter(line -> line.startsWith("|")))
                .allSatisfy(line -> assertThat(line.replace("\\|", "").chars().filter(each -> each == '|'))
                        .hasSize((int) columns(markdown)));
    }

    /// An index may name files beside it, and nothing else.
    @ParameterizedTest
    @ValueSource(strings = {"../secret.safetensors", "/etc/x.safetensors", "a/b.safetensors", "..\\\\b.safetensors"})
    void anIndexLeadsToNoOtherFolder(String file) throws IOException {
        Files.writeString(config(), """
            {"model_type": "llama", "hidden_size": 64, "intermediate_size": 128, "num_hidden_layers": 2,
             "num_attention_heads": 2, "num_key_value_heads": 2, "vocab_size": 100,
             "max_position_embeddings": 2048, "tie_word_embeddings": true}
            """);
        Files.writeString(
                folder.resolve("model.safetensors.index.json"),
                "{\"weight_map\": {\"model.norm.weight\": \"" + file + "\"}}");
        Files.writeString(folder.resolveSibling("secret.safetensors"), "secret");

        Terminal.Outcome outcome = terminal.run("inspect", config().toString());

        assertThat(outcome.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(outcome.err()).contains("beside the index").doesNotContain("internal fault");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        --machine, ../machines/dgx-spark
        --machine, /etc/passwd
        --model,   ../../models/gpt-oss-120b
        --runtime, ../runtimes/vllm
        --weights, ../weights/q8_0
        --kv,      ..%2fcaches%2ff16
        """)
    void anIdIsNoPath(String option, String value) {
        Terminal.Outcome outcome = option.equals("--machine")
                ? terminal.run("estimate", option, value)
                : terminal.run("estimate", "--machine", "dgx-spark", option, value);

        assertThat(outcome.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(outcome.err()).doesNotContain("internal fault").doesNotContain("root:");
    }

    /// What a file calls its model becomes the name of the file it is saved as.
    @Test
    void aSavedProfileStaysInTheFolderAskedFor() throws IOException {
        String model = Files.readString(Path.of("profiles", "models", "llama-2-7b.json"))
                .replaceFirst("\"id\": \"[^\"]*\"", "\"id\": \"../outside\"");
        Path file = Files.writeString(folder.resolve("llama.json"), model);
        Path saved = Files.createDirectories(folder.resolve("saved"));

        Terminal.Outcome outcome = terminal.run("inspect", file.toString(), "--save", saved.toString());

        assertThat(outcome.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("llama.json", "saved");
        assertThat(saved).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void nestingWithoutEndIsRefused(String opening) throws IOException {
        Path file = Files.writeString(folder.resolve("deep.json"), opening.repeat(100_000));

        for (List<String> command : List.of(
                List.of("inspect", file.toString()),
                List.of("check", file.toString()),
                List.of("estimate", "--machine", file.toString()))) {
            assertThat(terminal.run(command.toArray(String[]::new)).status()).isEqualTo(ExitStatus.BAD_INPUT);
        }
        Terminal.Outcome lines =
                terminal.typing(opening.repeat(10_000) + "\n").run("estimate", "--scenarios", "-", "--json");
        assertThat(lines.out()).contains("\"error\"").doesNotContain("internal fault");
    }

    /// Jackson's names for types mean nothing here: a field that is not known is refused as any other.
    @Test
    void aFieldThatNamesATypeIsOnlyAFieldTooMany() throws IOException {
        Path machine = Files.writeString(
                folder.resolve("m.json"),
                shipped.replaceFirst("\\{", "{\"@class\": \"java.lang.ProcessBuilder\", \"@type\": [\"x\"],"));

        Terminal.Outcome outcome = terminal.run("estimate", "--machine", machine.toString());

        assertThat(outcome.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(outcome.err()).contains("@class");
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        Path file = folder.resolve("noise.json");
        Files.write(file, "\u0000\uffff\u001b[31m{".getBytes(StandardCharsets.UTF_16));

        Terminal.Outcome outcome = terminal.run("inspect", file.toString());

        assertThat(outcome.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(outcome.err()).doesNotContain("\u001b").doesNotContain("\u0000");
    }

    private Path config() {
        return folder.resolve("config.json");
    }

    private String named(String name) {
        return shipped.replace(NAME, "\"name\": \"" + name + "\"").replaceFirst("\"id\": \"[^\"]*\"", "\"id\": \"m\"");
    }

    private static long columns(String markdown) {
        String head = markdown.lines()
                .filter(line -> line.startsWith("|"))
                .findFirst()
                .orElseThrow();
        return head.chars().filter(each -> each == '|').count();
    }
}
