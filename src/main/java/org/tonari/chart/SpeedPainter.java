package org.tonari.chart;

import org.tonari.chart.Brush.Align;

/// Paints the speed chart's ground: grid, axes, target, scrub line.
///
/// @param brush  what it paints with
/// @param layout where everything stands
/// @param text   writes the numbers
record SpeedPainter(Brush brush, SpeedLayout layout, ThroughputText text) {
    private static final double TICK_LABEL_X = 62;
    private static final double TICK_LABEL_DROP = 13;
    private static final double TICK_LENGTH = 4;
    private static final double CHIP_HEIGHT = 16;
    private static final double CHIP_PADDING = 8;
    private static final double HANDLE = 5.5;
    private static final double HANDLE_Y = 9;

    void grid() {
        PlotScale scale = layout.scale();
        double right = scale.axis().end() + SpeedFrame.OVERRUN;
        for (double line : scale.ticks().lines()) {
            Ink ink = line == 0 ? Ink.RULE : Ink.GRID;
            brush.line(SpeedFrame.LEFT, scale.y(line), right, scale.y(line), 1, brush.colour(ink));
            brush.text(
                    text.tick(line),
                    TICK_LABEL_X,
                    scale.y(line),
                    Align.RIGHT,
                    TextStyle.TICK,
                    brush.colour(Ink.TEXT_2));
        }
        brush.text(
                text.unit(), TICK_LABEL_X, scale.top() - 14.5, Align.RIGHT, TextStyle.TICK, brush.colour(Ink.TEXT_2));
    }

    /// @param scrub where the line stands; its chip takes the place of the labels below it
    void places(double scrub) {
        ContextAxis axis = layout.scale().axis();
        Box chip = chip(scrub);
        if (axis.span().start() == AxisSpan.Start.EMPTY_SLOT) {
            tick(axis.start(), text.empty(), chip);
            slashes((axis.start() + axis.first()) / 2);
        }
        for (double at : axis.ticks()) {
            tick(axis.x(at), text.place(at), chip);
        }
    }

    private void tick(double x, String words, Box chip) {
        double bottom = layout.scale().bottom();
        brush.line(x, bottom, x, bottom + TICK_LENGTH, 1, brush.colour(Ink.TEXT_3));
        double width = brush.ruler().width(words, TextStyle.TICK);
        if (!chip.overlaps(new Box(x - width / 2, chip.y(), width, chip.height()))) {
            brush.text(words, x, bottom + TICK_LABEL_DROP, Align.CENTRE, TextStyle.TICK, brush.colour(Ink.TEXT_2));
        }
    }

    private void slashes(double x) {
        double y = layout.scale().bottom();
        brush.fill(new Box(x - 3, y - 2, 6, 4), brush.colour(Ink.CANVAS));
        for (double dx : new double[] {-3, 3}) {
            brush.line(x + dx - 2, y + 4, x + dx + 2, y - 4, 1, brush.colour(Ink.TEXT_3));
        }
    }

    void target(SpeedTarget target, double scrub) {
        switch (target) {
            case SpeedTarget.None _ -> {}
            case SpeedTarget.AtLeast wish -> target(wish, scrub);
        }
    }

    private void target(SpeedTarget.AtLeast wish, double scrub) {
        PlotScale scale = layout.scale();
        double width = brush.ruler().width(wish.text(), TextStyle.TICK);
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
        double[] place = TargetLabel.place(layout, y, width, scale.x(scrub));
        brush.haloText(wish.text(), place[0], place[1], Align.LEFT, TextStyle.TICK, brush.colour(Ink.TEXT_2));
    }

    void scrubLine(double scrub) {
        double x = brush.crisp(layout.scale().x(scrub), 1.5);
        double bottom = layout.scale().bottom();
        brush.line(x, HANDLE_Y, x, bottom + TICK_LENGTH, 1.5, brush.colour(Ink.ACCENT));
        brush.area(
                new double[] {x - HANDLE, x + HANDLE, x},
                new double[] {HANDLE_Y - 3, HANDLE_Y - 3, HANDLE_Y + 3.5},
                brush.colour(Ink.ACCENT));
    }

    void scrubChip(double scrub) {
        Box chip = chip(scrub);
        brush.fillRound(chip, 4, brush.colour(Ink.ACCENT));
        brush.text(
                words(scrub),
                chip.middleX(),
                chip.middleY(),
                Align.CENTRE,
                TextStyle.CHIP,
                brush.colour(Ink.ON_ACCENT));
    }

    private Box chip(double scrub) {
        double width = brush.ruler().width(words(scrub), TextStyle.CHIP) + 2 * CHIP_PADDING;
        double x = layout.scale().x(scrub) - width / 2;
        double y = layout.scale().bottom() + TICK_LABEL_DROP - CHIP_HEIGHT / 2;
        return new Box(x, y, width, CHIP_HEIGHT);
    }

    private String words(double scrub) {
        boolean empty = scrub < 1 && layout.scale().axis().span().start() == AxisSpan.Start.EMPTY_SLOT;
        return empty ? text.empty() : text.place(scrub);
    }
}
