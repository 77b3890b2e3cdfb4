package org.tonari.view.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Fields side by side, each as wide as designed; where room is scarce as wide as what it shows, and where that is too
/// wide too, on several rows.
final class FieldFlow extends Pane {
    private static final double GAP = 1;
    private static final double ROW = 3.833;

    private final List<FieldBox> fields;
    private final Region end;
    private Optional<Known> known = Optional.empty();

    /// Rows at a width. The rows around this one ask again with every frame of a drag.
    private record Known(double room, List<Row> rows, double rowHeight) {}

    /// A row of fields.
    ///
    /// @param widths of the fields in it
    private record Row(List<FieldBox> fields, List<Double> widths) {}

    /// @param fields from the left
    /// @param end    at the right end of the first row
    FieldFlow(List<FieldBox> fields, Region end) {
        this.fields = List.copyOf(fields);
        this.end = end;
        getChildren().addAll(fields);
        getChildren().add(end);
        getStyleClass().add("field-row");
    }

    @Override
    public void requestLayout() {
        known = Optional.empty();
        super.requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return fields.stream().mapToDouble(FieldBox::least).max().orElse(0) + sides();
    }

    @Override
    protected double computePrefHeight(double width) {
        Known at = known((width < 0 ? getWidth() : width) - sides());
        return at.rows().size() * at.rowHeight();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double bottom = 0;
        Known at = known(getWidth() - sides());
        for (Row row : at.rows()) {
            bottom += at.rowHeight();
            double x = snappedLeftInset();
            for (int i = 0; i < row.fields().size(); i++) {
                FieldBox field = row.fields().get(i);
                double height = field.prefHeight(-1);
                field.resizeRelocate(
                        snapPositionX(x),
                        snapPositionY(bottom - height),
                        row.widths().get(i),
                        height);
                x += row.widths().get(i) + gap();
            }
        }
        double width = end.prefWidth(-1);
        double height = end.prefHeight(-1);
        end.resizeRelocate(
                snapPositionX(getWidth() - snappedRightInset() - width),
                snapPositionY(at.rowHeight() - height),
                width,
                height);
    }

    private Known known(double room) {
        Known now = known.filter(one -> one.room() == room).orElseGet(() -> new Known(room, rows(room), rowHeight()));
        known = Optional.of(now);
        return now;
    }

    private double sides() {
        return snappedLeftInset() + snappedRightInset();
    }

    private double gap() {
        return GAP * em();
    }

    private double rowHeight() {
        double tallest =
                fields.stream().mapToDouble(field -> field.prefHeight(-1)).max().orElse(0);
        return snapSizeY(Math.max(ROW * em(), snappedTopInset() + tallest));
    }

    private double em() {
        return fields.getFirst().em();
    }

    /// As many rows as needed; where that is several, as few fields on the first ones as lets them say everything.
    private List<Row> rows(double room) {
        List<Row> least = rows(room, FieldBox::least);
        List<Row> full = rows(room, FieldBox::full);
        return full.size() == least.size() ? full : least;
    }

    private List<Row> rows(double room, ToDoubleFunction<FieldBox> need) {
        var rows = new ArrayList<Row>();
        var row = new ArrayList<FieldBox>();
        double left = room - gap() - end.prefWidth(-1);
        double taken = 0;
        for (FieldBox field : fields) {
            double width = Math.ceil(need.applyAsDouble(field));
            if (taken + width > left && !row.isEmpty()) {
                rows.add(new Row(List.copyOf(row), widths(row, left)));
                row.clear();
                left = room;
                taken = 0;
            }
            row.add(field);
            taken += width + gap();
        }
        rows.add(new Row(List.copyOf(row), widths(row, left)));
        return rows;
    }

    /// What is lacking is first taken from what designed widths have to spare, then from what full words need.
    private List<Double> widths(List<FieldBox> row, double room) {
        double free = room - gap() * (row.size() - 1);
        List<Double> designed =
                row.stream().map(field -> field.prefWidth(-1)).map(Math::ceil).toList();
        List<Double> full = row.stream().map(FieldBox::full).map(Math::ceil).toList();
        List<Double> least = row.stream().map(FieldBox::least).map(Math::ceil).toList();
        return sum(full) <= free ? between(full, designed, free) : between(least, full, free);
    }

    private static List<Double> between(List<Double> low, List<Double> high, double free) {
        double span = sum(high) - sum(low);
        double share = span <= 0 ? 1 : Math.clamp((free - sum(low)) / span, 0, 1);
        var widths = new ArrayList<Double>();
        for (int i = 0; i < low.size(); i++) {
            widths.add(Math.floor(low.get(i) + (high.get(i) - low.get(i)) * share));
        }
        return widths;
    }

    private static double sum(List<Double> widths) {
        return widths.stream().mapToDouble(Double::doubleValue).sum();
    }
}
