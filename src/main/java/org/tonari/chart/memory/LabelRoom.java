package org.tonari.chart.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tonari.chart.Box;
import org.tonari.chart.LabelSolver;
import org.tonari.chart.Mark;
import org.tonari.chart.MemoryPart;
import org.tonari.chart.TextRuler;
import org.tonari.chart.memory.PlacedColumn.SideLabel;
import org.tonari.chart.memory.PlacedColumn.SideLabel.Kind;

/// Moves the labels beside a column apart. Those for which there is no room near what they belong to are left out, the
/// least important first; the table, the tooltip and the explanation say the same.
///
/// @param frame where columns stand
/// @param right how far labels may reach
/// @param pools the column's memories
/// @param ruler measures labels
record LabelRoom(MemoryFrame frame, double right, List<PlacedPool> pools, TextRuler ruler) {
    private static final double HALF_LINE = 6.5;
    private static final double STEP_CLEARANCE = 9;
    private static final double BASE_CLEARANCE = 7;
    private static final double NUMBER_WIDTH = 30;
    private static final double ENOUGH = 0.5;
    /// How far from its part a label may stand.
    private static final double REACH = 30;
    /// How far beyond an outline a label stands that it would cross.
    private static final double BEYOND = 5;

    /// @return the labels from the top
    List<SideLabel> placed(List<SideLabel> wishes) {
        var wanted = new ArrayList<>(wishes.stream()
                .filter(label -> label.box(ruler).right() <= right)
                .toList());
        wanted.sort(Comparator.comparingDouble(SideLabel::y));
        List<SideLabel> placed = apart(wanted);
        while (isCrowded(wanted, placed)) {
            Optional<SideLabel> least = wanted.stream()
                    .filter(label -> importance(label) < Integer.MAX_VALUE)
                    .min(Comparator.comparingInt(LabelRoom::importance));
            if (least.isEmpty()) {
                break;
            }
            wanted.remove(least.get());
            placed = apart(wanted);
        }
        return placed.stream().flatMap(this::offOutlines).toList();
    }

    private static int importance(SideLabel label) {
        return switch (label.kind()) {
            case PART ->
                switch (label.mark()) {
                    case Mark.Part(String _, int _, MemoryPart part) -> importance(part);
                    case Mark.Nothing _, Mark.Whole _, Mark.Number _, Mark.Point _, Mark.Measurement _, Mark.Place _ ->
                        0;
                };
            case NOTE -> 2;
            case POOL, EXCESS, RESERVED, NEEDED -> Integer.MAX_VALUE;
        };
    }

    private static int importance(MemoryPart part) {
        return switch (part) {
            case RUNTIME, OTHER, KEPT_FREE -> 0;
            case SYSTEM -> 1;
            case ACTIVATIONS -> 3;
            case SPARE -> 4;
            case STATE, ADAPTERS, GRADIENTS, OPTIMISER -> 5;
            case KV_CACHE -> 6;
            case WEIGHTS -> 7;
        };
    }

    private boolean isCrowded(List<SideLabel> wanted, List<SideLabel> placed) {
        return IntStream.range(0, placed.size())
                .anyMatch(i -> (i > 0 && lack(placed.get(i - 1), placed.get(i)) > ENOUGH)
                        || (importance(placed.get(i)) < Integer.MAX_VALUE
                                && Math.abs(placed.get(i).y() - wanted.get(i).y()) > REACH));
    }

    private static double lack(SideLabel upper, SideLabel lower) {
        return (height(upper) + height(lower)) / 2 - (lower.y() - upper.y());
    }

    private static double height(SideLabel label) {
        return label.text().lines().count() * SideLabels.SPACING;
    }

    /// A label that would cross an outline's edge stands beyond it, or nowhere.
    private Stream<SideLabel> offOutlines(SideLabel label) {
        boolean free =
                label.kind() == Kind.POOL ? isClear(label) : pools.stream().noneMatch(pool -> crosses(label, pool));
        if (free) {
            return Stream.of(label);
        }
        double beyond = pools.stream()
                        .filter(pool -> label.kind() == Kind.POOL || crosses(label, pool))
                        .mapToDouble(pool -> pool.bounds().right())
                        .max()
                        .orElse(label.x())
                + BEYOND;
        SideLabel moved = new SideLabel(
                label.kind(), label.mark(), label.text(), beyond, label.y(), label.leaderX(), label.leaderY());
        boolean fits = moved.box(ruler).right() <= right;
        boolean spared = importance(label) == Integer.MAX_VALUE && label.kind() != Kind.POOL;
        return fits ? Stream.of(moved) : spared ? Stream.of(label) : Stream.empty();
    }

    /// @return whether it stands neither across an outline nor on what fills a memory
    boolean isClear(SideLabel label) {
        Box words = label.box(ruler);
        return pools.stream()
                .noneMatch(pool -> crosses(label, pool)
                        || pool.parts().stream()
                                .filter(part -> part.part().part() != MemoryPart.SPARE)
                                .flatMap(part -> part.boxes().stream())
                                .anyMatch(box -> overlap(box, words)));
    }

    private static boolean overlap(Box one, Box other) {
        return one.right() > other.x()
                && one.x() < other.right()
                && one.bottom() > other.y()
                && one.y() < other.bottom();
    }

    private boolean crosses(SideLabel label, PlacedPool pool) {
        if (pool.capacity() <= 0) {
            return false;
        }
        Box words = label.box(ruler);
        // Letters do not fill their line below.
        var box = new Box(words.x(), words.y() + 1, words.width(), words.height() - 3);
        List<double[]> corners = pool.folded().outline(pool.capacity());
        return IntStream.range(0, corners.size()).anyMatch(i -> {
            double[] from = corners.get(i);
            double[] to = corners.get((i + 1) % corners.size());
            return Math.max(from[0], to[0]) > box.x()
                    && Math.min(from[0], to[0]) < box.right()
                    && Math.max(from[1], to[1]) > box.y()
                    && Math.min(from[1], to[1]) < box.bottom();
        });
    }

    private List<SideLabel> apart(List<SideLabel> wishes) {
        double low = frame.top() + 3;
        double high = frame.base() - BASE_CLEARANCE;
        Box step = step();
        List<SideLabel> placed = between(wishes, low, high);
        if (step.height() <= 0) {
            return placed;
        }
        double above = step.y() - STEP_CLEARANCE;
        double below = step.bottom() + HALF_LINE;
        int lifted = 0;
        for (int i = 0; i < placed.size(); i++) {
            if (placed.get(i).y() < below) {
                lifted = i + 1;
            }
        }
        var labels = new ArrayList<>(between(wishes.subList(0, lifted), low, Math.max(above, low)));
        labels.addAll(between(wishes.subList(lifted, wishes.size()), Math.min(below, high), high));
        return labels;
    }

    /// The edge of a lower neighbouring width and the hatch below it, on which no label should sit.
    private Box step() {
        if (pools.size() != 1) {
            return new Box(0, 0, 0, 0);
        }
        PlacedPool pool = pools.getFirst();
        int next = pool.folded().endColumn(Math.max(pool.need(), 1)) + 1;
        double x = pool.folded().columnX(next);
        boolean nextIsLast = next == pool.folded().endColumn(pool.extent()) && pool.capacity() > 0;
        if (!nextIsLast) {
            return new Box(0, 0, 0, 0);
        }
        double top = pool.folded().endY(pool.capacity());
        double bottom = pool.keptFree().stream()
                .filter(box -> box.x() < x + NUMBER_WIDTH && box.right() > x)
                .mapToDouble(Box::bottom)
                .max()
                .orElse(top);
        return new Box(x, top, pool.folded().width(), Math.max(bottom - top, 1));
    }

    private static List<SideLabel> between(List<SideLabel> labels, double low, double high) {
        double[] wanted = labels.stream().mapToDouble(SideLabel::y).toArray();
        double[] heights = labels.stream().mapToDouble(LabelRoom::height).toArray();
        double[] solved = LabelSolver.solve(wanted, heights, low, high);
        return IntStream.range(0, solved.length)
                .mapToObj(i -> labels.get(i).at(solved[i]))
                .toList();
    }
}
