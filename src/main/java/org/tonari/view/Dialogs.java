package org.tonari.view;

import javafx.scene.Parent;
import javafx.scene.control.DialogPane;
import javafx.stage.Window;

/// Makes dialogs look like the window they belong to.
final class Dialogs {
    private Dialogs() {}

    /// Gives a dialog the window's stylesheets, shade and size of type.
    static void dress(DialogPane pane, Window owner) {
        Parent root = owner.getScene().getRoot();
        pane.getStylesheets().setAll(owner.getScene().getStylesheets());
        if (root.getStyleClass().contains("dark")) {
            pane.getStyleClass().add("dark");
        }
        pane.setStyle(root.getStyle());
    }
}
