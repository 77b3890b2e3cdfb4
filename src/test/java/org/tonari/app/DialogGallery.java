package org.tonari.app;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ToggleButton;
import javafx.stage.Window;
import org.tonari.domain.machine.Machine;
import org.tonari.manual.Volume;
import org.tonari.text.DeskText;
import org.tonari.text.ManualText;
import org.tonari.text.MessageKey;
import org.tonari.text.WindowText;
import org.tonari.view.own.MachineActs;
import org.tonari.view.own.MeasureDialog;
import org.tonari.view.own.OpenModelDialog;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.pages.Page;

/// The dialogs of a person's own models, machines and measurements, opened one by one to be drawn like pages.
final class DialogGallery {
    private DialogGallery() {}

    /// A dialog.
    ///
    /// @param name of its pictures
    /// @param open opens it over the window's content
    record Shown(String name, BiConsumer<Node, Workbench> open) {}

    /// @return every dialog, by what opens it
    static List<Shown> all() {
        return List.of(
                new Shown("dialog-machines", (root, desk) -> {
                    desk.columns().duplicate("dgx-spark");
                    desk.columns()
                            .store(
                                    "dgx-spark.2",
                                    desk.root().choices().weights().stream()
                                            .filter(format -> format.id().equals("q8_0"))
                                            .findFirst());
                    fire(root, DeskText.MACHINES, desk);
                }),
                new Shown("dialog-preferences", (root, desk) -> fire(root, DeskText.PREFERENCES, desk)),
                new Shown("dialog-preferences-double", (root, desk) -> {
                    desk.appearance().zoomProperty().set(2);
                    fire(root, DeskText.PREFERENCES, desk);
                }),
                new Shown("dialog-machines-double", (root, desk) -> {
                    desk.appearance().zoomProperty().set(2);
                    fire(root, DeskText.MACHINES, desk);
                }),
                new Shown("dialog-export", (root, desk) -> fire(root, WindowText.EXPORT_MENU, desk)),
                new Shown("dialog-keys", (root, desk) -> fire(root, DeskText.KEYS, desk)),
                new Shown("manual", (root, desk) -> fire(root, ManualText.GUIDE, desk)),
                new Shown("manual-found", (root, desk) -> {
                    fire(root, ManualText.GUIDE, desk);
                    desk.manual().search().queryProperty().set("GB");
                    desk.manual().search().next();
                }),
                new Shown("manual-page", (root, desk) -> {
                    desk.pages().shownProperty().set(Page.ADVICE);
                    fire(root, ManualText.GUIDE, desk);
                }),
                new Shown("manual-large", (root, desk) -> {
                    desk.appearance().zoomProperty().set(1.6);
                    fire(root, ManualText.GUIDE, desk);
                    desk.manual()
                            .open(desk.manual()
                                    .document()
                                    .orElseThrow()
                                    .chapters()
                                    .get(2));
                }),
                new Shown("manual-glossary", (root, desk) -> volume(root, desk, Volume.GLOSSARY)),
                new Shown("manual-commands", (root, desk) -> volume(root, desk, Volume.COMMAND_LINE)),
                new Shown("manual-profiles", (root, desk) -> volume(root, desk, Volume.PROFILES)),
                new Shown("dialog-about", (root, desk) -> fire(root, WindowText.ABOUT, desk)),
                new Shown(
                        "dialog-open-model",
                        (root, desk) -> OpenModelDialog.show(root, desk.opening(), words(desk), "")),
                new Shown("dialog-measure", (root, desk) -> MeasureDialog.show(root, desk, words(desk))),
                new Shown("dialog-machine-new", (root, desk) -> acts(root, desk).create()),
                new Shown("dialog-machine-copy", (root, desk) -> editor(root, desk, 0)),
                new Shown("dialog-machine-memory", (root, desk) -> editor(root, desk, 1)),
                new Shown("dialog-machine-compute", (root, desk) -> editor(root, desk, 2)),
                new Shown("dialog-machine-links", (root, desk) -> editor(root, desk, 3)),
                new Shown("dialog-machine-power", (root, desk) -> editor(root, desk, 4)),
                new Shown("dialog-machine-prices", (root, desk) -> editor(root, desk, 5)),
                new Shown("dialog-machine-details", (root, desk) -> item(root, desk, 0)),
                new Shown(
                        "dialog-this-computer", (root, desk) -> acts(root, desk).thisComputer()));
    }

    /// @return the window of the dialog that was opened last
    static Scene opened() {
        return Window.getWindows().getLast().getScene();
    }

    private static void fire(Node root, MessageKey item, Workbench desk) {
        var bar = (MenuBar) root.lookup("#menu-bar");
        String text = words(desk).now().text(item);
        bar.getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(one -> text.equals(one.getText()))
                .findFirst()
                .orElseThrow()
                .fire();
    }

    private static void volume(Node root, Workbench desk, Volume volume) {
        fire(root, ManualText.GUIDE, desk);
        desk.manual().open(volume);
    }

    private static Words words(Workbench desk) {
        return new Words(desk.appearance());
    }

    private static MachineActs acts(Node root, Workbench desk) {
        return new MachineActs(root, desk.machines(), words(desk));
    }

    private static void item(Node root, Workbench desk, int number) {
        Machine omen = desk.root().getComparison().machines().get(4);
        acts(root, desk).of(omen).get(number).fire();
    }

    private static void editor(Node root, Workbench desk, int section) {
        item(root, desk, 1);
        opened().getRoot().applyCss();
        opened().getRoot().lookupAll("#editor-sections .toggle-button").stream()
                .skip(section)
                .findFirst()
                .map(ToggleButton.class::cast)
                .ifPresent(ToggleButton::fire);
    }
}
