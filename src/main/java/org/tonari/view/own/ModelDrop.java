package org.tonari.view.own;

import java.io.File;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.OpenModelViewModel;

/// Takes a model's file that is dropped on the window; it is read, and added only once the person agrees.
public final class ModelDrop {
    private ModelDrop() {}

    /// @param window  takes the drop
    /// @param opening reads what is dropped
    public static void install(Node window, OpenModelViewModel opening, Words words) {
        window.addEventHandler(DragEvent.DRAG_OVER, drag -> {
            if (model(drag.getDragboard()).isPresent()) {
                drag.acceptTransferModes(TransferMode.COPY);
                drag.consume();
            }
        });
        window.addEventHandler(DragEvent.DRAG_DROPPED, drop -> {
            Optional<String> place = model(drop.getDragboard());
            place.ifPresent(file -> {
                drop.setDropCompleted(true);
                drop.consume();
                OpenModelDialog.show(window, opening, words, file);
            });
        });
    }

    private static Optional<String> model(Dragboard board) {
        return board.getFiles().stream()
                .map(File::getPath)
                .filter(path ->
                        path.toLowerCase(Locale.ROOT).matches(".*(\\.gguf|config\\.json|\\.safetensors|index\\.json)"))
                .findFirst();
    }
}
