package org.tonari.chart.memory;

import java.util.ArrayList;
import java.util.List;
import org.tonari.chart.Box;
import org.tonari.chart.Mark;
import org.tonari.chart.MemoryPart;
import org.tonari.chart.TextRuler;
import org.tonari.chart.TextStyle;
import org.tonari.chart.memory.PlacedColumn.InnerNumber;
import org.tonari.chart.memory.PlacedColumn.SideLabel;
import org.tonari.chart.memory.PlacedColumn.SideLabel.Kind;

/// Writes what stands beside a column and moves it apart.
final class SideLabels {
    static final double SPACING = 12.5;
    private static final double GAP = 8;
    private static final double POOL_NAME_INSET = 5.5;
    private static final double WIDE_NAME_RISE = 7;
    private static final double SLOT_MARGIN = 3;
    /// From here on, scripts are written without spaces.
    private static final char FIRST_KANA = '\u3040';

    /// Whether parts show their names.
    enum Names {
        SHOWN,
        HIDDEN
    }

    private final MemoryFrame frame;
    private final double right;
    private final MemoryColumn column;
    private final List<PlacedPool> pools;
    private final List<Mark> numbered;
    private final Names names;
    private final TextRuler ruler;
    private final LabelRoom room;
    private final List<SideLabel> wishes = new ArrayList<>();

    /// @param columnX left edge of the column's slot
    /// @param numbers what stands inside parts already
    SideLabels(
            MemoryFrame frame,
            double columnX,
            MemoryColumn column,
            List<PlacedPool> pools,
            List<InnerNumber> numbers,
            Names names,
            TextRuler ruler) {
        this.frame = frame;
        this.right = columnX + frame.slot() - SLOT_MARGIN - frame.badges();
        this.ruler = ruler;
        this.column = column;
        this.pools = pools;
        this.numbered = numbers.stream().map(number -> number.part().mark()).toList();
        this.names = names;
        this.room = new LabelRoom(frame, right, pools, ruler);
    }

    /// @return the labels from the top
    List<SideLabel> placed() {
        for (PlacedPool pool : pools) {
            pool.parts().forEach(part -> wishForPart(pool, part));
            wishForMarks(pool);
            if (pools.size() > 1) {
                wishForName(pool);
            }
        }
        return room.placed(wishes);
    }

    private void wishForPart(PlacedPool pool, PlacedPart placed) {
        PartBox part = placed.part();
        if (part.part() == MemoryPart.KEPT_FREE || placed.length() <= 0 || isSmallPrint(pool, part)) {
            return;
        }
        boolean inside = numbered.contains(placed.mark());
        Box box = part.part() == MemoryPart.SPARE ? placed.boxes().getFirst() : placed.roomiest(0);
        double x = pool.stackRight() + GAP;
        boolean atEdge = box.right() >= pool.stackRight() - 0.5;
        if (!part.note().isEmpty()) {
            wishes.add(new SideLabel(Kind.NOTE, placed.mark(), part.note(), x, box.middleY(), Double.NaN, Double.NaN));
        } else if ((atEdge || inside) && !isField(placed, inside)) {
            String words = fitting(part, inside, x);
            double leaderX = inside || part.part() == MemoryPart.SPARE ? Double.NaN : box.right();
            if (!words.isEmpty()) {
                wishes.add(new SideLabel(Kind.PART, placed.mark(), words, x, box.middleY(), leaderX, box.middleY()));
            }
        }
    }

    /// @return name and value; the value alone where both do not fit into the slot
    private String fitting(PartBox part, boolean inside, double x) {
        String words = words(part, inside);
        boolean fits = x + ruler.width(words, TextStyle.TICK) <= right;
        return fits || inside ? words : value(part);
    }

    /// Where memories stand above each other, room would crowd out their own names, and so would what the system and
    /// the runtime take of a card.
    private boolean isSmallPrint(PlacedPool pool, PartBox part) {
        if (pools.size() == 1) {
            return false;
        }
        boolean ground = part.part() == MemoryPart.SYSTEM || part.part() == MemoryPart.RUNTIME;
        return part.part() == MemoryPart.SPARE || (ground && names == Names.HIDDEN && pool != pools.getLast());
    }

    private static boolean isField(PlacedPart placed, boolean inside) {
        return inside
                && placed.part().part() == MemoryPart.SPARE
                && placed.boxes().size() > 1;
    }

    private String words(PartBox part, boolean inside) {
        return switch (names) {
            case SHOWN -> inside ? part.name() : part.name() + " " + value(part);
            case HIDDEN -> inside ? "" : value(part);
        };
    }

    private static String value(PartBox part) {
        return part.size().isKnown() ? part.value() : "?";
    }

    private void wishForMarks(PlacedPool pool) {
        double x = pool.stackRight() + GAP;
        var mark = new Mark.Number(column.machine().id(), Mark.Figure.VERDICT);
        if (!pool.pool().excess().isEmpty()) {
            double top = pool.folded().endY(Math.max(pool.need(), 1));
            wishes.add(new SideLabel(Kind.EXCESS, mark, pool.pool().excess(), x, top - 3, Double.NaN, Double.NaN));
        }
        for (PoolBox.Level level : pool.pool().levels()) {
            double y = pool.folded().endY(Math.max(level.height().count() * pool.scale(), 1));
            Kind kind =
                    switch (level.kind()) {
                        case NEEDED -> Kind.NEEDED;
                        case RESERVED -> Kind.RESERVED;
                    };
            wishes.add(new SideLabel(kind, mark, level.text(), x, y, Double.NaN, Double.NaN));
        }
    }

    private void wishForName(PlacedPool pool) {
        Box bounds = pool.bounds();
        boolean lowest = pool == pools.getLast();
        boolean wide = pool.folded().columns(pool.extent()) > 1;
        double top = wide ? bounds.y() - WIDE_NAME_RISE : bounds.y() + POOL_NAME_INSET;
        double y = lowest ? top : bounds.bottom() - POOL_NAME_INSET;
        var mark = new Mark.Whole(column.machine().id());
        for (String name : names(pool.pool().name())) {
            double width = name.lines()
                    .mapToDouble(line -> ruler.width(line, TextStyle.TICK_STRONG))
                    .max()
                    .orElse(0);
            for (double x : namePlaces(pool, name, lowest && wide)) {
                var label = new SideLabel(Kind.POOL, mark, name, x, y, Double.NaN, Double.NaN);
                if (x + width <= right && room.isClear(label)) {
                    wishes.add(label);
                    return;
                }
            }
        }
    }

    /// Beside the stack, beside what it runs over into, beside the whole outline; between the memories, where nothing
    /// moves from one to the other.
    private double[] namePlaces(PlacedPool pool, String name, boolean between) {
        double beside = pool.stackRight() + GAP;
        double next = pool.folded().columnX(1) + GAP;
        double beyond = pool.bounds().right() + GAP;
        boolean free = between
                && name.lines().count() == 1
                && pool.parts().stream().noneMatch(part -> part.part().origin() == PartBox.Origin.SPILLED);
        return free
                ? new double[] {beside, next, beyond, pool.folded().columnX(0)}
                : new double[] {beside, next, beyond};
    }

    /// A memory's name with its size, on one line or on two; without its size; a name without spaces on two lines.
    private static List<String> names(String name) {
        int last = name.lastIndexOf(' ');
        if (last < 0) {
            return List.of(name);
        }
        String bare = name.substring(0, last);
        var names = new ArrayList<>(List.of(name, bare + "\n" + name.substring(last + 1), bare));
        if (bare.charAt(0) >= FIRST_KANA) {
            int half = (bare.length() + 1) / 2;
            names.add(bare.substring(0, half) + "\n" + bare.substring(half));
        }
        return names;
    }
}
