package org.tonari.chart.memory;

import java.util.List;
import java.util.function.Predicate;
import org.tonari.units.Bytes;

/// How much memory one column width holds, the same for all machines.
final class Fold {
    private static final Bytes USUAL = new Bytes(128 * Bytes.PER_GIB);
    private static final Bytes LEAST = new Bytes(8 * Bytes.PER_GIB);
    private static final Bytes ONE = new Bytes(1);
    private static final int MOST_WIDTHS = 4;
    /// What the gap between two memories takes of a plot of the usual height.
    private static final double GAP_SHARE = 0.11;

    private Fold() {}

    /// @return 128 GiB; doubled until no memory takes more than four widths; halved while all machines fit in one
    ///         half
    static Bytes of(List<MemoryColumn> columns) {
        Bytes fold = USUAL;
        while (columns.stream().anyMatch(isWide(fold))) {
            fold = fold.times(2);
        }
        Bytes most = columns.stream()
                .flatMap(column -> column.pools().stream())
                .map(Fold::extent)
                .reduce(LEAST, Bytes::max);
        while (fold.compareTo(LEAST) > 0 && fold.times(0.5).compareTo(most) >= 0) {
            fold = fold.times(0.5);
        }
        return fold;
    }

    private static Predicate<MemoryColumn> isWide(Bytes fold) {
        return column -> {
            double gaps = GAP_SHARE * (column.pools().size() - 1);
            List<Double> lengths = column.pools().stream()
                    .map(pool -> (double) extent(pool).count() / fold.count())
                    .toList();
            double[] heights = heights(lengths, 1 - gaps);
            for (int i = 0; i < heights.length; i++) {
                if (lengths.get(i) / heights[i] > MOST_WIDTHS) {
                    return true;
                }
            }
            return false;
        };
    }

    /// Memories above each other share the height: where they are too high together, the higher ones are folded, each
    /// into as many widths.
    ///
    /// @param lengths how long each is, unfolded
    /// @param room    how high they may be together
    /// @return at which length each is folded
    static double[] heights(List<Double> lengths, double room) {
        double sum = lengths.stream().mapToDouble(length -> length).sum();
        if (lengths.size() <= 1 || sum <= room) {
            return lengths.stream().mapToDouble(_ -> room).toArray();
        }
        double share = room / lengths.size();
        double small = lengths.stream()
                .filter(length -> length <= share)
                .mapToDouble(length -> length)
                .sum();
        double scale = (room - small) / (sum - small);
        return lengths.stream()
                .mapToDouble(length -> length <= share ? length : length * scale)
                .toArray();
    }

    /// @return how much a memory's outline or stack takes, whichever is more
    static Bytes extent(PoolBox pool) {
        return pool.capacity().orNothing().max(pool.height()).max(ONE);
    }
}
