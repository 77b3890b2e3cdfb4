package org.tonari.chart;

import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Pointing with the mouse: what lies under it is hovered, what is clicked is selected.
final class Pointing {
    private final CanvasControl control;
    private final Handlers handlers;
    private final CanvasSkin<?> skin;

    Pointing(CanvasControl control, CanvasSkin<?> skin) {
        this.control = control;
        this.handlers = new Handlers(control);
        this.skin = skin;
    }

    void attach() {
        handlers.on(MouseEvent.MOUSE_MOVED, this::move)
                .on(MouseEvent.MOUSE_EXITED, this::leave)
                .on(MouseEvent.MOUSE_PRESSED, this::press)
                .on(MouseEvent.MOUSE_CLICKED, this::click);
    }

    void detach() {
        handlers.detach();
    }

    private Mark mark(MouseEvent event) {
        return skin.markAt(event.getX() / skin.zoom(), event.getY() / skin.zoom());
    }

    private void move(MouseEvent event) {
        Mark mark = mark(event);
        control.setHovered(mark);
        control.setCursor(mark.isSelectable() ? Cursor.HAND : Cursor.DEFAULT);
    }

    private void leave(MouseEvent event) {
        control.setHovered(Mark.NONE);
    }

    private void press(MouseEvent event) {
        control.requestFocus();
    }

    private void click(MouseEvent event) {
        Mark mark = mark(event);
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress() && mark.isSelectable()) {
            control.select(mark);
        }
    }
}
