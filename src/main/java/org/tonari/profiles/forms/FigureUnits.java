package org.tonari.profiles.forms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tonari.domain.form.FigurePlace.Sort;
import org.tonari.profiles.tree.UnitTable;
import org.tonari.units.Money;
import org.tonari.units.Quantity;

/// The units that a form offers for each sort of figure, the usual one first.
public final class FigureUnits {
    private static final int MOST_DECIMALS = 3;
    private static final int SHORT = "999.999".length();

    private FigureUnits() {}

    /// A number and its unit, as a person would write them.
    ///
    /// @param number digits
    /// @param unit   as in a profile
    record Written(String number, String unit) {}

    /// @return the units of a sort, the usual one first
    public static List<String> of(Sort sort) {
        return switch (sort) {
            case BYTES, RESERVE -> List.of("GiB", "GB", "TB", "TiB", "MiB", "B");
            case BANDWIDTH -> List.of("GB/s", "GiB/s", "TB/s", "Gb/s", "MB/s", "B/s");
            case COMPUTE -> List.of("TFLOPS", "PFLOPS", "GFLOPS", "FLOPS");
            case POWER -> List.of("W", "kW");
            case TIME -> List.of("us", "ms", "ns", "s");
            case SHARE -> List.of("%", "ratio");
            case MONEY -> Stream.of(Money.Currency.values()).map(Enum::name).toList();
        };
    }

    static UnitTable<? extends Quantity> table(Sort sort) {
        return switch (sort) {
            case BYTES, RESERVE -> UnitTable.BYTES;
            case BANDWIDTH -> UnitTable.BANDWIDTH;
            case COMPUTE -> UnitTable.COMPUTE;
            case POWER -> UnitTable.POWER;
            case TIME -> UnitTable.TIME;
            case SHARE -> UnitTable.SHARE;
            case MONEY -> throw new IllegalArgumentException("money has no table of units");
        };
    }

    /// @return the figure in the first unit in which few digits give it back exactly
    static Written written(Sort sort, Quantity figure) {
        List<Written> all = of(sort).stream()
                .map(unit -> new Written(number(sort, figure, unit), unit))
                .toList();
        return all.stream()
                .filter(written -> isShort(written.number()) && gives(sort, written.number(), written.unit(), figure))
                .findFirst()
                .or(() -> all.stream()
                        .filter(written -> gives(sort, written.number(), written.unit(), figure))
                        .min(Comparator.comparingInt(written -> written.number().length())))
                .orElseGet(all::getLast);
    }

    private static boolean isShort(String number) {
        double value = Double.parseDouble(number);
        return number.length() <= SHORT && value >= 1 && value < 1_000;
    }

    /// @return the figure's digits in a unit, rounded only where that gives it back exactly
    static String number(Sort sort, Quantity figure, String unit) {
        double value = figure.magnitude() / worth(sort, unit);
        for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
            String number = number(value, decimals);
            if (gives(sort, number, unit, figure)) {
                return number;
            }
        }
        return BigDecimal.valueOf(value).toPlainString();
    }

    private static boolean gives(Sort sort, String number, String unit, Quantity figure) {
        try {
            Quantity read = table(sort).make(unit, Double.parseDouble(number));
            return read.equals(figure);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static double worth(Sort sort, String unit) {
        return table(sort).make(unit, 1).magnitude();
    }

    private static String number(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
