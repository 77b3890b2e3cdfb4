package org.tonari.view.own;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import org.tonari.text.MachineText;
import org.tonari.text.MessageKey;
import org.tonari.text.WindowText;
import org.tonari.view.parts.Words;

/// Asks before something is replaced or deleted.
final class Asking {
    private Asking() {}

    /// @param question in the window's language
    /// @param yes      what the button says that does it
    /// @param then     is done only if the person says so
    static void first(Node owner, Words words, String question, MessageKey yes, Runnable then) {
        Dialog<ButtonType> dialog =
                OwnDialog.open(owner, words, "asking", MachineText.MENU, OwnDialog.sentence(question), () -> {});
        var doing = new ButtonType(words.now().text(yes), ButtonBar.ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().addFirst(doing);
        if (dialog.getDialogPane().lookupButton(doing) instanceof Button button) {
            button.setId("asking-yes");
            button.setDefaultButton(false);
            button.setOnAction(_ -> then.run());
        }
        dialog.getDialogPane().getButtonTypes().stream()
                .filter(other -> !other.equals(doing))
                .map(dialog.getDialogPane()::lookupButton)
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .forEach(button -> {
                    button.textProperty().bind(words.text(WindowText.CANCEL));
                    button.requestFocus();
                });
        dialog.getDialogPane().getScene().getWindow().sizeToScene();
    }
}
