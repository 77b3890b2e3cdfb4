package org.tonari.chart.speed;

import org.tonari.chart.MachineMark;

/// Writes what the speed chart shows, in the language and number style of the window.
public interface ThroughputText {
    /// @return what the vertical axis counts, "tok/s"
    String unit();

    /// @return a speed as it stands beside a curve, "42", "5.7"
    String value(double value);

    /// @return a speed as it stands at the vertical axis, "40"
    String tick(double value);

    /// @param value at the vertical axis
    /// @param top   the axis's highest value
    /// @return it as it stands there
    default String tick(double value, double top) {
        return tick(value);
    }

    /// @param top the axis's highest value
    /// @return what it counts; empty where the values say so themselves
    default String unit(double top) {
        return unit();
    }

    /// @return whether values are seconds, so that steps are whole minutes and hours where there are many
    default boolean isTime() {
        return false;
    }

    /// @param at tokens above 0, or users
    /// @return a place on the horizontal axis, "32k"
    String place(double at);

    /// @return the slot of the empty context, "empty"
    String empty();

    /// @return what stands in place of a value where a machine does not run, "—"
    default String notRunning() {
        return "—";
    }

    /// @return how many users are served at once where the cache is full, "23 at once"
    default String atOnce(int users) {
        return Integer.toString(users);
    }

    /// @return a point of a curve, as a screen reader says it
    String spoken(MachineMark machine, CurvePoint point);
}
