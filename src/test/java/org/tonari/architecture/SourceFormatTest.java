package org.tonari.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every source file stands as the formatter writes it; `mvn test -Dtest=SourceFormatTest -Dformat.write=true` writes
/// it so.
class SourceFormatTest {
    private static final Path ROOT = Path.of(System.getProperty("project.directory", "."));

    @Test
    void everySourceFileStandsAsTheFormatterWritesIt() throws Exception {
        var formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .formatJavadoc(false)
                .build());
        var ill = new ArrayList<Path>();

        for (Path file : sources()) {
            String text = Files.readString(file);
            String formatted = formatter.formatSourceAndFixImports(text);
            if (!formatted.equals(text)) {
                if (Boolean.getBoolean("format.write")) {
                    Files.writeString(file, formatted);
                } else {
                    ill.add(ROOT.relativize(file));
                }
            }
        }

        assertThat(ill)
                .as("files to format (mvn test -Dtest=SourceFormatTest -Dformat.write=true)")
                .isEmpty();
    }

    private static List<Path> sources() throws Exception {
        try (var product = Files.walk(ROOT.resolve("src"));
                var packaging = Files.walk(ROOT.resolve("jlink"))) {
            return Stream.concat(product, packaging)
                    .filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
