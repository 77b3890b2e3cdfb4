package org.tonari.chart.speed;

import org.tonari.chart.Box;
import org.tonari.chart.Brush;
import org.tonari.chart.Brush.Align;
import org.tonari.chart.Ink;
import org.tonari.chart.TextStyle;

/// Paints the speed chart's ground: grid, axes, target.
///
/// @param brush  what it paints with
/// @param layout where everything stands
/// @param text   writes the numbers
record SpeedPainter(Brush brush, SpeedLayout layout, ThroughputText text) {
    private static final double TICK_LABEL_X = 62;
    static final double TICK_LENGTH = 4;

    void grid() {
        PlotScale scale = layout.scale();
        double right = scale.axis().end() + SpeedFrame.OVERRUN;
        for (double line : scale.ticks().lines()) {
            Ink ink = line == 0 ? Ink.RULE : Ink.GRID;
            brush.line(SpeedFrame.LEFT, scale.y(line), right, scale.y(line), 1, brush.colour(ink));
            brush.text(
                    text.tick(line, layout.scale().ticks().top()),
                    TICK_LABEL_X,
                    scale.y(line),
                    Align.RIGHT,
                    TextStyle.TICK,
                    brush.colour(Ink.TEXT_2));
        }
        brush.text(
                text.unit(layout.scale().ticks().top()),
                TICK_LABEL_X,
                scale.top() - 14.5,
                Align.RIGHT,
                TextStyle.TICK,
                brush.colour(Ink.TEXT_2));
        ticks();
    }

    private void ticks() {
        ContextAxis axis = layout.scale().axis();
        if (axis.span().start() == AxisSpan.Start.EMPTY_SLOT) {
            tick(axis.start());
            slashes((axis.start() + axis.first()) / 2);
        }
        axis.ticks().forEach(at -> tick(axis.x(at)));
    }

    private void tick(double x) {
        double bottom = layout.scale().bottom();
        brush.line(x, bottom, x, bottom + TICK_LENGTH, 1, brush.colour(Ink.TEXT_3));
    }

    private void slashes(double x) {
        double y = layout.scale().bottom();
        brush.fill(new Box(x - 3, y - 2, 6, 4), brush.colour(Ink.CANVAS));
        for (double dx : new double[] {-3, 3}) {
            brush.line(x + dx - 2, y + 4, x + dx + 2, y - 4, 1, brush.colour(Ink.TEXT_3));
        }
    }

    /// The line only; its words give way to the scrub line.
    void target(SpeedTarget target) {
        switch (target) {
            case SpeedTarget.None _ -> {}
            case SpeedTarget.AtLeast wish -> target(wish);
        }
    }

    private void target(SpeedTarget.AtLeast wish) {
        PlotScale scale = layout.scale();
        if (wish.value() > scale.ticks().top()) {
            brush.haloText(
                    wish.text() + " ↑",
                    SpeedFrame.LEFT,
                    scale.top() - 13,
                    Align.LEFT,
                    TextStyle.TICK,
                    brush.colour(Ink.TEXT_2));
            return;
        }
        double y = scale.y(wish.value());
        double right = scale.axis().end() + SpeedFrame.OVERRUN;
        brush.line(SpeedFrame.LEFT, y, right, y, 1.2, brush.colour(Ink.TEXT_2), 6, 4);
    }
}
