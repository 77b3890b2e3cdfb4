package org.tonari.view.fields;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import javafx.stage.Popup;
import org.controlsfx.control.textfield.CustomTextField;
import org.tonari.domain.model.LanguageModel;
import org.tonari.text.WindowText;
import org.tonari.view.parts.Pictures;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.choosing.ModelPickerViewModel;
import org.tonari.viewmodel.choosing.ModelPickerViewModel.Hits;

/// The search for a model, below the field that opens it.
final class ModelSearch {
    private static final String GLASS = "M6.5 1.5a5 5 0 1 1 0 10a5 5 0 1 1 0-10M10.2 10.2 14.5 14.5";
    private static final double GAP = 3;
    private static final double WIDTH = 340;
    private static final double HEIGHT = 380;
    private static final int ABOVE_CHOSEN = 3;

    private final Workbench workbench;
    private final ModelPickerViewModel picker;
    private final Words words;
    private final CustomTextField search = new CustomTextField();
    private final ListView<Entry> list = new ListView<>();
    private final VBox content = new VBox();
    private final Popup popup = new Popup();

    /// A line of the list.
    private sealed interface Entry {
        record Heading(String text) implements Entry {}

        record Choice(LanguageModel model) implements Entry {}
    }

    ModelSearch(Workbench workbench, Words words) {
        this.workbench = workbench;
        this.picker = workbench.models();
        this.words = words;
        prepareSearch();
        prepareList();
        fill();
        popup.getContent().setAll(content);
        popup.setAutoHide(true);
    }

    private void fill() {
        Label hint = words.on(new Label(), WindowText.ADD_MODEL);
        hint.getStyleClass().add("caption");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(list, Priority.ALWAYS);
        content.getChildren().setAll(search, list, hint);
        content.getStyleClass().addAll("root", "model-search");
    }

    private void prepareSearch() {
        var glass = new SVGPath();
        glass.setContent(GLASS);
        glass.getStyleClass().add("glass");
        search.setLeft(glass);
        search.setId("model-search");
        search.promptTextProperty().bind(words.text(WindowText.SEARCH_MODEL));
        search.textProperty().bindBidirectional(picker.queryProperty());
        search.setOnAction(_ -> pickFirst());
        search.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.DOWN) {
                list.requestFocus();
                if (isAsked()) {
                    selectFirst();
                }
                key.consume();
            }
        });
    }

    private void prepareList() {
        list.setId("model-list");
        list.setCellFactory(_ -> new EntryCell());
        list.setOnMouseClicked(_ -> pickSelected());
        list.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                pickSelected();
            }
        });
        picker.hitsProperty().subscribe(hits -> list.getItems().setAll(entries(hits)));
        words.wording().subscribe(_ -> relist());
    }

    private void relist() {
        list.getItems().setAll(entries(picker.hitsProperty().getValue()));
    }

    private boolean isAsked() {
        return !search.getText().isBlank();
    }

    /// The model that is loaded stands out among all, so that one sees where one is.
    private void showChosen() {
        relist();
        int at = list.getItems().indexOf(new Entry.Choice(picker.chosen()));
        if (at >= 0) {
            list.getSelectionModel().select(at);
            list.scrollTo(Math.max(0, at - ABOVE_CHOSEN));
        }
    }

    private List<Entry> entries(Hits hits) {
        var entries = new ArrayList<Entry>();
        switch (hits) {
            case Hits.Found(var families) ->
                families.forEach(family -> {
                    entries.add(new Entry.Heading(family.name()));
                    family.models().forEach(model -> entries.add(new Entry.Choice(model)));
                });
            case Hits.Nearest(String query, List<LanguageModel> nearest) -> {
                entries.add(new Entry.Heading(words.now().text(WindowText.NO_MODEL, query)));
                nearest.forEach(model -> entries.add(new Entry.Choice(model)));
            }
        }
        return entries;
    }

    /// Opens it below the field, or closes it.
    void toggle(Node field) {
        if (popup.isShowing()) {
            popup.hide();
        } else {
            size();
            dress(field);
            Bounds place = field.localToScreen(field.getLayoutBounds());
            popup.show(field, place.getMinX(), place.getMaxY() + GAP);
            search.requestFocus();
            search.selectAll();
            showChosen();
        }
    }

    private void size() {
        double zoom = workbench.appearance().zoomProperty().get();
        content.setMinSize(WIDTH * zoom, HEIGHT * zoom);
        content.setPrefSize(WIDTH * zoom, HEIGHT * zoom);
    }

    /// A pop-up is a window of its own: it takes the window's stylesheets and size of text along.
    private void dress(Node field) {
        var root = field.getScene().getRoot();
        content.getStylesheets().setAll(field.getScene().getStylesheets());
        content.setStyle(root.getStyle());
        content.getStyleClass().remove("dark");
        if (root.getStyleClass().contains("dark")) {
            content.getStyleClass().add("dark");
        }
    }

    private void selectFirst() {
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i) instanceof Entry.Choice) {
                list.getSelectionModel().select(i);
                return;
            }
        }
    }

    /// Enter without a word leaves what is loaded.
    private void pickFirst() {
        if (isAsked()) {
            selectFirst();
            pickSelected();
        } else {
            popup.hide();
        }
    }

    private void pickSelected() {
        if (list.getSelectionModel().getSelectedItem() instanceof Entry.Choice(LanguageModel model)) {
            popup.hide();
            picker.pick(model);
        }
    }

    /// How large a model is and how long its context may be, as far as published: `69B · 128k`.
    private String size(LanguageModel model) {
        var formats = words.now().formats();
        String context = formats.contextLabel(model.maxContext());
        double billions = model.details().parameters() / 1e9;
        return billions <= 0 ? context : formats.decimals(billions, billions < 9.95 ? 1 : 0) + "B · " + context;
    }

    private final class EntryCell extends ListCell<Entry> {
        private final Label size = new Label();
        private final Label name = new Label();
        private final HBox line = new HBox(name, Pictures.spacer(), size);

        EntryCell() {
            setPrefWidth(0);
            size.getStyleClass().add("caption");
            size.setMinWidth(Region.USE_PREF_SIZE);
            name.getStyleClass().add("model-name");
            line.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            getStyleClass().removeAll("heading");
            setGraphic(null);
            setText("");
            setDisable(false);
            if (empty || entry == null) {
                return;
            }
            switch (entry) {
                case Entry.Heading(String text) -> {
                    getStyleClass().add("heading");
                    setText(text);
                    setDisable(true);
                }
                case Entry.Choice(LanguageModel model) -> {
                    name.setText(model.id());
                    size.setText(size(model));
                    setGraphic(line);
                }
            }
        }
    }
}
