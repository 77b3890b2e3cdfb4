package org.tonari.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// How plain numbers are written in a locale: its decimal point, its grouping, and a true minus sign.
///
/// @param point between whole and fraction
/// @param group between groups of three digits
record NumberStyle(char point, char group) {
    /// U+2212, as wide as a digit's plus; a hyphen is not a minus.
    static final char MINUS = '\u2212';

    private static final NumberStyle COMMA_GROUPED = new NumberStyle('.', ',');

    /// Tonari's own languages all group with commas; asking the platform for them would cost start-up time.
    static NumberStyle of(Locale locale) {
        return switch (locale.getLanguage()) {
            case "en", "ja", "zh", "" -> COMMA_GROUPED;
            default -> {
                var symbols = DecimalFormatSymbols.getInstance(locale);
                yield new NumberStyle(symbols.getDecimalSeparator(), symbols.getGroupingSeparator());
            }
        };
    }

    /// @return the number rounded half up to so many decimals, grouped
    String decimals(double value, int decimals) {
        return written(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP));
    }

    /// @return a fraction of two whole numbers, rounded half up to so many decimals, grouped
    String fraction(long numerator, long denominator, int decimals) {
        return written(
                BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), decimals, RoundingMode.HALF_UP));
    }

    /// @return the whole number, grouped
    String whole(long value) {
        return written(BigDecimal.valueOf(value));
    }

    private String written(BigDecimal value) {
        String digits = value.abs().toPlainString();
        int end = digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
        var text = new StringBuilder(digits.length() + 8);
        if (value.signum() < 0) {
            text.append(MINUS);
        }
        for (int i = 0; i < end; i++) {
            if (i > 0 && (end - i) % 3 == 0) {
                text.append(group);
            }
            text.append(digits.charAt(i));
        }
        if (end < digits.length()) {
            text.append(point).append(digits, end + 1, digits.length());
        }
        return text.toString();
    }
}
