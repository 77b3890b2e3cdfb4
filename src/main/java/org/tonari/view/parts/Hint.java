package org.tonari.view.parts;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/// A sentence about a node: to the pointer as a tooltip, and to whoever has the window read out as the node's help.
///
/// A tooltip is a window with a scene of its own, hundreds of objects and listeners. So each window has one, made when
/// something in it is first pointed at, which says whatever is the help of the node under the pointer.
public final class Hint {
    private static final double WIDTH_EM = 26;
    private static final double EM = 12;
    private static final Duration LONG_ENOUGH_TO_READ = Duration.seconds(30);
    private static final Duration DELAY = Duration.millis(500);
    private static final EventHandler<MouseEvent> POINTED_AT = entered -> {
        if (entered.getSource() instanceof Node node) {
            ready(node);
        }
    };

    private Hint() {}

    /// @param where    what is spoken of
    /// @param sentence in place of the one before; none where empty
    public static void on(Node where, String sentence) {
        if (!sentence.isEmpty()) {
            where.setAccessibleHelp(sentence);
            onHelp(where);
        } else if (where.getAccessibleHelp() != null) {
            where.setAccessibleHelp(null);
            where.removeEventHandler(MouseEvent.MOUSE_ENTERED, POINTED_AT);
            Tooltip.uninstall(where, null);
        }
    }

    /// Says the node's help, whatever it will be.
    static void onHelp(Node where) {
        where.addEventHandler(MouseEvent.MOUSE_ENTERED, POINTED_AT);
    }

    private static void ready(Node node) {
        Object tooltip = node.getScene().getWindow().getProperties().computeIfAbsent(Hint.class, _ -> tooltip());
        if (tooltip instanceof Tooltip shared) {
            Tooltip.install(node, shared);
        }
    }

    private static Tooltip tooltip() {
        var tooltip = new Tooltip();
        tooltip.setOnShowing(_ -> tooltip.setText(tooltip.getOwnerNode().getAccessibleHelp()));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDTH_EM * EM);
        tooltip.setShowDelay(DELAY);
        tooltip.setShowDuration(LONG_ENOUGH_TO_READ);
        return tooltip;
    }
}
