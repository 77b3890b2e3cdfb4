package org.tonari.view.buyer;

import java.util.List;
import java.util.function.IntFunction;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tonari.text.FigureTable;
import org.tonari.view.parts.Scrolls;
import org.tonari.viewmodel.pages.Pages;

/// A table of figures over what stands behind its chosen row, or behind the first while none is chosen.
final class GridOverDetails {
    private final FigureGrid grid;
    private final VBox details = new VBox();
    private final VBox content;
    private final IntFunction<List<? extends Node>> behind;

    /// Which of the two takes the room that is left.
    enum Roomy {
        GRID,
        DETAILS
    }

    /// @param gridId    how tests and styles call the table
    /// @param detailsId how they call what stands below
    /// @param behind    makes the details of a row
    GridOverDetails(
            String gridId, String detailsId, Pages pages, Roomy roomy, IntFunction<List<? extends Node>> behind) {
        this.grid = new FigureGrid(gridId, pages, 0);
        this.behind = behind;
        grid.onChosen(this::open);
        details.setId(detailsId);
        details.getStyleClass().add("decision");
        var scroll = Scrolls.of(details);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("why-scroll");
        if (roomy == Roomy.GRID) {
            scroll.setPrefHeight(220);
            scroll.setMinHeight(120);
        }
        VBox.setVgrow(roomy == Roomy.GRID ? grid.node() : scroll, Priority.ALWAYS);
        content = new VBox(grid.node(), scroll);
        content.getStyleClass().add("buyer-content");
    }

    VBox node() {
        return content;
    }

    void show(FigureTable table, double zoom) {
        grid.show(table, zoom);
        open(grid.chosen());
    }

    private void open(int chosen) {
        int rows = grid.node().getItems().size();
        details.getChildren().setAll(rows == 0 ? List.of() : behind.apply(Math.clamp(chosen, 0, rows - 1)));
    }

    /// @return words that break where they must
    static Label wrapped(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    /// @return what stands above the details of a row
    static Label head(String text) {
        var head = new Label(text);
        head.getStyleClass().add("section-title");
        return head;
    }
}
