package org.tonari.chart;

import java.util.Map;
import java.util.function.BiFunction;
import javafx.event.EventHandler;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;

/// Walking from mark to mark with the keyboard: arrows, Home and End move, Enter and Space select, Escape lets go.
public final class MarkWalk {
    /// Where a key leads.
    public enum Step {
        LEFT,
        RIGHT,
        UP,
        DOWN,
        FIRST,
        LAST
    }

    private static final Map<KeyCode, Step> STEPS = Map.of(
            KeyCode.LEFT, Step.LEFT,
            KeyCode.RIGHT, Step.RIGHT,
            KeyCode.UP, Step.UP,
            KeyCode.DOWN, Step.DOWN,
            KeyCode.HOME, Step.FIRST,
            KeyCode.END, Step.LAST);

    private final CanvasControl control;
    private final BiFunction<Mark, Step, Mark> neighbour;
    private final EventHandler<KeyEvent> pressed = this::press;
    private Subscription focus = Subscription.EMPTY;

    /// @param neighbour the mark to which a step leads from another, nothing being one too
    MarkWalk(CanvasControl control, BiFunction<Mark, Step, Mark> neighbour) {
        this.control = control;
        this.neighbour = neighbour;
    }

    void attach() {
        control.addEventHandler(KeyEvent.KEY_PRESSED, pressed);
        focus = control.focusedProperty().subscribe(this::letGo);
    }

    /// What the keys pointed at is no longer pointed at once they are used elsewhere.
    private void letGo(boolean focused) {
        if (!focused && !control.isHover()) {
            control.setHovered(Mark.NONE);
        }
    }

    void detach() {
        focus.unsubscribe();
        control.removeEventHandler(KeyEvent.KEY_PRESSED, pressed);
    }

    private void press(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        Step step = STEPS.get(event.getCode());
        if (step != null) {
            control.setHovered(neighbour.apply(control.getHovered(), step));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            if (control.getHovered().isSelectable()) {
                control.select(control.getHovered());
                event.consume();
            }
        } else if (event.getCode() == KeyCode.ESCAPE && !control.getHovered().equals(Mark.NONE)) {
            control.setHovered(Mark.NONE);
            event.consume();
        }
    }
}
