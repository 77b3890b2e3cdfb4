package org.tonari.view.window;

import java.util.List;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Keys that work anywhere in the window: F6 goes round the areas, Shortcut+1…4 to fields, `/` to the search. They are
/// heard by the scene, because it alone hears a key while nothing has the focus.
public final class Keys {
    private static final List<String> AREAS =
            List.of("#menu-bar", "#model", "#context-slider", "#memory-chart", "#speed-chart", "#why", "#table");
    private static final List<String> FIELDS = List.of("#model", "#weights", "#context-slider", "#memory-chart");
    private static final List<KeyCode> DIGITS = List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4);

    private final Parent root;
    private final WindowActs acts;

    private Keys(Parent root, WindowActs acts) {
        this.root = root;
        this.acts = acts;
    }

    /// Listens to the keys of a window.
    ///
    /// @param root the window's content
    /// @param acts what the keys do
    public static void install(Parent root, WindowActs acts) {
        var keys = new Keys(root, acts);
        EventHandler<KeyEvent> pressed = keys::pressed;
        EventHandler<KeyEvent> typed = keys::typed;
        EventHandler<KeyEvent> left = keys::leftOver;
        root.sceneProperty().subscribe((before, scene) -> {
            if (before != null) {
                before.removeEventFilter(KeyEvent.KEY_PRESSED, pressed);
                before.removeEventFilter(KeyEvent.KEY_TYPED, typed);
                before.removeEventHandler(KeyEvent.KEY_PRESSED, left);
            }
            if (scene != null) {
                scene.addEventFilter(KeyEvent.KEY_PRESSED, pressed);
                scene.addEventFilter(KeyEvent.KEY_TYPED, typed);
                scene.addEventHandler(KeyEvent.KEY_PRESSED, left);
            }
        });
    }

    /// A key that nothing else wanted.
    private void leftOver(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            acts.leave();
        }
    }

    private void pressed(KeyEvent event) {
        if (acts.whatIf(event)) {
            event.consume();
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE && isClosedMenu(event)) {
            acts.leave();
            event.consume();
            return;
        }
        if (event.getCode() == KeyCode.F6) {
            nextArea(event.isShiftDown() ? -1 : 1);
            event.consume();
            return;
        }
        for (int i = 0; i < DIGITS.size(); i++) {
            if (new KeyCodeCombination(DIGITS.get(i), KeyCombination.SHORTCUT_DOWN).match(event)) {
                focus(FIELDS.get(i));
                event.consume();
            }
        }
    }

    /// A menu button keeps Escape to itself, even where it has nothing to close.
    private static boolean isClosedMenu(KeyEvent event) {
        return event.getTarget() instanceof MenuButton menu && !menu.isShowing();
    }

    private void typed(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl) {
            return;
        }
        switch (event.getCharacter()) {
            case "/" -> acts.findModel();
            case "p", "P" -> acts.pin();
            case "u", "U" -> acts.axis();
            case "?" -> acts.keys();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void nextArea(int step) {
        int at = 0;
        for (int i = 0; i < AREAS.size(); i++) {
            if (holdsFocus(root.lookup(AREAS.get(i)))) {
                at = i;
            }
        }
        for (int tried = 1; tried <= AREAS.size(); tried++) {
            if (focus(AREAS.get(Math.floorMod(at + tried * step, AREAS.size())))) {
                return;
            }
        }
    }

    private boolean focus(String selector) {
        Node area = root.lookup(selector);
        Node target = area == null ? null : firstFocusable(area);
        if (target == null) {
            return false;
        }
        target.requestFocus();
        return true;
    }

    private static @Nullable Node firstFocusable(Node node) {
        if (node.isFocusTraversable() && !node.isDisabled() && node.isVisible()) {
            return node;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = firstFocusable(child);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private boolean holdsFocus(@Nullable Node area) {
        Node owner = root.getScene() == null ? null : root.getScene().getFocusOwner();
        while (owner != null) {
            if (owner == area) {
                return true;
            }
            owner = owner.getParent();
        }
        return false;
    }
}
