package org.tonari.chart;

import java.util.Arrays;

/// Moves labels apart: as near to where they want to be as possible, in the same order, none upon another.
///
/// Least squares under an order is solved by pooling adjacent violators: neighbours that would overlap are joined to a
/// block, which stands at the mean of its members' wishes.
public final class LabelSolver {
    private LabelSolver() {}

    /// @param wanted  the middles that labels want, from the top; need not rise
    /// @param spacing from one middle to the next
    /// @param low     the topmost middle
    /// @param high    the lowest middle
    /// @return a middle for each; nearer than `spacing` only where the room is too small for all
    public static double[] solve(double[] wanted, double spacing, double low, double high) {
        double[] heights = new double[wanted.length];
        Arrays.fill(heights, spacing);
        return solve(wanted, heights, low, high);
    }

    /// @param wanted  the middles that labels want, from the top; need not rise
    /// @param heights how much room each takes, half of it on either side
    /// @param low     the topmost middle
    /// @param high    the lowest middle
    /// @return a middle for each; closer than their heights only where the room is too small for all
    public static double[] solve(double[] wanted, double[] heights, double low, double high) {
        int count = wanted.length;
        if (count == 0) {
            return wanted;
        }
        double[] offsets = offsets(heights);
        double needed = offsets[count - 1];
        double squeeze = needed > high - low ? Math.max(high - low, 0) / needed : 1;
        for (int i = 0; i < count; i++) {
            offsets[i] *= squeeze;
        }
        double[] placed = pooled(wanted, offsets);
        double last = high - offsets[count - 1];
        for (int i = 0; i < count; i++) {
            placed[i] = Math.max(Math.min(placed[i], last), low) + offsets[i];
        }
        return placed;
    }

    private static double[] offsets(double[] heights) {
        double[] offsets = new double[heights.length];
        for (int i = 1; i < heights.length; i++) {
            offsets[i] = offsets[i - 1] + (heights[i - 1] + heights[i]) / 2;
        }
        return offsets;
    }

    /// @return the wishes without their offsets, made to rise
    private static double[] pooled(double[] wanted, double[] offsets) {
        int count = wanted.length;
        double[] sums = new double[count];
        int[] sizes = new int[count];
        int blocks = 0;
        for (int i = 0; i < count; i++) {
            sums[blocks] = wanted[i] - offsets[i];
            sizes[blocks++] = 1;
            while (blocks > 1 && sums[blocks - 2] / sizes[blocks - 2] > sums[blocks - 1] / sizes[blocks - 1]) {
                sums[blocks - 2] += sums[blocks - 1];
                sizes[blocks - 2] += sizes[blocks - 1];
                blocks--;
            }
        }
        double[] placed = new double[count];
        int at = 0;
        for (int block = 0; block < blocks; block++) {
            Arrays.fill(placed, at, at + sizes[block], sums[block] / sizes[block]);
            at += sizes[block];
        }
        return placed;
    }
}
