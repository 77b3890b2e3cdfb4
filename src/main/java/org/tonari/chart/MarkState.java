package org.tonari.chart;

/// What is pointed at and selected while a chart is painted.
///
/// @param hovered   under the mouse, or walked to by keys
/// @param selection what is explained elsewhere
record MarkState(Mark hovered, Mark selection) {
    /// @return whether another machine stands out
    boolean dims(String machineId) {
        return hovered.machine().map(id -> !id.equals(machineId)).orElse(false);
    }

    boolean standsOut(String machineId) {
        return hovered.machine().map(machineId::equals).orElse(false);
    }
}
