package org.tonari.text;

import java.util.Locale;
import org.tonari.units.BitsPerWeight;
import org.tonari.units.ByteDifference;
import org.tonari.units.Bytes;
import org.tonari.units.BytesPerSecond;
import org.tonari.units.Count;
import org.tonari.units.Flops;
import org.tonari.units.FlopsPerSecond;
import org.tonari.units.JoulesPerToken;
import org.tonari.units.KilowattHours;
import org.tonari.units.Money;
import org.tonari.units.Quantity;
import org.tonari.units.Ratio;
import org.tonari.units.Seconds;
import org.tonari.units.Tokens;
import org.tonari.units.TokensPerSecond;
import org.tonari.units.Watts;

/// How numbers are written, for a locale and a unit of memory. Immutable; no other class chooses digits.
public final class Formats {
    /// Stands for a figure nobody knows.
    public static final String UNKNOWN = "?";

    /// Stands where a figure makes no sense.
    public static final String NOT_APPLICABLE = "—";

    /// En dash between thin spaces.
    private static final String TO = "\u2009–\u2009";

    /// How finely memory is written.
    public enum Detail {
        /// One decimal: charts and tables.
        CHART(1),
        /// Two decimals: totals.
        TOTAL(2),
        /// Three decimals: the leaves of an explanation.
        LEAF(3);

        private final int decimals;

        Detail(int decimals) {
            this.decimals = decimals;
        }
    }

    private final NumberStyle style;
    private final ByteUnit unit;

    /// @param locale whose digit grouping
    /// @param unit   that memory is shown in
    public Formats(Locale locale, ByteUnit unit) {
        this.style = NumberStyle.of(locale);
        this.unit = unit;
    }

    /// @return the unit that memory is shown in
    public ByteUnit unit() {
        return unit;
    }

    /// @return `1.2`, `1.15` or `1.125`: memory as a bare number
    public String memory(Bytes bytes, Detail detail) {
        return style.fraction(bytes.count(), unit.bytes(), detail.decimals);
    }

    /// @return `1.2 GiB`, `1.15 GiB` or `1.125 GiB`
    public String memoryWithUnit(Bytes bytes, Detail detail) {
        return memory(bytes, detail) + " " + unit.symbol();
    }

    /// @return `35.8` or, with a true minus sign, `−14.3`
    public String memory(ByteDifference difference, Detail detail) {
        return style.fraction(difference.count(), unit.bytes(), detail.decimals);
    }

    /// @return `35.8 GiB` or `−14.3 GiB`
    public String memoryWithUnit(ByteDifference difference, Detail detail) {
        return memory(difference, detail) + " " + unit.symbol();
    }

    /// @return `+14.3` or `−14.3`: a change, always with its sign
    public String signed(ByteDifference difference, Detail detail) {
        String text = memory(difference, detail);
        return difference.count() > 0 ? "+" + text : text;
    }

    /// @return `1,292,894,208 B`
    public String exact(Bytes bytes) {
        return style.whole(bytes.count()) + " B";
    }

    /// @return the whole number, grouped
    public String whole(long number) {
        return style.whole(number);
    }

    /// @return the number with so many decimals, grouped
    public String decimals(double number, int decimals) {
        return style.decimals(number, decimals);
    }

    /// @return `+0.18` or `−0.01`: a change with so many decimals, always with its sign
    public String signedDecimals(double change, int decimals) {
        String text = style.decimals(Math.abs(change), decimals);
        return (change < 0 ? "−" : "+") + text;
    }

    /// @return a part of one as `1.0 %`
    public String share(double share) {
        return style.decimals(share * 100, 1) + " %";
    }

    /// @return tokens a second in a chart: whole from 10, one decimal below
    public String chartRate(double perSecond) {
        return style.decimals(perSecond, perSecond < 9.95 ? 1 : 0);
    }

    /// @return tokens a second in a table: one decimal
    public String tableRate(double perSecond) {
        return style.decimals(perSecond, 1);
    }

    /// @return `41 – 44`; below 10 both ends with one decimal
    public String interval(double low, double high) {
        int decimals = low < 9.95 ? 1 : 0;
        return style.decimals(low, decimals) + TO + style.decimals(high, decimals);
    }

    /// @return `41.3 – 44.0`: durations, both ends in the way of [#secondsCell]
    public String secondsInterval(double low, double high) {
        return secondsCell(low) + TO + secondsCell(high);
    }

    /// @return `1.4`, from 100 seconds on `1 min 40 s`: for a column whose head names the unit
    public String secondsCell(double seconds) {
        if (seconds < 99.95) {
            return style.decimals(seconds, 1);
        }
        long whole = Math.round(seconds);
        return whole < 3600
                ? whole / 60 + " min " + whole % 60 + " s"
                : style.whole(whole / 3600) + " h " + whole % 3600 / 60 + " min";
    }

    /// @return `1.4 s`, `1 min 40 s`, and below a second `15.5 ms` or `54.5 µs`
    public String duration(double seconds) {
        if (seconds >= 0.9995) {
            return seconds < 99.95 ? secondsCell(seconds) + " s" : secondsCell(seconds);
        }
        return seconds >= 0.000_999_5 || seconds == 0
                ? style.decimals(seconds * 1e3, 1) + " ms"
                : style.decimals(seconds * 1e6, 1) + " µs";
    }

    /// @return `32k`, `1M`, `56.8k`, and below 1,024 the number itself
    public String contextLabel(Tokens tokens) {
        return ContextNumber.label(tokens.count(), style);
    }

    /// @return `32,768`
    public String context(Tokens tokens) {
        return style.whole(tokens.count());
    }

    /// @return `¥600,000`, `$3,999`, and below 100 with two decimals unless in yen
    public String money(Money money) {
        boolean small = money.amount() < 100 && money.currency() != Money.Currency.JPY;
        String sign =
                switch (money.currency()) {
                    case JPY -> "¥";
                    case USD -> "$";
                    case CNY -> "CN¥";
                    case EUR -> "€";
                };
        return sign + style.decimals(money.amount(), small ? 2 : 0);
    }

    /// @return the number in the digits it has, at most three: `31`, `2.5`
    public String plainNumber(double number) {
        return significant(number);
    }

    /// @return a large number in millions: `1,234 M`, below ten with one decimal
    public String millions(double number) {
        double millions = number / 1e6;
        return style.decimals(millions, millions < 9.95 ? 1 : 0) + " M";
    }

    /// @return any quantity with its unit, in the detail of an explanation's leaf
    public String quantity(Quantity quantity) {
        return switch (quantity) {
            case Bytes bytes -> bytes.count() < Bytes.PER_MIB ? exact(bytes) : memoryWithUnit(bytes, Detail.LEAF);
            case ByteDifference difference -> memoryWithUnit(difference, Detail.LEAF);
            case Tokens(long count) -> style.whole(count);
            case Count(long number) -> style.whole(number);
            case BytesPerSecond(double rate) -> significant(rate / 1e9) + " GB/s";
            case Flops(double count) -> significant(count / 1e12) + " TFLOP";
            case FlopsPerSecond(double rate) -> significant(rate / 1e12) + " TFLOPS";
            case Seconds(double seconds) -> duration(seconds);
            case TokensPerSecond(double rate) -> tableRate(rate) + " tok/s";
            case Ratio(double value) -> significant(value);
            case BitsPerWeight(double bits) -> style.decimals(bits, 2) + " bit";
            case Watts(double watts) -> style.decimals(watts, 0) + " W";
            case JoulesPerToken(double joules) -> significant(joules) + " J";
            case KilowattHours(double energy) -> significant(energy) + " kWh";
            case Money money -> money(money);
        };
    }

    /// @return the number in three digits, more only where it is whole, trailing noughts dropped
    private String significant(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) || size >= 100) {
            return style.decimals(value, 0);
        }
        int decimals = size >= 10 ? 1 : size >= 1 ? 2 : 3;
        if (size < 0.01 && size > 0) {
            decimals = Math.min(12, 2 - (int) Math.floor(Math.log10(size)));
        }
        String text = style.decimals(value, decimals);
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, Character.isDigit(text.charAt(end - 1)) ? end : end - 1);
    }
}
