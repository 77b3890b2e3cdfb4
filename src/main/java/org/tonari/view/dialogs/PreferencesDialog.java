package org.tonari.view.dialogs;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.text.ByteUnit;
import org.tonari.text.DeskText;
import org.tonari.text.Language;
import org.tonari.text.MessageKey;
import org.tonari.text.WindowText;
import org.tonari.view.parts.Dialogs;
import org.tonari.view.parts.Followed;
import org.tonari.view.parts.ItemText;
import org.tonari.view.parts.Segments;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.window.AppearanceViewModel;
import org.tonari.viewmodel.window.AppearanceViewModel.Prices;
import org.tonari.viewmodel.window.AppearanceViewModel.Theme;

/// What is kept between sessions and holds for every comparison; each choice takes effect at once.
public final class PreferencesDialog {
    private static final double ZOOM_STEP = 10;

    private final Workbench workbench;
    private final AppearanceViewModel appearance;
    private final Words words;

    private PreferencesDialog(Workbench workbench, Words words) {
        this.workbench = workbench;
        this.appearance = workbench.appearance();
        this.words = words;
    }

    /// Opens the preferences, or brings them forward.
    public static void show(Window owner, Workbench workbench, Words words) {
        if (!Dialogs.raised(owner, "preferences-dialog")) {
            new PreferencesDialog(workbench, words).open(owner);
        }
    }

    private void open(Window owner) {
        var dialog = new Dialog<ButtonType>();
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.titleProperty().bind(words.text(DeskText.PREFERENCES_TITLE));
        DialogPane pane = dialog.getDialogPane();
        pane.setId("preferences-dialog");
        Dialogs.closing(pane, words);
        pane.setContent(content());
        Dialogs.dress(pane, owner);
        Subscription following = Subscription.combine(
                appearance.themeProperty().subscribe(_ -> Dialogs.dress(pane, owner)),
                appearance.zoomProperty().subscribe(_ -> Dialogs.dress(pane, owner)));
        dialog.setOnHidden(_ -> following.unsubscribe());
        dialog.show();
    }

    private Node content() {
        var rows = new VBox(
                row(
                        WindowText.LANGUAGE,
                        Segments.of(
                                List.of(Language.values()),
                                language -> words.map(_ -> language.endonym()),
                                appearance.languageProperty(),
                                appearance.languageProperty()::set)),
                row(
                        WindowText.THEME,
                        Segments.of(
                                List.of(Theme.values()),
                                theme -> words.text(name(theme)),
                                appearance.themeProperty(),
                                appearance.themeProperty()::set)),
                row(
                        WindowText.MEMORY_UNIT,
                        Segments.of(
                                List.of(ByteUnit.values()),
                                unit -> words.map(_ -> unit.symbol()),
                                appearance.byteUnitProperty(),
                                appearance.byteUnitProperty()::set)),
                row(DeskText.ZOOM, zoom()),
                row(DeskText.DEFAULT_RUNTIME, runtime()),
                row(DeskText.PRICES, prices()));
        rows.getStyleClass().add("rows");
        rows.getStyleClass().add("preferences");
        return rows;
    }

    private Node zoom() {
        var zoom = new Spinner<Integer>(
                80, 200, (int) Math.round(100 * appearance.zoomProperty().get()), (int) ZOOM_STEP);
        zoom.setId("preferences-zoom");
        zoom.setAccessibleText(words.now().text(DeskText.ZOOM));
        zoom.valueProperty().subscribe(percent -> appearance.zoomProperty().set(percent / 100.0));
        var unit = new Label("%");
        return line(zoom, unit);
    }

    private ComboBox<String> runtime() {
        var box = new ComboBox<String>();
        box.setId("preferences-runtime");
        box.getItems().add("");
        workbench.root().choices().runtimes().stream().map(InferenceRuntime::id).forEach(box.getItems()::add);
        box.setConverter(new ItemText<>(this::named));
        Followed.by(box, words.wording()).subscribe(_ -> {
            box.setCellFactory(_ -> new RuntimeCell());
            box.setButtonCell(new RuntimeCell());
        });
        box.setValue(appearance.runtimeProperty().get());
        box.setOnAction(_ -> appearance.runtimeProperty().set(box.getValue()));
        return box;
    }

    private final class RuntimeCell extends ListCell<String> {
        @Override
        protected void updateItem(String id, boolean empty) {
            super.updateItem(id, empty);
            setText(empty || id == null ? "" : named(id));
        }
    }

    private String named(String id) {
        if (id.isEmpty()) {
            return words.now().text(DeskText.RUNTIME_TONARIS);
        }
        return workbench.root().choices().runtimes().stream()
                .filter(runtime -> runtime.id().equals(id))
                .map(InferenceRuntime::name)
                .findFirst()
                .orElse(id);
    }

    private Node prices() {
        HBox currencies = Segments.of(
                List.of(Prices.values()),
                currency -> words.map(_ -> currency.sign()),
                appearance.pricesProperty(),
                appearance.pricesProperty()::set);
        var rate = new Spinner<Integer>(
                50, 500, (int) Math.round(appearance.yenPerDollarProperty().get()));
        rate.setEditable(true);
        rate.setId("preferences-rate");
        rate.setAccessibleText(words.now().text(DeskText.YEN_PER_DOLLAR));
        rate.valueProperty().subscribe(yen -> appearance.yenPerDollarProperty().set(yen));
        rate.disableProperty().bind(Followed.mapped(appearance.pricesProperty(), chosen -> chosen == Prices.YEN));
        Label unit = words.on(new Label(), DeskText.YEN_PER_DOLLAR);
        return line(currencies, rate, unit);
    }

    private static HBox line(Node... nodes) {
        var line = new HBox(nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("line");
        return line;
    }

    private HBox row(MessageKey name, Node control) {
        Label label = words.on(new Label(), name);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.getStyleClass().add("row-name");
        label.setLabelFor(control);
        var row = new HBox(label, control);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// @return what a theme is called
    public static WindowText name(Theme theme) {
        return switch (theme) {
            case SYSTEM -> WindowText.THEME_SYSTEM;
            case LIGHT -> WindowText.THEME_LIGHT;
            case DARK -> WindowText.THEME_DARK;
        };
    }
}
