package org.tonari.chart.speed;

import javafx.event.EventHandler;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.tonari.chart.Mark;

/// Dragging the vertical line of a speed chart. It snaps to powers of two unless Alt is held.
final class ScrubDrag {
    private static final double GRAB = 4.5;
    private static final double SNAP = 6;

    private final ThroughputChart chart;
    private final EventHandler<MouseEvent> moved = this::move;
    private final EventHandler<MouseEvent> pressed = this::press;
    private final EventHandler<MouseEvent> dragged = this::drag;
    private final EventHandler<MouseEvent> released = this::release;

    ScrubDrag(ThroughputChart chart) {
        this.chart = chart;
    }

    void attach() {
        chart.addEventHandler(MouseEvent.MOUSE_MOVED, moved);
        chart.addEventHandler(MouseEvent.MOUSE_PRESSED, pressed);
        chart.addEventHandler(MouseEvent.MOUSE_DRAGGED, dragged);
        chart.addEventHandler(MouseEvent.MOUSE_RELEASED, released);
    }

    void detach() {
        chart.removeEventHandler(MouseEvent.MOUSE_MOVED, moved);
        chart.removeEventHandler(MouseEvent.MOUSE_PRESSED, pressed);
        chart.removeEventHandler(MouseEvent.MOUSE_DRAGGED, dragged);
        chart.removeEventHandler(MouseEvent.MOUSE_RELEASED, released);
    }

    private boolean isOnLine(MouseEvent event) {
        double line = chart.getContextAxis().x(chart.getScrub());
        return Math.abs(event.getX() - line) <= GRAB * chart.getZoom();
    }

    private void move(MouseEvent event) {
        if (isOnLine(event)) {
            chart.setCursor(Cursor.H_RESIZE);
        }
    }

    private void press(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && isOnLine(event)) {
            chart.setScrubbing(true);
            // What lay under the pointer stays behind when the line is drawn away.
            chart.setHovered(Mark.NONE);
        }
    }

    private void drag(MouseEvent event) {
        if (chart.isScrubbing()) {
            ContextAxis axis = chart.getContextAxis();
            double snap = event.isAltDown() ? 0 : SNAP * chart.getZoom();
            chart.setScrub(Math.rint(axis.snapped(event.getX(), snap)));
        }
    }

    private void release(MouseEvent event) {
        chart.setScrubbing(false);
    }
}
