package org.tonari.chart;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.SkinBase;

/// A skin that paints everything on one canvas.
///
/// A change repaints once before the next frame, without a layout pass of the window.
abstract sealed class CanvasSkin<C extends CanvasControl> extends SkinBase<C>
        permits MemoryStackChartSkin, PlaneChartSkin, ScatterChartSkin, ThroughputChartSkin {
    private static final double FOCUS_WIDTH = 2;
    private static final double FOCUS_GAP = 2.5;
    private static final double FOCUS_RADIUS = 3;

    private final Canvas canvas = new Canvas();
    private final Runnable beforeFrame = this::paintIfStale;
    private final Pointing pointing;
    private final MarkWalk walk;
    private Ruler ruler = new Ruler("System");
    private String rulerFamily = "System";
    private boolean stale = true;
    private Optional<Scene> awaited = Optional.empty();

    CanvasSkin(C control) {
        super(control);
        canvas.setManaged(false);
        canvas.setMouseTransparent(true);
        control.setPickOnBounds(true);
        getChildren().add(canvas);
        control.repaintWith(this::markStale);
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
                control.sceneProperty()));
    }

    /// Paints a chart of that many logical pixels.
    abstract void paint(Brush brush, double width, double height);

    /// @return the mark at a point, in logical pixels
    abstract Mark markAt(double x, double y);

    /// @return where a mark stands, in logical pixels; empty bounds where it does not
    abstract Bounds boundsOf(Mark mark);

    /// @return what a screen reader says of it
    abstract String spoken(Mark mark);

    /// @return the mark to which a key leads from another
    abstract Mark neighbour(Mark from, MarkWalk.Step step);

    final void repaintOn(List<ObservableValue<?>> observables) {
        observables.forEach(observable -> registerChangeListener(observable, _ -> markStale()));
    }

    final void markStale() {
        stale = true;
        Scene scene = getSkinnable().getScene();
        if (scene != null && awaited.isEmpty()) {
            awaited = Optional.of(scene);
            scene.addPostLayoutPulseListener(beforeFrame);
            Platform.requestNextPulse();
        }
    }

    final Ruler ruler() {
        String family = getSkinnable().palette().fontFamily();
        if (!family.equals(rulerFamily)) {
            ruler = new Ruler(family);
            rulerFamily = family;
        }
        return ruler;
    }

    final double zoom() {
        return Math.max(getSkinnable().getZoom(), 0.1);
    }

    /// A ring round the mark that the keyboard stands on, or that is selected.
    final void ring(Brush brush, Mark mark) {
        Bounds bounds = boundsOf(mark);
        if (!bounds.isEmpty()) {
            var box = new Box(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
            brush.strokeRound(box.grown(FOCUS_GAP), FOCUS_RADIUS, FOCUS_WIDTH, brush.colour(Ink.ACCENT));
        }
    }

    /// A ring round what the keyboard stands on; round the whole chart where that is nothing yet.
    final void focusRing(Brush brush, double width, double height) {
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
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            stale = true;
        }
        canvas.relocate(x, y);
        paintIfStale();
    }

    @Override
    public void dispose() {
        if (getSkinnable() != null) {
            getSkinnable().repaintWith(() -> {});
            pointing.detach();
            walk.detach();
            stopAwaiting();
        }
        super.dispose();
    }

    private void paintIfStale() {
        stopAwaiting();
        if (!stale || canvas.getWidth() <= 0 || canvas.getHeight() <= 0) {
            return;
        }
        stale = false;
        var graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        graphics.save();
        graphics.scale(zoom(), zoom());
        var brush = new Brush(graphics, getSkinnable().palette(), ruler(), zoom() * outputScale());
        paint(brush, canvas.getWidth() / zoom(), canvas.getHeight() / zoom());
        graphics.restore();
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
        Scene scene = getSkinnable().getScene();
        return scene == null || scene.getWindow() == null
                ? 1
                : scene.getWindow().getOutputScaleX();
    }

    private void stopAwaiting() {
        awaited.ifPresent(scene -> scene.removePostLayoutPulseListener(beforeFrame));
        awaited = Optional.empty();
    }
}
