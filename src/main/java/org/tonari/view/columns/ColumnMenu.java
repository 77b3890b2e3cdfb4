package org.tonari.view.columns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.tonari.domain.answer.Fit;
import org.tonari.domain.comparison.Candidate;
import org.tonari.domain.comparison.Candidate.Visibility;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.text.DeskText;
import org.tonari.text.HelpText;
import org.tonari.text.MessageKey;
import org.tonari.view.own.MachineActs;
import org.tonari.view.parts.Words;
import org.tonari.view.why.RemedyBox;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.choosing.ColumnsViewModel;
import org.tonari.viewmodel.desk.Results;

/// What can be done with one machine: the remedies of its verdict, then its column.
public final class ColumnMenu {
    private ColumnMenu() {}

    /// @param owner a node of the window that owns dialogs
    public static ContextMenu of(Workbench workbench, Words words, Results.Column column, Node owner) {
        ColumnsViewModel columns = workbench.columns();
        String id = column.machine().id();
        List<MenuItem> items = new ArrayList<>();
        Fit fit = column.estimate().fit();
        for (Fit.Remedy remedy : fit.remedies()) {
            var item = new MenuItem(
                    RemedyBox.text(remedy, words.now().names(), fit.verdict().fits()));
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
        columns.candidatesProperty()
                .getValue()
                .find(id)
                .ifPresent(one -> items.addAll(settings(workbench, words, one)));
        items.add(item(words, DeskText.HIDE, () -> columns.show(id, Visibility.HIDDEN)));
        items.add(item(words, DeskText.REMOVE, () -> columns.remove(id)));
        items.add(new SeparatorMenuItem());
        var acts = new MachineActs(owner.getScene().getRoot(), workbench.machines(), words);
        workbench.machines().profile(id).ifPresent(profile -> items.addAll(acts.of(profile)));
        var menu = new ContextMenu();
        menu.getItems().setAll(items);
        return menu;
    }

    /// @return menus of what a column may have of its own: what runs the model there, how its weights are stored
    static List<Menu> settings(Workbench workbench, Words words, Candidate column) {
        InferenceRuntime runtime = column.runtime()
                .orElseGet(
                        () -> workbench.root().getComparison().setup().runtime().runtime());
        return List.of(
                choices(
                        words,
                        HelpText.COLUMN_RUNTIME,
                        workbench.root().choices().runtimes(),
                        InferenceRuntime::name,
                        column.runtime(),
                        own -> workbench.columns().run(column.id(), own)),
                choices(
                        words,
                        HelpText.COLUMN_WEIGHTS,
                        workbench.root().choices().weights().stream()
                                .filter(format -> format.isReadBy(runtime))
                                .toList(),
                        WeightFormat::name,
                        column.weights(),
                        own -> workbench.columns().store(column.id(), own)));
    }

    /// One setting of this column: the same as of all, or one of its own.
    private static <T> Menu choices(
            Words words,
            MessageKey name,
            List<T> choices,
            Function<T, String> named,
            Optional<T> now,
            Consumer<Optional<T>> choose) {
        var menu = new Menu(words.now().text(name));
        var group = new ToggleGroup();
        Stream.concat(Stream.of(Optional.<T>empty()), choices.stream().map(Optional::of))
                .forEach(choice -> {
                    var item = new RadioMenuItem(
                            choice.map(named).orElseGet(() -> words.now().text(HelpText.AS_ALL_COLUMNS)));
                    item.setMnemonicParsing(false);
                    item.setToggleGroup(group);
                    item.setSelected(choice.equals(now));
                    item.setOnAction(_ -> choose.accept(choice));
                    menu.getItems().add(item);
                });
        return menu;
    }

    private static MenuItem item(Words words, MessageKey name, Runnable act) {
        var item = new MenuItem(words.now().text(name));
        item.setOnAction(_ -> act.run());
        return item;
    }
}
