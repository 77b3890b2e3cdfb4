package org.tonari.view.window;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.FileChooser;
import org.tonari.text.DeskText;
import org.tonari.text.WindowText;
import org.tonari.view.parts.Dialogs;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.work.WorkViewModel;

/// The menu's acts on files: they ask where, and before something unsaved would be lost.
public final class WorkMenu {
    private final WorkViewModel work;
    private final Words words;
    private final WindowActs acts;

    /// @param work the comparison as a file
    /// @param acts of the window, which owns the questions asked
    public WorkMenu(WorkViewModel work, Words words, WindowActs acts) {
        this.work = work;
        this.words = words;
        this.acts = acts;
    }

    /// @return `evening.tonari • – Tonari`, the dot while something is not saved
    public static ObservableValue<String> title(WorkViewModel work, Words words) {
        return Bindings.createStringBinding(
                () -> words.now().text(titled(work), name(work, words)),
                work.fileProperty(),
                work.changedProperty(),
                work.readOnlyProperty(),
                words.wording());
    }

    private static DeskText titled(WorkViewModel work) {
        if (work.readOnlyProperty().get()) {
            return DeskText.TITLE_READ_ONLY;
        }
        return work.changedProperty().get() ? DeskText.TITLE_CHANGED : DeskText.TITLE;
    }

    private static String name(WorkViewModel work, Words words) {
        return work.fileProperty()
                .get()
                .map(file -> String.valueOf(file.getFileName()))
                .orElseGet(() -> words.now().text(DeskText.UNTITLED));
    }

    Menu recent() {
        var menu = new Menu();
        menu.textProperty().bind(words.text(DeskText.OPEN_RECENT));
        work.recentProperty().subscribe(files -> {
            menu.getItems().setAll(files.stream().map(this::item).toList());
            var clear = new MenuItem();
            clear.textProperty().bind(words.text(DeskText.CLEAR_RECENT));
            clear.setOnAction(_ -> work.clearRecent());
            menu.getItems().addAll(new SeparatorMenuItem(), clear);
            menu.setDisable(files.isEmpty());
        });
        return menu;
    }

    private MenuItem item(Path file) {
        var item = new MenuItem(file.toString());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> afterSaving(() -> work.open(file)));
        return item;
    }

    void startNew() {
        afterSaving(work::startNew);
    }

    void open() {
        afterSaving(() -> Optional.ofNullable(chooser(DeskText.OPEN).showOpenDialog(acts.window()))
                .ifPresent(file -> work.open(file.toPath())));
    }

    void save() {
        save(() -> {});
    }

    private void save(Runnable then) {
        Optional<Path> own = work.fileProperty().get();
        if (own.isPresent() && !work.readOnlyProperty().get()) {
            work.saveUnlessChanged(own.get(), then, () -> changedOutside(own.get(), then));
        } else {
            saveAs(then);
        }
    }

    /// Somebody else wrote the file since: nothing of theirs or of one's own is lost unasked.
    private void changedOutside(Path own, Runnable then) {
        var overwrite = new ButtonType(words.now().text(DeskText.OVERWRITE), ButtonData.NO);
        var elsewhere = new ButtonType(words.now().text(DeskText.SAVE_AS), ButtonData.YES);
        var reload = new ButtonType(words.now().text(DeskText.RELOAD), ButtonData.OTHER);
        ask(DeskText.ASK_CHANGED, DeskText.ASK_CHANGED_TEXT, "ask-changed", overwrite, elsewhere, reload)
                .ifPresent(answer -> {
                    if (answer == overwrite) {
                        work.save(own, then);
                    } else if (answer == elsewhere) {
                        saveAs(then);
                    } else if (answer == reload) {
                        work.open(own);
                    }
                });
    }

    void saveAs() {
        saveAs(() -> {});
    }

    private void saveAs(Runnable then) {
        FileChooser chooser = chooser(DeskText.SAVE_AS);
        chooser.setInitialFileName(work.suggestedName());
        Optional.ofNullable(chooser.showSaveDialog(acts.window()))
                .ifPresent(file -> work.save(named(file.toPath()), then));
    }

    /// Not every system's dialog puts the ending behind a name.
    private static Path named(Path file) {
        return file.toString().endsWith(WorkViewModel.SUFFIX) ? file : Path.of(file + WorkViewModel.SUFFIX);
    }

    private FileChooser chooser(DeskText title) {
        var chooser = new FileChooser();
        chooser.setTitle(words.now().text(title));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(words.now().text(DeskText.FILE_KIND), "*" + WorkViewModel.SUFFIX));
        work.fileProperty()
                .get()
                .map(Path::getParent)
                .map(Path::toFile)
                .filter(File::isDirectory)
                .ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    /// Runs what replaces the comparison, once it is saved or may be lost.
    public void afterSaving(Runnable act) {
        if (!work.changedProperty().get()) {
            act.run();
            return;
        }
        var save = new ButtonType(words.now().text(DeskText.SAVE), ButtonData.YES);
        var lose = new ButtonType(words.now().text(DeskText.DO_NOT_SAVE), ButtonData.NO);
        ask(DeskText.ASK_SAVE, DeskText.ASK_SAVE_TEXT, "ask-save", save, lose).ifPresent(answer -> {
            if (answer == save) {
                save(act);
            } else if (answer == lose) {
                act.run();
            }
        });
    }

    /// @return the answer; cancelling is one that is none of those given
    private Optional<ButtonType> ask(DeskText question, DeskText text, String id, ButtonType... answers) {
        var alert = new Alert(Alert.AlertType.CONFIRMATION, words.now().text(text), answers);
        alert.getButtonTypes().add(new ButtonType(words.now().text(WindowText.CANCEL), ButtonData.CANCEL_CLOSE));
        alert.initOwner(acts.window());
        alert.setTitle("Tonari");
        alert.setHeaderText(words.now().text(question, name(work, words)));
        alert.getDialogPane().setId(id);
        Dialogs.dress(alert.getDialogPane(), acts.window());
        Dialogs.whole(alert.getDialogPane());
        return alert.showAndWait();
    }
}
