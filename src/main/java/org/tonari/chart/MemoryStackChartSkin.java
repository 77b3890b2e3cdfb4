package org.tonari.chart;

import javafx.scene.control.SkinBase;

/// Paints memory columns.
final class MemoryStackChartSkin extends SkinBase<MemoryStackChart> {
    MemoryStackChartSkin(MemoryStackChart chart) {
        super(chart);
    }
}
