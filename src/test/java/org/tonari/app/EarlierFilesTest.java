package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonari.app.Preferences.WindowState;
import org.tonari.profiles.requests.ScenarioRequest;
import org.tonari.profiles.requests.ScenarioWords;
import org.tonari.profiles.tree.Reading;
import org.tonari.profiles.work.WorkReader;
import org.tonari.text.ByteUnit;
import org.tonari.text.Language;
import org.tonari.units.Tokens;
import org.tonari.viewmodel.window.AppearanceViewModel.Prices;
import org.tonari.viewmodel.window.AppearanceViewModel.Theme;
import org.tonari.viewmodel.work.WorkFiles;

/// Files as earlier versions wrote them open in this one. A fixture is never changed: a new form gets a new file.
class EarlierFilesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void preferencesOfTheFirstWindowKeepWhatWasChosen() throws IOException {
        Files.write(folder.resolve("preferences.json"), fixture("preferences/0.1.0-first.json"));

        Preferences read = new PreferencesFile(folder).read();

        Preferences initial = Preferences.initial();
        assertThat(read.language()).isEqualTo(Language.JAPANESE);
        assertThat(read.theme()).isEqualTo(Theme.DARK);
        assertThat(read.byteUnit()).isEqualTo(ByteUnit.GB);
        assertThat(read.zoom()).isEqualTo(1.25);
        assertThat(read.font()).isEqualTo("Noto Sans CJK JP");
        assertThat(read.prices()).isEqualTo(initial.prices());
        assertThat(read.window()).isEqualTo(new WindowState(1_440, 900, Double.NaN, Double.NaN, false));
    }

    @Test
    void aComparisonOfFormatOneOpens() throws IOException {
        Path file = Files.write(folder.resolve("evening.tonari"), fixture("work/format-1.tonari"));

        Reading<WorkReader.Opened> read =
                new WorkReader(Composition.shipped().catalogue()).read(file.toString(), Files.readString(file));

        assertThat(read)
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        opened -> assertThat(((WorkReader.Opened) opened.value()).access())
                                .isEqualTo(WorkReader.Access.WRITABLE));
    }

    @Test
    void aContextAskedForOfFormatOneComesBack() throws IOException {
        Path file = Files.write(folder.resolve("evening.tonari"), fixture("work/format-1-asked.tonari"));

        Reading<WorkReader.Opened> read =
                new WorkReader(Composition.shipped().catalogue()).read(file.toString(), Files.readString(file));

        assertThat(read.optional().orElseThrow().work().comparison().setup().asked())
                .contains(new Tokens(32_768));
    }

    @Test
    void preferencesOfTheSecondWindowKeepPricesAndPlaceToo() throws IOException {
        Files.write(folder.resolve("preferences.json"), fixture("preferences/0.1.0-second.json"));

        Preferences read = new PreferencesFile(folder).read();

        assertThat(read.language()).isEqualTo(Language.TRADITIONAL_CHINESE);
        assertThat(read.runtime()).isEqualTo("vllm");
        assertThat(read.prices()).isEqualTo(Prices.DOLLAR);
        assertThat(read.yenPerDollar()).isEqualTo(148.5);
        assertThat(read.window()).isEqualTo(new WindowState(1_280, 800, 40, 60, true));
    }

    @Test
    void aSessionOfFormatOneIsTakenUpAgain() throws IOException {
        Files.write(folder.resolve("session.json"), fixture("work/format-1-session.json"));
        Composition composition = Composition.shipped();

        SessionFile.Left left = new SessionFile(composition.catalogue(), SessionPlace.shared(folder))
                .left()
                .orElseThrow();

        assertThat(left.session().ending()).isEqualTo(WorkFiles.Ending.CLOSED);
        assertThat(left.opened().work().comparison()).isEqualTo(composition.first());
    }

    @Test
    void scenariosOfTheFirstContractAreUnderstood() throws IOException {
        var words = new ScenarioWords(Composition.shipped().catalogue(), new AllModelFiles(Remotes::readWatched));

        List<Reading<ScenarioRequest>> read = new String(fixture("scenarios/0.1.0-first.jsonl"), StandardCharsets.UTF_8)
                .lines()
                .map(line -> words.readJson("line", line))
                .toList();

        assertThat(read)
                .extracting(Reading::optional)
                .extracting(Optional::orElseThrow)
                .extracting(request -> request.scenario().workload().context().count())
                .containsExactly(32_768L, 16_384L, 32_768L);
    }

    /// A form that is forgotten here would be forgotten by the next reader too.
    @Test
    void everyFixtureIsOpenedByOneOfTheseTests() throws IOException {
        String own = Files.readString(Path.of(
                System.getProperty("project.directory", ""), "src/test/java/org/tonari/app/EarlierFilesTest.java"));
        Path fixtures = Path.of(System.getProperty("project.directory", ""), "src/test/resources/org/tonari/app");

        try (Stream<Path> files = Files.walk(fixtures)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> fixtures.relativize(file).toString().replace('\\', '/')))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(own).contains('"' + name + '"'));
        }
    }

    private static byte[] fixture(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(EarlierFilesTest.class.getResourceAsStream(name), name)) {
            return stream.readAllBytes();
        }
    }
}
