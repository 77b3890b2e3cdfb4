package org.tonari.view.proof;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.tonari.text.MessageKey;
import org.tonari.view.parts.Hint;
import org.tonari.view.parts.Words;

/// Columns of the evidence's tables: words at the left, figures at the right, both sortable.
final class ProofColumns {
    private static final double EM = 12;

    /// From so many letters on, a cell may cut its text off.
    private static final int LONG = 5;

    private final Words words;

    ProofColumns(Words words) {
        this.words = words;
    }

    <T> TableColumn<T, T> column(MessageKey name, double width) {
        var column = new TableColumn<T, T>();
        column.textProperty().bind(words.text(name));
        column.setCellValueFactory(cell -> new SimpleObjectProperty<>(cell.getValue()));
        column.setPrefWidth(width * EM);
        return column;
    }

    <T> TableColumn<T, T> word(MessageKey name, double width, Function<T, String> text) {
        TableColumn<T, T> column = column(name, width);
        column.getStyleClass().add("word");
        column.setComparator(Comparator.comparing(text));
        column.setCellFactory(_ -> new TextCell<>("word", text));
        return column;
    }

    /// Words that take a second line before they are cut: rows that begin alike differ at their ends.
    <T> TableColumn<T, T> sentence(MessageKey name, double width, Function<T, String> text) {
        return wrapped(word(name, width, text), "word", text);
    }

    /// Figures with words about them; in the order of the words.
    <T> TableColumn<T, T> figures(MessageKey name, double width, Function<T, String> text) {
        TableColumn<T, T> column = column(name, width);
        column.getStyleClass().add("figure");
        column.setComparator(Comparator.comparing(text));
        return wrapped(column, "figure", text);
    }

    private static <T> TableColumn<T, T> wrapped(TableColumn<T, T> column, String style, Function<T, String> text) {
        column.setCellFactory(_ -> {
            var cell = new TextCell<>(style, text);
            cell.setWrapText(true);
            return cell;
        });
        return column;
    }

    <T> TableColumn<T, T> number(MessageKey name, double width, ToDoubleFunction<T> value, Function<T, String> text) {
        TableColumn<T, T> column = column(name, width);
        column.getStyleClass().add("figure");
        column.setComparator(Comparator.comparingDouble(value));
        column.setCellFactory(_ -> new TextCell<>("figure", text));
        return column;
    }

    private static final class TextCell<T> extends TableCell<T, T> {
        private final Function<T, String> text;

        TextCell(String style, Function<T, String> text) {
            this.text = text;
            getStyleClass().add(style);
        }

        /// A row asks its cells for their height before it tells them their width.
        @Override
        protected double computePrefHeight(double width) {
            return super.computePrefHeight(
                    isWrapText() && width < 0 ? getTableColumn().getWidth() : width);
        }

        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            String words = empty || item == null ? "" : text.apply(item);
            setText(words);
            Hint.on(this, words.length() > LONG ? words : "");
        }
    }
}
