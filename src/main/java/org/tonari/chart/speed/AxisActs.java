package org.tonari.chart.speed;

import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.tonari.chart.Handlers;

/// Zooming and panning the horizontal axis of a speed chart.
///
/// The wheel zooms about the pointer with Shortcut held and pans with Shift held; the secondary or middle button drags
/// the axis; a double click shows the whole of it again. Keys: plus and minus zoom about the vertical line, comma and
/// full stop pan, 0 shows the whole.
final class AxisActs {
    private static final double STEP = 1.25;
    private static final double PAN = 0.25;

    private final ThroughputChart chart;
    private final Handlers handlers;
    private double grabbedX = Double.NaN;

    AxisActs(ThroughputChart chart) {
        this.chart = chart;
        this.handlers = new Handlers(chart);
    }

    void attach() {
        handlers.on(ScrollEvent.SCROLL, this::scroll)
                .on(MouseEvent.MOUSE_PRESSED, this::press)
                .on(MouseEvent.MOUSE_DRAGGED, this::drag)
                .on(MouseEvent.MOUSE_RELEASED, this::release)
                .on(MouseEvent.MOUSE_CLICKED, this::click)
                .on(KeyEvent.KEY_TYPED, this::type);
    }

    void detach() {
        handlers.detach();
    }

    private void scroll(ScrollEvent event) {
        // With Shift held, wheels scroll sideways on most systems.
        double turned = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
        if (turned == 0) {
            return;
        }
        if (event.isShortcutDown()) {
            double at = chart.getContextAxis().at(event.getX());
            chart.zoomAxis(at, turned > 0 ? STEP : 1 / STEP);
            event.consume();
        } else if (event.isShiftDown()) {
            chart.panAxis(turned > 0 ? -PAN : PAN);
            event.consume();
        }
    }

    private void press(MouseEvent event) {
        if (event.getButton() == MouseButton.SECONDARY || event.getButton() == MouseButton.MIDDLE) {
            grabbedX = event.getX();
        }
    }

    private void drag(MouseEvent event) {
        if (!Double.isNaN(grabbedX)) {
            ContextAxis axis = chart.getContextAxis();
            double octaves = (grabbedX - event.getX())
                    / (axis.end() - axis.first())
                    * axis.span().octaves();
            chart.panAxis(octaves);
            chart.setCursor(Cursor.CLOSED_HAND);
            grabbedX = event.getX();
        }
    }

    private void release(MouseEvent event) {
        if (!Double.isNaN(grabbedX)) {
            grabbedX = Double.NaN;
            chart.setCursor(Cursor.DEFAULT);
        }
    }

    private void click(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && chart.isZoomed()) {
            chart.showWholeAxis();
            event.consume();
        }
    }

    private void type(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCharacter()) {
            case "+", "=" -> chart.zoomAxis(chart.getScrub(), STEP);
            case "-" -> chart.zoomAxis(chart.getScrub(), 1 / STEP);
            case "," -> chart.panAxis(-PAN);
            case "." -> chart.panAxis(PAN);
            case "0" -> chart.showWholeAxis();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
