package org.tonari.chart.memory;

import java.util.List;
import javafx.scene.paint.Color;
import org.tonari.chart.Box;
import org.tonari.chart.Brush;
import org.tonari.chart.Brush.Align;
import org.tonari.chart.Ink;
import org.tonari.chart.MemoryPart;
import org.tonari.chart.TextStyle;
import org.tonari.chart.memory.PlacedColumn.InnerNumber;
import org.tonari.chart.memory.PlacedColumn.SideLabel;

/// Paints what stands in and beside a column: numbers, labels with leaders, the way of spilled parts, pins.
///
/// @param brush what it paints with
record ColumnPainter(Brush brush) {
    private static final double LEADER = 0.8;
    private static final double LINE = 12.5;
    private static final double PIN = 1.4;
    private static final double ARROW_HEAD = 4;

    void paint(PlacedColumn column, ScaleMode mode, List<PinnedStack> pins) {
        column.numbers().forEach(this::number);
        column.labels().forEach(this::label);
        for (int i = 1; i < column.pools().size(); i++) {
            if (hasSpilled(column.pools().get(i))) {
                arrow(column.pools().get(i - 1), column.pools().get(i));
            }
        }
        switch (mode) {
            case SAME_SCALE -> {}
            case FILL_EACH ->
                column.pools().forEach(pool -> topLabel(pool, column.pools().size()));
        }
        double lowest = Double.NEGATIVE_INFINITY;
        for (PinnedStack pin : pins) {
            lowest = pin(column, pin, lowest);
        }
    }

    private void number(InnerNumber number) {
        String[] lines = number.text().split("\n", 2);
        PartBox part = number.part().part();
        double x = number.box().middleX();
        boolean over = number.part().over().contains(number.box());
        if (over || !part.size().isKnown()) {
            plate(lines[0], x, number.y(), over ? Ink.MEM_OVER : Ink.CANVAS);
        }
        TextStyle style = style(part, lines[0], number.box().width());
        double y = lines.length > 1 ? number.y() - LINE / 2 : number.y();
        brush.text(lines[0], x, y, Align.CENTRE, style, brush.colour(ink(part, over)));
        if (lines.length > 1) {
            brush.text(lines[1], x, y + LINE, Align.CENTRE, TextStyle.TICK, brush.colour(Ink.TEXT_2));
        }
    }

    /// A long number in a narrow column is set lighter before it is left out.
    private TextStyle style(PartBox part, String words, double room) {
        if (!part.size().isKnown()) {
            return TextStyle.QUESTION;
        }
        boolean light = part.part() == MemoryPart.SPARE || brush.ruler().width(words, TextStyle.TICK_STRONG) > room - 2;
        return light ? TextStyle.TICK : TextStyle.TICK_STRONG;
    }

    /// Calm ground for a number on hatching.
    private void plate(String words, double x, double y, Ink ink) {
        double half = brush.ruler().width(words, TextStyle.TICK_STRONG) / 2 + 1.5;
        brush.fill(new Box(x - half, y - 6, 2 * half, 12), brush.colour(ink));
    }

    private static Ink ink(PartBox part, boolean over) {
        if (over) {
            return Ink.ON_LIGHT_PART;
        }
        if (!part.size().isKnown()) {
            return Ink.TEXT;
        }
        return switch (part.part()) {
            case WEIGHTS -> Ink.ON_WEIGHTS;
            case SYSTEM, KV_CACHE, STATE, ADAPTERS, GRADIENTS, OPTIMISER, ACTIVATIONS -> Ink.ON_LIGHT_PART;
            case RUNTIME, OTHER -> Ink.TEXT;
            case SPARE, KEPT_FREE -> Ink.TEXT_2;
        };
    }

    private void label(SideLabel label) {
        if (label.hasLeader()) {
            double x = label.leaderX();
            double y = label.leaderY();
            brush.path(
                    new double[] {x + 1, x + 3, label.x() - 1.5},
                    new double[] {y, y, label.y()},
                    LEADER,
                    brush.colour(Ink.TEXT_3));
        }
        List<String> lines = label.text().lines().toList();
        double y = label.y() - LINE * (lines.size() - 1) / 2;
        for (String line : lines) {
            if (label.kind() == SideLabel.Kind.POOL) {
                brush.haloText(line, label.x(), y, Align.LEFT, label.style(), labelColour(label.kind()));
            } else {
                brush.text(line, label.x(), y, Align.LEFT, label.style(), labelColour(label.kind()));
            }
            y += LINE;
        }
    }

    private Color labelColour(SideLabel.Kind kind) {
        return brush.colour(
                switch (kind) {
                    case PART, NOTE -> Ink.TEXT_2;
                    case POOL, NEEDED -> Ink.TEXT;
                    case EXCESS -> Ink.OVER_TEXT;
                    case RESERVED -> Ink.ACCENT;
                });
    }

    private static boolean hasSpilled(PlacedPool pool) {
        return pool.parts().stream()
                .anyMatch(part -> part.part().origin() == PartBox.Origin.SPILLED && part.length() > 0);
    }

    private void arrow(PlacedPool from, PlacedPool to) {
        double x = from.folded().columnX(0) + from.folded().width() / 2;
        double tip = to.bounds().y() - 2;
        Color colour = brush.colour(Ink.MEM_OVER);
        brush.line(x, from.bounds().bottom() + 2.5, x, tip - ARROW_HEAD, 2, colour);
        brush.area(
                new double[] {x - ARROW_HEAD, x + ARROW_HEAD, x},
                new double[] {tip - ARROW_HEAD - 1, tip - ARROW_HEAD - 1, tip},
                colour);
    }

    private void topLabel(PlacedPool pool, int pools) {
        if (pools == 1 && pool.capacity() > 0) {
            brush.text(
                    pool.pool().capacityText(),
                    pool.bounds().middleX(),
                    pool.bounds().y() - 8,
                    Align.CENTRE,
                    TextStyle.TICK,
                    brush.colour(Ink.TEXT_2));
        }
    }

    /// @return y of the letter's lower edge, above which no further letter may stand
    private double pin(PlacedColumn column, PinnedStack pin, double above) {
        double badgeY = above;
        for (int i = 0; i < Math.min(column.pools().size(), pin.heights().size()); i++) {
            PlacedPool pool = column.pools().get(i);
            double height = pin.heights().get(i).count() * pool.scale();
            if (height > 0) {
                Box box = pool.folded().between(0, height).stream()
                        .reduce(Box::with)
                        .orElseThrow()
                        .grown(2.5);
                brush.outline(PoolPainter.corners(box), true, PIN, brush.colour(Ink.TEXT), 4, 3);
                if (i == column.pools().size() - 1) {
                    badgeY = badge(pin.letter(), box, above);
                }
            }
        }
        return badgeY;
    }

    private double badge(String letter, Box outline, double above) {
        double y = Math.max(outline.y() - MemoryFrame.BADGE / 2, above + 1);
        var box = new Box(outline.x() - MemoryFrame.BADGE, y, MemoryFrame.BADGE, MemoryFrame.BADGE);
        brush.fillRound(box, 3, brush.colour(Ink.TEXT));
        brush.text(letter, box.middleX(), box.middleY(), Align.CENTRE, TextStyle.TICK_STRONG, brush.colour(Ink.CANVAS));
        return box.bottom();
    }
}
