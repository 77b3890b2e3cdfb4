package org.tonari.app;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Cell;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleButton;

/// Walks a window as the keyboard does, and asks what is said of each stop.
final class KeyboardWalk {
    private static final int MOST_STEPS = 120;

    private final Scene scene;

    KeyboardWalk(Scene scene) {
        this.scene = scene;
    }

    /// @return what takes the keyboard and has no name
    List<String> nameless() {
        Set<Node> labelled = labelled(scene.getRoot());
        return focusable().stream()
                .filter(node -> spoken(node).isBlank() && !labelled.contains(node))
                .map(Node::toString)
                .toList();
    }

    /// @return lists whose choice is read aloud as the program holds it
    List<String> unnamed() {
        return focusable().stream()
                .filter(node -> node instanceof ComboBox<?> box
                        && box.getValue() != null
                        && !(box.getValue() instanceof String)
                        && said(box).equals(box.getValue().toString()))
                .map(Node::toString)
                .toList();
    }

    private static <T> String said(ComboBox<T> box) {
        return box.getConverter().toString(box.getValue());
    }

    /// @return what takes the keyboard and is not reached by Tab
    List<String> unreached() {
        focusable().getFirst().requestFocus();
        Set<Node> reached = walk();
        return focusable().stream()
                .filter(node -> reached.stream()
                        .noneMatch(one -> isWithin(node, one) || isWithin(one, node) || isChosenAmong(one, node)))
                .map(Node::toString)
                .toList();
    }

    /// @return what has the focus at each step of Tab, until it is where it was
    Set<Node> walk() {
        Set<Node> reached = new LinkedHashSet<>();
        for (int i = 0; i < MOST_STEPS && reached.add(scene.getFocusOwner()); i++) {
            scene.getFocusOwner().requestFocusTraversal(TraversalDirection.NEXT);
        }
        return reached;
    }

    /// Tab goes to the chosen one of a row of buttons, arrow keys to the others.
    private static boolean isChosenAmong(Node one, Node node) {
        return one instanceof ToggleButton chosen
                && node instanceof ToggleButton other
                && chosen.getToggleGroup() != null
                && chosen.getToggleGroup() == other.getToggleGroup();
    }

    static int indexWithin(List<Node> order, Node wanted) {
        return IntStream.range(0, order.size())
                .filter(index -> isWithin(order.get(index), wanted))
                .findFirst()
                .orElse(-1);
    }

    private List<Node> focusable() {
        List<Node> found = new ArrayList<>();
        collect(scene.getRoot(), found);
        return found;
    }

    private static boolean isWithin(Node inner, Node outer) {
        for (Node node = inner; node != null; node = node.getParent()) {
            if (node == outer) {
                return true;
            }
        }
        return false;
    }

    /// What can take the focus on screen, without the parts that controls are made of.
    private static void collect(Node node, List<Node> found) {
        if (!node.isVisible() || node.isDisabled() || node instanceof Cell<?>) {
            return;
        }
        boolean takes = node.isFocusTraversable() && !(node instanceof ScrollPane);
        if (takes) {
            found.add(node);
        }
        if (node instanceof Parent parent && !(takes && isWhole(node))) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static boolean isWhole(Node node) {
        return node instanceof ComboBoxBase<?> || node instanceof Spinner<?> || node instanceof Labeled;
    }

    private static Set<Node> labelled(Node node) {
        Set<Node> found = new LinkedHashSet<>();
        if (node instanceof Label label
                && label.getLabelFor() != null
                && !label.getText().isBlank()) {
            found.add(label.getLabelFor());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(labelled(child)));
        }
        return found;
    }

    private static String spoken(Node node) {
        String own = node.getAccessibleText() == null ? "" : node.getAccessibleText();
        return own.isBlank() && node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : own;
    }
}
