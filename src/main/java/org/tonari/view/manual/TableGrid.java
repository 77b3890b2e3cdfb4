package org.tonari.view.manual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/// A table of flowing cells: columns share the width by what is in them, a hairline below each row.
final class TableGrid extends Region {
    private static final double LEAST_EM = 7;
    private static final double GAP_EM = 2;
    private static final double UNEVEN = 1.15;

    private final List<List<ProseView>> rows;
    private final List<Region> lines = new ArrayList<>();

    /// @param rows the head first, all of one length
    TableGrid(List<List<ProseView>> rows) {
        this.rows = rows;
        getStyleClass().add("manual-table");
        setAccessibleRole(AccessibleRole.TEXT);
        rows.forEach(row -> {
            var line = new Region();
            line.getStyleClass().add(lines.isEmpty() ? "manual-head-line" : "manual-line");
            lines.add(line);
            getChildren().addAll(row);
            getChildren().add(line);
        });
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return natural().stream().mapToDouble(width -> width).sum() + inset();
    }

    @Override
    protected double computePrefHeight(double width) {
        double[] widths = widths((width < 0 ? computePrefWidth(-1) : width) - inset());
        double height = snappedTopInset() + snappedBottomInset();
        for (List<ProseView> row : rows) {
            height += height(row, widths) + lineHeight();
        }
        return height;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double[] widths = widths(getWidth() - inset());
        double across = Arrays.stream(widths).sum();
        double y = snappedTopInset();
        for (int i = 0; i < rows.size(); i++) {
            double height = height(rows.get(i), widths);
            double x = snappedLeftInset();
            for (int column = 0; column < rows.get(i).size(); column++) {
                rows.get(i).get(column).resizeRelocate(x, y, widths[column], height);
                x += widths[column];
            }
            lines.get(i).resizeRelocate(snappedLeftInset(), y + height, across, lineHeight());
            y += height + lineHeight();
        }
    }

    private double inset() {
        return snappedLeftInset() + snappedRightInset();
    }

    private double lineHeight() {
        return snapSizeY(1);
    }

    private double[] widths(double available) {
        return Arrays.stream(ColumnWidths.of(least(), natural(), available))
                .map(Math::floor)
                .toArray();
    }

    private static double height(List<ProseView> row, double[] widths) {
        double height = 0;
        for (int column = 0; column < row.size(); column++) {
            height = Math.max(height, row.get(column).prefHeight(widths[column]));
        }
        return height;
    }

    private List<Double> natural() {
        return columns(cell -> cell.prefWidth(-1));
    }

    /// The toolkit does not say how wide the longest word is; its share of all characters does, nearly.
    private List<Double> least() {
        return columns(cell -> {
            String text = cell.prose().text();
            double whole = cell.prefWidth(-1);
            double share = text.isEmpty() ? 0 : UNEVEN * longestWord(text) / text.length();
            return Math.min(whole, Math.max(share * whole + GAP_EM * cell.typeSize(), LEAST_EM * cell.typeSize()));
        });
    }

    private List<Double> columns(ToDoubleFunction<ProseView> width) {
        var widths = new ArrayList<Double>();
        for (int column = 0; column < rows.getFirst().size(); column++) {
            double most = 0;
            for (List<ProseView> row : rows) {
                if (column < row.size()) {
                    most = Math.max(most, width.applyAsDouble(row.get(column)));
                }
            }
            widths.add(most);
        }
        return widths;
    }

    /// @return its length in characters; text that is written without spaces breaks nearly anywhere
    private static int longestWord(String text) {
        int longest = 0;
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean breaks = Character.isWhitespace(character) || character >= 0x2E80 || character == '-';
            length = breaks ? 0 : length + 1;
            longest = Math.max(longest, length);
        }
        return longest;
    }
}
