package org.tonari.chart.memory;

import java.util.List;
import javafx.scene.paint.Color;
import org.tonari.chart.Box;
import org.tonari.chart.Brush;
import org.tonari.chart.Ink;
import org.tonari.chart.MemoryPart;

/// Paints one memory: its field, its parts, its outline and its marks.
///
/// @param brush what it paints with
record PoolPainter(Brush brush) {
    private static final double OUTLINE = 1.2;
    private static final double OVER_OUTLINE = 2;
    private static final double LIMIT = 1.4;
    private static final double LIMIT_OVERHANG = 3;
    private static final double FOLD_TICK = 5;
    private static final double HATCH_STRENGTH = 0.45;

    void paint(PlacedPool pool) {
        if (pool.capacity() > 0) {
            pool.folded().between(0, pool.capacity()).forEach(box -> brush.fill(box, brush.colour(Ink.SUBTLE)));
        }
        pool.keptFree().forEach(box -> brush.hatch(box, 6, 0.8, faint(Ink.HATCH, 0.6)));
        reserved(pool);
        stack(pool).forEach(this::part);
        over(pool);
        if (pool.capacity() > 0) {
            brush.outline(pool.folded().outline(pool.capacity()), true, OUTLINE, brush.colour(Ink.OUTLINE));
            foldTicks(pool);
        }
        overOutline(pool);
        limit(pool);
        levels(pool);
        stack(pool).stream().filter(part -> isSpilled(part)).forEach(this::spilled);
    }

    private static List<PlacedPart> stack(PlacedPool pool) {
        return pool.parts().stream()
                .filter(part ->
                        part.part().part() != MemoryPart.SPARE && part.part().part() != MemoryPart.KEPT_FREE)
                .toList();
    }

    private void part(PlacedPart placed) {
        for (Box box : placed.within()) {
            if (!placed.part().size().isKnown()) {
                unknown(box);
                continue;
            }
            brush.fill(box, brush.colour(ink(placed.part().part())));
            switch (placed.part().part()) {
                case RUNTIME, OTHER -> brush.hatch(box, 4, 1.1, brush.colour(Ink.HATCH));
                case STATE -> brush.hatch(box, 4, 0.8, faint(Ink.MEM_EDGE, 0.5));
                case SYSTEM, WEIGHTS, KV_CACHE, ADAPTERS, GRADIENTS, OPTIMISER, ACTIVATIONS, SPARE, KEPT_FREE -> {}
            }
            hairline(box);
        }
    }

    /// Parts are told apart by a light line at their top, not by colour alone.
    private void hairline(Box box) {
        if (box.height() >= 2.5) {
            brush.line(box.x(), box.y(), box.right(), box.y(), 0.8, faint(Ink.CANVAS, 0.9));
        }
    }

    private void unknown(Box box) {
        brush.fill(box, brush.colour(Ink.CANVAS));
        brush.hatch(box, 6, 1, brush.colour(Ink.HATCH));
        for (double y : new double[] {box.y(), box.bottom()}) {
            brush.line(box.x(), y, box.right(), y, 1.2, brush.colour(Ink.TEXT), 4, 3);
        }
    }

    private void over(PlacedPool pool) {
        Color vermilion = brush.colour(Ink.MEM_OVER);
        Color white = brush.colour(Ink.ON_WEIGHTS);
        for (PlacedPart part : stack(pool)) {
            for (Box box : part.over()) {
                brush.fill(box, vermilion);
                brush.hatch(box, 6, 1, white.deriveColor(0, 1, 1, HATCH_STRENGTH));
            }
        }
        for (PlacedPart part : stack(pool)) {
            if (!part.over().isEmpty() && part.length() > 0 && part.to() < pool.need() - 0.5) {
                Box last = part.over().getLast();
                brush.line(last.x(), last.y(), last.right(), last.y(), 1, white);
            }
        }
    }

    private void overOutline(PlacedPool pool) {
        if (pool.isOver()) {
            for (Box box : pool.folded().between(Math.max(pool.limit(), 0), pool.need())) {
                brush.outline(corners(box), true, OVER_OUTLINE, brush.colour(Ink.MEM_OVER));
            }
        }
    }

    private void foldTicks(PlacedPool pool) {
        FoldedBox folded = pool.folded();
        double top = folded.base() - folded.fold();
        for (int column = 1; column <= folded.endColumn(pool.capacity()); column++) {
            boolean isStep = column == folded.endColumn(pool.capacity()) && folded.endY(pool.capacity()) > top + 1;
            if (!isStep) {
                double x = folded.columnX(column);
                brush.line(x, top, x, top + FOLD_TICK, 1, brush.colour(Ink.OUTLINE));
            }
        }
    }

    private void limit(PlacedPool pool) {
        if (Double.isInfinite(pool.limit()) || pool.limit() <= 0) {
            return;
        }
        FoldedBox folded = pool.folded();
        int column = folded.endColumn(pool.limit());
        double y = folded.endY(pool.limit());
        double left = folded.columnX(column) - (column == 0 ? LIMIT_OVERHANG : 0);
        double right = folded.columnX(column + 1) + LIMIT_OVERHANG;
        brush.line(left, y, right, y, LIMIT, brush.colour(Ink.LIMIT));
    }

    private void reserved(PlacedPool pool) {
        for (PoolBox.Level level : pool.pool().levels()) {
            double height = level.height().count() * pool.scale();
            if (level.kind() == PoolBox.Level.Kind.RESERVED && height > pool.need()) {
                pool.folded().between(pool.need(), height).forEach(box -> brush.fill(box, brush.colour(Ink.RESERVED)));
            }
        }
    }

    private void levels(PlacedPool pool) {
        for (PoolBox.Level level : pool.pool().levels()) {
            double height = Math.max(level.height().count() * pool.scale(), 1);
            FoldedBox folded = pool.folded();
            double y = folded.endY(height);
            double x = folded.columnX(folded.endColumn(height));
            Ink ink =
                    switch (level.kind()) {
                        case NEEDED -> Ink.LIMIT;
                        case RESERVED -> Ink.ACCENT;
                    };
            brush.line(x, y, x + folded.width() + 6, y, LIMIT, brush.colour(ink));
        }
    }

    private static boolean isSpilled(PlacedPart part) {
        return part.part().origin() == PartBox.Origin.SPILLED && part.length() > 0;
    }

    private void spilled(PlacedPart part) {
        for (Box box : part.boxes()) {
            brush.outline(corners(box.grown(-1)), true, OVER_OUTLINE, brush.colour(Ink.MEM_OVER));
        }
    }

    static List<double[]> corners(Box box) {
        return List.of(
                new double[] {box.x(), box.bottom()},
                new double[] {box.x(), box.y()},
                new double[] {box.right(), box.y()},
                new double[] {box.right(), box.bottom()});
    }

    private Color faint(Ink ink, double share) {
        return brush.colour(ink).deriveColor(0, 1, 1, share);
    }

    private static Ink ink(MemoryPart part) {
        return switch (part) {
            case SYSTEM -> Ink.MEM_OS;
            case RUNTIME, OTHER -> Ink.MEM_RUNTIME;
            case WEIGHTS -> Ink.MEM_WEIGHTS;
            case KV_CACHE, STATE -> Ink.MEM_KV;
            case ADAPTERS -> Ink.MEM_ADAPTERS;
            case GRADIENTS -> Ink.MEM_GRADIENTS;
            case OPTIMISER -> Ink.MEM_OPTIMISER;
            case ACTIVATIONS -> Ink.MEM_ACTIVATIONS;
            case SPARE, KEPT_FREE -> Ink.SUBTLE;
        };
    }
}
