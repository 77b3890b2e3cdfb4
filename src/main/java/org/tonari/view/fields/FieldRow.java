package org.tonari.view.fields;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import org.tonari.domain.comparison.Setup;
import org.tonari.domain.runtime.CacheFormat;
import org.tonari.domain.runtime.RuntimeChoice;
import org.tonari.export.picture.Wording;
import org.tonari.text.CommonText;
import org.tonari.text.Formats.Detail;
import org.tonari.text.MessageKey;
import org.tonari.text.TermText;
import org.tonari.text.WindowText;
import org.tonari.view.parts.ItemText;
import org.tonari.view.parts.NumberBox;
import org.tonari.view.parts.Segments;
import org.tonari.view.parts.Terms;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.choosing.FieldsViewModel;
import org.tonari.viewmodel.choosing.FieldsViewModel.WeightOption;
import org.tonari.viewmodel.desk.Act;
import org.tonari.viewmodel.desk.UndoHistory;

/// The row of fields: what runs, how it is stored, by what, for whom.
public final class FieldRow {
    private static final String UNDO_ARROW = "M3.2 6.2h6.3a3.9 3.9 0 0 1 0 7.8H6.2M6.2 2.8 2.8 6.2l3.4 3.4";
    private static final String REDO_ARROW = "M12.8 6.2H6.5a3.9 3.9 0 0 0 0 7.8h3.3M9.8 2.8l3.4 3.4-3.4 3.4";

    private final Workbench workbench;
    private final FieldsViewModel fields;
    private final Words words;

    private FieldRow(Workbench workbench, Words words) {
        this.workbench = workbench;
        this.fields = workbench.fields();
        this.words = words;
    }

    /// @return the row of fields, which breaks where there is no room
    public static Region build(Workbench workbench, Words words) {
        return new FieldRow(workbench, words).row();
    }

    private Region row() {
        return new FieldFlow(
                List.of(
                        field(CommonText.MODEL, TermText.MODEL, ModelButton.build(workbench, words)),
                        field(CommonText.WEIGHTS, TermText.WEIGHTS, weights()),
                        field(CommonText.KV_CACHE, TermText.KV_CACHE, cache()),
                        field(CommonText.RUNTIME, TermText.RUNTIME, runtime()),
                        field(
                                CommonText.PROMPT,
                                TermText.PROMPT,
                                NumberBox.build("prompt-box", fields.prompt(), words)),
                        field(CommonText.USERS, TermText.USERS, users()),
                        field(WindowText.WISH, TermText.TARGET, target())),
                history());
    }

    private FieldBox field(MessageKey name, TermText term, Region control) {
        Label label = words.on(new Label(), name);
        label.getStyleClass().add("field-label");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(control);
        control.accessibleTextProperty().bind(words.text(name));
        Terms.explain(label, words, term);
        Terms.bear(control, term);
        control.accessibleHelpProperty().bind(words.text(term));
        return new FieldBox(label, control);
    }

    private FittedBox<WeightOption> weights() {
        var box = new FittedBox<WeightOption>(
                option -> sized(option, words.now()), option -> option.format().name());
        box.setId("weights");
        box.setVisibleRowCount(14);
        box.setConverter(new ItemText<>(option -> sized(option, words.now())));
        Runnable refresh = () -> {
            var options = fields.weightOptions();
            var chosen = fields.setupProperty().getValue().weights();
            if (!box.getItems().equals(options)) {
                // Else the box shows what now stands in the old place, where its value stays the same.
                box.getSelectionModel().clearSelection();
                box.getItems().setAll(options);
            }
            options.stream()
                    .filter(option -> option.format().equals(chosen))
                    .findFirst()
                    .ifPresent(box.getSelectionModel()::select);
        };
        fields.setupProperty().map(FieldRow::storage).subscribe(_ -> refresh.run());
        words.wording().subscribe((_, _) -> box.sayAnew());
        box.setOnAction(_ -> {
            if (box.getValue() != null
                    && !box.getValue()
                            .format()
                            .equals(fields.setupProperty().getValue().weights())) {
                fields.pickWeights(box.getValue().format());
            }
        });
        return box;
    }

    /// What the list of weights depends on.
    private static Object storage(Setup setup) {
        return List.of(setup.model(), setup.weights(), setup.runtime());
    }

    private static String sized(WeightOption option, Wording wording) {
        String size = option.size()
                .map(bytes -> wording.formats().memoryWithUnit(bytes, Detail.CHART))
                .orElse("?");
        return wording.text(WindowText.WEIGHTS_SIZED, option.format().name(), size);
    }

    private Region cache() {
        var holder = new HBox();
        holder.setId("cache-segments");
        fields.setupProperty().map(_ -> fields.caches()).subscribe(formats -> {
            HBox segments = Segments.of(
                    formats,
                    format -> fields.setupProperty().map(_ -> cacheName(format)),
                    fields.setupProperty().map(FieldRow::cacheOf),
                    fields::pickCache);
            holder.getChildren().setAll(segments);
        });
        return holder;
    }

    /// `q8_0/q4_0` where values are cached otherwise than keys.
    private String cacheName(CacheFormat format) {
        Setup setup = fields.setupProperty().getValue();
        boolean apart = !setup.keys().equals(setup.values()) && format.equals(setup.keys());
        return apart ? format.id() + "/" + setup.values().id() : format.id();
    }

    private static CacheFormat cacheOf(Setup setup) {
        return setup.keys();
    }

    private FittedBox<RuntimeChoice> runtime() {
        var box = new FittedBox<RuntimeChoice>(
                this::named, choice -> choice.runtime().name());
        box.setId("runtime");
        box.setConverter(new ItemText<>(this::named));
        box.getItems().setAll(fields.runtimes());
        words.wording().subscribe((_, _) -> box.sayAnew());
        fields.setupProperty().subscribe(setup -> box.setValue(setup.runtime()));
        box.setOnAction(_ -> {
            if (box.getValue() != null) {
                fields.pickRuntime(box.getValue());
            }
        });
        return box;
    }

    private String named(RuntimeChoice choice) {
        return switch (choice) {
            case RuntimeChoice.Automatic(var runtime) -> words.now().text(WindowText.RUNTIME_AUTOMATIC, runtime.name());
            case RuntimeChoice.Chosen(var runtime) -> runtime.name();
        };
    }

    /// A logarithmic slider: each step doubles.
    private Region users() {
        var slider = new Slider(0, 8, 0);
        slider.setId("users-slider");
        slider.setBlockIncrement(1);
        fields.users().valueProperty().subscribe(number -> slider.setValue(Math.log(number) / Math.log(2)));
        slider.valueProperty().subscribe(value -> {
            long number = Math.round(Math.pow(2, Math.rint(value.doubleValue())));
            boolean moved = slider.isValueChanging() || slider.isFocused() || slider.isPressed();
            if (moved && number != fields.users().valueProperty().getValue()) {
                fields.users().set(number);
            }
        });
        slider.addEventFilter(MouseEvent.MOUSE_PRESSED, pressed -> {
            if (pressed.isShiftDown()) {
                workbench.root().imagine();
            } else {
                workbench.root().hold(Act.USERS);
            }
        });
        slider.setOnMouseReleased(_ -> {
            workbench.root().dropImagined();
            workbench.root().release();
        });
        slider.accessibleTextProperty().bind(words.text(CommonText.USERS));
        TextField box = NumberBox.build("users-box", fields.users(), words);
        box.accessibleTextProperty().bind(words.text(CommonText.USERS));
        var row = new HBox(slider, box);
        row.getStyleClass().add("users");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Region target() {
        Label unit = words.on(new Label(), WindowText.RATE_UNIT);
        unit.getStyleClass().add("unit");
        unit.setMinWidth(Region.USE_PREF_SIZE);
        TextField box = NumberBox.build("target-box", fields.target(), words);
        box.accessibleTextProperty().bind(words.text(WindowText.WISH));
        var row = new HBox(box, unit);
        row.getStyleClass().add("wish");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Region history() {
        UndoHistory history = workbench.root().history();
        Button undo = arrow("undo", UNDO_ARROW, workbench.root()::undo);
        undo.disableProperty().bind(history.undoableProperty().map(Optional::isEmpty));
        undo.setTooltip(named(new Tooltip(), history, History.UNDO));
        Button redo = arrow("redo", REDO_ARROW, workbench.root()::redo);
        redo.disableProperty().bind(history.redoableProperty().map(Optional::isEmpty));
        redo.setTooltip(named(new Tooltip(), history, History.REDO));
        var row = new HBox(undo, redo);
        row.getStyleClass().add("history");
        row.setAlignment(Pos.CENTER);
        row.setMaxHeight(Region.USE_PREF_SIZE);
        return row;
    }

    private Tooltip named(Tooltip tooltip, UndoHistory history, History way) {
        tooltip.textProperty().bind(way.text(history, words));
        return tooltip;
    }

    private Button arrow(String id, String path, Runnable action) {
        var shape = new SVGPath();
        shape.setContent(path);
        shape.getStyleClass().add("arrow");
        shape.scaleXProperty().bind(workbench.appearance().zoomProperty());
        shape.scaleYProperty().bind(workbench.appearance().zoomProperty());
        var button = new Button("", shape);
        button.setId(id);
        button.getStyleClass().addAll("flat", "icon-button");
        button.setOnAction(_ -> action.run());
        return button;
    }
}
