package org.tonari.view.own;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.tonari.export.picture.Wording;
import org.tonari.text.Formats.Detail;
import org.tonari.text.OwnText;
import org.tonari.units.Bytes;
import org.tonari.viewmodel.outside.TakenMemory;
import org.tonari.viewmodel.outside.TakenMemory.Use;

/// What a log of llama.cpp says was taken of the memory, with the model's file it names.
final class LogMemory {
    private LogMemory() {}

    static VBox build(TakenMemory log, Wording wording) {
        var table = new GridPane();
        table.setId("log-memory");
        table.getStyleClass().add("own-points");
        int row = 0;
        for (Use use : Use.values()) {
            Optional<Bytes> taken = Optional.ofNullable(log.taken().get(use));
            if (taken.isPresent()) {
                var size = new Label(wording.formats().memoryWithUnit(taken.get(), Detail.LEAF));
                size.getStyleClass().add("number");
                table.addRow(row++, new Label(wording.text(name(use))), size);
            }
        }
        var title = new Label(wording.text(OwnText.LOG_TOOK));
        title.getStyleClass().add("caption");
        var box = new VBox(title, table);
        log.modelFile().ifPresent(file -> box.getChildren().addFirst(OwnDialog.sentence(file)));
        box.getStyleClass().add("rows");
        return box;
    }

    private static OwnText name(Use use) {
        return switch (use) {
            case WEIGHTS -> OwnText.LOG_WEIGHTS;
            case KV_CACHE -> OwnText.LOG_CACHE;
            case RECURRENT_STATE -> OwnText.LOG_STATE;
            case COMPUTE -> OwnText.LOG_COMPUTE;
            case OUTPUT -> OwnText.LOG_OUTPUT;
        };
    }
}
