package org.tonari.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.tonari.domain.Candidate.Visibility;
import org.tonari.domain.Fit;
import org.tonari.text.DeskText;
import org.tonari.text.MessageKey;
import org.tonari.view.own.MachineActs;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.ColumnsViewModel;
import org.tonari.viewmodel.Results;
import org.tonari.viewmodel.Workbench;

/// What can be done with one machine: the remedies of its verdict, then its column.
final class ColumnMenu {
    private ColumnMenu() {}

    /// @param owner a node of the window that owns dialogs
    static ContextMenu of(Workbench workbench, Words words, Results.Column column, Node owner) {
        ColumnsViewModel columns = workbench.columns();
        String id = column.machine().id();
        List<MenuItem> items = new ArrayList<>();
        for (Fit.Remedy remedy : column.estimate().fit().remedies()) {
            var item = new MenuItem(words.now().names().remedy(remedy));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> workbench.why().apply(remedy));
            items.add(item);
        }
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        items.add(item(words, DeskText.MOVE_LEFT, () -> columns.move(id, -1)));
        items.add(item(words, DeskText.MOVE_RIGHT, () -> columns.move(id, 1)));
        items.add(item(words, DeskText.DUPLICATE, () -> columns.duplicate(id)));
        items.add(item(words, DeskText.HIDE, () -> columns.show(id, Visibility.HIDDEN)));
        items.add(item(words, DeskText.REMOVE, () -> columns.remove(id)));
        items.add(new SeparatorMenuItem());
        var acts = new MachineActs(owner.getScene().getRoot(), workbench.machines(), words);
        workbench.machines().profile(id).ifPresent(profile -> items.addAll(acts.of(profile)));
        var menu = new ContextMenu();
        menu.getItems().setAll(items);
        return menu;
    }

    private static MenuItem item(Words words, MessageKey name, Runnable act) {
        var item = new MenuItem(words.now().text(name));
        item.setOnAction(_ -> act.run());
        return item;
    }
}
