package org.tonari.view.matrix;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.text.CommonText;
import org.tonari.text.Formats.Detail;
import org.tonari.text.PageText;
import org.tonari.view.parts.Hint;
import org.tonari.view.parts.ItemText;
import org.tonari.view.parts.PageFrame;
import org.tonari.view.parts.TermPanel;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.pages.MatrixViewModel;
import org.tonari.viewmodel.pages.MatrixViewModel.Row;
import org.tonari.viewmodel.pages.Page;

/// Models × machines at the chosen context: verdict, speed and longest context in each cell; a click loads it.
public final class MatrixPage {
    private static final double NAME_EM = 15;
    private static final double SIZE_EM = 9;

    private final Workbench workbench;
    private final MatrixViewModel model;
    private final Words words;

    private MatrixPage(Workbench workbench, Words words) {
        this.workbench = workbench;
        this.model = workbench.pages().matrix();
        this.words = words;
    }

    /// @param explanation explains a number of the page
    public static Region build(Workbench workbench, Words words, TermPanel explanation) {
        return new MatrixPage(workbench, words).page(explanation);
    }

    private Region page(TermPanel explanation) {
        workbench.pages().shownProperty().subscribe(page -> model.setActive(page == Page.MATRIX));
        return PageFrame.build(
                "matrix-page",
                words,
                PageText.NAME_MATRIX,
                Bindings.createStringBinding(
                        () -> words.now()
                                .text(
                                        PageText.MATRIX_SENTENCE,
                                        words.now().formats().contextLabel(model.context())),
                        words.wording(),
                        workbench.root().comparisonProperty()),
                table(),
                explanation,
                search(),
                storage(),
                onlyFitting());
    }

    private TextField search() {
        var field = new TextField();
        field.setId("matrix-search");
        field.promptTextProperty().bind(words.text(PageText.MATRIX_SEARCH));
        field.accessibleTextProperty().bind(words.text(PageText.MATRIX_SEARCH));
        field.textProperty().bindBidirectional(model.searchProperty());
        return field;
    }

    private CheckBox onlyFitting() {
        CheckBox box = words.on(new CheckBox(), PageText.MATRIX_FITTING);
        box.setId("matrix-fitting");
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.selectedProperty().bindBidirectional(model.onlyFittingProperty());
        return box;
    }

    private ComboBox<Optional<WeightFormat>> storage() {
        var box = new ComboBox<Optional<WeightFormat>>();
        box.setId("matrix-weights");
        box.accessibleTextProperty().bind(words.text(CommonText.WEIGHTS));
        words.wording().subscribe(_ -> {
            box.setCellFactory(_ -> new StorageCell());
            box.setButtonCell(new StorageCell());
        });
        box.setConverter(new ItemText<>(this::named));
        workbench
                .fields()
                .setupProperty()
                .map(setup -> setup.runtime().runtime())
                .subscribe(_ -> box.getItems()
                        .setAll(Stream.concat(
                                        Stream.of(Optional.<WeightFormat>empty()),
                                        model.storages().stream().map(Optional::of))
                                .toList()));
        box.valueProperty().bindBidirectional(model.storageProperty());
        return box;
    }

    private final class StorageCell extends ListCell<Optional<WeightFormat>> {
        @Override
        protected void updateItem(Optional<WeightFormat> format, boolean empty) {
            super.updateItem(format, empty);
            setText(empty || format == null ? "" : named(format));
        }
    }

    private String named(Optional<WeightFormat> format) {
        return format.map(WeightFormat::name).orElseGet(() -> words.now().text(PageText.MATRIX_OWN_WEIGHTS));
    }

    private TableView<Row> table() {
        var leads = List.of(new MachineMatrix.Lead<>(name(), NAME_EM), new MachineMatrix.Lead<>(size(), SIZE_EM));
        var rows = new MachineColumn.Rows<Row>(Row::cells, row -> row.model().name(), this::load);
        var matrix = new MachineMatrix<>("matrix", workbench, words, leads, rows);
        TableView<Row> table = matrix.node();
        table.setPlaceholder(words.on(new Label(), PageText.MATRIX_NONE));
        model.busyProperty().subscribe(busy -> table.setOpacity(busy ? 0.6 : 1));
        model.rowsProperty().subscribe(matrix::show);
        return table;
    }

    private TableColumn<Row, String> name() {
        TableColumn<Row, String> name = column(row -> row.model().name());
        name.textProperty().bind(words.text(CommonText.MODEL));
        name.getStyleClass().add("word");
        name.setCellFactory(_ -> new NameCell());
        return name;
    }

    private TableColumn<Row, Row> size() {
        TableColumn<Row, Row> size = new TableColumn<>();
        size.textProperty()
                .bind(words.map(now -> now.text(CommonText.WEIGHTS) + " "
                        + now.formats().unit().symbol()));
        size.setCellValueFactory(cell -> new SimpleObjectProperty<>(cell.getValue()));
        size.setComparator(Comparator.comparing(Row::size));
        size.setCellFactory(_ -> new SizeCell());
        size.getStyleClass().add("figure");
        return size;
    }

    private void load(Row row, Machine machine) {
        model.load(row, machine);
        workbench.pages().shownProperty().set(Page.WORKBENCH);
    }

    private TableColumn<Row, String> column(Function<Row, String> text) {
        var column = new TableColumn<Row, String>();
        column.setCellValueFactory(cell -> new SimpleStringProperty(text.apply(cell.getValue())));
        return column;
    }

    private static final class NameCell extends TableCell<Row, String> {
        NameCell() {
            getStyleClass().add("word");
        }

        @Override
        protected void updateItem(String name, boolean empty) {
            super.updateItem(name, empty);
            setText(empty ? "" : name);
            Hint.on(this, empty || name == null ? "" : name);
        }
    }

    private final class SizeCell extends TableCell<Row, Row> {
        SizeCell() {
            getStyleClass().add("figure");
        }

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? "" : words.now().formats().memory(row.size(), Detail.CHART));
        }
    }
}
