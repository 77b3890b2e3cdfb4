package org.tonari.viewmodel.choosing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Finds what somebody probably meant.
final class NearestNames {
    private NearestNames() {}

    /// @return the `most` things whose names begin most like `query`; among equals, those that differ least as a whole
    static <T> List<T> of(String query, List<T> things, Function<T, String> name, int most) {
        String wanted = query.toLowerCase(Locale.ROOT);
        return things.stream()
                .map(thing -> new Near<>(thing, edits(wanted, name.apply(thing).toLowerCase(Locale.ROOT))))
                .sorted(Comparator.<Near<T>>comparingInt(
                                near -> Arrays.stream(near.edits()).min().orElse(0))
                        .thenComparingInt(near -> near.edits()[near.edits().length - 1]))
                .limit(most)
                .map(Near::thing)
                .toList();
    }

    /// @param edits from the query to each beginning of the name, the whole name last
    private record Near<T>(T thing, int[] edits) {}

    private static int[] edits(String left, String right) {
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
        return previous;
    }
}
