package org.tonari.view.matrix;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.tonari.chart.MarkGlyph;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.comparison.Candidate;
import org.tonari.domain.machine.Machine;
import org.tonari.export.picture.Pictured;
import org.tonari.export.picture.VerdictWords;
import org.tonari.export.picture.Wording;
import org.tonari.text.EstimateFigures;
import org.tonari.text.Formats;
import org.tonari.text.Formats.Detail;
import org.tonari.text.PageText;
import org.tonari.units.Bytes;
import org.tonari.view.parts.Hint;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.pages.MatrixViewModel.Cell;

/// One machine of a matrix: the verdict's glyph, the speed, and right of it the longest context.
///
/// @param <R> what a row stands for
final class MachineColumn<R> extends TableCell<R, Cell> {
    private static final double ROOMY_EM = 10;

    /// The verdict's sign and what stands around it and the words.
    private static final double BESIDE_EM = 2.8;

    /// The type beside which a sign has its own size.
    private static final double SIGN_TYPE = 12;

    private final Words words;
    private final Rows<R> rows;
    private final StackPane glyph = new StackPane();
    private final Label speed = new Label();
    private final Label context = new Label();
    private final HBox content = new HBox(glyph, speed, context);
    private String status = "";
    private String brief = "";

    /// What a column needs to know of the rows.
    ///
    /// @param cells the machines' answers, in their order
    /// @param name  what a row is called when it is spoken of
    /// @param load  takes a cell that was chosen
    record Rows<R>(Function<R, List<Cell>> cells, Function<R, String> name, BiConsumer<R, Machine> load) {}

    private MachineColumn(Words words, Rows<R> rows) {
        this.words = words;
        this.rows = rows;
        getStyleClass().add("matrix-cell");
        glyph.getStyleClass().add("glyph-box");
        grow(glyph, speed);
        speed.getStyleClass().add("matrix-speed");
        context.getStyleClass().add("matrix-context");
        context.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(context, Priority.ALWAYS);
        content.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("matrix-content");
        context.managedProperty().bind(context.visibleProperty());
        speed.managedProperty().bind(speed.visibleProperty());
        widthProperty().subscribe(_ -> makeRoom());
        setAccessibleRole(AccessibleRole.TABLE_CELL);
        setOnMouseClicked(_ -> load());
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                load();
            }
        });
    }

    /// @param place of the machine among those of a row
    static <R> TableColumn<R, Cell> of(Words words, int place, Rows<R> rows) {
        var column = new TableColumn<R, Cell>();
        column.setCellValueFactory(row ->
                new SimpleObjectProperty<>(rows.cells().apply(row.getValue()).get(place)));
        column.setCellFactory(_ -> new MachineColumn<>(words, rows));
        column.setComparator(Comparator.comparingDouble(MachineColumn::speed));
        column.getStyleClass().add("machine");
        return column;
    }

    /// Lets a column stand for a machine.
    static void head(TableColumn<?, ?> column, Candidate candidate) {
        column.setId("matrix-" + candidate.machine().id());
        column.setGraphic(head(candidate));
    }

    private static HBox head(Candidate candidate) {
        Machine machine = candidate.machine();
        var sign = new StackPane(MarkGlyph.of(Pictured.mark(machine, candidate.mark())));
        sign.getStyleClass().add("glyph-box");
        var name = new Label(machine.shortName());
        Hint.on(name, machine.name());
        name.setWrapText(true);
        grow(sign, name);
        var head = new HBox(sign, name);
        head.getStyleClass().add("matrix-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    /// A sign is as large as the type beside it, at every zoom.
    private static void grow(StackPane sign, Label beside) {
        beside.fontProperty().subscribe(font -> {
            sign.setScaleX(font.getSize() / SIGN_TYPE);
            sign.setScaleY(font.getSize() / SIGN_TYPE);
        });
    }

    /// @param head that [#head(TableColumn, Candidate)] made
    /// @return the machine's name in it
    static Label name(Node head) {
        return head instanceof HBox box && box.getChildren().getLast() instanceof Label name ? name : new Label();
    }

    /// `2.3`, and without decimals from a hundred on.
    private static String rounded(Bytes missing, Formats formats) {
        double units = missing.magnitude() / formats.unit().bytes();
        return units < 100 ? formats.memory(missing, Detail.CHART) : formats.whole(Math.round(units));
    }

    private static double speed(Cell cell) {
        return new EstimateFigures(cell.estimate())
                .decode()
                .map(decode -> decode.expected().value().magnitude())
                .orElse(-1.0);
    }

    /// A narrow column tells verdict and speed only; where there is no speed, by how much memory falls short.
    private void makeRoom() {
        double em = speed.getFont().getSize();
        boolean roomy = getWidth() >= ROOMY_EM * em;
        context.setVisible(!speed.isVisible() || roomy);
        boolean whole =
                speed.isVisible() || MatrixWidths.width(status, context.getFont()) <= getWidth() - BESIDE_EM * em;
        context.setText(roomy && whole ? status : brief);
    }

    private static String brief(Verdict verdict, Wording wording) {
        return switch (verdict) {
            case Verdict.DoesNotFit(Bytes missing, Verdict.Reason _)
            when !missing.equals(Bytes.ZERO) -> "+" + rounded(missing, wording.formats());
            case Verdict.DoesNotFit _ -> Formats.NOT_APPLICABLE;
            case Verdict.Unknown _ -> Formats.UNKNOWN;
            case Verdict.Fits _, Verdict.Tight _, Verdict.Spills _ -> "";
        };
    }

    private static String sentence(Estimate estimate, Wording wording) {
        Verdict verdict = estimate.fit().verdict();
        boolean atRuntime = verdict instanceof Verdict.DoesNotFit(Bytes _, Verdict.Reason reason)
                && (reason == Verdict.Reason.RUNTIME_UNSUPPORTED || reason == Verdict.Reason.WEIGHTS_NOT_READ);
        String sentence = wording.names().sentence(verdict);
        return atRuntime
                ? sentence + "\n"
                        + wording.names().finding(estimate.compatibility().why())
                : sentence;
    }

    private void load() {
        if (getTableRow() != null && getTableRow().getItem() != null && getItem() != null) {
            rows.load().accept(getTableRow().getItem(), getItem().machine());
        }
    }

    @Override
    protected void updateItem(Cell cell, boolean empty) {
        super.updateItem(cell, empty);
        if (empty || cell == null) {
            setGraphic(null);
            Hint.on(this, "");
            return;
        }
        Wording wording = words.now();
        var figures = new EstimateFigures(cell.estimate());
        Verdict verdict = cell.estimate().fit().verdict();
        glyph.getChildren().setAll(MarkGlyph.of(VerdictWords.mark(verdict)));
        speed.setText(
                verdict.runs()
                        ? figures.decode()
                                .map(decode -> wording.formats()
                                        .tableRate(decode.expected().value().magnitude()))
                                .orElse("?")
                        : "");
        speed.setVisible(verdict.runs());
        status = verdict.runs()
                ? figures.longestContext().map(wording.formats()::contextLabel).orElse("")
                : wording.names().status(verdict);
        brief = brief(verdict, wording);
        makeRoom();
        setAccessibleText(wording.text(
                PageText.MATRIX_CELL,
                getTableRow() == null || getTableRow().getItem() == null
                        ? ""
                        : rows.name().apply(getTableRow().getItem()),
                cell.machine().shortName(),
                wording.names().sentence(verdict)));
        setGraphic(content);
        Hint.on(this, sentence(cell.estimate(), wording));
    }
}
