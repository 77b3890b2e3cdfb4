package org.tonari.view.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.StackPane;
import org.tonari.chart.MarkGlyph;
import org.tonari.export.picture.Pictured;
import org.tonari.export.picture.VerdictWords;
import org.tonari.text.CommonText;
import org.tonari.text.Formats;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.desk.Results;
import org.tonari.viewmodel.desk.Selection;
import org.tonari.viewmodel.table.TableColumn;
import org.tonari.viewmodel.table.TableViewModel.Row;

/// A figure of a machine in the table; a click explains it.
final class FigureCell extends TableCell<Row, Row> {
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

    private final Workbench workbench;
    private final Words words;
    private final TableColumn kind;
    private final Label label = new Label();
    private final FigureBox box;
    private Optional<Row> followed = Optional.empty();
    private Optional<Object> drawn = Optional.empty();

    /// Weak: the table makes cells anew, at another zoom for instance, and what they listen to lives on.
    private final InvalidationListener refreshing = _ -> refresh();
    private final WeakInvalidationListener refreshes = new WeakInvalidationListener(refreshing);

    FigureCell(Workbench workbench, Words words, TableColumn kind) {
        this.workbench = workbench;
        this.words = words;
        this.kind = kind;
        this.box = new FigureBox(label, TableFigures.isWord(kind) ? HPos.LEFT : HPos.RIGHT);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().add(TableFigures.isWord(kind) ? "word" : "figure");
        getStyleClass().add("column-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        words.wording().addListener(refreshes);
        workbench.appearance().zoomProperty().addListener(refreshes);
        if (kind.isDelta() || speaksOfSpeed(kind)) {
            workbench.root().resultsProperty().addListener(refreshes);
        }
        if (TableFigures.isPrice(kind)) {
            workbench.appearance().pricesProperty().addListener(refreshes);
            workbench.appearance().yenPerDollarProperty().addListener(refreshes);
        }
        setOnMouseClicked(_ -> {
            if (getItem() != null) {
                workbench
                        .root()
                        .selectionProperty()
                        .set(new Selection(getItem().getColumn().machine().id(), TableFigures.subject(kind)));
            }
        });
    }

    /// The cell follows its row itself: a table that is told of a change is laid out anew.
    @Override
    protected void updateItem(Row row, boolean empty) {
        followed.ifPresent(old -> old.columnProperty().removeListener(refreshes));
        super.updateItem(row, empty);
        followed = empty ? Optional.empty() : Optional.ofNullable(row);
        followed.ifPresent(now -> now.columnProperty().addListener(refreshes));
        refresh();
    }

    private void refresh() {
        if (isEmpty() || getItem() == null) {
            setGraphic(null);
            return;
        }
        // In the scene first: only there is the style known that a figure is as wide as.
        setGraphic(box);
        Results.Column item = getItem().getColumn();
        Set<PseudoClass> before = Set.copyOf(label.getPseudoClassStates());
        String text = TableFigures.cell(kind, item, workbench.root().getResults(), words.now(), workbench.appearance());
        label.setText(text);
        boolean unknown = text.equals(Formats.UNKNOWN);
        label.pseudoClassStateChanged(UNKNOWN, unknown);
        label.setAccessibleText(unknown ? words.now().text(CommonText.UNKNOWN) : text);
        colour(item);
        if (!before.equals(label.getPseudoClassStates())) {
            label.applyCss();
        }
        box.place();
    }

    private static boolean speaksOfSpeed(TableColumn kind) {
        return kind == TableColumn.VERDICT || kind == TableColumn.DECODE;
    }

    private void colour(Results.Column item) {
        var verdict = item.estimate().fit().verdict();
        boolean slow = VerdictWords.isFastEnough(
                        item.estimate(),
                        workbench.root().getResults().comparison().target())
                .filter(fast -> !fast)
                .isPresent();
        boolean speaks = kind == TableColumn.VERDICT || kind == TableColumn.SPARE;
        switch (VerdictWords.mark(verdict)) {
            case FITS, UNKNOWN -> tint(false, slow && speaksOfSpeed(kind));
            case TIGHT -> tint(false, kind == TableColumn.VERDICT || slow && speaksOfSpeed(kind));
            case DOES_NOT_FIT -> tint(speaks, false);
        }
        if (kind == TableColumn.MACHINE) {
            draw(Pictured.mark(item.machine(), item.place()), MarkGlyph::of);
        } else if (kind == TableColumn.VERDICT) {
            draw(VerdictWords.mark(verdict), MarkGlyph::of);
        }
    }

    /// A glyph is made anew only where another is to be seen: figures change with every frame of a drag.
    private <M> void draw(M mark, Function<M, MarkGlyph> glyph) {
        double zoom = workbench.appearance().zoomProperty().get();
        var now = Optional.<Object>of(List.of(mark, zoom));
        if (!now.equals(drawn)) {
            drawn = now;
            label.setGraphic(boxed(glyph.apply(mark), zoom));
            label.applyCss();
        }
    }

    /// Glyphs differ in width; the names beside them shall not.
    private static StackPane boxed(MarkGlyph glyph, double zoom) {
        glyph.setScaleX(zoom);
        glyph.setScaleY(zoom);
        var box = new StackPane(glyph);
        box.getStyleClass().add("glyph-box");
        return box;
    }

    private void tint(boolean over, boolean tight) {
        label.pseudoClassStateChanged(OVER, over);
        label.pseudoClassStateChanged(TIGHT, tight);
    }
}
