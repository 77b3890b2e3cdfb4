package org.tonari.view.window;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.tonari.viewmodel.work.WorkViewModel;

/// Files that are dropped on the window: a saved comparison is opened, anything else goes to whoever
/// reads machines and models.
public final class FileDrop {
    private final Consumer<Path> comparison;
    private final Consumer<Path> other;

    private FileDrop(Consumer<Path> comparison, Consumer<Path> other) {
        this.comparison = comparison;
        this.other = other;
    }

    /// @param comparison takes a saved comparison
    /// @param other      takes any other file
    public static void install(Node target, Consumer<Path> comparison, Consumer<Path> other) {
        var drop = new FileDrop(comparison, other);
        target.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (drop.file(event).isPresent()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        target.addEventHandler(
                DragEvent.DRAG_DROPPED,
                event -> drop.file(event).ifPresent(file -> {
                    drop.take(file);
                    event.setDropCompleted(true);
                    event.consume();
                }));
    }

    private Optional<Path> file(DragEvent event) {
        List<File> files =
                event.getDragboard().hasFiles() ? event.getDragboard().getFiles() : List.of();
        return files.size() == 1 ? Optional.of(files.getFirst().toPath()) : Optional.empty();
    }

    private void take(Path file) {
        (file.toString().endsWith(WorkViewModel.SUFFIX) ? comparison : other).accept(file);
    }
}
