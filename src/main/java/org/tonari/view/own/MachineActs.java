package org.tonari.view.own;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.stage.FileChooser;
import org.tonari.domain.machine.Machine;
import org.tonari.text.MachineText;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.own.OwnMachinesViewModel;
import org.tonari.viewmodel.own.OwnMachinesViewModel.Whose;

/// What can be done with machines of the person's own, from menus and where files are dropped.
public final class MachineActs {
    private final Node owner;
    private final OwnMachinesViewModel machines;
    private final Words words;

    /// @param owner a node of the window that owns the dialogs
    public MachineActs(Node owner, OwnMachinesViewModel machines, Words words) {
        this.owner = owner;
        this.machines = machines;
        this.words = words;
    }

    /// Opens the editor of a new machine.
    public void create() {
        MachineEditorDialog.show(owner, machines.create(), words);
    }

    /// Shows this computer, which becomes a column.
    public void thisComputer() {
        ThisComputerDialog.show(owner, machines, words);
    }

    /// Asks for a profile's file and keeps it among the person's own.
    public void choose() {
        File file = chooser(MachineText.IMPORT).showOpenDialog(owner.getScene().getWindow());
        if (file != null) {
            machines.read(file.toPath(), this::confirm);
        }
    }

    /// Takes a file that was dropped.
    ///
    /// @param otherwise takes one that is no machine's profile
    public void drop(Path file, Runnable otherwise) {
        machines.readOr(file, this::confirm, otherwise);
    }

    private void confirm(Machine machine, Runnable then) {
        MachineText question =
                machines.whose(machine) == Whose.SHIPPED ? MachineText.ASK_HIDE : MachineText.ASK_REPLACE;
        Asking.first(owner, words, words.now().text(question, machine.name()), MachineText.REPLACE, then);
    }

    private FileChooser chooser(MachineText title) {
        var chooser = new FileChooser();
        chooser.setTitle(words.now().text(title));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(words.now().text(MachineText.PROFILE_FILES), "*.json"));
        return chooser;
    }

    /// @return what can be done with the profile of a machine
    public List<MenuItem> of(Machine machine) {
        var items = new ArrayList<MenuItem>();
        items.add(item(MachineText.DETAILS, () -> MachineDetails.show(owner, machines.edit(machine), machine, words)));
        boolean yours = machines.whose(machine) != Whose.SHIPPED;
        if (yours) {
            items.add(item(MachineText.EDIT, () -> MachineEditorDialog.show(owner, machines.edit(machine), words)));
        }
        items.add(item(MachineText.EDIT_COPY, () -> MachineEditorDialog.show(owner, machines.copy(machine), words)));
        items.add(item(MachineText.EXPORT, () -> export(machine)));
        if (yours) {
            items.add(item(MachineText.DELETE, () -> delete(machine)));
        }
        return items;
    }

    private void export(Machine machine) {
        FileChooser chooser = chooser(MachineText.EXPORT);
        chooser.setInitialFileName(machine.id() + ".json");
        File file = chooser.showSaveDialog(owner.getScene().getWindow());
        if (file != null) {
            machines.export(machine, file.toPath());
        }
    }

    private void delete(Machine machine) {
        Asking.first(
                owner,
                words,
                words.now().text(MachineText.ASK_DELETE, machine.name()),
                MachineText.DELETE_NOW,
                () -> machines.delete(machine));
    }

    private MenuItem item(MachineText name, Runnable act) {
        var item = new MenuItem(words.now().text(name));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> act.run());
        return item;
    }
}
