package org.tonari.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BuyerCommandsTest {
    @Test
    void costsOfSevenMachinesComeAsJsonWithTheirAssumptions() {
        JsonNode answer = json("cost", "--cloud-price", "90", "--json");

        assertThat(answer.get("assumptions").get("cloud_per_million_tokens").asInt())
                .isEqualTo(90);
        assertThat(answer.get("costs").size()).isEqualTo(7);
        JsonNode mac = answer.get("costs").get(2);
        assertThat(mac.get("watts").isNull()).isTrue();
        assertThat(mac.get("missing").get("watts").asString()).contains("machine.power.load");
    }

    @ParameterizedTest(name = "{0} {1} is refused")
    @CsvSource({"--hours, 25", "--utilisation, 0", "--years, -1", "--electricity, cheap"})
    void anImpossibleAssumptionIsBadInput(String option, String value) {
        Terminal.Outcome outcome = new Terminal().run("cost", option, value);

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains(option).doesNotContain("Exception");
    }

    @Test
    void anEstimateTakesTheSameAssumptions() {
        JsonNode cheap = json("estimate", "--machine", "dgx-spark", "--json");
        JsonNode dear = json("estimate", "--machine", "dgx-spark", "--electricity", "62", "--json");

        assertThat(dear.get("cost").get("electricity_per_million").asDouble())
                .isEqualTo(2 * cheap.get("cost").get("electricity_per_million").asDouble());
    }

    @Test
    void theDecisionPathLeadsFromQuestionToQuestion() {
        JsonNode path = json("estimate", "--machine", "dgx-spark", "--runtime", "vllm", "--json")
                .get("compatibility")
                .get("path");

        for (int i = 0; i + 1 < path.size(); i++) {
            assertThat(path.get(i).get("next").asString())
                    .isEqualTo(path.get(i + 1).get("question").asString());
        }
        assertThat(path.get(path.size() - 1).get("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja", "zh-CN", "zh-TW"})
    void everyTableSpeaksEveryLanguage(String language) {
        for (String[] line : new String[][] {
            {"cost", "--language", language},
            {"reach", "--language", language},
            {"reach", "--stickers", "--language", language},
            {"advise", "--use", "portable", "--why", "--language", language}
        }) {
            Terminal.Outcome outcome = new Terminal().run(line);
            assertThat(outcome.status()).isZero();
            assertThat(outcome.out()).contains("DGX Spark").doesNotContain("null", "NaN");
        }
    }

    @Test
    void adviceComesInItsOrderWithTheLimits() {
        JsonNode answer = json("advise", "--use", "always-on", "--budget", "700000", "--json");

        assertThat(answer.get("limits").get("budget_yen").asInt()).isEqualTo(700_000);
        assertThat(answer.get("advice").get(0).get("machine").asString()).isEqualTo("mac-mini-m4-pro-64");
        assertThat(answer.get("advice").get(0).get("standing").asString()).isEqualTo("meets_all");
    }

    @Test
    void anUnknownUseIsNamed() {
        Terminal.Outcome outcome = new Terminal().run("advise", "--use", "knitting");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("knitting");
    }

    @Test
    void tablesAreWrittenToFiles(@TempDir Path folder) throws IOException {
        Path csv = folder.resolve("cost.csv");
        Path markdown = folder.resolve("reach.md");

        new Terminal().run("cost", "--csv", csv.toString());
        new Terminal().run("reach", "--markdown", markdown.toString());

        assertThat(Files.readAllLines(csv))
                .hasSize(8)
                .first()
                .asString()
                .startsWith("machine,decode_tokens_per_second");
        assertThat(Files.readString(markdown)).contains("| --- ", "DGX Spark");
    }

    private static JsonNode json(String... args) {
        Terminal.Outcome outcome = new Terminal().run(args);
        assertThat(outcome.status()).as(outcome.err()).isZero();
        return JsonMapper.shared().readTree(outcome.out());
    }
}
