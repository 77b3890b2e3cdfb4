package org.tonari.chart.plane;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Skin;
import org.tonari.chart.CanvasControl;

/// Machines as points on a plane of two numbers, with the roofs they cannot pass. UI thread only.
///
/// ```java
/// var chart = new PlaneChart();
/// chart.setContent(new PlaneContent(price, speed, points, List.of(), List.of()));
/// ```
///
/// Left and right go from point to point; Enter selects, Escape lets go.
public final class PlaneChart extends CanvasControl {
    private final ObjectProperty<PlaneContent> content =
            new SimpleObjectProperty<>(this, "content", PlaneContent.EMPTY);

    /// An empty plane.
    public PlaneChart() {
        super("plane-chart");
    }

    /// Axes, points, roofs and guides.
    public ObjectProperty<PlaneContent> contentProperty() {
        return content;
    }

    public PlaneContent getContent() {
        return content.get();
    }

    public void setContent(PlaneContent other) {
        content.set(other);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new PlaneChartSkin(this);
    }
}
