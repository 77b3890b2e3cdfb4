package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonari.app.Preferences.WindowState;
import org.tonari.profiles.Reading;
import org.tonari.profiles.work.WorkReader;
import org.tonari.text.ByteUnit;
import org.tonari.text.Language;
import org.tonari.viewmodel.AppearanceViewModel.Theme;

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

    private static byte[] fixture(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(EarlierFilesTest.class.getResourceAsStream(name), name)) {
            return stream.readAllBytes();
        }
    }
}
