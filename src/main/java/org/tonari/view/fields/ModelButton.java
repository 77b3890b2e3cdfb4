package org.tonari.view.fields;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.tonari.view.parts.Pictures;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;

/// The model field: shows the model; a click, or `/`, opens the search.
final class ModelButton {
    private final Workbench workbench;
    private final Words words;
    private final Button button = new Button();

    /// Made when it is first opened.
    private Optional<ModelSearch> search = Optional.empty();

    private ModelButton(Workbench workbench, Words words) {
        this.workbench = workbench;
        this.words = words;
    }

    static Button build(Workbench workbench, Words words) {
        return new ModelButton(workbench, words).button();
    }

    private Button button() {
        var name = new Label();
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.textProperty()
                .bind(workbench
                        .fields()
                        .setupProperty()
                        .map(setup -> setup.model().id()));
        var arrow = new Region();
        arrow.getStyleClass().add("arrow");
        var row = new HBox(name, Pictures.spacer(), arrow);
        row.getStyleClass().add("content");
        row.setAlignment(Pos.CENTER_LEFT);
        button.setId("model");
        button.setGraphic(row);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("model-button");
        button.setOnAction(_ -> open());
        return button;
    }

    private void open() {
        ModelSearch opened = search.orElseGet(() -> new ModelSearch(workbench, words));
        search = Optional.of(opened);
        opened.toggle(button);
    }
}
