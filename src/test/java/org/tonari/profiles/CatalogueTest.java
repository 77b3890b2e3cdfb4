package org.tonari.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonari.domain.machine.Machine;
import org.tonari.profiles.tree.Lookup;
import org.tonari.profiles.tree.ProfileKind;

final class CatalogueTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void anUnknownIdNamesTheNearestThree() {
        Lookup<Machine> lookup = Catalogue.open(List.of()).machine("dgx-sprak");

        assertThat(lookup).isInstanceOfSatisfying(Lookup.Unknown.class, unknown -> {
            assertThat(unknown.id().nearest()).hasSize(3).first().isEqualTo("dgx-spark");
            assertThat(unknown.id().sentence()).startsWith("no machine has the id \"dgx-sprak\"; nearest: dgx-spark, ");
        });
    }

    @Test
    void partOfAnIdIsNear() {
        Lookup<Machine> lookup = Catalogue.open(List.of()).machine("omen");

        assertThat(lookup)
                .isInstanceOfSatisfying(
                        Lookup.Unknown.class,
                        unknown -> assertThat(unknown.id().nearest()).contains("hp-omen-45l-rtx-5090"));
    }

    @Test
    void aProfileOfOnesOwnHidesTheShippedOne() throws IOException {
        write("machines/dgx-spark.json", shipped("dgx-spark").replace("DGX Spark\"", "My Spark\""));

        Catalogue catalogue = Catalogue.open(List.of(folder));

        assertThat(catalogue.machine("dgx-spark")).isInstanceOfSatisfying(Lookup.Found.class, found -> {
            assertThat(((Machine) found.value()).shortName()).isEqualTo("My Spark");
            assertThat(found.origin()).isEqualTo(Lookup.Origin.YOURS);
        });
        assertThat(catalogue.machine("asus-ascent-gx10"))
                .isInstanceOfSatisfying(
                        Lookup.Found.class, found -> assertThat(found.origin()).isEqualTo(Lookup.Origin.SHIPPED));
    }

    @Test
    void aNewMachineOfOnesOwnIsListedAmongTheOthers() throws IOException {
        write("machines/attic-box.json", shipped("dgx-spark").replace("\"dgx-spark\"", "\"attic-box\""));

        List<String> ids = Catalogue.open(List.of(folder)).ids(ProfileKind.MACHINE);

        assertThat(ids.subList(0, 7)).isEqualTo(Catalogue.CANDIDATES);
        assertThat(ids.get(7)).isEqualTo("attic-box");
    }

    @Test
    void aBrokenProfileIsReportedAndTheRestWorks() throws IOException {
        write("machines/attic-box.json", "{\"kind\": \"machine\", \"schema\": 1, \"id\": \"cellar-box\"}");
        Catalogue catalogue = Catalogue.open(List.of(folder));
        assertThat(catalogue.machine("dgx-spark").optional()).isPresent();
        assertThat(catalogue.problems())
                .as("a file nobody asked for is not read")
                .isEmpty();

        List<Machine> machines = catalogue.machines();

        assertThat(machines).hasSize(catalogue.ids(ProfileKind.MACHINE).size() - 1);
        assertThat(catalogue.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).endsWith("attic-box.json");
            assertThat(problem.place().english()).isEqualTo("id");
            assertThat(problem.found().english()).isEqualTo("\"cellar-box\"");
            assertThat(problem.expected().english()).isEqualTo("the file's own name, \"attic-box\"");
        });
    }

    @Test
    void aFolderThatIsNotThereIsNoProblem() {
        Catalogue catalogue = Catalogue.open(List.of(folder.resolve("nowhere")));

        assertThat(catalogue.machine("dgx-spark").optional()).isPresent();
        assertThat(catalogue.problems()).isEmpty();
    }

    @Test
    void calibrationFilesAreTakenTogether() throws IOException {
        String before = "{\"kind\": \"calibration\", \"schema\": 1, \"entries\": [";
        String entry = """
            {"scope": "machine", "key": "dgx-spark", "runtime": "llama.cpp", "build": "2026", "rows": 25,
             "models": ["gpt-oss-120b"], "source": {"citation": "a fit", "kind": "fitted"},
             "parameters": {"weight_efficiency": {"value": 0.847, "rows": 25}}}
            """;
        String interval = "{\"tier\": \"B\", \"runtime\": \"llama.cpp\", \"quantity\": \"decode\", \"factor\": 1.1}";
        write("calibration/mine.json", before + entry + "], \"intervals\": [" + interval + "]}");

        var calibration = Catalogue.open(List.of(folder)).calibration();

        assertThat(calibration.entries()).anySatisfy(read -> {
            assertThat(read.build()).isEqualTo("2026");
            assertThat(read.parameters()).containsKey("weight_efficiency");
        });
        assertThat(calibration.intervals())
                .anySatisfy(read -> assertThat(read.factor()).isEqualTo(1.1));
    }

    @Test
    void aCheckCountsTheSoundAndNamesTheBroken() throws IOException {
        write("machines/box.json", shipped("dgx-spark").replace("\"dgx-spark\"", "\"box\""));
        write("caches/odd.json", "{\"kind\": \"cash\", \"schema\": 1}");
        Path text = Files.writeString(folder.resolve("notes.txt"), "hello");

        ProfileCheck.Report report = new ProfileCheck().check(List.of(folder, text, folder.resolve("gone.json")));

        assertThat(report.sound()).containsExactlyEntriesOf(Map.of(ProfileKind.MACHINE, 1));
        assertThat(report.problems())
                .extracting(problem -> problem.expected().english())
                .containsExactly("one of " + ProfileKind.words(), "a profile", "a file");
        assertThat(report.files()).isEqualTo(4);
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static String shipped(String id) throws IOException {
        return Files.readString(Path.of("profiles/machines/" + id + ".json"));
    }
}
