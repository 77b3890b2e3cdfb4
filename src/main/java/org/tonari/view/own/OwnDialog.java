package org.tonari.view.own;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tonari.text.MessageKey;
import org.tonari.text.OwnText;
import org.tonari.text.WindowText;
import org.tonari.view.parts.OnScreen;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.outside.Trouble;

/// What these dialogs have in common: the window's looks, rows with names, progress and trouble.
final class OwnDialog {
    static final double WIDTH = 560;

    private OwnDialog() {}

    /// @param id      how tests and styles call it
    /// @param title   of the dialog
    /// @param content fills it
    /// @param closed  is run when it is gone
    static Dialog<ButtonType> open(
            Node owner, Words words, String id, MessageKey title, Region content, Runnable closed) {
        var dialog = new Dialog<ButtonType>();
        dialog.initOwner(owner.getScene().getWindow());
        dialog.setTitle(words.now().text(title));
        DialogPane pane = dialog.getDialogPane();
        pane.getButtonTypes()
                .add(new ButtonType(words.now().text(WindowText.CLOSE), ButtonBar.ButtonData.CANCEL_CLOSE));
        pane.setId(id);
        pane.setContent(content);
        pane.getStyleClass().add("own-dialog");
        pane.getStylesheets().setAll(owner.getScene().getStylesheets());
        Parent window = owner.getScene().getRoot();
        pane.styleProperty().bind(window.styleProperty());
        if (window.getStyleClass().contains("dark")) {
            pane.getStyleClass().add("dark");
        }
        dialog.setResizable(true);
        dialog.setResultConverter(button -> button);
        dialog.setOnHidden(_ -> closed.run());
        OnScreen.keep(pane.getScene().getWindow());
        dialog.show();
        return dialog;
    }

    static HBox row(Words words, MessageKey name, Node... controls) {
        Label label = words.on(new Label(), name);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.getStyleClass().add("row-name");
        var row = new HBox(label);
        row.getChildren().addAll(controls);
        row.getStyleClass().add("own-row");
        row.setAlignment(Pos.CENTER_LEFT);
        for (Node control : controls) {
            if (control instanceof Button button) {
                button.setMinWidth(Region.USE_PREF_SIZE);
            }
            if (control instanceof TextField || control instanceof ComboBox) {
                HBox.setHgrow(control, Priority.ALWAYS);
            }
        }
        return row;
    }

    static Label sentence(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setPrefWidth(WIDTH);
        return label;
    }

    static VBox progress(String text) {
        var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setMaxWidth(Double.MAX_VALUE);
        var box = new VBox(sentence(text), bar);
        box.getStyleClass().add("rows");
        return box;
    }

    static VBox trouble(Words words, Trouble trouble) {
        Label headline = sentence(words.now().text(name(trouble.kind())));
        headline.getStyleClass().add("own-trouble");
        headline.setId("own-trouble");
        Label details = sentence(words.now().names().said(trouble.details()));
        details.getStyleClass().add("caption");
        var box = new VBox(headline, details);
        box.getStyleClass().add("rows");
        return box;
    }

    private static OwnText name(Trouble.Kind kind) {
        return switch (kind) {
            case BAD_ADDRESS -> OwnText.TROUBLE_BAD_ADDRESS;
            case UNREACHABLE -> OwnText.TROUBLE_UNREACHABLE;
            case TIMED_OUT -> OwnText.TROUBLE_TIMED_OUT;
            case CUT_OFF -> OwnText.TROUBLE_CUT_OFF;
            case NOT_ALLOWED -> OwnText.TROUBLE_NOT_ALLOWED;
            case NOT_FOUND -> OwnText.TROUBLE_NOT_FOUND;
            case BUSY -> OwnText.TROUBLE_BUSY;
            case REFUSED -> OwnText.TROUBLE_REFUSED;
            case NOT_UNDERSTOOD -> OwnText.TROUBLE_NOT_UNDERSTOOD;
            case CANCELLED -> OwnText.TROUBLE_CANCELLED;
        };
    }
}
