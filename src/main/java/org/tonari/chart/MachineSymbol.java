package org.tonari.chart;

/// A shape that tells a machine apart without colour. None is used for a verdict (● ▲ ■ ◇) or a measurement (○).
///
/// The first seven belong to the machines of the first screen, the others are for machines that are added.
public enum MachineSymbol {
    FOUR_POINT_STAR,
    PLUS,
    TRIANGLE_DOWN,
    HEXAGON,
    FIVE_POINT_STAR,
    CROSS,
    PENTAGON,
    HOUR_GLASS,
    CHEVRON_UP,
    TRIANGLE_LEFT,
    TRIANGLE_RIGHT,
    SIX_POINT_STAR,
    ARROW_DOWN,
    HALF_DISC;

    /// @param index any whole number, at least 0
    /// @return the symbol of that place; starts again after the last one
    public static MachineSymbol at(int index) {
        return values()[index % values().length];
    }
}
