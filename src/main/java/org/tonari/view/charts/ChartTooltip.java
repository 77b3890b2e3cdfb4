package org.tonari.view.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.HPos;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.tonari.chart.CanvasControl;
import org.tonari.chart.Mark;
import org.tonari.explain.Answer;
import org.tonari.explain.Term;
import org.tonari.export.picture.SpeedKind;
import org.tonari.export.picture.Wording;
import org.tonari.text.ByteUnit;
import org.tonari.text.CommonText;
import org.tonari.text.Formats;
import org.tonari.text.Formats.Detail;
import org.tonari.text.WindowText;
import org.tonari.units.Bytes;
import org.tonari.units.Quantity;
import org.tonari.units.Seconds;
import org.tonari.units.Tokens;
import org.tonari.units.TokensPerSecond;
import org.tonari.view.parts.Labels;
import org.tonari.view.parts.Words;
import org.tonari.view.why.SubjectNames;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.desk.Selection;
import org.tonari.viewmodel.desk.SpeedMeasure;
import org.tonari.viewmodel.table.SpeedAlong;
import org.tonari.viewmodel.why.Why;
import org.tonari.viewmodel.why.WhyViewModel;

/// One tooltip for both charts, beside what is pointed at and never over it.
public final class ChartTooltip {
    private static final double GAP = 12;

    private final Workbench workbench;
    private final Words words;
    private final Pane layer;
    private final GridPane card = new GridPane();
    private @Nullable CanvasControl owner;

    /// @param layer covers the window and takes no mouse events
    public ChartTooltip(Workbench workbench, Words words, Pane layer) {
        this.workbench = workbench;
        this.words = words;
        this.layer = layer;
        card.getStyleClass().add("chart-tooltip");
        card.setVisible(false);
        layer.getChildren().add(card);
    }

    /// Watches a chart.
    public void watch(CanvasControl chart) {
        chart.hoveredBoundsProperty().subscribe(bounds -> show(chart, bounds));
        chart.hoveredProperty().subscribe(_ -> show(chart, chart.getHoveredBounds()));
    }

    private void show(CanvasControl chart, Bounds bounds) {
        if (bounds.isEmpty()) {
            if (owner == chart) {
                card.setVisible(false);
            }
            return;
        }
        owner = chart;
        List<String[]> lines = lines(chart.getHovered());
        if (lines.isEmpty()) {
            card.setVisible(false);
            return;
        }
        card.getChildren().clear();
        for (int i = 0; i < lines.size(); i++) {
            Label name = Labels.styled(i == 0 ? "head" : "name");
            name.setText(lines.get(i)[0]);
            Label value = Labels.styled(i == 0 ? "head" : "value");
            value.setText(lines.get(i)[1]);
            GridPane.setHalignment(value, HPos.RIGHT);
            card.addRow(i, name, value);
        }
        card.applyCss();
        card.autosize();
        place(chart, bounds);
        card.setVisible(true);
    }

    private void place(CanvasControl chart, Bounds bounds) {
        Point2D right = layer.sceneToLocal(chart.localToScene(bounds.getMaxX(), bounds.getMinY()));
        Point2D left = layer.sceneToLocal(chart.localToScene(bounds.getMinX(), bounds.getMinY()));
        double x = right.getX() + GAP;
        if (x + card.getWidth() > layer.getWidth() - 4) {
            x = left.getX() - GAP - card.getWidth();
        }
        double y = Math.clamp(right.getY() - 8, 4, Math.max(4, layer.getHeight() - card.getHeight() - 4));
        card.relocate(Math.round(Math.max(4, x)), Math.round(y));
    }

    private List<String[]> lines(Mark mark) {
        return switch (mark) {
            case Mark.Part part ->
                figures(MarkSelection.of(part, "", workbench.root().getResults().measure()));
            case Mark.Number number ->
                figures(MarkSelection.of(
                        number, "", workbench.root().getResults().measure()));
            case Mark.Point(String id, double at) -> point(id, at);
            case Mark.Nothing _, Mark.Whole _, Mark.Measurement _, Mark.Place _ -> List.of();
        };
    }

    private List<String[]> figures(Selection selection) {
        Optional<Why> why = WhyViewModel.explain(workbench.root().getResults(), selection);
        Wording wording = words.now();
        var lines = new ArrayList<String[]>();
        why.ifPresent(found -> {
            lines.add(new String[] {found.machine().shortName(), SubjectNames.of(found.subject(), wording)});
            if (found.answer() instanceof Answer.Known(Term term)) {
                if (term.value() instanceof Bytes bytes) {
                    addMemory(lines, bytes, found, wording);
                } else {
                    lines.add(new String[] {"", wording.explanations().value(term)});
                }
            } else if (found.answer() instanceof Answer.Unknown(var fact)) {
                lines.add(new String[] {wording.names().missing(fact), ""});
            }
        });
        return lines;
    }

    private static void addMemory(List<String[]> lines, Bytes bytes, Why why, Wording wording) {
        var locale = wording.messages().language().locale();
        for (ByteUnit unit : ByteUnit.values()) {
            lines.add(new String[] {unit.symbol(), new Formats(locale, unit).memory(bytes, Detail.TOTAL)});
        }
        lines.add(new String[] {
            wording.text(WindowText.TIP_BYTES), wording.formats().whole(bytes.count())
        });
        why.pool()
                .ifPresent(pool -> lines.add(new String[] {
                    wording.text(WindowText.TIP_SHARE, wording.formats().memoryWithUnit(pool, Detail.CHART)),
                    wording.formats().share((double) bytes.count() / pool.count())
                }));
    }

    private List<String[]> point(String id, double at) {
        Wording wording = words.now();
        var lines = new ArrayList<String[]>();
        workbench.root().getResults().column(id).ifPresent(column -> {
            lines.add(new String[] {column.machine().shortName(), place(at, wording)});
            boolean users = workbench.root().getResults().measure().axis() == SpeedMeasure.Axis.USERS;
            long count = Math.max(1, Math.round(at));
            SpeedKind kind = MarkSelection.kind(workbench.root().getResults().measure());
            (users
                            ? column.speedOf(count)
                                    .flatMap(kind::of)
                                    .map(speed -> new SpeedAlong(speed.low(), speed.value(), speed.high()))
                            : SpeedAlong.at(column, count, kind::of))
                    .ifPresent(speed -> addSpeed(lines, speed, kind, wording));
        });
        return lines;
    }

    private String place(double at, Wording wording) {
        if (workbench.root().getResults().measure().axis() == SpeedMeasure.Axis.USERS) {
            return wording.text(CommonText.USERS) + " " + wording.formats().whole(Math.round(at));
        }
        return at < 1
                ? wording.text(WindowText.EMPTY_CONTEXT)
                : wording.formats().contextLabel(new Tokens(Math.round(at)));
    }

    private static void addSpeed(List<String[]> lines, SpeedAlong speed, SpeedKind kind, Wording wording) {
        Quantity expected =
                kind == SpeedKind.FIRST_TOKEN ? new Seconds(speed.expected()) : new TokensPerSecond(speed.expected());
        lines.add(new String[] {
            wording.text(CommonText.ESTIMATE), wording.formats().quantity(expected)
        });
        lines.add(new String[] {
            wording.text(CommonText.INTERVAL), wording.formats().interval(speed.low(), speed.high())
        });
    }
}
