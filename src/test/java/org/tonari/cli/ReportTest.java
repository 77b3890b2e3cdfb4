package org.tonari.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `tonari compare --report`: one page to hand on.
class ReportTest {
    private final Terminal terminal = new Terminal();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aReportCarriesPictureTableAssumptionsExplanationsAndSources() throws IOException {
        Path file = folder.resolve("report.html");
        Terminal.Outcome outcome = terminal.run("compare", "--context", "64k", "--report", file.toString());

        assertThat(outcome.status()).isZero();
        String page = Files.readString(file);
        assertThat(page)
                .startsWith("<!doctype html>")
                .contains("data:image/png;base64,UE5HIG9m")
                .contains("<th>tok/s</th>")
                .contains("<dt>Context</dt><dd>65,536</dd>")
                .contains("NVIDIA DGX Spark")
                .contains("18 layers")
                .contains("href=\"https://")
                .doesNotContain("<script")
                .doesNotContain("src=\"http");
    }

    @Test
    void aReportSpeaksTheLanguageAskedFor() throws IOException {
        Path file = folder.resolve("report.html");
        terminal.run("compare", "--language", "ja", "--report", file.toString());

        assertThat(Files.readString(file)).contains("<html lang=\"ja\">").contains("<h2>前提</h2>");
    }

    @Test
    void namesFromProfilesNeverBecomeMarkup() throws IOException {
        Path machine = folder.resolve("m.json");
        String shipped = Files.readString(Path.of("profiles/machines/dgx-spark.json"));
        Files.writeString(
                machine,
                shipped.replace("NVIDIA DGX Spark (Founders Edition)", "<img src=x onerror=alert(1)>")
                        .replaceFirst("\"id\": \"[^\"]*\"", "\"id\": \"marked-up\""));
        Path file = folder.resolve("report.html");
        Terminal.Outcome outcome =
                terminal.run("compare", "--machines", machine.toString(), "--report", file.toString());

        assertThat(outcome.err()).isEmpty();
        assertThat(Files.readString(file)).contains("&lt;img src=x").doesNotContain("<img src=x");
    }
}
