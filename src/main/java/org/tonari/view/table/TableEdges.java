package org.tonari.view.table;

import java.util.EnumMap;
import java.util.Map;
import org.tonari.viewmodel.table.TableColumn;

/// Where the table's columns end: fixed by the window's width alone, never by a figure.
final class TableEdges {
    private static final double NARROW_WIDTH = 960;
    private static final double DESIGNED_WIDTH = 1280;

    /// Whether the columns that compare with a ghost are there.
    enum Deltas {
        SHOWN,
        ABSENT
    }

    private TableEdges() {}

    /// Widths of the columns in a table of some width, everything drawn `zoom` times as large. A column that needs more
    /// room than its place takes it from those that have some to spare.
    ///
    /// @param needs what each column needs for its head and its longest figure
    static Map<TableColumn, Double> widths(
            Map<TableColumn, Double> needs, Deltas deltas, double tableWidth, double zoom) {
        var spare = new EnumMap<TableColumn, Double>(TableColumn.class);
        double left = 0;
        for (Map.Entry<TableColumn, Double> need : needs.entrySet()) {
            double right = Math.floor(rightEdge(need.getKey(), deltas, tableWidth / zoom) * zoom);
            spare.put(need.getKey(), right - left - need.getValue());
            left = right;
        }
        double lacking =
                spare.values().stream().mapToDouble(room -> Math.max(0, -room)).sum();
        double slack =
                spare.values().stream().mapToDouble(room -> Math.max(0, room)).sum();
        double given = Math.min(lacking, slack);
        var widths = new EnumMap<TableColumn, Double>(TableColumn.class);
        needs.forEach((column, need) -> {
            double room = spare.getOrDefault(column, 0.0);
            widths.put(
                    column,
                    Math.floor(need + (room > 0 ? room - given * room / slack : room - given * room / lacking)));
        });
        return widths;
    }

    /// Where a column ends; figures stand 16 px left of it. Narrow windows take their room from the prices.
    private static double rightEdge(TableColumn column, Deltas deltas, double width) {
        double[] edges =
                switch (deltas) {
                    case SHOWN -> beside(column);
                    case ABSENT -> edges(column);
                };
        double share = (width - NARROW_WIDTH) / (DESIGNED_WIDTH - NARROW_WIDTH);
        return share <= 0
                ? edges[0] * width / NARROW_WIDTH
                : share >= 1 ? edges[1] * width / DESIGNED_WIDTH : edges[0] + (edges[1] - edges[0]) * share;
    }

    /// The edge in the narrowest window, and in one as wide as designed.
    private static double[] edges(TableColumn column) {
        return switch (column) {
            case MACHINE -> new double[] {144, 160};
            case VERDICT -> new double[] {250, 272};
            case SPARE -> new double[] {312, 346};
            case LONGEST_CONTEXT -> new double[] {412, 462};
            case DECODE -> new double[] {470, 538};
            case INTERVAL -> new double[] {562, 656};
            case FIRST_TOKEN -> new double[] {652, 772};
            case POWER -> new double[] {718, 864};
            case ENERGY -> new double[] {780, 956};
            case PRICE -> new double[] {858, 1096};
            case PRICE_PER_SPEED, DELTA_MEMORY, DELTA_RATE -> new double[] {960, 1280};
        };
    }

    /// The differences take their room from what stands left of them.
    private static double[] beside(TableColumn column) {
        return switch (column) {
            case MACHINE -> new double[] {132, 150};
            case VERDICT -> new double[] {226, 252};
            case SPARE -> new double[] {286, 326};
            case LONGEST_CONTEXT -> new double[] {366, 428};
            case DECODE -> new double[] {420, 494};
            case INTERVAL -> new double[] {500, 592};
            case FIRST_TOKEN -> new double[] {580, 692};
            case POWER -> new double[] {636, 764};
            case ENERGY -> new double[] {694, 838};
            case PRICE -> new double[] {766, 944};
            case PRICE_PER_SPEED -> new double[] {846, 1066};
            case DELTA_MEMORY -> new double[] {902, 1172};
            case DELTA_RATE -> new double[] {960, 1280};
        };
    }
}
