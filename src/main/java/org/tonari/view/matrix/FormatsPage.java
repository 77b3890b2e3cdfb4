package org.tonari.view.matrix;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tonari.domain.comparison.Setup;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.runtime.QualityLoss;
import org.tonari.text.DeskText;
import org.tonari.text.Formats;
import org.tonari.text.Formats.Detail;
import org.tonari.text.MessageKey;
import org.tonari.units.Bytes;
import org.tonari.view.parts.PageFrame;
import org.tonari.view.parts.TermPanel;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.pages.FormatsViewModel;
import org.tonari.viewmodel.pages.FormatsViewModel.Row;
import org.tonari.viewmodel.pages.Page;

/// Weight formats × machines for the chosen model: size, verdict, speed; a click loads the format.
public final class FormatsPage {
    private static final double NAME_EM = 10;
    private static final double SIZE_EM = 6;
    private static final double BITS_EM = 5;
    private static final double QUALITY_EM = 8.5;

    private final Workbench workbench;
    private final FormatsViewModel model;
    private final Words words;

    private FormatsPage(Workbench workbench, Words words) {
        this.workbench = workbench;
        this.model = workbench.pages().formats();
        this.words = words;
    }

    /// @param explanation explains a number of the page
    public static Region build(Workbench workbench, Words words, TermPanel explanation) {
        return new FormatsPage(workbench, words).page(explanation);
    }

    private Region page(TermPanel explanation) {
        workbench.pages().shownProperty().subscribe(page -> model.setActive(page == Page.FORMATS));
        CheckBox all = words.on(new CheckBox(), DeskText.FORMAT_ALL);
        all.setId("formats-all");
        all.setMinWidth(Region.USE_PREF_SIZE);
        all.selectedProperty().bindBidirectional(model.allProperty());
        return PageFrame.build(
                "formats-page",
                words,
                DeskText.NAME_FORMATS,
                Bindings.createStringBinding(
                        () -> sentence(workbench.root().getComparison().setup()),
                        words.wording(),
                        workbench.root().comparisonProperty()),
                withNote(table()),
                explanation,
                all);
    }

    private String sentence(Setup setup) {
        return words.now()
                .text(
                        DeskText.FORMATS_SENTENCE,
                        setup.model().name(),
                        words.now().formats().contextLabel(setup.workload().context()));
    }

    private VBox withNote(TableView<Row> table) {
        var note = new Label();
        note.textProperty().bind(words.map(now -> now.text(DeskText.QUALITY_NOTE, measuredOn())));
        note.getStyleClass().add("page-sentence");
        note.setWrapText(true);
        VBox.setVgrow(table, Priority.ALWAYS);
        return new VBox(table, note);
    }

    /// @return the models that the shipped losses were measured on
    private String measuredOn() {
        return workbench.root().choices().weights().stream()
                .flatMap(format -> format.quality().stream())
                .map(QualityLoss::model)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private TableView<Row> table() {
        var leads = List.of(
                new MachineMatrix.Lead<>(name(), NAME_EM),
                new MachineMatrix.Lead<>(size(), SIZE_EM),
                new MachineMatrix.Lead<>(bits(), BITS_EM),
                new MachineMatrix.Lead<>(quality(), QUALITY_EM));
        var rows = new MachineColumn.Rows<Row>(Row::cells, row -> row.format().name(), this::load);
        var matrix = new MachineMatrix<>("formats", workbench, words, leads, rows);
        TableView<Row> table = matrix.node();
        model.busyProperty().subscribe(busy -> table.setOpacity(busy ? 0.6 : 1));
        model.rowsProperty().subscribe(matrix::show);
        return table;
    }

    private TableColumn<Row, Row> name() {
        TableColumn<Row, Row> name =
                column(DeskText.FORMAT, "word", row -> row.format().name());
        name.setComparator(Comparator.comparing(row -> row.format().name()));
        return name;
    }

    private TableColumn<Row, Row> size() {
        TableColumn<Row, Row> size = column(
                DeskText.FORMAT,
                "figure",
                row -> row.size()
                        .map(bytes -> words.now().formats().memory(bytes, Detail.CHART))
                        .orElse(Formats.UNKNOWN));
        size.textProperty().unbind();
        size.textProperty().bind(words.map(now -> now.formats().unit().symbol()));
        size.setComparator(Comparator.comparing(row -> row.size().orElse(Bytes.ZERO)));
        return size;
    }

    private TableColumn<Row, Row> bits() {
        TableColumn<Row, Row> bits = column(
                DeskText.FORMAT_BITS,
                "figure",
                row -> row.bits()
                        .map(each -> words.now().formats().decimals(each, 2))
                        .orElse(Formats.UNKNOWN));
        bits.setComparator(Comparator.comparing(row -> row.bits().orElse(0.0)));
        return bits;
    }

    private TableColumn<Row, Row> quality() {
        TableColumn<Row, Row> quality = column(DeskText.FORMAT_QUALITY, "figure", _ -> "");
        quality.setComparator(Comparator.comparing(row ->
                row.format().quality().map(QualityLoss::perplexityIncrease).orElse(Double.POSITIVE_INFINITY)));
        quality.setCellFactory(_ -> new QualityCell(words));
        return quality;
    }

    private void load(Row row, Machine machine) {
        model.load(row, machine);
        workbench.pages().shownProperty().set(Page.WORKBENCH);
    }

    private TableColumn<Row, Row> column(MessageKey head, String style, Function<Row, String> text) {
        var column = new TableColumn<Row, Row>();
        column.textProperty().bind(words.text(head));
        column.getStyleClass().add(style);
        column.setCellValueFactory(cell -> new SimpleObjectProperty<>(cell.getValue()));
        column.setCellFactory(_ -> new TextCell(style, text));
        return column;
    }

    private static final class TextCell extends TableCell<Row, Row> {
        private final Function<Row, String> text;

        TextCell(String style, Function<Row, String> text) {
            this.text = text;
            getStyleClass().add(style);
        }

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? "" : text.apply(row));
        }
    }
}
