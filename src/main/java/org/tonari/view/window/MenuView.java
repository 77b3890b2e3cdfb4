package org.tonari.view.window;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import org.tonari.domain.comparison.Setup;
import org.tonari.domain.runtime.CacheFormat;
import org.tonari.text.ByteUnit;
import org.tonari.text.DeskText;
import org.tonari.text.HelpText;
import org.tonari.text.Language;
import org.tonari.text.MachineText;
import org.tonari.text.ManualText;
import org.tonari.text.MessageKey;
import org.tonari.text.OwnText;
import org.tonari.text.PageText;
import org.tonari.text.WindowText;
import org.tonari.units.Tokens;
import org.tonari.view.dialogs.PreferencesDialog;
import org.tonari.view.fields.History;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.desk.Act;
import org.tonari.viewmodel.pages.Page;
import org.tonari.viewmodel.window.AppearanceViewModel;
import org.tonari.viewmodel.window.AppearanceViewModel.Theme;

/// The menu bar, with what runs said at its right end.
public final class MenuView {
    private static final double ZOOM_STEP = 0.1;
    private static final Map<Page, String> PAGE_KEYS =
            Map.of(Page.MATRIX, "shortcut+M", Page.FORMATS, "shortcut+shift+W");

    private final Workbench workbench;
    private final Words words;
    private final WindowActs acts;

    private MenuView(Workbench workbench, Words words, WindowActs acts) {
        this.workbench = workbench;
        this.words = words;
        this.acts = acts;
    }

    /// @param acts what menus call
    /// @return the top of the window: the menus, what is compared, and what is pinned
    public static Region build(Workbench workbench, Words words, WindowActs acts) {
        return new MenuView(workbench, words, acts).bar();
    }

    private Region bar() {
        var name = new Label("Tonari");
        name.getStyleClass().add("product");
        var menus = new MenuBar(file(), edit(), view(), scenario(), questions(), help());
        menus.setId("menu-bar");
        var summary = new Label();
        summary.getStyleClass().add("summary");
        summary.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> summary(workbench.fields().setupProperty().getValue()),
                        workbench.fields().setupProperty(),
                        words.wording()));
        return new TopBar(name, menus, PinStrip.build(workbench, words), summary);
    }

    private String summary(Setup setup) {
        Tokens context = setup.workload().context();
        return setup.model().id() + ", " + setup.weights().name() + ", "
                + words.now().formats().contextLabel(context);
    }

    private Menu file() {
        var files = new WorkMenu(workbench.work(), words, acts);
        return menu(
                WindowText.FILE,
                item(DeskText.NEW, "shortcut+N", files::startNew),
                item(DeskText.OPEN, "shortcut+O", files::open),
                files.recent(),
                new SeparatorMenuItem(),
                item(DeskText.SAVE, "shortcut+S", files::save),
                item(DeskText.SAVE_AS, "shortcut+shift+S", files::saveAs),
                new SeparatorMenuItem(),
                item(OwnText.OPEN_FILE, "shortcut+shift+O", acts::openModel),
                item(OwnText.OPEN_ADDRESS, "shortcut+L", acts::openAddress),
                item(OwnText.MEASURE, "", acts::measureServer),
                new SeparatorMenuItem(),
                item(WindowText.EXPORT_MENU, "shortcut+E", acts::export),
                new SeparatorMenuItem(),
                item(DeskText.PREFERENCES, "shortcut+COMMA", acts::preferences),
                new SeparatorMenuItem(),
                item(WindowText.QUIT, "shortcut+Q", acts::quit));
    }

    private Menu edit() {
        MenuItem undo = item(WindowText.UNDO, "shortcut+Z", workbench.root()::undo);
        named(undo, History.UNDO);
        MenuItem redo = item(WindowText.REDO, "shortcut+shift+Z", workbench.root()::redo);
        named(redo, History.REDO);
        return menu(
                WindowText.EDIT,
                undo,
                redo,
                new SeparatorMenuItem(),
                item(WindowText.COPY_SUMMARY, "shortcut+C", acts::copySummary),
                item(HelpText.COPY_PICTURE, "shortcut+shift+C", acts::copyPicture));
    }

    private void named(MenuItem item, History way) {
        var history = workbench.root().history();
        item.textProperty().unbind();
        item.textProperty().bind(way.text(history, words));
        item.disableProperty()
                .bind((way == History.UNDO ? history.undoableProperty() : history.redoableProperty())
                        .map(Optional::isEmpty));
    }

    private Menu view() {
        AppearanceViewModel appearance = workbench.appearance();
        return menu(
                WindowText.VIEW,
                choices(
                        WindowText.LANGUAGE,
                        Language.values(),
                        language -> plain(language.endonym()),
                        appearance.languageProperty()),
                choices(
                        WindowText.THEME,
                        Theme.values(),
                        theme -> words.text(PreferencesDialog.name(theme)),
                        appearance.themeProperty()),
                choices(
                        WindowText.MEMORY_UNIT,
                        ByteUnit.values(),
                        unit -> plain(unit.symbol()),
                        appearance.byteUnitProperty()),
                new SeparatorMenuItem(),
                item(WindowText.ZOOM_IN, "shortcut+EQUALS", () -> zoom(ZOOM_STEP)),
                item(WindowText.ZOOM_OUT, "shortcut+MINUS", () -> zoom(-ZOOM_STEP)),
                item(
                        WindowText.ZOOM_RESET,
                        "shortcut+0",
                        () -> appearance.zoomProperty().set(1)));
    }

    private ObservableValue<String> plain(String text) {
        return words.map(_ -> text);
    }

    private void zoom(double step) {
        var zoom = workbench.appearance().zoomProperty();
        zoom.set(Math.round((zoom.get() + step) * 10) / 10.0);
    }

    private Menu scenario() {
        return menu(
                WindowText.SCENARIO,
                item(WindowText.FIND_MODEL, "", acts::findModel),
                cache(DeskText.CACHE_KEYS, Setup::keys, (setup, format) -> setup.withCaches(format, setup.values())),
                cache(DeskText.CACHE_VALUES, Setup::values, (setup, format) -> setup.withCaches(setup.keys(), format)),
                item(DeskText.MACHINES, "shortcut+K", acts::machines),
                menu(
                        MachineText.MENU,
                        item(MachineText.NEW, "", () -> acts.own().create()),
                        item(MachineText.IMPORT, "", () -> acts.own().choose()),
                        item(MachineText.THIS_COMPUTER, "", () -> acts.own().thisComputer())),
                new SeparatorMenuItem(),
                item(DeskText.PIN, "shortcut+P", workbench.pins()::pin),
                item(DeskText.UNPIN_ALL, "", workbench.pins()::unpinAll),
                new SeparatorMenuItem(),
                item(WindowText.RESET, "", workbench.root()::reset));
    }

    /// Keys and values may be cached in formats of their own.
    private Menu cache(
            MessageKey name, Function<Setup, CacheFormat> chosen, BiFunction<Setup, CacheFormat, Setup> change) {
        var group = new ToggleGroup();
        Menu menu = menu(name);
        for (CacheFormat format : workbench.root().choices().caches()) {
            var item = new RadioMenuItem(format.name());
            item.setMnemonicParsing(false);
            item.setToggleGroup(group);
            item.setOnAction(_ ->
                    workbench.root().apply(Act.CACHE, now -> now.with(setup -> change.apply(setup, format))));
            workbench
                    .fields()
                    .setupProperty()
                    .subscribe(setup -> item.setSelected(chosen.apply(setup).equals(format)));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Menu questions() {
        Menu menu = choices(
                PageText.QUESTIONS,
                Page.values(),
                page -> words.text(PageNames.of(page)),
                workbench.pages().shownProperty());
        PAGE_KEYS.forEach(
                (page, keys) -> menu.getItems().get(page.ordinal()).setAccelerator(KeyCombination.valueOf(keys)));
        return menu;
    }

    private Menu help() {
        return menu(
                WindowText.HELP,
                item(ManualText.GUIDE, "F1", acts::manual),
                item(ManualText.GLOSSARY, "shift+F1", acts::glossary),
                item(HelpText.FIRST_STEPS, "", acts::firstSteps),
                item(DeskText.KEYS, "shortcut+F1", acts::keys),
                new SeparatorMenuItem(),
                item(WindowText.ABOUT, "", acts::about));
    }

    private <T> Menu choices(
            MessageKey name, T[] values, Function<T, ObservableValue<String>> text, Property<T> chosen) {
        var group = new ToggleGroup();
        Menu menu = menu(name);
        for (T value : values) {
            var item = new RadioMenuItem();
            item.textProperty().bind(text.apply(value));
            item.setToggleGroup(group);
            item.setOnAction(_ -> chosen.setValue(value));
            chosen.subscribe(now -> item.setSelected(value.equals(now)));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Menu menu(MessageKey name, MenuItem... items) {
        var menu = new Menu();
        menu.textProperty().bind(words.text(name));
        menu.getItems().addAll(items);
        return menu;
    }

    private MenuItem item(MessageKey name, String keys, Runnable action) {
        var item = new MenuItem();
        item.textProperty().bind(words.text(name));
        item.setOnAction(_ -> action.run());
        if (!keys.isEmpty()) {
            item.setAccelerator(KeyCombination.valueOf(keys));
        }
        return item;
    }
}
