package org.tonari.chart.speed;

import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Skin;
import org.tonari.chart.CanvasControl;
import org.tonari.chart.MachineMark;

/// Speeds over context length or users, one curve for each machine. UI thread only.
///
/// ```java
/// var chart = new ThroughputChart();
/// chart.setText(text);
/// chart.setCurves(curves);
/// chart.scrubProperty().bindBidirectional(context);
/// ```
///
/// Dragging the vertical line writes [#scrubProperty()]; it snaps to powers of two unless Alt is held. Arrow up and
/// down go from curve to curve, left and right from point to point; Enter selects, Escape lets go.
public final class ThroughputChart extends CanvasControl {
    private final ObjectProperty<List<Curve>> curves = new SimpleObjectProperty<>(this, "curves", List.of());
    private final ObjectProperty<List<PinnedCurve>> pins = new SimpleObjectProperty<>(this, "pins", List.of());
    private final ObjectProperty<AxisSpan> span = new SimpleObjectProperty<>(this, "span", AxisSpan.contexts(131_072));
    private final ObjectProperty<ThroughputText> text = new SimpleObjectProperty<>(this, "text", new PlainText());
    private final ReadOnlyObjectWrapper<AxisSpan> shownSpan =
            new ReadOnlyObjectWrapper<>(this, "shownSpan", AxisSpan.contexts(131_072));
    private final ObjectProperty<Map<String, CurvePoint>> readings =
            new SimpleObjectProperty<>(this, "readings", Map.of());
    private final DoubleProperty scrub = new SimpleDoubleProperty(this, "scrub", 32_768);
    private final BooleanProperty scrubbing = new SimpleBooleanProperty(this, "scrubbing", false);
    private final ObjectProperty<SpeedTarget> target = new SimpleObjectProperty<>(this, "target", SpeedTarget.NONE);
    private final StringProperty focusedMachine = new SimpleStringProperty(this, "focusedMachine", "");
    private final DoubleProperty labelRoom = new SimpleDoubleProperty(this, "labelRoom", SpeedFrame.LABEL_ROOM);
    private final ReadOnlyObjectWrapper<ContextAxis> contextAxis =
            new ReadOnlyObjectWrapper<>(this, "contextAxis", axisAcross(ThroughputChartSkin.PREFERRED_WIDTH));

    /// An empty chart.
    public ThroughputChart() {
        super("throughput-chart");
        contextAxis.bind(Bindings.createObjectBinding(
                () -> axisAcross(getWidth() > 0 ? getWidth() : ThroughputChartSkin.PREFERRED_WIDTH * getZoom()),
                widthProperty(),
                zoomProperty(),
                labelRoom,
                shownSpan));
        span.subscribe(shownSpan::set);
        scrub.subscribe(at -> shownSpan.set(new AxisView(getSpan()).revealing(getShownSpan(), at.doubleValue())));
    }

    /// The machines, those that do not run included.
    public ObjectProperty<List<Curve>> curvesProperty() {
        return curves;
    }

    public List<Curve> getCurves() {
        return curves.get();
    }

    public void setCurves(List<Curve> machines) {
        curves.set(List.copyOf(machines));
    }

    /// Curves of pinned scenarios.
    public ObjectProperty<List<PinnedCurve>> pinsProperty() {
        return pins;
    }

    public List<PinnedCurve> getPins() {
        return pins.get();
    }

    public void setPins(List<PinnedCurve> pinned) {
        pins.set(List.copyOf(pinned));
    }

    /// What is known at the vertical line without reading it off a curve, by machine: the estimates themselves.
    public ObjectProperty<Map<String, CurvePoint>> readingsProperty() {
        return readings;
    }

    public Map<String, CurvePoint> getReadings() {
        return readings.get();
    }

    public void setReadings(Map<String, CurvePoint> exact) {
        readings.set(Map.copyOf(exact));
    }

    /// What of the horizontal axis is looked at; all of it until it is zoomed. A place that the line moves to comes
    /// into view.
    public ReadOnlyObjectProperty<AxisSpan> shownSpanProperty() {
        return shownSpan.getReadOnlyProperty();
    }

    public AxisSpan getShownSpan() {
        return shownSpan.get();
    }

    /// @return whether less than the whole axis is looked at
    public boolean isZoomed() {
        return !getShownSpan().equals(getSpan());
    }

    /// @param at     the place that stays where it is
    /// @param factor above 1 to see less, below 1 to see more
    public void zoomAxis(double at, double factor) {
        shownSpan.set(new AxisView(getSpan()).zoomed(getShownSpan(), at, factor));
    }

    /// @param octaves how far to the right, in doublings; negative for left
    public void panAxis(double octaves) {
        shownSpan.set(new AxisView(getSpan()).panned(getShownSpan(), octaves));
    }

    /// Shows the whole axis again.
    public void showWholeAxis() {
        shownSpan.set(getSpan());
    }

    /// What the horizontal axis spans.
    public ObjectProperty<AxisSpan> spanProperty() {
        return span;
    }

    public AxisSpan getSpan() {
        return span.get();
    }

    public void setSpan(AxisSpan axis) {
        span.set(axis);
    }

    /// Writes the chart's numbers.
    public ObjectProperty<ThroughputText> textProperty() {
        return text;
    }

    public ThroughputText getText() {
        return text.get();
    }

    public void setText(ThroughputText words) {
        text.set(words);
    }

    /// Where the vertical line stands, in tokens or users; 0 is the empty context. Dragging writes it.
    public DoubleProperty scrubProperty() {
        return scrub;
    }

    public double getScrub() {
        return scrub.get();
    }

    public void setScrub(double at) {
        scrub.set(at);
    }

    /// Whether the place is being dragged, here or at a slider bound to it. While it is true the vertical axis holds
    /// still; the end of a drag is the end of one undo step.
    public BooleanProperty scrubbingProperty() {
        return scrubbing;
    }

    public boolean isScrubbing() {
        return scrubbing.get();
    }

    public void setScrubbing(boolean dragging) {
        scrubbing.set(dragging);
    }

    /// The speed that is asked for.
    public ObjectProperty<SpeedTarget> targetProperty() {
        return target;
    }

    public SpeedTarget getTarget() {
        return target.get();
    }

    public void setTarget(SpeedTarget speed) {
        target.set(speed);
    }

    /// The machine whose 80 % interval is drawn; empty for none.
    public StringProperty focusedMachineProperty() {
        return focusedMachine;
    }

    public String getFocusedMachine() {
        return focusedMachine.get();
    }

    public void setFocusedMachine(String machineId) {
        focusedMachine.set(machineId);
    }

    /// The horizontal axis as drawn, in this control's coordinates; a slider above the chart uses the same. Before the
    /// chart was laid out for the first time, the axis that it would like to have.
    public ReadOnlyObjectProperty<ContextAxis> contextAxisProperty() {
        return contextAxis.getReadOnlyProperty();
    }

    public ContextAxis getContextAxis() {
        return contextAxis.get();
    }

    /// What the labels at the curves' ends need, in logical pixels.
    double getLabelRoom() {
        return labelRoom.get();
    }

    void giveLabels(double wanted) {
        labelRoom.set(wanted);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new ThroughputChartSkin(this);
    }

    /// @param width in pixels
    /// @return the axis in a chart of that width, at the present zoom
    public ContextAxis axisAcross(double width) {
        return axisAcross(width, getShownSpan());
    }

    /// @param width   in pixels
    /// @param spanned anything
    /// @return an axis as the chart's, of another span
    public ContextAxis axisAcross(double width, AxisSpan spanned) {
        double zoom = Math.max(getZoom(), 0.1);
        return new SpeedFrame(width / zoom, 0)
                .withLabels(labelRoom.get())
                .axis(spanned)
                .scaled(zoom);
    }

    /// Stands in until the window gives its own words.
    private static final class PlainText implements ThroughputText {
        @Override
        public String unit() {
            return "";
        }

        @Override
        public String value(double value) {
            return Long.toString(Math.round(value));
        }

        @Override
        public String tick(double value) {
            return Long.toString(Math.round(value));
        }

        @Override
        public String place(double at) {
            return Long.toString(Math.round(at));
        }

        @Override
        public String empty() {
            return "0";
        }

        @Override
        public String spoken(MachineMark machine, CurvePoint point) {
            return machine.name();
        }
    }
}
