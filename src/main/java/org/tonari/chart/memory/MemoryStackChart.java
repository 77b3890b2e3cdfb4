package org.tonari.chart.memory;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Skin;
import org.tonari.chart.CanvasControl;
import org.tonari.units.Bytes;

/// Machines as columns of memory, side by side. UI thread only.
///
/// ```java
/// var chart = new MemoryStackChart();
/// chart.setStacks(columns);
/// chart.setOnSelect(mark -> explain(mark));
/// ```
///
/// Arrow left and right go from column to column, up and down through its parts; Enter selects, Escape lets go. A
/// heading can be dragged to another place; Alt with left or right does the same.
public final class MemoryStackChart extends CanvasControl {
    private final ObjectProperty<List<MemoryColumn>> stacks = new SimpleObjectProperty<>(this, "stacks", List.of());
    private final ObjectProperty<List<PinnedStack>> pins = new SimpleObjectProperty<>(this, "pins", List.of());
    private final ObjectProperty<ScaleMode> scaleMode =
            new SimpleObjectProperty<>(this, "scaleMode", ScaleMode.SAME_SCALE);
    private final ObjectProperty<MemoryUnit> unit =
            new SimpleObjectProperty<>(this, "unit", new MemoryUnit("GiB", Bytes.PER_GIB, Long::toString));
    private final ObjectProperty<BiConsumer<String, Integer>> onMove =
            new SimpleObjectProperty<>(this, "onMove", (_, _) -> {});
    private final ReadOnlyObjectWrapper<Carried> carried =
            new ReadOnlyObjectWrapper<>(this, "carried", Carried.NOTHING);
    private final ReadOnlyObjectWrapper<Bytes> fold =
            new ReadOnlyObjectWrapper<>(this, "fold", new Bytes(128 * Bytes.PER_GIB));

    private final ReadOnlyBooleanWrapper named = new ReadOnlyBooleanWrapper(this, "named", true);

    /// An empty chart.
    public MemoryStackChart() {
        super("memory-stack-chart");
        fold.bind(stacks.map(Fold::of));
    }

    /// The columns from the left.
    public ObjectProperty<List<MemoryColumn>> stacksProperty() {
        return stacks;
    }

    public List<MemoryColumn> getStacks() {
        return stacks.get();
    }

    public void setStacks(List<MemoryColumn> columns) {
        stacks.set(List.copyOf(columns));
    }

    /// Ghost outlines of pinned scenarios.
    public ObjectProperty<List<PinnedStack>> pinsProperty() {
        return pins;
    }

    public List<PinnedStack> getPins() {
        return pins.get();
    }

    public void setPins(List<PinnedStack> stacks) {
        pins.set(List.copyOf(stacks));
    }

    /// How memories of different size share the height.
    public ObjectProperty<ScaleMode> scaleModeProperty() {
        return scaleMode;
    }

    public ScaleMode getScaleMode() {
        return scaleMode.get();
    }

    public void setScaleMode(ScaleMode mode) {
        scaleMode.set(mode);
    }

    /// What the axis counts in.
    public ObjectProperty<MemoryUnit> unitProperty() {
        return unit;
    }

    public MemoryUnit getUnit() {
        return unit.get();
    }

    public void setUnit(MemoryUnit unitOfAxis) {
        unit.set(unitOfAxis);
    }

    /// Called with a machine's identity and how many places its column is moved, negative for left.
    public ObjectProperty<BiConsumer<String, Integer>> onMoveProperty() {
        return onMove;
    }

    public void setOnMove(BiConsumer<String, Integer> handler) {
        onMove.set(handler);
    }

    void move(String machineId, int places) {
        onMove.get().accept(machineId, places);
    }

    ReadOnlyObjectProperty<Carried> carriedProperty() {
        return carried.getReadOnlyProperty();
    }

    Carried getCarried() {
        return carried.get();
    }

    void carry(Carried column) {
        carried.set(column);
    }

    /// How much memory one column width holds at the same scale; the caption says so.
    public ReadOnlyObjectProperty<Bytes> foldProperty() {
        return fold.getReadOnlyProperty();
    }

    public Bytes getFold() {
        return fold.get();
    }

    /// Whether the parts' names stand beside a column; where there is no room for them, whoever shows the chart gives a
    /// key.
    public ReadOnlyBooleanProperty namedProperty() {
        return named.getReadOnlyProperty();
    }

    void name(boolean there) {
        named.set(there);
    }

    /// @return where the first column starts, from the chart's left
    public double columnsStart() {
        return MemoryFrame.LEFT * getZoom();
    }

    /// @return what is left free behind the last column
    public double columnsMargin() {
        return MemoryFrame.RIGHT_MARGIN * getZoom();
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new MemoryStackChartSkin(this);
    }
}
