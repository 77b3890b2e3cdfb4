package org.tonari.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.text.Formats.Detail;
import org.tonari.units.ByteDifference;
import org.tonari.units.Bytes;
import org.tonari.units.BytesPerSecond;
import org.tonari.units.Money;
import org.tonari.units.Ratio;
import org.tonari.units.Seconds;
import org.tonari.units.Tokens;

class FormatsTest {
    private final Formats formats = new Formats(Locale.ENGLISH, ByteUnit.GIB);

    @Test
    void memoryHasOneTwoOrThreeDecimals() {
        var cache = new Bytes(1_292_894_208L);

        assertThat(formats.memory(cache, Detail.CHART)).isEqualTo("1.2");
        assertThat(formats.memoryWithUnit(cache, Detail.TOTAL)).isEqualTo("1.20 GiB");
        assertThat(formats.memoryWithUnit(cache, Detail.LEAF)).isEqualTo("1.204 GiB");
        assertThat(formats.exact(cache)).isEqualTo("1,292,894,208 B");
    }

    @Test
    void binaryAndDecimalGigabytesAreToldApart() {
        var decimal = new Formats(Locale.ENGLISH, ByteUnit.GB);

        assertThat(decimal.memoryWithUnit(new Bytes(1_292_894_208L), Detail.TOTAL))
                .isEqualTo("1.29 GB");
    }

    @Test
    void aMinusIsATrueMinusAndNoughtHasNone() {
        assertThat(formats.memory(new ByteDifference(-15_354_508_083L), Detail.CHART))
                .isEqualTo("\u221214.3");
        assertThat(formats.memory(new ByteDifference(-1), Detail.CHART)).isEqualTo("0.0");
        assertThat(formats.signed(new ByteDifference(15_354_508_083L), Detail.CHART))
                .isEqualTo("+14.3");
    }

    @ParameterizedTest(name = "{0} tok/s is {1} in a chart and {2} in a table")
    @CsvSource({"5.74, 5.7, 5.7", "9.94, 9.9, 9.9", "9.96, 10, 10.0", "42.2, 42, 42.2", "1234.5, '1,235', '1,234.5'"})
    void ratesAreWholeFromTenInChartsAndHaveOneDecimalInTables(double rate, String chart, String table) {
        assertThat(formats.chartRate(rate)).isEqualTo(chart);
        assertThat(formats.tableRate(rate)).isEqualTo(table);
    }

    @Test
    void anIntervalHasAnEnDashBetweenThinSpaces() {
        assertThat(formats.interval(40.9, 44.2)).isEqualTo("41\u2009–\u200944");
        assertThat(formats.interval(4.5, 7.1)).isEqualTo("4.5\u2009–\u20097.1");
    }

    @ParameterizedTest(name = "{0} s is {1}")
    @CsvSource({
        "0, 0.0 ms",
        "0.0000545, 54.5 µs",
        "0.0155, 15.5 ms",
        "1.44, 1.4 s",
        "77.8, 77.8 s",
        "99.96, 1 min 40 s",
        "78.2, 78.2 s",
        "138, 2 min 18 s",
        "3700, 1 h 1 min"
    })
    void durationsTakeTheUnitThatSuitsThem(double seconds, String text) {
        assertThat(formats.duration(seconds)).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0} tokens are labelled {1}")
    @CsvSource({"512, 512", "1024, 1k", "32768, 32k", "58112, 56.8k", "131072, 128k", "1048576, 1M", "1572864, 1.5M"})
    void contextsAreShortInLabels(long tokens, String label) {
        assertThat(formats.contextLabel(new Tokens(tokens))).isEqualTo(label);
    }

    @ParameterizedTest(name = "{0} means {1} tokens")
    @CsvSource({
        "32768, 32768",
        "'32,768', 32768",
        "32 768, 32768",
        "32_768, 32768",
        "32k, 32768",
        "32K, 32768",
        "0.5M, 524288",
        "1.5k, 1536",
        "３２ｋ, 32768"
    })
    void contextsAreReadAsPeopleWriteThem(String text, long tokens) {
        assertThat(ContextNumber.parse(text)).contains(new Tokens(tokens));
    }

    @ParameterizedTest
    @CsvSource({"''", "k", "0", "-5", "'0,5M'", "'3,27'", "1.2.3", "12x", "2000000000", "1.0001k", "1e5"})
    void whatIsNoContextIsRefused(String text) {
        assertThat(ContextNumber.parse(text)).isEmpty();
    }

    @Test
    void moneyIsGroupedWithItsSign() {
        assertThat(formats.money(new Money(600_000, Money.Currency.JPY))).isEqualTo("¥600,000");
        assertThat(formats.money(new Money(3_999, Money.Currency.USD))).isEqualTo("$3,999");
        assertThat(formats.money(new Money(0.5, Money.Currency.USD))).isEqualTo("$0.50");
    }

    @Test
    void otherLocalesGroupInTheirOwnWay() {
        assertThat(new Formats(Locale.GERMANY, ByteUnit.GIB).decimals(32_768.5, 1))
                .isEqualTo("32.768,5");
    }

    @Test
    void quantitiesCarryTheirUnit() {
        assertThat(formats.quantity(new Bytes(2_048))).isEqualTo("2,048 B");
        assertThat(formats.quantity(new Bytes(1_207_959_552L))).isEqualTo("1.125 GiB");
        assertThat(formats.quantity(new BytesPerSecond(273e9))).isEqualTo("273 GB/s");
        assertThat(formats.quantity(new Ratio(0.85))).isEqualTo("0.85");
        assertThat(formats.quantity(new Ratio(1.40))).isEqualTo("1.4");
        assertThat(formats.quantity(new Seconds(0.00196))).isEqualTo("2.0 ms");
    }
}
