package org.tonari.chart;

import java.util.Objects;

/// The stylesheet with the charts' colour tokens, light on `.root` and dark on `.dark`.
///
/// ```java
/// scene.getStylesheets().add(ChartStylesheet.location());
/// scene.getRoot().getStyleClass().add("dark");
/// ```
public final class ChartStylesheet {
    private ChartStylesheet() {}

    /// @return its address, for `Scene.getStylesheets()`
    public static String location() {
        return Objects.requireNonNull(ChartStylesheet.class.getResource("chart.css"), "chart.css is part of the module")
                .toExternalForm();
    }
}
