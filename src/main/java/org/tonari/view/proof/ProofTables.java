package org.tonari.view.proof;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tonari.chart.MarkGlyph;
import org.tonari.export.picture.Pictured;
import org.tonari.text.CommonText;
import org.tonari.text.ProofText;
import org.tonari.view.parts.ItemText;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.pages.PromiseLine;
import org.tonari.viewmodel.pages.PromiseLine.Sort;
import org.tonari.viewmodel.pages.ProofViewModel;
import org.tonari.viewmodel.pages.ProofViewModel.Common;
import org.tonari.viewmodel.pages.ProofViewModel.LeftOut;
import org.tonari.viewmodel.pages.ProofViewModel.Line;
import org.tonari.viewmodel.pages.ProofViewModel.Run;

/// The tables beside the cloud: promises, errors, every run as a row, and rows left out.
final class ProofTables {

    private final ProofViewModel model;
    private final Words words;
    private final ProofColumns columns;

    ProofTables(ProofViewModel model, Words words) {
        this.model = model;
        this.words = words;
        this.columns = new ProofColumns(words);
    }

    /// @return a box that offers values by their names
    static <T> ComboBox<T> choice(
            String id, List<T> values, Property<T> chosen, Words words, Function<T, ProofText> named) {
        var box = new ComboBox<T>();
        box.setId(id);
        box.getItems().setAll(values);
        words.wording().subscribe(_ -> {
            box.setCellFactory(_ -> new ProofPage.ChoiceCell<>(words, named));
            box.setButtonCell(new ProofPage.ChoiceCell<>(words, named));
        });
        box.setConverter(new ItemText<>(value -> words.now().text(named.apply(value))));
        box.valueProperty().bindBidirectional(chosen);
        return box;
    }

    /// @return a share with its sign, as `+4.2 %`
    static String signed(double share) {
        return String.format(Locale.ROOT, "%+.1f %%", 100 * share);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    Region promises() {
        var table = new TableView<PromiseLine>();
        table.setId("promises");
        table.getStyleClass().add("proof-table");
        table.getColumns()
                .setAll(List.of(
                        columns.sentence(
                                ProofText.TARGET, 15.7, line -> words.now().text(line.promise())),
                        columns.sentence(
                                ProofText.FIGURE, 6.6, line -> words.now().text(line.figure())),
                        columns.figures(ProofText.LIMIT, 9.4, this::limit),
                        columns.figures(ProofText.REACHED, 12.2, this::reached),
                        columns.word(
                                ProofText.VERDICT,
                                6.6,
                                line -> words.now().text(line.met() ? ProofText.MET : ProofText.NOT_MET)),
                        columns.number(ProofText.OUT_OF, 5.2, PromiseLine::of, line -> whole(line.of()))));
        model.readyProperty().subscribe(_ -> table.getItems().setAll(model.promises()));
        words.wording().subscribe(_ -> table.refresh());
        return table;
    }

    private String whole(int count) {
        return words.now().formats().whole(count);
    }

    private String limit(PromiseLine line) {
        if (Double.isInfinite(line.least())) {
            return words.now().text(ProofText.AT_MOST, written(line.sort(), line.most()));
        }
        return Double.isInfinite(line.most())
                ? words.now().text(ProofText.AT_LEAST, written(line.sort(), line.least()))
                : words.now()
                        .text(ProofText.BETWEEN, written(line.sort(), line.least()), written(line.sort(), line.most()));
    }

    private String reached(PromiseLine line) {
        String value = written(line.sort(), line.reached());
        return line.low().isPresent() && line.high().isPresent()
                ? value + " ("
                        + words.now()
                                .text(
                                        ProofText.BETWEEN,
                                        written(line.sort(), line.low().get()),
                                        written(line.sort(), line.high().get()))
                        + ")"
                : value;
    }

    private static String written(Sort sort, double value) {
        return switch (sort) {
            case PERCENT -> percent(value);
            case TAU -> String.format(Locale.ROOT, "%.3f", value);
            case COUNT -> Long.toString(Math.round(value));
        };
    }

    Region errors() {
        var table = new TableView<Line>();
        table.setId("errors");
        table.getStyleClass().add("proof-table");
        table.getColumns()
                .setAll(List.of(
                        columns.word(ProofText.COMMON, 15, Line::name),
                        columns.number(ProofText.ROWS, 5, Line::rows, line -> whole(line.rows())),
                        columns.number(ProofText.GROUPS, 5, Line::groups, line -> whole(line.groups())),
                        columns.number(ProofText.FIGURE_MEDIAN, 6, Line::median, line -> percent(line.median())),
                        columns.number(ProofText.FIGURE_P90, 6, Line::ninety, line -> percent(line.ninety())),
                        columns.number(ProofText.IN_INTERVAL, 7, Line::coverage, line -> percent(line.coverage())),
                        columns.number(
                                ProofText.FIGURE_TAU,
                                6,
                                line -> line.tau().orElse(-1),
                                line -> line.tau().isPresent()
                                        ? written(Sort.TAU, line.tau().getAsDouble())
                                        : "")));
        model.runsProperty().subscribe(_ -> table.getItems().setAll(model.lines()));
        model.commonProperty().subscribe(_ -> table.getItems().setAll(model.lines()));
        var by = choice("proof-common", List.of(Common.values()), model.commonProperty(), words, ProofTables::named);
        by.accessibleTextProperty().bind(words.text(ProofText.CHOOSE_COMMON));
        table.accessibleTextProperty().bind(words.text(ProofText.TAB_ERRORS));
        VBox.setVgrow(table, Priority.ALWAYS);
        var box = new VBox(by, table);
        box.getStyleClass().add("proof-errors");
        return box;
    }

    private static ProofText named(Common common) {
        return switch (common) {
            case MACHINE -> ProofText.BY_MACHINE;
            case RUNTIME -> ProofText.BY_RUNTIME;
            case FAMILY -> ProofText.BY_FAMILY;
            case MODEL -> ProofText.BY_MODEL;
            case TIER -> ProofText.BY_TIER;
        };
    }

    Region runs() {
        var table = new TableView<Run>();
        table.setId("runs");
        table.getStyleClass().add("proof-table");
        TableColumn<Run, Run> machine = columns.column(CommonText.MACHINE, 11);
        machine.setComparator(Comparator.comparing(run -> run.machine().shortName()));
        machine.setCellFactory(_ -> new MachineCell());
        table.getColumns()
                .setAll(List.of(
                        machine,
                        columns.word(CommonText.RUNTIME, 7, run -> run.row().runtime()),
                        columns.word(CommonText.MODEL, 13, run -> run.row().model()),
                        columns.word(CommonText.WEIGHTS, 8, run -> run.row().weights()),
                        columns.number(ProofText.AXIS_MEASURED, 7, Run::measured, run -> rate(run.measured())),
                        columns.number(ProofText.AXIS_ESTIMATED, 7, Run::estimated, run -> rate(run.estimated())),
                        columns.number(ProofText.ERROR, 6, Run::error, run -> signed(run.error()))));
        model.runsProperty().subscribe(runs -> table.getItems().setAll(runs));
        table.getSelectionModel().selectedItemProperty().subscribe(run -> {
            if (run != null) {
                model.explain(run);
            }
        });
        return table;
    }

    private String rate(double perSecond) {
        return words.now().formats().tableRate(perSecond);
    }

    Region leftOut() {
        var table = new TableView<LeftOut>();
        table.setId("left-out");
        table.getStyleClass().add("proof-table");
        table.getColumns()
                .setAll(List.of(
                        columns.number(ProofText.ROWS, 5, LeftOut::rows, row -> whole(row.rows())),
                        columns.word(
                                ProofText.REASON, 40, row -> words.now().names().said(row.reason()))));
        model.readyProperty().subscribe(_ -> table.getItems().setAll(model.leftOut()));
        words.wording().subscribe(_ -> table.refresh());
        return table;
    }

    private static final class MachineCell extends TableCell<Run, Run> {
        MachineCell() {
            getStyleClass().add("word");
        }

        @Override
        protected void updateItem(Run run, boolean empty) {
            super.updateItem(run, empty);
            boolean nothing = empty || run == null;
            setText(nothing ? "" : run.machine().shortName());
            setGraphic(nothing ? null : MarkGlyph.of(Pictured.mark(run.machine(), run.place())));
        }
    }
}
