package org.tonari.view.dialogs;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.stage.Modality;
import javafx.stage.Window;
import org.tonari.text.ChartText;
import org.tonari.text.DeskText;
import org.tonari.text.HelpText;
import org.tonari.text.ManualText;
import org.tonari.text.MessageKey;
import org.tonari.text.OwnText;
import org.tonari.text.PageText;
import org.tonari.text.WindowText;
import org.tonari.view.parts.Dialogs;
import org.tonari.view.parts.Words;

/// Every key of the window on one sheet.
public final class KeySheet {
    private static final String SHORTCUT =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac") ? "⌘" : "Ctrl+";

    private record Key(String keys, MessageKey act) {}

    private static final List<Key> KEYS = List.of(
            new Key("← →", DeskText.KEY_STEP),
            new Key("PgUp PgDn", DeskText.KEY_DOUBLE),
            new Key("Shift + ← →", DeskText.KEY_WHAT_IF),
            new Key("Shift+Enter", DeskText.KEY_KEEP),
            new Key("Alt", DeskText.KEY_FREE),
            new Key("P, " + SHORTCUT + "P", DeskText.PIN),
            new Key("U", ChartText.KEY_AXIS),
            new Key("+ −", ChartText.KEY_ZOOM),
            new Key(", .", ChartText.KEY_PAN),
            new Key("0", ChartText.KEY_WHOLE),
            new Key(SHORTCUT + "↕", ChartText.KEY_WHEEL),
            new Key("Alt + ← →", ChartText.KEY_COLUMN),
            new Key("/", WindowText.FIND_MODEL),
            new Key("F1", ManualText.GUIDE),
            new Key("Shift+F1", ManualText.GLOSSARY),
            new Key("?, " + SHORTCUT + "F1", DeskText.KEYS),
            new Key("F6", DeskText.KEY_AREAS),
            new Key(SHORTCUT + "1 … 4", DeskText.KEY_FIELDS),
            new Key("Esc", DeskText.KEY_ESCAPE),
            new Key(SHORTCUT + "M", PageText.NAME_MATRIX),
            new Key(SHORTCUT + "Shift+W", DeskText.NAME_FORMATS),
            new Key(SHORTCUT + "K", DeskText.MACHINES),
            new Key(SHORTCUT + "Z", WindowText.UNDO),
            new Key(SHORTCUT + "Shift+Z", WindowText.REDO),
            new Key(SHORTCUT + "N", DeskText.NEW),
            new Key(SHORTCUT + "O", DeskText.OPEN),
            new Key(SHORTCUT + "S", DeskText.SAVE),
            new Key(SHORTCUT + "Shift+S", DeskText.SAVE_AS),
            new Key(SHORTCUT + "Shift+O", OwnText.OPEN_FILE),
            new Key(SHORTCUT + "L", OwnText.OPEN_ADDRESS),
            new Key(SHORTCUT + "E", WindowText.EXPORT_MENU),
            new Key(SHORTCUT + "C", WindowText.COPY_SUMMARY),
            new Key(SHORTCUT + "Shift+C", HelpText.COPY_PICTURE),
            new Key(SHORTCUT + "+", WindowText.ZOOM_IN),
            new Key(SHORTCUT + "−", WindowText.ZOOM_OUT),
            new Key(SHORTCUT + "0", WindowText.ZOOM_RESET),
            new Key(SHORTCUT + ",", DeskText.PREFERENCES),
            new Key(SHORTCUT + "Q", WindowText.QUIT));

    private KeySheet() {}

    /// Opens the sheet, or brings it forward.
    public static void show(Window owner, Words words) {
        if (Dialogs.raised(owner, "key-sheet")) {
            return;
        }
        var dialog = new Dialog<ButtonType>();
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.titleProperty().bind(words.text(DeskText.KEYS));
        DialogPane pane = dialog.getDialogPane();
        pane.setId("key-sheet");
        Dialogs.closing(pane, words);
        pane.setContent(sheet(words));
        Dialogs.dress(pane, owner);
        dialog.show();
    }

    private static GridPane sheet(Words words) {
        var sheet = new GridPane();
        sheet.getStyleClass().add("keys");
        int half = Math.ceilDiv(KEYS.size(), 2);
        for (int i = 0; i < KEYS.size(); i++) {
            var keys = new Label(KEYS.get(i).keys());
            keys.getStyleClass().add("key-name");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            Label act = words.on(new Label(), KEYS.get(i).act());
            act.setMinWidth(Region.USE_PREF_SIZE);
            sheet.add(keys, 2 * (i / half), i % half);
            sheet.add(act, 2 * (i / half) + 1, i % half);
        }
        return sheet;
    }
}
