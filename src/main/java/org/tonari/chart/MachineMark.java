package org.tonari.chart;

/// How a machine appears in both charts.
///
/// @param id        stable identity; marks and pins refer to it
/// @param name      as it stands above its column
/// @param shortName for labels that name several machines at once
/// @param symbol    its shape
/// @param colour    0 for `-machine-1`, 1 for `-machine-2`, …; starts again after the last token
public record MachineMark(String id, String name, String shortName, MachineSymbol symbol, int colour) {
    public MachineMark {
        if (colour < 0) {
            throw new IllegalArgumentException("a colour's index must not be negative: " + colour);
        }
    }

    /// @return the name of its colour in the stylesheets, `machine-1`
    public String token() {
        return Ink.machine(colour).token();
    }
}
