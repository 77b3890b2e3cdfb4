package org.tonari.view.fields;

import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// A box of choices that is never too narrow for what it shows: where room is scarce it says the short form.
///
/// @param <T> what is chosen
final class FittedBox<T> extends ComboBox<T> {
    /// Around the words, in em: the cell's padding, the arrow and its padding.
    private static final double AROUND = 3.2;

    private final Function<T, String> full;
    private final Function<T, String> brief;

    /// @param full  how a choice reads
    /// @param brief how it reads where that is too long
    FittedBox(Function<T, String> full, Function<T, String> brief) {
        this.full = full;
        this.brief = brief;
        sayAnew();
        widthProperty().subscribe((_, _) -> reword());
        valueProperty().subscribe((_, _) -> requestLayout());
    }

    /// Writes every choice anew, in another language for instance.
    void sayAnew() {
        setButtonCell(new Shown());
        setCellFactory(_ -> new Offered());
    }

    /// The width at which the choice reads in full.
    double fullWidth() {
        return widthOf(full);
    }

    @Override
    protected double computeMinWidth(double height) {
        return widthOf(brief);
    }

    @Override
    protected double computePrefWidth(double height) {
        return fullWidth();
    }

    private double widthOf(Function<T, String> wording) {
        if (getValue() == null || getButtonCell() == null) {
            return 0;
        }
        Font font = getButtonCell().getFont();
        var words = new Text(wording.apply(getValue()));
        words.setFont(font);
        return Math.ceil(words.getLayoutBounds().getWidth() + AROUND * font.getSize());
    }

    private void reword() {
        if (getButtonCell() instanceof FittedBox<?>.Shown shown) {
            shown.reword();
        }
    }

    private final class Shown extends ListCell<T> {
        @Override
        protected void updateItem(T choice, boolean empty) {
            super.updateItem(choice, empty);
            reword();
        }

        private void reword() {
            T choice = getItem();
            boolean roomy = FittedBox.this.getWidth() <= 0 || FittedBox.this.getWidth() >= fullWidth();
            setText(choice == null ? "" : (roomy ? full : brief).apply(choice));
        }
    }

    private final class Offered extends ListCell<T> {
        @Override
        protected void updateItem(T choice, boolean empty) {
            super.updateItem(choice, empty);
            setText(empty || choice == null ? "" : full.apply(choice));
        }
    }
}
