package org.tonari.view.own;

import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import org.tonari.text.OwnText;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.outside.Outside;
import org.tonari.viewmodel.own.OpenModelViewModel;

/// Which hub is asked, and as whom; folded up, because most people never need it.
final class HubPane {
    private HubPane() {}

    /// @param resized is run when the pane folds or unfolds
    static TitledPane build(OpenModelViewModel opening, Words words, Runnable resized) {
        Outside.Hub hub = opening.hub();
        var address = new TextField();
        address.setId("hub-address");
        address.setPromptText(hub.endpoint());
        var token = new PasswordField();
        token.setId("hub-token");
        token.setPromptText(hub.asked() ? words.now().text(OwnText.HUB_TOKEN_KNOWN) : "HF_TOKEN");
        var keep = words.on(new Button(), OwnText.HUB_KEEP);
        keep.setId("hub-keep");
        keep.setOnAction(_ -> {
            opening.keepHub(address.getText(), token.getText());
            token.clear();
        });
        var rows = new VBox(
                OwnDialog.row(words, OwnText.HUB_ADDRESS, address),
                OwnDialog.row(words, OwnText.HUB_TOKEN, token),
                keep);
        rows.getStyleClass().add("rows");
        var pane = new TitledPane();
        pane.setContent(rows);
        pane.textProperty().bind(words.text(OwnText.HUB));
        pane.setAnimated(false);
        pane.setExpanded(false);
        pane.setId("hub");
        pane.getStyleClass().add("dense");
        pane.heightProperty().subscribe(_ -> resized.run());
        return pane;
    }
}
