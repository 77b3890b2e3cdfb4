package org.tonari.chart;

/// What is pointed at and selected while a chart is painted.
///
/// @param hovered   under the mouse, or walked to by keys
/// @param selection what is explained elsewhere
public record MarkState(Mark hovered, Mark selection) {
    /// The strength of what steps back while another machine stands out.
    public static final double DIMMED = 0.35;

    /// @return whether another machine stands out
    public boolean dims(String machineId) {
        return hovered.machine().map(id -> !id.equals(machineId)).orElse(false);
    }

    /// @return whether this machine stands out
    public boolean standsOut(String machineId) {
        return hovered.machine().map(machineId::equals).orElse(false);
    }
}
