package org.tonari.chart.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.tonari.chart.MemoryPart;
import org.tonari.chart.TextRuler;
import org.tonari.chart.memory.PlacedColumn.InnerNumber;
import org.tonari.chart.memory.PlacedColumn.SideLabel;
import org.tonari.units.Bytes;

/// Places all columns of the memory chart.
///
/// @param frame   where columns stand
/// @param mode    how memories share the height
/// @param fold    how much memory one width holds, at the same scale
/// @param columns the columns from the left
record StackLayout(MemoryFrame frame, ScaleMode mode, Bytes fold, List<PlacedColumn> columns) {
    private static final double TOP_LABEL = 15;

    /// @param named machines whose parts show their names, besides the column that is the key
    static StackLayout of(
            List<MemoryColumn> columns, MemoryFrame frame, ScaleMode mode, Set<String> named, TextRuler ruler) {
        Bytes fold = Fold.of(columns);
        List<List<PlacedPool>> pools = IntStream.range(0, columns.size())
                .mapToObj(i -> pools(columns.get(i), frame.columnX(i), frame, mode, fold))
                .toList();
        int key = key(pools);
        var placed = new ArrayList<PlacedColumn>();
        for (int i = 0; i < columns.size(); i++) {
            placed.add(column(columns.get(i), frame, i, pools.get(i), names(columns.get(i), i == key, named), ruler));
        }
        return new StackLayout(frame, mode, fold, placed);
    }

    /// @return whether some column bears the names of the parts that every model has
    boolean saysNames() {
        return columns.isEmpty()
                || columns.stream()
                        .anyMatch(column -> says(column, MemoryPart.WEIGHTS)
                                && says(column, MemoryPart.KV_CACHE)
                                && says(column, MemoryPart.ACTIVATIONS));
    }

    private static boolean says(PlacedColumn column, MemoryPart part) {
        return column.pools().stream()
                .flatMap(pool -> pool.parts().stream())
                .filter(placed -> placed.part().part() == part)
                .allMatch(placed -> placed.length() <= 0
                        || column.labels().stream()
                                .anyMatch(label -> label.mark().equals(placed.mark())
                                        && label.text().startsWith(placed.part().name())));
    }

    private static SideLabels.Names names(MemoryColumn column, boolean isKey, Set<String> named) {
        boolean shown = isKey || named.contains(column.machine().id());
        return shown ? SideLabels.Names.SHOWN : SideLabels.Names.HIDDEN;
    }

    private static PlacedColumn column(
            MemoryColumn column,
            MemoryFrame frame,
            int index,
            List<PlacedPool> pools,
            SideLabels.Names names,
            TextRuler ruler) {
        List<InnerNumber> numbers = new InnerNumbers(ruler).of(pools);
        List<SideLabel> labels =
                new SideLabels(frame, frame.columnX(index), column, pools, numbers, names, ruler).placed();
        List<InnerNumber> clear = InnerNumbers.clearOf(labels, numbers, ruler);
        return new PlacedColumn(column, frame.columnX(index), frame.slot(), pools, clear, labels);
    }

    private static List<PlacedPool> pools(
            MemoryColumn column, double x, MemoryFrame frame, ScaleMode mode, Bytes fold) {
        if (column.pools().isEmpty()) {
            return List.of();
        }
        double room = room(column, frame, mode);
        double scale =
                switch (mode) {
                    case SAME_SCALE -> frame.scale(fold);
                    case FILL_EACH ->
                        room
                                / extents(column).stream()
                                        .mapToDouble(extent -> extent)
                                        .sum();
                };
        double[] heights =
                Fold.heights(extents(column).stream().map(e -> e * scale).toList(), room);
        var placed = new ArrayList<PlacedPool>();
        double base = frame.base();
        for (int i = column.pools().size() - 1; i >= 0; i--) {
            var folded = new FoldedBox(x, base, frame.columnWidth(), heights[i]);
            PlacedPool pool =
                    PoolLayout.place(column.machine().id(), i, column.pools().get(i), folded, scale);
            placed.addFirst(pool);
            base = pool.bounds().y() - MemoryFrame.POOL_GAP;
        }
        return placed;
    }

    private static double room(MemoryColumn column, MemoryFrame frame, ScaleMode mode) {
        double gaps = MemoryFrame.POOL_GAP * (column.pools().size() - 1);
        double room =
                switch (mode) {
                    case SAME_SCALE -> frame.foldLength();
                    case FILL_EACH -> frame.plot() - TOP_LABEL;
                };
        return Math.max(room - gaps, 10);
    }

    private static List<Double> extents(MemoryColumn column) {
        return column.pools().stream()
                .map(pool -> (double) Fold.extent(pool).count())
                .toList();
    }

    /// @return the column that carries the names: the leftmost with one memory in one width, else the leftmost
    private static int key(List<List<PlacedPool>> pools) {
        for (int i = 0; i < pools.size(); i++) {
            if (pools.get(i).size() == 1) {
                PlacedPool pool = pools.get(i).getFirst();
                if (pool.folded().columns(pool.extent()) == 1) {
                    return i;
                }
            }
        }
        return 0;
    }
}
