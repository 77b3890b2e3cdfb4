package org.tonari.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;

/// What the charts have in common: what is pointed at and what is selected, colours, zoom. UI thread only.
public abstract class CanvasControl extends Control {
    private static final List<CssMetaData<? extends Styleable, ?>> META_DATA = metaData();

    private final ObjectProperty<Mark> hovered = new SimpleObjectProperty<>(this, "hovered", Mark.NONE);
    private final ObjectProperty<Mark> selection = new SimpleObjectProperty<>(this, "selection", Mark.NONE);
    private final ObjectProperty<Consumer<Mark>> onSelect = new SimpleObjectProperty<>(this, "onSelect", _ -> {});
    private final ReadOnlyObjectWrapper<Bounds> hoveredBounds =
            new ReadOnlyObjectWrapper<>(this, "hoveredBounds", new BoundingBox(0, 0, -1, -1));
    private final StringProperty summary = new SimpleStringProperty(this, "summary", "");
    private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom", 1);
    private final Palette palette = new Palette(this, this::colourChanged);
    private Runnable repaint = () -> {};
    private Runnable paintNow = () -> {};
    private OptionalDouble pictureScale = OptionalDouble.empty();

    /// @param styleClass by which the style sheet knows it
    protected CanvasControl(String styleClass) {
        getStyleClass().add(styleClass);
        setAccessibleRole(AccessibleRole.NODE);
        setFocusTraversable(true);
    }

    /// What the mouse or the keyboard points at; its machine stands out, all else is dimmed. Settable, so that several
    /// views can share it.
    public final ObjectProperty<Mark> hoveredProperty() {
        return hovered;
    }

    public final Mark getHovered() {
        return hovered.get();
    }

    public final void setHovered(Mark mark) {
        hovered.set(mark);
    }

    /// What is explained elsewhere; carries the focus ring.
    public final ObjectProperty<Mark> selectionProperty() {
        return selection;
    }

    public final Mark getSelection() {
        return selection.get();
    }

    public final void setSelection(Mark mark) {
        selection.set(mark);
    }

    /// Called with each mark that is clicked or entered, after the selection took it; also when it was selected
    /// before.
    public final ObjectProperty<Consumer<Mark>> onSelectProperty() {
        return onSelect;
    }

    public final void setOnSelect(Consumer<Mark> handler) {
        onSelect.set(handler);
    }

    /// Where the mark that this chart points at stands, in this control's coordinates, for a tooltip; empty bounds
    /// where there is none.
    public final ReadOnlyObjectProperty<Bounds> hoveredBoundsProperty() {
        return hoveredBounds.getReadOnlyProperty();
    }

    public final Bounds getHoveredBounds() {
        return hoveredBounds.get();
    }

    /// What a screen reader says while nothing in the chart is pointed at; the window gives it in its language,
    /// together with the accessible role's description.
    public final StringProperty summaryProperty() {
        return summary;
    }

    public final String getSummary() {
        return summary.get();
    }

    public final void setSummary(String words) {
        summary.set(words);
    }

    /// How large everything is drawn; 1 is 100 %.
    public final DoubleProperty zoomProperty() {
        return zoom;
    }

    public final double getZoom() {
        return zoom.get();
    }

    public final void setZoom(double factor) {
        zoom.set(factor);
    }

    /// @return the style properties of both charts
    public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
        return META_DATA;
    }

    @Override
    public final List<CssMetaData<? extends Styleable, ?>> getControlCssMetaData() {
        return META_DATA;
    }

    final Palette palette() {
        return palette;
    }

    final void select(Mark mark) {
        selection.set(mark);
        onSelect.get().accept(mark);
    }

    final void pointTo(Bounds bounds) {
        hoveredBounds.set(bounds);
    }

    /// @param soon paints anew before the next frame; runs after every change of a colour
    /// @param now  paints anew at once
    final void repaintWith(Runnable soon, Runnable now) {
        repaint = soon;
        paintNow = now;
    }

    /// @return pixels for one of the layout while a picture is taken of it, empty while it is only on the screen
    final OptionalDouble pictureScale() {
        return pictureScale;
    }

    final void paintFor(OptionalDouble scale) {
        pictureScale = scale;
        paintNow.run();
    }

    private void colourChanged() {
        repaint.run();
    }

    private static List<CssMetaData<? extends Styleable, ?>> metaData() {
        var all = new ArrayList<>(Control.getClassCssMetaData());
        all.addAll(Palette.metaData());
        return Collections.unmodifiableList(all);
    }
}
