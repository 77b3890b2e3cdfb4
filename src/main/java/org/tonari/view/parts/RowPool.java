package org.tonari.view.parts;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Rows of a text and something at the right, which keep their nodes while only their texts change.
public final class RowPool {
    private static final double INDENT = 17;
    /// An elbow ends at half the height of its words.
    private static final double RISE = 1.4;
    private static final double DESIGNED_FONT = 11.5;

    private final VBox box = new VBox();

    /// @param depth how far the row is set in
    /// @param text  at the left
    /// @param value at the right, or empty
    /// @param style the row's style class
    public record Row(int depth, String text, String value, String style) {}

    /// @return what holds the rows
    public VBox node() {
        return box;
    }

    /// Shows these rows in place of those before.
    public void show(List<Row> rows) {
        while (box.getChildren().size() < rows.size()) {
            box.getChildren().add(new Line());
        }
        if (box.getChildren().size() > rows.size()) {
            box.getChildren().remove(rows.size(), box.getChildren().size());
        }
        for (int i = 0; i < rows.size(); i++) {
            ((Line) box.getChildren().get(i)).show(rows.get(i));
        }
    }

    private static final class Line extends HBox {
        private final Region elbow = new Region();
        private final Label text = new Label();
        private final Label value = new Label();
        private String style = "";

        Line() {
            elbow.getStyleClass().add("elbow");
            text.getStyleClass().add("text");
            value.getStyleClass().add("value");
            value.setMinWidth(Region.USE_PREF_SIZE);
            text.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(text, Priority.ALWAYS);
            setAlignment(Pos.TOP_LEFT);
            getChildren().addAll(elbow, text, value);
        }

        void show(Row row) {
            if (!style.equals(row.style())) {
                getStyleClass().remove(style);
                getStyleClass().add(row.style());
                style = row.style();
            }
            boolean set = row.depth() > 0;
            elbow.setVisible(set);
            elbow.setManaged(set);
            double em = text.getFont().getSize() / DESIGNED_FONT;
            HBox.setMargin(elbow, new Insets(-RISE * em, 0, 0, (INDENT * (row.depth() - 1) + 4) * em));
            text.setWrapText(!row.style().equals("heading"));
            text.setText(row.text());
            value.setText(row.value());
            value.setVisible(!row.value().isEmpty());
            value.setManaged(!row.value().isEmpty());
        }
    }
}
