package org.tonari.chart.plane;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import org.tonari.chart.Box;
import org.tonari.chart.Brush;
import org.tonari.chart.Brush.Align;
import org.tonari.chart.Glyphs;
import org.tonari.chart.Ink;
import org.tonari.chart.LabelSolver;
import org.tonari.chart.MachineMark;
import org.tonari.chart.MarkState;
import org.tonari.chart.TextStyle;

/// Paints a plane of points: grid, guides, roofs, machines, labels.
final class PlanePainter {
    private static final double ROOF = 1.6;
    private static final double END_SPACING = 13;
    private static final double END_GAP = 8;

    private final Brush brush;
    private final PlaneLayout layout;
    private final String pointedAt;

    /// @param pointedAt the machine that stands out; empty for none
    PlanePainter(Brush brush, PlaneLayout layout, String pointedAt) {
        this.brush = brush;
        this.layout = layout;
        this.pointedAt = pointedAt;
    }

    void paint() {
        grid();
        guides();
        roofs();
        layout.spots().forEach(this::point);
        labels();
        brush.strength(1);
    }

    private void grid() {
        Box plot = layout.plot();
        Color line = brush.colour(Ink.GRID);
        Color words = brush.colour(Ink.TEXT_2);
        for (double tick : layout.y().ticks()) {
            double y = layout.y().at(tick);
            brush.line(plot.x(), y, plot.right(), y, 1, line);
            brush.text(layout.content().y().tick().apply(tick), plot.x() - 8, y, Align.RIGHT, TextStyle.TICK, words);
        }
        for (double tick : layout.x().ticks()) {
            double x = layout.x().at(tick);
            brush.line(x, plot.y(), x, plot.bottom(), 1, line);
            String text = layout.content().x().tick().apply(tick);
            brush.text(text, x, plot.bottom() + 12, Align.CENTRE, TextStyle.TICK, words);
        }
        brush.line(plot.x(), plot.bottom(), plot.right(), plot.bottom(), 1, brush.colour(Ink.RULE));
        brush.text(layout.content().y().name(), 2, plot.y() - 26, Align.LEFT, TextStyle.TICK, words);
        brush.text(layout.content().x().name(), plot.right(), plot.bottom() + 29, Align.RIGHT, TextStyle.TICK, words);
    }

    private void guides() {
        Box plot = layout.plot();
        double free = Double.NEGATIVE_INFINITY;
        for (PlaneGuide guide : layout.content().guides()) {
            double x = layout.x().at(guide.x());
            brush.line(x, plot.y(), x, plot.bottom(), 1.2, brush.colour(Ink.TEXT_3), 6, 4);
            double width = brush.ruler().width(guide.text(), TextStyle.TICK_STRONG);
            double left = Math.max(x - width / 2, free);
            brush.text(guide.text(), left, plot.y() - 7, Align.LEFT, TextStyle.TICK_STRONG, brush.colour(Ink.TEXT));
            free = left + width + END_GAP;
        }
    }

    private void roofs() {
        List<PlaneRoof> roofs = layout.content().roofs();
        for (int i = 0; i < roofs.size(); i++) {
            PlaneRoof roof = roofs.get(i);
            dim(roof.machine());
            double low = layout.x().low();
            double high = layout.x().high();
            double knee = Math.clamp(roof.top() / roof.slope(), low, high);
            double[] xs = {x(low), x(knee), x(high)};
            double[] ys = {y(roof.at(low)), y(roof.at(knee)), y(roof.at(high))};
            boolean again = roofs.subList(0, i).stream()
                    .anyMatch(other -> other.slope() == roof.slope() && other.top() == roof.top());
            brush.path(xs, ys, ROOF, brush.colour(roof.machine()), again ? new double[] {7, 7} : new double[0]);
        }
        ends(roofs);
    }

    /// The machines' names at the right end of their roofs.
    private void ends(List<PlaneRoof> roofs) {
        var sorted = new ArrayList<>(roofs);
        sorted.sort((one, other) ->
                Double.compare(other.at(layout.x().high()), one.at(layout.x().high())));
        double[] wanted = sorted.stream()
                .mapToDouble(roof -> y(roof.at(layout.x().high())))
                .toArray();
        double[] placed = LabelSolver.solve(
                wanted, END_SPACING, layout.plot().y(), layout.plot().bottom());
        double left = layout.plot().right();
        for (int i = 0; i < sorted.size(); i++) {
            MachineMark machine = sorted.get(i).machine();
            dim(machine);
            Color colour = brush.colour(machine);
            brush.path(
                    new double[] {left, left + END_GAP},
                    new double[] {wanted[i], placed[i]},
                    1,
                    brush.colour(Ink.TEXT_3));
            brush.glyph(Glyphs.path(machine.symbol()), left + END_GAP + 7, placed[i], 0.9, colour);
            brush.text(machine.name(), left + END_GAP + 16, placed[i], Align.LEFT, TextStyle.CURVE, colour);
        }
    }

    private void point(PlaneLayout.Spot spot) {
        MachineMark machine = spot.point().machine();
        dim(machine);
        String glyph = Glyphs.path(machine.symbol());
        brush.glyphOutline(glyph, spot.x(), spot.y(), 2.5, brush.colour(Ink.CANVAS));
        brush.glyph(glyph, spot.x(), spot.y(), 1.05, brush.colour(machine));
    }

    private void labels() {
        for (PlaneLayout.Placed label : layout.labels()) {
            dim(label.point().machine());
            brush.haloText(
                    label.point().label(),
                    label.box().x(),
                    label.box().middleY(),
                    Align.LEFT,
                    TextStyle.CURVE,
                    brush.colour(label.point().machine()));
        }
    }

    /// What is said of the point under the mouse, above all else.
    void callOut(PlaneLayout.Spot spot) {
        PlanePoint point = spot.point();
        double width = brush.ruler().width(point.spoken(), TextStyle.CHIP) + 14;
        double left = Math.clamp(
                x(point.x()) + 12,
                layout.plot().x(),
                Math.max(layout.plot().x(), layout.plot().right() + 140 - width));
        double top = Math.max(spot.y() - 30, 2);
        var box = new Box(left, top, width, 20);
        brush.fillRound(box, 6, brush.colour(Ink.TEXT));
        brush.text(point.spoken(), left + 7, box.middleY(), Align.LEFT, TextStyle.CHIP, brush.colour(Ink.CANVAS));
    }

    private void dim(MachineMark machine) {
        brush.strength(pointedAt.isEmpty() || machine.id().equals(pointedAt) ? 1 : MarkState.DIMMED);
    }

    private double x(double value) {
        return layout.x().at(value);
    }

    private double y(double value) {
        return layout.y().at(value);
    }
}
