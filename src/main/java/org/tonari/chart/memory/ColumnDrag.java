package org.tonari.chart.memory;

import java.util.List;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.tonari.chart.Handlers;

/// Moving a machine's column by its heading; Alt with an arrow moves the one that the keyboard stands on.
final class ColumnDrag {
    /// Nearer than this it is still a click.
    private static final double SLIP = 6;

    private final MemoryStackChart chart;
    private final Handlers handlers;
    private int grabbed = -1;
    private double from;

    ColumnDrag(MemoryStackChart chart) {
        this.chart = chart;
        this.handlers = new Handlers(chart);
    }

    void attach() {
        handlers.on(MouseEvent.MOUSE_MOVED, this::move)
                .on(MouseEvent.MOUSE_PRESSED, this::press)
                .on(MouseEvent.MOUSE_DRAGGED, this::drag)
                .on(MouseEvent.MOUSE_RELEASED, this::release)
                .on(KeyEvent.KEY_PRESSED, this::key);
    }

    void detach() {
        handlers.detach();
    }

    private MemoryFrame frame() {
        double zoom = Math.max(chart.getZoom(), 0.1);
        return new MemoryFrame(
                chart.getWidth() / zoom, chart.getHeight() / zoom, columns().size());
    }

    private List<MemoryColumn> columns() {
        return chart.getStacks();
    }

    /// @return the column whose heading lies there; −1 for none
    private int heading(MouseEvent event) {
        double zoom = Math.max(chart.getZoom(), 0.1);
        boolean onHeading = event.getY() / zoom < frame().top() && event.getX() / zoom >= MemoryFrame.LEFT;
        return onHeading && columns().size() > 1 ? frame().columnAt(event.getX() / zoom) : -1;
    }

    private void move(MouseEvent event) {
        if (heading(event) >= 0) {
            chart.setCursor(Cursor.OPEN_HAND);
        }
    }

    private void press(MouseEvent event) {
        grabbed = event.getButton() == MouseButton.PRIMARY ? heading(event) : -1;
        from = event.getX();
    }

    private void drag(MouseEvent event) {
        if (grabbed < 0 || chart.getCarried() == Carried.NOTHING && Math.abs(event.getX() - from) < SLIP) {
            return;
        }
        double slot = (event.getX() / Math.max(chart.getZoom(), 0.1) - MemoryFrame.LEFT) / frame().slot();
        int gap = Math.clamp((int) Math.round(slot), 0, columns().size());
        chart.carry(new Carried(grabbed, gap));
        chart.setCursor(Cursor.CLOSED_HAND);
        event.consume();
    }

    private void release(MouseEvent event) {
        Carried carried = chart.getCarried();
        grabbed = -1;
        chart.carry(Carried.NOTHING);
        if (carried.places() != 0) {
            chart.move(columns().get(carried.column()).machine().id(), carried.places());
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && chart.getCarried() != Carried.NOTHING) {
            grabbed = -1;
            chart.carry(Carried.NOTHING);
            event.consume();
        } else if (event.isAltDown() && (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT)) {
            chart.getHovered().machine().ifPresent(id -> {
                chart.move(id, event.getCode() == KeyCode.LEFT ? -1 : 1);
                event.consume();
            });
        }
    }
}
