package org.tonari.chart;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The outlines of symbols, as SVG paths about (0, 0) within a radius of 5.
public final class Glyphs {
    private static final Map<MachineSymbol, String> PATHS =
            Stream.of(MachineSymbol.values()).collect(Collectors.toMap(symbol -> symbol, Glyphs::drawn));

    private Glyphs() {}

    /// @return the outline of a verdict's sign, as a path around its middle
    public static String path(VerdictMark verdict) {
        return switch (verdict) {
            case FITS -> "M-4.6,0A4.6,4.6 0 1,1 4.6,0A4.6,4.6 0 1,1 -4.6,0Z";
            case TIGHT -> "M0,-4.9L5,4.1L-5,4.1Z";
            case DOES_NOT_FIT -> "M-4.2,-4.2H4.2V4.2H-4.2Z";
            case UNKNOWN -> "M0,-5L5,0L0,5L-5,0Z";
        };
    }

    /// @return the outline of a machine's symbol, as a path around its middle
    public static String path(MachineSymbol symbol) {
        return Objects.requireNonNull(PATHS.get(symbol));
    }

    private static String drawn(MachineSymbol symbol) {
        return switch (symbol) {
            case FOUR_POINT_STAR -> star(4, 5.6, 2.1, 0);
            case PLUS -> "M-1.6,-4.6H1.6V-1.6H4.6V1.6H1.6V4.6H-1.6V1.6H-4.6V-1.6H-1.6Z";
            case TRIANGLE_DOWN -> "M-4.8,-3.8H4.8L0,4.8Z";
            case HEXAGON -> polygon(6, 4.9, 30);
            case FIVE_POINT_STAR -> star(5, 5.4, 2.3, 0);
            case CROSS ->
                "M-4.4,-2.7L-2.7,-4.4L0,-1.7L2.7,-4.4L4.4,-2.7L1.7,0L4.4,2.7L2.7,4.4L0,1.7L-2.7,4.4L-4.4,2.7L-1.7,0Z";
            case PENTAGON -> polygon(5, 5, 0);
            case HOUR_GLASS -> "M-4.4,-4.6H4.4L1.2,0L4.4,4.6H-4.4L-1.2,0Z";
            case CHEVRON_UP -> "M0,-4.4L4.8,1.2V4.4L0,-0.6L-4.8,4.4V1.2Z";
            case TRIANGLE_LEFT -> "M3.8,-4.8V4.8L-4.8,0Z";
            case TRIANGLE_RIGHT -> "M-3.8,-4.8V4.8L4.8,0Z";
            case SIX_POINT_STAR -> star(6, 5.4, 2.7, 0);
            case ARROW_DOWN -> "M-1.6,-4.8H1.6V-0.4H4.6L0,5L-4.6,-0.4H-1.6Z";
            case HALF_DISC -> "M-4.8,2.6A4.8,4.8 0 0,1 4.8,2.6Z";
        };
    }

    private static String polygon(int corners, double radius, double turn) {
        return star(corners, radius, Double.NaN, turn);
    }

    /// @param inner radius of the notches; NaN for a polygon without any
    private static String star(int points, double outer, double inner, double turn) {
        var path = new StringBuilder();
        for (int i = 0; i < 2 * points; i++) {
            double radius = i % 2 == 0 ? outer : inner;
            if (Double.isNaN(radius)) {
                continue;
            }
            double angle = Math.toRadians(turn - 90 + 180.0 * i / points);
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(String.format(
                            Locale.ROOT, "%.2f,%.2f", radius * Math.cos(angle), radius * Math.sin(angle)));
        }
        return path.append('Z').toString();
    }
}
