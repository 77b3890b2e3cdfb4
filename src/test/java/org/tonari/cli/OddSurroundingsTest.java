package org.tonari.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonari.cli.session.ExitStatus;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.tree.Lookup;
import org.tonari.profiles.tree.ProfileKind;

/// Commands where the computer is not as ours are: other languages, other names, other files than expected.
class OddSurroundingsTest {
    private static final int MANY = 10_000;
    private static final Path SPARK = Path.of("profiles", "machines", "dgx-spark.json");

    private final Terminal terminal = new Terminal();

    @TempDir
    private Path folder = Path.of("");

    static Stream<List<String>> commands() {
        return Stream.of(
                List.of("estimate", "--machine", "dgx-spark", "--context", "64k"),
                List.of("estimate", "--machine", "hp-omen-45l-rtx-5090", "--json"),
                List.of("compare", "--csv", "-"),
                List.of("compare", "--markdown", "-"),
                List.of("matrix", "--context", "32k", "--models", "gpt-oss-120b,qwen3-32b"),
                List.of("list", "models", "--json"),
                List.of("cost"),
                List.of("advise"));
    }

    /// Turkish writes the capital of i with a dot, and Arabic may write other digits.
    @ParameterizedTest
    @MethodSource("commands")
    void theLanguageOfTheComputerChangesNothing(List<String> command) {
        Terminal.Outcome usual = terminal.run(command.toArray(String[]::new));
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("tr-TR", "ar", "ar-EG-u-nu-arab", "fa-IR", "th-TH-u-ca-buddhist")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(terminal.run(command.toArray(String[]::new))).as(tag).isEqualTo(usual);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a table.csv", "表 1.csv", "夕方 の 比較.csv", "-dash.csv", "a'b\"c.csv", "$(touch x).csv"})
    void aFileIsWrittenUnderItsNameWhateverItIs(String name) {
        Path file = folder.resolve(name);

        Terminal.Outcome outcome = terminal.run("compare", "--csv", file.toString());

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
        assertThat(folder.toFile().list()).containsExactly(name);
    }

    @Test
    void aMachineIsReadFromAFolderWithSpacesAndAJapaneseName() throws IOException {
        Path machine = Files.createDirectories(folder.resolve("私の 機械")).resolve("dgx-spark.json");
        Files.copy(SPARK, machine);

        Terminal.Outcome outcome = terminal.run("estimate", "--machine", machine.toString());

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
    }

    @Test
    void tenThousandProfilesOfOnesOwnAreListedAndRead() throws IOException {
        Path caches = Files.createDirectories(folder.resolve("caches"));
        String shipped = Files.readString(Path.of("profiles", "caches", "f16.json"));
        for (int i = 0; i < MANY; i++) {
            Files.writeString(
                    caches.resolve("own-" + i + ".json"),
                    shipped.replaceFirst("\"id\": \"f16\"", "\"id\": \"own-" + i + "\""));
        }

        Catalogue catalogue = Catalogue.open(List.of(folder));

        assertThat(catalogue.ids(ProfileKind.CACHE)).hasSizeGreaterThan(MANY);
        assertThat(catalogue.caches()).hasSizeGreaterThan(MANY);
        assertThat(catalogue.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"huge.json", "config.json", "model.safetensors.index.json", "huge.tonari"})
    void aFileOfTwoHundredMegabytesIsRefusedUnread(String name) throws IOException {
        Path file = folder.resolve(name);
        try (var huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.writeBytes("{\"kind\": \"machine\", \"name\": \"");
            huge.setLength(200L << 20);
        }

        for (List<String> command : List.of(
                List.of("check", file.toString()),
                List.of("inspect", file.toString()),
                List.of("estimate", "--machine", file.toString()))) {
            Terminal.Outcome outcome = terminal.run(command.toArray(String[]::new));

            assertThat(outcome.status()).as("%s", command).isEqualTo(ExitStatus.BAD_INPUT);
            assertThat(outcome.err()).contains(file.toString()).hasSizeLessThan(1_000);
        }
    }

    @Test
    void aScenarioOfFiftyMegabytesIsRefusedAndTheNextOneAnswered() throws IOException {
        Path file = folder.resolve("scenarios.jsonl");
        try (var huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(50L << 20);
            huge.seek(huge.length());
            huge.writeBytes("\n{\"machine\": \"dgx-spark\"}\n");
        }

        Terminal.Outcome outcome =
                terminal.run("estimate", "--scenarios", file.toString(), "--json", "--fields", "fit");

        assertThat(outcome.out().lines()).hasSize(2);
        assertThat(outcome.out()).contains("\"error\"").contains("\"verdict\"").hasSizeLessThan(5_000);
    }

    @Test
    void linksThatLeadInACircleAreRefusedByName() throws IOException {
        Path machines = Files.createDirectories(folder.resolve("machines"));
        Path circle = Files.createSymbolicLink(machines.resolve("circle.json"), machines.resolve("back.json"));
        Files.createSymbolicLink(machines.resolve("back.json"), circle);
        Files.createSymbolicLink(machines.resolve("deeper"), folder);
        Files.copy(SPARK, machines.resolve("dgx-spark.json"));

        Catalogue catalogue = Catalogue.open(List.of(folder));

        assertThat(catalogue.machine("circle")).isInstanceOf(Lookup.Broken.class);
        assertThat(catalogue.machines()).isNotEmpty();
        assertThat(terminal.run("estimate", "--machine", circle.toString()).status())
                .isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(terminal.run("inspect", circle.toString()).status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(terminal.run("compare", "--csv", circle.toString()).status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(terminal.run("check", folder.toString()).out())
                .isEqualTo("1 of 1 profiles are as they should be" + System.lineSeparator());
    }
}
