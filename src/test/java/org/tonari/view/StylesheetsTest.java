package org.tonari.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The stylesheets as they are written.
class StylesheetsTest {
    private static final Path RESOURCES = Path.of("src/main/resources");

    /// The software rasteriser blends each pixel of a `transparent` fill; `null` fills nothing.
    @Test
    void nothingIsFilledWithWhatNobodySees() throws IOException {
        List<Path> sheets;
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            sheets = files.filter(file -> file.toString().endsWith(".css")).toList();
        }
        assertThat(sheets).hasSizeGreaterThan(2);
        for (Path sheet : sheets) {
            assertThat(Files.readString(sheet))
                    .as(sheet.toString())
                    .doesNotContainPattern("-fx-background-color:\\s*transparent\\s*;");
        }
    }
}
