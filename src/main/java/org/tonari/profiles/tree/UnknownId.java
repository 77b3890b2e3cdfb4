package org.tonari.profiles.tree;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.tonari.explain.Phrase;

/// An id that no profile has.
///
/// @param kind    what was asked for
/// @param id      as it was written
/// @param nearest up to three ids that look like it, the likeliest first
public record UnknownId(ProfileKind kind, String id, List<String> nearest) {
    private static final int SUGGESTIONS = 3;

    public UnknownId {
        nearest = List.copyOf(nearest);
    }

    /// @param ids that there are
    /// @return what to say of an id that is none of them
    public static UnknownId among(ProfileKind kind, String id, Collection<String> ids) {
        List<String> nearest = ids.stream()
                .sorted(Comparator.comparingInt((String candidate) -> unlikeness(id, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SUGGESTIONS)
                .toList();
        return new UnknownId(kind, id, nearest);
    }

    /// @return the id and what it may have meant, in one line
    public String sentence() {
        return withNearest(Phrase.of("no {0} has the id \"{1}\"", kind.noun(), id))
                .english();
    }

    /// @return what would have been right, for messages that already say what was written
    public Phrase expectation() {
        return withNearest(Phrase.of("the id of a known {0}", kind.noun()));
    }

    private Phrase withNearest(Phrase said) {
        return nearest.isEmpty() ? said : Phrase.of("{0}; nearest: {1}", said, String.join(", ", nearest));
    }

    /// An id that contains what was written, or is contained in it, counts as near whatever its length.
    private static int unlikeness(String written, String candidate) {
        String one = written.toLowerCase(Locale.ROOT);
        boolean part = !one.isEmpty() && (candidate.contains(one) || one.contains(candidate));
        return part ? Math.abs(one.length() - candidate.length()) / 4 : distance(one, candidate);
    }

    /// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.
    public static int distance(String one, String other) {
        var table = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                table[i][j] = i == 0 || j == 0 ? i + j : step(table, one, other, i, j);
            }
        }
        return table[one.length()][other.length()];
    }

    private static int step(int[][] table, String one, String other, int i, int j) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int best = Math.min(table[i - 1][j - 1] + change, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, table[i - 2][j - 2] + 1) : best;
    }
}
