package org.tonari.chart;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Grid lines from 0 in steps of 1, 2 or 5 times a power of ten.
///
/// @param step from line to line
/// @param top  the highest line
public record NiceTicks(double step, double top) {
    private static final int MOST_STEPS = 5;
    private static final double SHORT = 100;
    private static final double HOUR = 3_600;
    private static final double[] CLOCK = {60, 120, 300, 600, 1_200, HOUR, 2 * HOUR, 5 * HOUR, 10 * HOUR};
    private static final double[] LEADS = {1, 2, 5, 10};

    /// @param highest what must lie below the top line; 0 and less count as 1
    /// @return four to six lines, 0 and the top included
    public static NiceTicks upTo(double highest) {
        double above = highest > 0 && Double.isFinite(highest) ? highest : 1;
        double power = Math.pow(10, Math.floor(Math.log10(above / MOST_STEPS)));
        for (double lead : LEADS) {
            double step = lead * power;
            if (above <= MOST_STEPS * step * (1 + 1e-12)) {
                return new NiceTicks(step, Math.ceil(above / step * (1 - 1e-12)) * step);
            }
        }
        throw new IllegalArgumentException("no step for " + highest);
    }

    /// @param seconds what must lie below the top line
    /// @return lines at whole minutes or hours; as for other numbers where the top is under two minutes
    public static NiceTicks upToSeconds(double seconds) {
        if (seconds <= SHORT) {
            return upTo(seconds);
        }
        double step = Arrays.stream(CLOCK)
                .filter(each -> seconds <= MOST_STEPS * each)
                .findFirst()
                .orElseGet(() -> upTo(seconds / HOUR).step() * HOUR);
        return new NiceTicks(step, Math.ceil(seconds / step * (1 - 1e-12)) * step);
    }

    /// @return the lines, rising from 0
    public List<Double> lines() {
        return IntStream.rangeClosed(0, (int) Math.round(top / step))
                .mapToObj(line -> line * step)
                .toList();
    }
}
