package org.tonari.chart;

import java.util.List;
import org.tonari.units.Bytes;

/// How much memory one column width holds, the same for all machines.
final class Fold {
    private static final Bytes USUAL = new Bytes(128 * Bytes.PER_GIB);
    private static final Bytes LEAST = new Bytes(8 * Bytes.PER_GIB);
    private static final int MOST_WIDTHS = 4;

    private Fold() {}

    /// @return 128 GiB; doubled until no machine takes more than four widths; halved while all machines fit in one
    ///         half
    static Bytes of(List<MemoryColumn> columns) {
        Bytes most = columns.stream()
                .flatMap(column -> column.pools().stream())
                .map(Fold::extent)
                .reduce(LEAST, Bytes::max);
        Bytes fold = USUAL;
        while (fold.times(MOST_WIDTHS).compareTo(most) < 0) {
            fold = fold.times(2);
        }
        while (fold.compareTo(LEAST) > 0 && fold.times(0.5).compareTo(most) >= 0) {
            fold = fold.times(0.5);
        }
        return fold;
    }

    private static Bytes extent(PoolBox pool) {
        return pool.capacity().orNothing().max(pool.height());
    }
}
