package org.tonari.chart;

import javafx.scene.control.SkinBase;

/// Paints speed curves.
final class ThroughputChartSkin extends SkinBase<ThroughputChart> {
    ThroughputChartSkin(ThroughputChart chart) {
        super(chart);
    }
}
