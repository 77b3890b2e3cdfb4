package org.tonari.profiles.writers;

import java.util.ArrayList;
import java.util.List;

/// An order of layers as repeated patterns: `sliding, full` eighteen times rather than thirty-six names.
final class LayerRuns {
    private static final int LONGEST_PATTERN = 12;

    private LayerRuns() {}

    /// @param repeat  how many times, at least 1
    /// @param pattern the groups of the layers repeated
    record Run(int repeat, List<Integer> pattern) {
        int layers() {
            return repeat * pattern.size();
        }
    }

    /// @return runs that follow each other in `order`, each as long as a pattern can make it
    static List<Run> of(List<Integer> order) {
        var runs = new ArrayList<Run>();
        for (int at = 0; at < order.size(); at += runs.getLast().layers()) {
            runs.add(longest(order.subList(at, order.size())));
        }
        return runs;
    }

    private static Run longest(List<Integer> rest) {
        Run longest = new Run(1, List.copyOf(rest.subList(0, 1)));
        for (int length = 1; length <= Math.min(LONGEST_PATTERN, rest.size()); length++) {
            Run run = run(rest, length);
            if (run.layers() > longest.layers() && (run.repeat() > 1 || length == 1)) {
                longest = run;
            }
        }
        return longest;
    }

    private static Run run(List<Integer> rest, int length) {
        List<Integer> pattern = rest.subList(0, length);
        int repeat = 1;
        while ((repeat + 1) * length <= rest.size()
                && rest.subList(repeat * length, (repeat + 1) * length).equals(pattern)) {
            repeat++;
        }
        return new Run(repeat, List.copyOf(pattern));
    }
}
