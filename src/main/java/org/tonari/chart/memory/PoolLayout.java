package org.tonari.chart.memory;

import java.util.ArrayList;
import java.util.List;
import org.tonari.chart.Mark;
import org.tonari.chart.MemoryPart;
import org.tonari.units.Bytes;

/// Places the parts of one memory.
///
/// Thin parts get a least height so that they are seen and can be pointed at. What they gain is taken from the largest
/// part, so that the top of the stack keeps its true height.
final class PoolLayout {
    static final double LEAST_PART = 3;
    /// An unknown part has no height of its own; it takes as much as its "?" needs.
    static final double UNKNOWN_PART = 22;

    private static final Bytes NEGLIGIBLE = Bytes.ofGiB(0.05);

    private PoolLayout() {}

    /// @param machineId whose memory
    /// @param index     which one of its memories
    /// @param scale     pixels for a byte
    static PlacedPool place(String machineId, int index, PoolBox pool, FoldedBox folded, double scale) {
        double[] lengths = lengths(pool.stack(), scale);
        double capacity = pool.capacity().orNothing().count() * scale;
        double limit = pool.limit().isKnown() ? pool.limit().orNothing().count() * scale : Double.POSITIVE_INFINITY;
        var parts = new ArrayList<PlacedPart>();
        double at = 0;
        for (int i = 0; i < lengths.length; i++) {
            PartBox part = pool.stack().get(i);
            parts.add(placed(part, new Mark.Part(machineId, index, part.part()), folded, at, at + lengths[i], limit));
            at += lengths[i];
        }
        double spareTop = Math.max(at, Math.min(limit, capacity));
        for (PartBox part : pool.parts()) {
            var mark = new Mark.Part(machineId, index, part.part());
            if (part.part() == MemoryPart.SPARE && spareTop > at) {
                parts.add(placed(part, mark, folded, at, spareTop, Double.POSITIVE_INFINITY));
            } else if (part.part() == MemoryPart.KEPT_FREE && capacity > spareTop) {
                parts.add(placed(part, mark, folded, spareTop, capacity, Double.POSITIVE_INFINITY));
            }
        }
        return new PlacedPool(pool, folded, scale, capacity, limit, at, parts);
    }

    /// @return the length of each part, from the bottom
    static double[] lengths(List<PartBox> parts, double scale) {
        double[] lengths = new double[parts.size()];
        double gained = 0;
        int largest = -1;
        for (int i = 0; i < lengths.length; i++) {
            if (!parts.get(i).size().isKnown()) {
                lengths[i] = UNKNOWN_PART;
                continue;
            }
            Bytes size = parts.get(i).size().orNothing();
            double truth = size.count() * scale;
            lengths[i] = size.compareTo(NEGLIGIBLE) < 0 ? 0 : Math.max(truth, LEAST_PART);
            gained += lengths[i] - truth;
            if (largest < 0 || truth > lengths[largest]) {
                largest = i;
            }
        }
        if (largest >= 0 && lengths[largest] > 0) {
            lengths[largest] = Math.max(lengths[largest] - gained, LEAST_PART);
        }
        return lengths;
    }

    private static PlacedPart placed(PartBox part, Mark mark, FoldedBox folded, double from, double to, double limit) {
        double edge = Math.clamp(limit, from, to);
        return new PlacedPart(part, mark, from, to, folded.between(from, edge), folded.between(edge, to));
    }
}
