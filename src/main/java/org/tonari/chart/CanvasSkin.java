package org.tonari.chart;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.SkinBase;
import javafx.stage.Window;

/// A skin that paints everything on one canvas, or what seldom changes on a second one below.
///
/// A change repaints once before the next frame, without a layout pass of the window.
public abstract class CanvasSkin<C extends CanvasControl> extends SkinBase<C> {
    private static final double FOCUS_WIDTH = 2;
    private static final double FOCUS_GAP = 2.5;
    private static final double FOCUS_RADIUS = 3;

    public static final Bounds NOWHERE = new BoundingBox(0, 0, -1, -1);

    private final Room room;
    private final Layer upper = new Layer();
    private final Layer lower = new Layer();
    private final Runnable beforeFrame = this::paintIfStale;
    private final Pointing pointing;
    private final MarkWalk walk;
    private Ruler ruler = new Ruler("System");
    private String rulerFamily = "System";
    private boolean stale = true;
    private Optional<Object> painted = Optional.empty();
    private Optional<Scene> awaited = Optional.empty();

    /// @param room how large the chart is
    protected CanvasSkin(C control, Room room) {
        super(control);
        this.room = room;
        control.setPickOnBounds(true);
        getChildren().add(upper.node());
        control.repaintWith(this::repaintAll, this::paintNow);
        pointing = new Pointing(control, this);
        pointing.attach();
        walk = new MarkWalk(control, this::neighbour);
        walk.attach();
        repaintOn(List.of(
                control.hoveredProperty(),
                control.selectionProperty(),
                control.focusVisibleProperty(),
                control.zoomProperty(),
                control.summaryProperty(),
                control.sceneProperty(),
                control.sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::renderScaleXProperty)));
    }

    /// Paints a chart of that many logical pixels. What seldom changes it may paint on a layer of its own with
    /// [#below(Object, Consumer)].
    protected abstract void paint(Brush brush, double width, double height);

    /// @return the mark at a point, in logical pixels
    protected abstract Mark markAt(double x, double y);

    /// @return where a mark stands, in logical pixels; empty bounds where it does not
    protected abstract Bounds boundsOf(Mark mark);

    /// @return what a screen reader says of it
    protected abstract String spoken(Mark mark);

    /// @return the mark to which a key leads from another
    protected abstract Mark neighbour(Mark from, MarkWalk.Step step);

    /// Paints again whenever one of these changes.
    protected final void repaintOn(List<ObservableValue<?>> observables) {
        observables.forEach(observable -> registerChangeListener(observable, _ -> markStale()));
    }

    /// Paints below everything else, unless the same was painted there before.
    ///
    /// @param key equal to the last one where the picture would be the same
    protected final void below(Object key, Consumer<Brush> painting) {
        var now = Optional.<Object>of(List.of(key, zoom(), outputScale(), upper.width(), upper.height(), ruler()));
        if (now.equals(painted)) {
            return;
        }
        painted = now;
        if (!getChildren().contains(lower.node())) {
            getChildren().addFirst(lower.node());
        }
        lower.resize(upper.width(), upper.height());
        lower.node().relocate(upper.node().getLayoutX(), upper.node().getLayoutY());
        lower.paint(getSkinnable().palette(), ruler(), zoom(), outputScale(), painting);
    }

    private void repaintAll() {
        painted = Optional.empty();
        markStale();
    }

    private void paintNow() {
        stale = true;
        paintIfStale();
    }

    /// Paints again before the next frame.
    protected final void markStale() {
        stale = true;
        Scene scene = getSkinnable().getScene();
        if (scene != null && awaited.isEmpty()) {
            awaited = Optional.of(scene);
            scene.addPostLayoutPulseListener(beforeFrame);
            Platform.requestNextPulse();
        }
    }

    /// @return what measures texts in the window's typeface
    protected final Ruler ruler() {
        String family = getSkinnable().palette().fontFamily();
        if (!family.equals(rulerFamily)) {
            ruler = new Ruler(family);
            rulerFamily = family;
        }
        return ruler;
    }

    /// @return how large a logical pixel is, 1 as designed
    protected final double zoom() {
        return Math.max(getSkinnable().getZoom(), 0.1);
    }

    /// A ring round the mark that the keyboard stands on, or that is selected.
    protected final void ring(Brush brush, Mark mark) {
        Bounds bounds = boundsOf(mark);
        if (!bounds.isEmpty()) {
            var box = new Box(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
            brush.strokeRound(box.grown(FOCUS_GAP), FOCUS_RADIUS, FOCUS_WIDTH, brush.colour(Ink.ACCENT));
        }
    }

    /// A ring round what the keyboard stands on; round the whole chart where that is nothing yet.
    protected final void focusRing(Brush brush, double width, double height) {
        if (getSkinnable().isFocusVisible()) {
            if (boundsOf(getSkinnable().getHovered()).isEmpty()) {
                var whole = new Box(0, 0, width, height).grown(-FOCUS_WIDTH);
                brush.strokeRound(whole, FOCUS_RADIUS, FOCUS_WIDTH, brush.colour(Ink.ACCENT));
            } else {
                ring(brush, getSkinnable().getHovered());
            }
        }
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        stale |= upper.resize(width, height);
        upper.node().relocate(x, y);
        paintIfStale();
    }

    @Override
    protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
        return left + right + zoom() * room.leastWidth();
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        return left + right + zoom() * room.width();
    }

    @Override
    protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
        return top + bottom + zoom() * room.leastHeight();
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        return top + bottom + zoom() * room.height();
    }

    /// @return the bounds of a mark about a point
    public static Bounds round(double x, double y, double radius) {
        return new BoundingBox(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void dispose() {
        if (getSkinnable() != null) {
            getSkinnable().repaintWith(() -> {}, () -> {});
            pointing.detach();
            walk.detach();
            stopAwaiting();
        }
        super.dispose();
    }

    private void paintIfStale() {
        stopAwaiting();
        if (!stale || upper.isEmpty()) {
            return;
        }
        stale = false;
        upper.paint(
                getSkinnable().palette(),
                ruler(),
                zoom(),
                outputScale(),
                brush -> paint(brush, upper.width() / zoom(), upper.height() / zoom()));
        report();
    }

    private void report() {
        C control = getSkinnable();
        Bounds bounds = boundsOf(control.getHovered());
        control.pointTo(bounds.isEmpty() ? bounds : zoomed(bounds));
        String spoken = spoken(control.getHovered());
        control.setAccessibleText(spoken.isEmpty() ? control.getSummary() : spoken);
    }

    private Bounds zoomed(Bounds bounds) {
        return new BoundingBox(
                bounds.getMinX() * zoom(),
                bounds.getMinY() * zoom(),
                bounds.getWidth() * zoom(),
                bounds.getHeight() * zoom());
    }

    private double outputScale() {
        return getSkinnable().pictureScale().orElseGet(this::screenScale);
    }

    private double screenScale() {
        Scene scene = getSkinnable().getScene();
        return scene == null || scene.getWindow() == null
                ? 1
                : scene.getWindow().getRenderScaleX();
    }

    private void stopAwaiting() {
        awaited.ifPresent(scene -> scene.removePostLayoutPulseListener(beforeFrame));
        awaited = Optional.empty();
    }
}
