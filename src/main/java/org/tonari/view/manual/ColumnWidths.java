package org.tonari.view.manual;

import java.util.List;
import java.util.stream.IntStream;

/// How wide the columns of a table are: as wide as their text where there is room, else each gives up what it can spare
/// above its longest word.
final class ColumnWidths {
    private ColumnWidths() {}

    /// @param least     width of each column below which words break
    /// @param natural   width of each at which nothing wraps, not less than the least
    /// @param available for all together
    /// @return widths that sum up to no more than what is available
    static double[] of(List<Double> least, List<Double> natural, double available) {
        double wanted = sum(natural);
        double needed = sum(least);
        if (wanted <= available) {
            return natural.stream().mapToDouble(width -> width).toArray();
        }
        if (needed >= available) {
            return least.stream()
                    .mapToDouble(width -> width * available / needed)
                    .toArray();
        }
        double share = (available - needed) / (wanted - needed);
        return IntStream.range(0, least.size())
                .mapToDouble(i -> least.get(i) + (natural.get(i) - least.get(i)) * share)
                .toArray();
    }

    private static double sum(List<Double> widths) {
        return widths.stream().mapToDouble(width -> width).sum();
    }
}
