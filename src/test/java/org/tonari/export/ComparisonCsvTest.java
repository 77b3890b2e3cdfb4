package org.tonari.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonCsvTest {

    @ParameterizedTest(name = "{0} is written as {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        plain                    | plain
        =HYPERLINK(1)            | '=HYPERLINK(1)
        +1                       | '+1
        -1                       | '-1
        @SUM(A1)                 | '@SUM(A1)
        ＝HYPERLINK(1)           | '＝HYPERLINK(1)
        ＠SUM(A1)                | '＠SUM(A1)
        5 - 1                    | 5 - 1
        """)
    void noTextIsTakenForAFormula(String text, String cell) {
        assertThat(ComparisonCsv.harmless(text)).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        Studio, 512 GB | "Studio, 512 GB"
        16" notebook   | "16"" notebook"
        plain          | plain
        """)
    void commasAndQuotesAreQuoted(String text, String cell) {
        assertThat(ComparisonCsv.quoted(text)).isEqualTo(cell);
    }
}
