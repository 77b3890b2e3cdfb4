package org.tonari.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTargetTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFileIsReplacedAndNothingElseIsLeft() throws Exception {
        Path file = folder.resolve("table.csv");
        Files.writeString(file, "old");

        new FileTarget(file).writeText(writer -> writer.write("new ●"));

        assertThat(Files.readString(file)).isEqualTo("new ●");
        assertThat(folder.toFile().list()).containsExactly("table.csv");
    }

    @Test
    void aFailureLeavesTheOldFileAsItWas() throws Exception {
        Path file = folder.resolve("table.csv");
        Files.writeString(file, "old");

        assertThatThrownBy(() -> new FileTarget(file).writeText(writer -> {
                    writer.write("half");
                    throw new IOException("disk full");
                }))
                .isInstanceOf(FileTarget.Unwritable.class)
                .hasMessage("cannot write " + file + ": disk full");

        assertThat(Files.readString(file)).isEqualTo("old");
        assertThat(folder.toFile().list()).containsExactly("table.csv");
    }

    @Test
    void aMissingFolderIsNamed() {
        Path file = folder.resolve("none").resolve("table.csv");

        assertThatThrownBy(() -> new FileTarget(file).writeText(writer -> writer.write("x")))
                .hasMessageContaining("there is no folder " + folder.resolve("none"));
    }

    @Test
    void aFolderIsNoFile() {
        assertThatThrownBy(() -> new FileTarget(folder).writeText(writer -> writer.write("x")))
                .hasMessageContaining("it is a folder");
    }
}
