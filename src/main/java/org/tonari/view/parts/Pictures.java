package org.tonari.view.parts;

import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.tonari.export.picture.Pictured;
import org.tonari.viewmodel.desk.Results;

/// Small pieces that several areas use.
public final class Pictures {
    private Pictures() {}

    /// @return the answers as the charts take them
    public static List<Pictured> of(Results results) {
        return results.columns().stream()
                .map(column -> new Pictured(
                        column.place(), column.estimate(), column.curve(), column.users(), column.measured()))
                .toList();
    }

    /// @return a region that takes all the room left in a row
    public static Region spacer() {
        var spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }
}
