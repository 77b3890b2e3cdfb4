package org.tonari.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonari.cli.Terminal.Outcome;
import org.tonari.cli.reports.TextTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CompareCommandTest {
    private final Terminal terminal = new Terminal();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theSevenCandidatesStandInTheirOrder() {
        List<String> lines = terminal.run("compare").out().lines().toList();

        assertThat(lines.get(0)).startsWith("gpt-oss-120b · MXFP4 · KV cache ");
        assertThat(lines.get(2)).startsWith("Machine ").contains("Verdict", "Spare GiB", "tok/s", "80 % interval");
        assertThat(lines.subList(3, 10))
                .extracting(line -> line.split(" {2,}")[0])
                .containsExactly(
                        "DGX Spark",
                        "Ascent GX10",
                        "MBP M4 Max",
                        "Studio M3 Ultra",
                        "OMEN RTX 5090",
                        "Self-built DDR5",
                        "mini M4 Pro");
        assertThat(lines.getLast()).isEqualTo("Estimated with Tonari 0.0, 2026-11-21");
    }

    @Test
    void columnsAlignWhateverTheyHold() {
        List<String> lines =
                terminal.run("compare", "--language", "ja").out().lines().toList();

        assertThat(lines.subList(3, 10)).extracting(TextTable::width).containsOnly(TextTable.width(lines.get(2)));
    }

    @Test
    void sortingPutsTheBestFirstAndWhatDoesNotRunLast() {
        List<String> lines =
                terminal.run("compare", "--sort", "decode").out().lines().toList();

        assertThat(lines.get(3)).startsWith("Studio M3 Ultra");
        assertThat(lines.get(9)).startsWith("mini M4 Pro");
        assertThat(terminal.run("compare", "--sort", "beauty").status()).isEqualTo(2);
    }

    @Test
    void aMeasuredSpeedShiftsTheMachineItWasMeasuredOnAndNoOther() {
        JsonNode plain = estimates("compare", "--machines", "dgx-spark,m3-ultra-256", "--json", "-");
        JsonNode shifted = estimates(
                "compare",
                "--machines",
                "dgx-spark,m3-ultra-256",
                "--measured",
                "decode=20.5,machine=dgx-spark",
                "--json",
                "-");

        assertThat(decode(shifted, 0)).isCloseTo(20.5, within(0.01)).isNotEqualTo(decode(plain, 0));
        assertThat(decode(shifted, 1)).isEqualTo(decode(plain, 1));
    }

    @Test
    void amongSeveralMachinesAMeasuredSpeedSaysWhose() {
        Outcome nobodys = terminal.run("compare", "--measured", "decode=20.5");
        Outcome drawn = terminal.run(
                "compare",
                "--machines",
                "dgx-spark",
                "--measured",
                "decode=20.5",
                "--png",
                folder.resolve("a.png").toString());

        assertThat(nobodys.status()).isEqualTo(2);
        assertThat(nobodys.err()).contains("machine=");
        assertThat(drawn.status()).isEqualTo(2);
        assertThat(drawn.err()).contains("--png");
        assertThat(terminal.run("compare", "--machines", "dgx-spark", "--measured", "decode=20.5")
                        .out())
                .contains("20.5");
    }

    private JsonNode estimates(String... words) {
        return JsonMapper.shared().readTree(terminal.run(words).out()).get("estimates");
    }

    private static double decode(JsonNode estimates, int column) {
        return estimates
                .get(column)
                .get("speed")
                .get("decode_tokens_per_second")
                .get("expected")
                .asDouble();
    }

    @Test
    void machinesMayBeNamed() {
        Outcome outcome = terminal.run("compare", "--machines", "rtx-4090-24,m4-32", "--json", "-");

        JsonNode answer = JsonMapper.shared().readTree(outcome.out());
        assertThat(answer.get("estimates").values().stream()
                        .map(estimate -> estimate.get("scenario").get("machine").asString()))
                .containsExactly("rtx-4090-24", "m4-32");
        assertThat(terminal.run("compare", "--machines", "rtx-409-24").err()).contains("nearest: rtx-4090-24");
    }

    @Test
    void filesAreWrittenInEveryFormat() throws Exception {
        Outcome outcome = terminal.run(
                "compare",
                "--csv",
                folder.resolve("a.csv").toString(),
                "--json",
                folder.resolve("a.json").toString(),
                "--markdown",
                folder.resolve("a.md").toString(),
                "--png",
                folder.resolve("a.png").toString(),
                "--scale",
                "2",
                "--theme",
                "dark",
                "--language",
                "ja");

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out()).isEmpty();
        assertThat(Files.readAllLines(folder.resolve("a.csv")))
                .hasSize(8)
                .first()
                .asString()
                .startsWith("machine,");
        assertThat(JsonMapper.shared()
                        .readTree(Files.readString(folder.resolve("a.json")))
                        .get("estimates")
                        .size())
                .isEqualTo(7);
        assertThat(Files.readString(folder.resolve("a.md"))).contains("| 機種 |", "| --- |");
        assertThat(Files.readString(folder.resolve("a.png"))).isEqualTo("PNG of 7 at 2.0 in DARK and JAPANESE");
    }

    @Test
    void anUnwritableFileIsNamedWithItsReason() {
        Path nowhere = folder.resolve("no/such/folder/a.csv");

        Outcome outcome = terminal.run("compare", "--csv", nowhere.toString());

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains(nowhere.toString(), "there is no folder");
    }

    @Test
    void theMatrixHasARowForEachModel() {
        List<String> lines = terminal.run("matrix", "--models", "gpt-oss-20b,gpt-oss-120b", "--context", "8k")
                .out()
                .lines()
                .toList();

        assertThat(lines).hasSize(3);
        assertThat(lines.get(2)).startsWith("gpt-oss-120b").contains("● ", "■ —");
    }

    @Test
    void theMatrixAnswersAsJson() {
        Outcome outcome = terminal.run(
                "matrix", "--models", "gpt-oss-20b", "--machines", "dgx-spark", "--json", "--fields", "fit");

        JsonNode answer = JsonMapper.shared().readTree(outcome.out());
        assertThat(answer.get("estimates").get(0).get("fit").get("verdict").asString())
                .isEqualTo("fits");
    }
}
