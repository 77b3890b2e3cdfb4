package org.tonari.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonari.cli.session.ExitStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ClaimsCommandTest {
    @Test
    void everyClaimIsAnObjectWithItsVerdictAndItsArithmetic() {
        Terminal.Outcome outcome = new Terminal().run("claims", "--json");

        JsonNode claims = JsonMapper.builder().build().readTree(outcome.out()).get("claims");
        assertThat(outcome.status()).isEqualTo(ExitStatus.DONE);
        assertThat(claims.size()).isEqualTo(50);
        for (JsonNode claim : claims) {
            assertThat(claim.get("verdict").stringValue()).isIn("reproduced", "partly", "refuted", "untestable");
            assertThat(claim.get("computed").size())
                    .isEqualTo(claim.get("explanation").size());
            assertThat(claim.get("explanation").get(0).get("statement").stringValue())
                    .isNotBlank();
        }
        JsonNode spark = claims.get(8);
        assertThat(spark.get("id").stringValue()).isEqualTo("C09");
        // 1792 GB/s ÷ 273 GB/s
        assertThat(spark.get("computed").get(0).get("value").doubleValue()).isBetween(6.56, 6.57);
    }

    @Test
    void theReportShowsTheComparisonInWords() {
        Terminal.Outcome outcome = new Terminal().run("claims", "--unit", "GB");

        assertThat(outcome.out())
                .contains("C01  reproduced")
                .contains("said 60.0")
                .contains("1,792 GB/s ÷ 273 GB/s")
                .contains(" refuted, ");
        assertThat(outcome.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "zh-CN", "zh-TW"})
    void theReportSpeaksTheLanguageAskedFor(String language) {
        Terminal.Outcome outcome = new Terminal().run("claims", "--language", language);

        assertThat(outcome.status()).isEqualTo(ExitStatus.DONE);
        assertThat(outcome.out()).doesNotContain("reproduced");
    }
}
