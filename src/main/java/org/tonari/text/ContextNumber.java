package org.tonari.text;

import java.math.BigDecimal;
import java.util.Optional;
import org.tonari.units.Tokens;

/// A number of tokens as people write it: `32768`, `32,768`, `32k`, `0.5M`; k is 1,024 and M is 1,024².
public final class ContextNumber {
    private static final long K = 1_024;
    private static final long M = K * K;

    private ContextNumber() {}

    /// @return the whole number of tokens the text means, or nothing where it means none from 1 to 10^9
    public static Optional<Tokens> parse(String text) {
        String plain = plain(text);
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        long factor =
                switch (plain.charAt(plain.length() - 1)) {
                    case 'k', 'K' -> K;
                    case 'm', 'M' -> M;
                    default -> 1;
                };
        String digits = factor == 1 ? plain : plain.substring(0, plain.length() - 1);
        return isNumber(digits)
                ? tokens(new BigDecimal(digits).multiply(BigDecimal.valueOf(factor)))
                : Optional.empty();
    }

    static String label(long tokens, NumberStyle style) {
        if (tokens >= M && tokens % (M / 8) == 0) {
            return trimmed(style.fraction(tokens, M, 3), style) + "M";
        }
        if (tokens < K) {
            return style.whole(tokens);
        }
        return trimmed(style.fraction(tokens, K, 1), style) + "k";
    }

    private static Optional<Tokens> tokens(BigDecimal count) {
        boolean whole = count.stripTrailingZeros().scale() <= 0;
        boolean inRange = count.signum() > 0 && count.compareTo(BigDecimal.valueOf(1_000_000_000L)) <= 0;
        return whole && inRange ? Optional.of(new Tokens(count.longValueExact())) : Optional.empty();
    }

    /// Drops grouping signs and turns full-width characters, as Japanese and Chinese keyboards give them, into plain.
    private static String plain(String text) {
        String stripped = text.strip();
        var plain = new StringBuilder();
        for (int i = 0; i < stripped.length(); i++) {
            char each = narrow(stripped.charAt(i));
            boolean grouping = each == '_' || Character.isSpaceChar(each) || each == ',' && groupFollows(stripped, i);
            if (!grouping) {
                plain.append(each);
            }
        }
        return plain.toString();
    }

    /// A comma groups only before exactly three digits: `0,5M` is not five millions.
    private static boolean groupFollows(String text, int comma) {
        int digits = 0;
        for (int i = comma + 1; i < text.length() && Character.isDigit(text.charAt(i)); i++) {
            digits++;
        }
        return digits == 3;
    }

    private static char narrow(char each) {
        return each >= '！' && each <= '～' ? (char) (each - '！' + '!') : each;
    }

    private static boolean isNumber(String digits) {
        int points = 0;
        int figures = 0;
        for (char each : digits.toCharArray()) {
            if (each == '.') {
                points++;
            } else if (each >= '0' && each <= '9') {
                figures++;
            } else {
                return false;
            }
        }
        return figures > 0 && figures <= 15 && points <= 1;
    }

    private static String trimmed(String number, NumberStyle style) {
        if (number.indexOf(style.point()) < 0) {
            return number;
        }
        int end = number.length();
        while (number.charAt(end - 1) == '0') {
            end--;
        }
        return number.substring(0, number.charAt(end - 1) == style.point() ? end - 1 : end);
    }
}
