package org.tonari.view.columns;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.tonari.domain.comparison.Candidate;
import org.tonari.domain.machine.Machine;
import org.tonari.text.DeskText;
import org.tonari.text.MachineText;
import org.tonari.view.own.MachineActs;
import org.tonari.view.parts.Dialogs;
import org.tonari.view.parts.Hint;
import org.tonari.view.parts.Pictures;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.choosing.ColumnsViewModel;
import org.tonari.viewmodel.choosing.SearchWords;

/// The machine columns as a list: their order, which are shown, copies, options; and what can be added.
public final class MachinesDialog {
    private final Window owner;
    private final Workbench workbench;
    private final ColumnsViewModel columns;
    private final Words words;
    private final ListView<Candidate> list = new ListView<>();
    private final ListView<Machine> known = new ListView<>();
    private final TextField search = new TextField();

    private MachinesDialog(Window owner, Workbench workbench, Words words) {
        this.owner = owner;
        this.workbench = workbench;
        this.columns = workbench.columns();
        this.words = words;
    }

    /// Opens the list of columns, or brings it forward.
    public static void show(Window owner, Workbench workbench, Words words) {
        if (!Dialogs.raised(owner, "machines-dialog")) {
            new MachinesDialog(owner, workbench, words).open();
        }
    }

    private void open() {
        var dialog = new Dialog<ButtonType>();
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setResizable(true);
        dialog.titleProperty().bind(words.text(DeskText.MACHINES_TITLE));
        DialogPane pane = dialog.getDialogPane();
        pane.setId("machines-dialog");
        pane.getStyleClass().add("machines-dialog");
        Dialogs.closing(pane, words);
        pane.setContent(content());
        Dialogs.dress(pane, owner);
        Subscription following = Subscription.combine(
                columns.candidatesProperty().subscribe(now -> refresh(now.all())),
                columns.knownProperty().subscribe(_ -> {
                    // Which options a column has is told by its row, and known only now.
                    list.refresh();
                    offer();
                }),
                workbench.machines().ownProperty().subscribe(_ -> offer()),
                words.wording()
                        .subscribe(_ ->
                                refresh(columns.candidatesProperty().getValue().all())));
        dialog.setOnHidden(_ -> following.unsubscribe());
        columns.readAll();
        dialog.show();
    }

    private HBox content() {
        list.setId("machine-columns");
        list.setCellFactory(_ -> new ColumnRow(workbench, words));
        list.setOnKeyPressed(key -> {
            Candidate chosen = list.getSelectionModel().getSelectedItem();
            if (key.isAltDown() && chosen != null) {
                switch (key.getCode()) {
                    case UP -> columns.move(chosen.id(), -1);
                    case DOWN -> columns.move(chosen.id(), 1);
                    default -> {
                        return;
                    }
                }
                key.consume();
            }
        });
        Label hint = words.on(new Label(), DeskText.MACHINES_HINT);
        hint.getStyleClass().add("caption");
        var left = new VBox(list, hint);
        left.getStyleClass().add("rows");
        HBox.setHgrow(left, Priority.ALWAYS);
        VBox.setVgrow(list, Priority.ALWAYS);
        var both = new HBox(left, adding());
        both.getStyleClass().add("machines");
        return both;
    }

    private VBox adding() {
        Label title = words.on(new Label(), DeskText.ADD_MACHINE);
        title.getStyleClass().add("section-title");
        search.setId("machine-search");
        search.promptTextProperty().bind(words.text(DeskText.SEARCH_MACHINE));
        search.textProperty().subscribe(_ -> offer());
        search.setOnAction(_ -> known.getItems().stream().findFirst().ifPresent(columns::add));
        known.setId("machine-list");
        known.setCellFactory(_ -> new KnownRow());
        known.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                add();
            }
        });
        var right = new VBox(title, search, known, making());
        right.getStyleClass().addAll("rows", "adding");
        VBox.setVgrow(known, Priority.ALWAYS);
        return right;
    }

    private FlowPane making() {
        var making = new FlowPane(
                button("machine-new", MachineText.NEW, () -> acts().create()),
                button("machine-import", MachineText.IMPORT, () -> acts().choose()),
                button("machine-this", MachineText.THIS_COMPUTER, () -> acts().thisComputer()));
        making.getStyleClass().add("making");
        making.setPrefWrapLength(0);
        return making;
    }

    private Button button(String id, MachineText name, Runnable act) {
        var button = words.on(new Button(), name);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> act.run());
        return button;
    }

    private MachineActs acts() {
        return new MachineActs(owner.getScene().getRoot(), workbench.machines(), words);
    }

    private void add() {
        Machine chosen = known.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            columns.add(chosen);
        }
    }

    private boolean holdsFocus() {
        Node owner = list.getScene() == null ? null : list.getScene().getFocusOwner();
        while (owner != null && owner != list) {
            owner = owner.getParent();
        }
        return owner == list;
    }

    private void refresh(List<Candidate> all) {
        Candidate chosen = list.getSelectionModel().getSelectedItem();
        if (holdsFocus()) {
            // The control that changed a column goes with its row, and the focus would go on to the closing button.
            list.requestFocus();
        }
        list.getItems().setAll(all);
        all.stream()
                .filter(one -> chosen != null && one.id().equals(chosen.id()))
                .findFirst()
                .ifPresent(list.getSelectionModel()::select);
    }

    private void offer() {
        SearchWords asked = SearchWords.of(search.getText());
        known.getItems()
                .setAll(columns.knownProperty().get().stream()
                        .filter(machine -> asked.areIn(machine.name(), machine.id()))
                        .toList());
    }

    /// A machine that can be added: its name and a plus.
    private final class KnownRow extends ListCell<Machine> {
        private final Label name = new Label();
        private final Button plus = new Button("+");
        private final Label chip = new Label();
        private final HBox row = new HBox(name, chip, Pictures.spacer(), plus);

        KnownRow() {
            row.setAlignment(Pos.CENTER_LEFT);
            name.setMinWidth(0);
            chip.getStyleClass().add("chip");
            chip.setMinWidth(Region.USE_PREF_SIZE);
            setContextMenu(new ContextMenu());
            setOnContextMenuRequested(_ -> {
                if (getItem() != null) {
                    getContextMenu().getItems().setAll(acts().of(getItem()));
                }
            });
            setPrefWidth(0);
            plus.getStyleClass().add("flat");
            plus.setMinWidth(Region.USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(Machine machine, boolean empty) {
            super.updateItem(machine, empty);
            setGraphic(empty || machine == null ? null : row);
            if (machine != null) {
                name.setText(machine.name());
                Hint.on(name, machine.name());
                String whose = OwnMarks.words(workbench.machines().whose(machine), words.now());
                chip.setText(whose);
                chip.setVisible(!whose.isEmpty());
                chip.setManaged(!whose.isEmpty());
                setAccessibleText(machine.name());
                plus.setAccessibleText(words.now().text(DeskText.ADD_MACHINE) + ": " + machine.name());
                plus.setOnAction(_ -> columns.add(machine));
            }
        }
    }
}
