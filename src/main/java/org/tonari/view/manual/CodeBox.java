package org.tonari.view.manual;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.tonari.manual.Block;
import org.tonari.text.ManualText;
import org.tonari.text.MessageKey;

/// Lines to be typed or as they are printed, with a button that copies them.
final class CodeBox {
    private static final Duration SAID = Duration.seconds(2);

    private CodeBox() {}

    /// @param text  of the code, which the page knows by its number
    /// @param links whose clipboard is used
    static Region of(Block.Code code, ProseView text, Links links) {
        var copy = new Button();
        copy.getStyleClass().addAll("manual-copy", "flat");
        say(copy, links, ManualText.COPY);
        var again = new PauseTransition(SAID);
        again.setOnFinished(_ -> say(copy, links, ManualText.COPY));
        copy.setOnAction(_ -> {
            links.copy(code.prose().text());
            say(copy, links, ManualText.COPIED);
            again.playFromStart();
        });
        copy.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(copy, Pos.TOP_RIGHT);
        var box = new StackPane(text, copy);
        box.getStyleClass().add("manual-code-box");
        var space = new VBox(box);
        space.getStyleClass().add("manual-code-space");
        return space;
    }

    private static void say(Button button, Links links, MessageKey text) {
        button.textProperty().bind(links.words().text(text));
    }
}
