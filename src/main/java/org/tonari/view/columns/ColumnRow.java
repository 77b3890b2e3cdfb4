package org.tonari.view.columns;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.tonari.chart.MarkGlyph;
import org.tonari.domain.comparison.Candidate;
import org.tonari.domain.comparison.Candidate.Visibility;
import org.tonari.domain.comparison.Setup;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.export.picture.Pictured;
import org.tonari.text.DeskText;
import org.tonari.text.HelpText;
import org.tonari.text.MachineText;
import org.tonari.view.parts.Hint;
import org.tonari.view.parts.ItemText;
import org.tonari.view.parts.Pictures;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.choosing.ColumnsViewModel;

/// A machine column in the list: shown or not, its sign and name, its options, a copy, a way out; it can be dragged.
final class ColumnRow extends ListCell<Candidate> {
    private final Workbench workbench;
    private final ColumnsViewModel columns;
    private final Words words;

    ColumnRow(Workbench workbench, Words words) {
        this.workbench = workbench;
        this.columns = workbench.columns();
        this.words = words;
        setOnDragDetected(event -> {
            if (getItem() != null) {
                var content = new ClipboardContent();
                content.putString(getItem().id());
                startDragAndDrop(TransferMode.MOVE).setContent(content);
                event.consume();
            }
        });
        setOnDragOver(event -> {
            if (event.getGestureSource() instanceof ColumnRow) {
                event.acceptTransferModes(TransferMode.MOVE);
                event.consume();
            }
        });
        setOnDragDropped(event -> {
            if (event.getGestureSource() instanceof ColumnRow source && getItem() != null) {
                drop(source);
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    private void drop(ColumnRow source) {
        List<Candidate> shown =
                getListView().getItems().stream().filter(Candidate::isShown).toList();
        int places = shown.indexOf(getItem()) - shown.indexOf(source.getItem());
        columns.move(source.getItem().id(), places);
    }

    @Override
    protected void updateItem(Candidate candidate, boolean empty) {
        super.updateItem(candidate, empty);
        setGraphic(empty || candidate == null ? null : row(candidate));
        setAccessibleText(
                empty || candidate == null ? null : candidate.machine().name());
    }

    private HBox row(Candidate candidate) {
        String id = candidate.id();
        Machine machine = candidate.machine();
        var name = new Label(machine.shortName());
        name.getStyleClass().add("column-name");
        Hint.on(name, machine.name());
        name.setMinWidth(Region.USE_PREF_SIZE);
        var glyph = new StackPane(MarkGlyph.of(Pictured.mark(machine, candidate.mark())));
        glyph.getStyleClass().add("glyph-box");
        var row = new HBox(
                eye(candidate),
                glyph,
                name,
                whose(candidate.profile()),
                own(id),
                Pictures.spacer(),
                options(candidate),
                settings(candidate));
        row.getChildren()
                .addAll(
                        button("↑", DeskText.MOVE_LEFT, machine, () -> columns.move(id, -1)),
                        button("↓", DeskText.MOVE_RIGHT, machine, () -> columns.move(id, 1)),
                        button(
                                words.now().text(DeskText.DUPLICATE),
                                DeskText.COPY_COLUMN,
                                machine,
                                () -> columns.duplicate(id)),
                        button("×", DeskText.REMOVE_COLUMN, machine, () -> columns.remove(id)));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("column-row");
        return row;
    }

    private CheckBox eye(Candidate candidate) {
        var eye = new CheckBox();
        eye.setSelected(candidate.isShown());
        eye.setDisable(!columns.mayHide(candidate));
        eye.setAccessibleText(words.now()
                .text(
                        candidate.isShown() ? DeskText.HIDE_COLUMN : DeskText.SHOW_COLUMN,
                        candidate.machine().shortName()));
        Hint.on(eye, eye.getAccessibleText());
        eye.setOnAction(_ -> columns.show(candidate.id(), eye.isSelected() ? Visibility.SHOWN : Visibility.HIDDEN));
        return eye;
    }

    /// A profile of the person's own, and whether it hides a shipped one.
    private Label whose(Machine profile) {
        var chip = new Label(OwnMarks.words(workbench.machines().whose(profile), words.now()));
        chip.getStyleClass().add("chip");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.setVisible(!chip.getText().isEmpty());
        chip.setManaged(!chip.getText().isEmpty());
        return chip;
    }

    private Label own(String id) {
        Setup setup = workbench.root().getComparison().setup();
        int count = OwnMarks.count(setup, id);
        var chip = new Label(count == 0 ? "" : words.now().text(DeskText.OWN_COUNT, String.valueOf(count)));
        chip.getStyleClass().add("chip");
        chip.setVisible(count > 0);
        chip.setManaged(count > 0);
        return chip;
    }

    private ComboBox<Machine> options(Candidate candidate) {
        var box = new ComboBox<Machine>();
        List<Machine> options = columns.optionsOf(candidate.profile());
        box.getItems().setAll(options);
        box.setCellFactory(_ -> new OptionCell());
        box.setButtonCell(new OptionCell());
        box.setConverter(new ItemText<>(Machine::shortName));
        options.stream()
                .filter(option -> option.id().equals(candidate.profile().id()))
                .findFirst()
                .ifPresent(box::setValue);
        box.setVisible(options.size() > 1);
        box.setManaged(options.size() > 1);
        box.setAccessibleText(
                words.now().text(DeskText.OPTION_OF, candidate.machine().shortName()));
        box.setOnAction(_ -> {
            if (box.getValue() != null) {
                columns.choose(candidate.id(), box.getValue());
            }
        });
        return box;
    }

    /// What runs the model on this column and how its weights are stored there: as everywhere, or its own.
    private MenuButton settings(Candidate candidate) {
        String own = Stream.concat(
                        candidate.runtime().map(InferenceRuntime::name).stream(),
                        candidate.weights().map(WeightFormat::name).stream())
                .collect(Collectors.joining(", "));
        var menu = new MenuButton(own.isEmpty() ? words.now().text(HelpText.AS_ALL_COLUMNS) : own);
        menu.setId("settings-" + candidate.id().replace('.', '-'));
        menu.setMnemonicParsing(false);
        menu.getItems().setAll(ColumnMenu.settings(workbench, words, candidate));
        menu.getStyleClass().add("column-settings");
        menu.setAccessibleText(
                words.now().text(MachineText.SETTINGS_OF, candidate.machine().shortName()));
        Hint.on(menu, menu.getAccessibleText());
        return menu;
    }

    private static final class OptionCell extends ListCell<Machine> {
        @Override
        protected void updateItem(Machine machine, boolean empty) {
            super.updateItem(machine, empty);
            setText(empty || machine == null ? "" : machine.shortName());
        }
    }

    private Button button(String sign, DeskText name, Machine machine, Runnable act) {
        var button = new Button(sign);
        button.getStyleClass().add("flat");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(words.now().text(name, machine.shortName()));
        Hint.on(button, button.getAccessibleText());
        button.setOnAction(_ -> act.run());
        return button;
    }
}
