package org.tonari.chart.plane;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Skin;
import org.tonari.chart.CanvasControl;

/// Measured values (across) against estimates (up) on two equal logarithmic axes, with the diagonal on which both
/// agree and a band of a quarter to either side. A dot is a [Mark.Measurement] of its place in the list.
///
/// UI thread only.
public final class ScatterChart extends CanvasControl {
    private final ObjectProperty<List<ScatterDot>> dots = new SimpleObjectProperty<>(this, "dots", List.of());
    private final StringProperty across = new SimpleStringProperty(this, "across", "");
    private final StringProperty up = new SimpleStringProperty(this, "up", "");

    public ScatterChart() {
        super("scatter-chart");
    }

    /// What is drawn.
    public ObjectProperty<List<ScatterDot>> dotsProperty() {
        return dots;
    }

    public List<ScatterDot> getDots() {
        return dots.get();
    }

    public void setDots(List<ScatterDot> all) {
        dots.set(List.copyOf(all));
    }

    /// The name of the horizontal axis.
    public StringProperty acrossProperty() {
        return across;
    }

    /// The name of the vertical axis.
    public StringProperty upProperty() {
        return up;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new ScatterChartSkin(this);
    }
}
