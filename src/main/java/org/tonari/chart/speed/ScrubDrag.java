package org.tonari.chart.speed;

import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.tonari.chart.Handlers;
import org.tonari.chart.Mark;

/// Dragging the vertical line of a speed chart. It snaps to powers of two unless Alt is held.
final class ScrubDrag {
    private static final double GRAB = 4.5;
    private static final double SNAP = 6;

    private final ThroughputChart chart;
    private final Handlers handlers;

    ScrubDrag(ThroughputChart chart) {
        this.chart = chart;
        this.handlers = new Handlers(chart);
    }

    void attach() {
        handlers.on(MouseEvent.MOUSE_MOVED, this::move)
                .on(MouseEvent.MOUSE_PRESSED, this::press)
                .on(MouseEvent.MOUSE_DRAGGED, this::drag)
                .on(MouseEvent.MOUSE_RELEASED, this::release);
    }

    void detach() {
        handlers.detach();
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
