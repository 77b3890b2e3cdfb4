package org.tonari.view.why;

import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tonari.explain.Answer;
import org.tonari.explain.Term;
import org.tonari.export.picture.Wording;
import org.tonari.text.ByteUnit;
import org.tonari.text.Formats;
import org.tonari.text.Formats.Detail;
import org.tonari.text.WindowText;
import org.tonari.units.Bytes;
import org.tonari.units.Quantity;
import org.tonari.view.parts.Labels;
import org.tonari.viewmodel.why.Why;

/// The large figure at the top of the explanation, how sure it is, and what it is of the whole.
final class WhyTotal {
    private final Label value = Labels.styled("total");
    private final Label unit = Labels.styled("total-unit");
    private final Label certainty = Labels.styled("chip");
    private final Label other = Labels.styled("aside");
    private final Label share = Labels.styled("aside");
    private final Region row;

    WhyTotal() {
        var right = new VBox(other, share);
        right.setAlignment(Pos.CENTER_RIGHT);
        var figure = new HBox(value, unit, certainty);
        figure.setAlignment(Pos.BASELINE_LEFT);
        figure.getStyleClass().add("total-figure");
        row = new Row(figure, right);
        value.setId("why-total");
    }

    /// What stands right ends where the row ends, beside the figure or, where that leaves too little, below it.
    private static final class Row extends Region {
        private static final double GAP = 6;

        private final Region figure;
        private final Region right;

        Row(Region figure, Region right) {
            this.figure = figure;
            this.right = right;
            getChildren().addAll(figure, right);
            getStyleClass().add("total-row");
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        private boolean isBeside(double width) {
            return width < 0 || figure.prefWidth(-1) + GAP + right.prefWidth(-1) <= width;
        }

        @Override
        protected double computePrefWidth(double height) {
            return figure.prefWidth(-1) + GAP + right.prefWidth(-1);
        }

        @Override
        protected double computePrefHeight(double width) {
            double one = figure.prefHeight(-1);
            double other = right.prefHeight(-1);
            return isBeside(width) ? Math.max(one, other) : one + other;
        }

        @Override
        protected void layoutChildren() {
            double high = figure.prefHeight(-1);
            double width = Math.min(getWidth(), snapSizeX(right.prefWidth(-1)));
            double height = right.prefHeight(-1);
            boolean beside = isBeside(getWidth());
            figure.resizeRelocate(0, 0, Math.min(getWidth(), figure.prefWidth(-1)), high);
            double top = beside ? snapPositionY(Math.max(0, (high - height) / 2)) : high;
            right.resizeRelocate(snapPositionX(getWidth() - width), top, width, height);
        }
    }

    Node node() {
        return row;
    }

    void show(Why why, Wording wording) {
        switch (why.answer()) {
            case Answer.Known(Term term) -> showNumber(term.value(), why, wording);
            case Answer.Unknown _ -> {
                value.setText(Formats.UNKNOWN);
                unit.setText("");
                other.setText("");
                share.setText("");
            }
        }
        certainty.setText(wording.text(
                switch (why.certainty()) {
                    case EXACT -> WindowText.EXACT;
                    case ESTIMATE -> WindowText.AN_ESTIMATE;
                    case AT_LEAST -> WindowText.AT_LEAST;
                    case UNKNOWN -> WindowText.NOT_KNOWN;
                }));
    }

    private void showNumber(Quantity quantity, Why why, Wording wording) {
        if (quantity instanceof Bytes bytes) {
            Formats formats = wording.formats();
            ByteUnit alternative = formats.unit() == ByteUnit.GIB ? ByteUnit.GB : ByteUnit.GIB;
            var others = new Formats(wording.messages().language().locale(), alternative);
            value.setText(formats.memory(bytes, Detail.TOTAL));
            unit.setText(formats.unit().symbol());
            other.setText(others.memoryWithUnit(bytes, Detail.TOTAL));
            share.setText(why.pool()
                    .map(pool -> wording.text(
                            WindowText.SHARE_OF,
                            formats.share((double) bytes.count() / pool.count()),
                            formats.memory(pool, Detail.CHART)))
                    .orElse(""));
            return;
        }
        String text = wording.formats().quantity(quantity);
        int gap = text.lastIndexOf(' ');
        value.setText(gap < 0 ? text : text.substring(0, gap));
        unit.setText(gap < 0 ? "" : text.substring(gap + 1));
        other.setText("");
        share.setText("");
    }
}
