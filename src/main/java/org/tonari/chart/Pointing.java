package org.tonari.chart;

import javafx.event.EventHandler;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Pointing with the mouse: what lies under it is hovered, what is clicked is selected.
final class Pointing {
    private final CanvasControl control;
    private final CanvasSkin<?> skin;
    private final EventHandler<MouseEvent> moved = this::move;
    private final EventHandler<MouseEvent> exited = this::leave;
    private final EventHandler<MouseEvent> pressed = this::press;
    private final EventHandler<MouseEvent> clicked = this::click;

    Pointing(CanvasControl control, CanvasSkin<?> skin) {
        this.control = control;
        this.skin = skin;
    }

    void attach() {
        control.addEventHandler(MouseEvent.MOUSE_MOVED, moved);
        control.addEventHandler(MouseEvent.MOUSE_EXITED, exited);
        control.addEventHandler(MouseEvent.MOUSE_PRESSED, pressed);
        control.addEventHandler(MouseEvent.MOUSE_CLICKED, clicked);
    }

    void detach() {
        control.removeEventHandler(MouseEvent.MOUSE_MOVED, moved);
        control.removeEventHandler(MouseEvent.MOUSE_EXITED, exited);
        control.removeEventHandler(MouseEvent.MOUSE_PRESSED, pressed);
        control.removeEventHandler(MouseEvent.MOUSE_CLICKED, clicked);
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
