package org.tonari.view.parts;

import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.tonari.text.WindowText;

/// Makes dialogs look like the window they belong to.
public final class Dialogs {
    private static final String DARK = "dark";
    private static final double SENTENCE_EM = 40;

    /// How the window says its size of type.
    private static final String SIZE = "-fx-font-size: ";
    private static final double LEAST_SIZE = 12;
    /// How much larger than a dialog's content the screen has to be.
    private static final double FRAME = 1.1;

    private Dialogs() {}

    /// Gives a dialog the window's stylesheets, shade and size of type.
    public static void dress(DialogPane pane, Window owner) {
        Parent root = owner.getScene().getRoot();
        pane.getStylesheets().setAll(owner.getScene().getStylesheets());
        pane.getStyleClass().removeAll(DARK, "desk-dialog");
        pane.getStyleClass().add("desk-dialog");
        if (root.getStyleClass().contains(DARK)) {
            pane.getStyleClass().add(DARK);
        }
        pane.setStyle(root.getStyle());
        fit(pane, root.getStyle(), owner);
    }

    /// An enlarged dialog is no larger than the screen.
    private static void fit(DialogPane pane, String style, Window owner) {
        pane.applyCss();
        Rectangle2D screen = Screen.getScreensForRectangle(owner.getX(), owner.getY(), 1, 1).stream()
                .findFirst()
                .orElse(Screen.getPrimary())
                .getVisualBounds();
        double share = Math.min(screen.getWidth() / pane.prefWidth(-1), screen.getHeight() / pane.prefHeight(-1));
        if (share < FRAME && style.startsWith(SIZE)) {
            double size = Double.parseDouble(style.substring(SIZE.length()));
            pane.setStyle(SIZE + Math.max(LEAST_SIZE, Math.floor(size * share / FRAME)));
        }
    }

    /// Brings a dialog of a window forward where it is open already, so that asking twice opens one.
    ///
    /// @param id of its pane
    /// @return whether it was open
    public static boolean raised(Window owner, String id) {
        for (Window window : Window.getWindows()) {
            if (window instanceof Stage stage
                    && stage.isShowing()
                    && owner.equals(stage.getOwner())
                    && stage.getScene().getRoot().getId() instanceof String shown
                    && shown.equals(id)) {
                stage.toFront();
                stage.requestFocus();
                return true;
            }
        }
        return false;
    }

    /// Lets a dialog be as large as its sentences and buttons need in the window's language.
    public static void whole(DialogPane pane) {
        pane.setMinHeight(Region.USE_PREF_SIZE);
        if (pane.lookup(".content") instanceof Label sentence) {
            sentence.setMinHeight(Region.USE_PREF_SIZE);
            pane.setMinWidth(SENTENCE_EM * sentence.getFont().getSize());
        }
        for (ButtonType type : pane.getButtonTypes()) {
            if (pane.lookupButton(type) instanceof Button button) {
                button.setMinWidth(Region.USE_PREF_SIZE);
                ButtonBar.setButtonUniformSize(button, false);
            }
        }
    }

    /// Gives a dialog a button that closes it, in the window's language.
    public static void closing(DialogPane pane, Words words) {
        var close = new ButtonType(words.now().text(WindowText.CLOSE), ButtonData.CANCEL_CLOSE);
        pane.getButtonTypes().add(close);
        if (pane.lookupButton(close) instanceof Button button) {
            button.textProperty().bind(words.text(WindowText.CLOSE));
        }
    }
}
