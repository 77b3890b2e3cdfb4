package org.tonari.viewmodel;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Finds what somebody probably meant.
final class NearestNames {
    private NearestNames() {}

    /// @return the `most` things whose names are the fewest edits away from `query`
    static <T> List<T> of(String query, List<T> things, Function<T, String> name, int most) {
        String wanted = query.toLowerCase(Locale.ROOT);
        return things.stream()
                .sorted(Comparator.comparingInt(
                        thing -> distance(wanted, name.apply(thing).toLowerCase(Locale.ROOT))))
                .limit(most)
                .toList();
    }

    private static int distance(String left, String right) {
        int[] previous = IntStream.rangeClosed(0, right.length()).toArray();
        for (int i = 1; i <= left.length(); i++) {
            int[] row = new int[right.length() + 1];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(previous[j], row[j - 1]));
            }
            previous = row;
        }
        return previous[right.length()];
    }
}
