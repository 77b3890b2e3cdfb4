package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.tonari.viewmodel.AppearanceViewModel;
import org.tonari.viewmodel.AppearanceViewModel.Theme;
import org.tonari.viewmodel.Page;

/// The window without a mouse, without good eyes, or without eyes at all.
@ExtendWith(ApplicationExtension.class)
class AccessibilityTest {
    private static final int SETTLING_FRAMES = 3;
    private static final int MOST_STEPS = 120;
    private static final Composition COMPOSITION = Composition.shipped();

    private final AppearanceViewModel appearance = new AppearanceViewModel();
    private TestWindow window = null;
    private Scene scene = null;

    @Start
    void start(Stage stage) {
        appearance.themeProperty().set(Theme.LIGHT);
        window = new TestWindow(COMPOSITION, appearance);
        scene = window.show(stage, 1_280, 800);
    }

    /// One window for all pages: some of them take long to be answered, and keep their answers.
    @Test
    void everyPageCanBeReadSpokenAndWalkedThrough(FxRobot robot) {
        for (Page page : Page.values()) {
            show(page, Theme.LIGHT, robot);
            robot.interact(() -> {
                assertThat(nameless())
                        .as("%s: takes the keyboard, has no name", page)
                        .isEmpty();
                assertThat(unnamed())
                        .as("%s: reads its choice as a program would", page)
                        .isEmpty();
                assertThat(unreached()).as("%s: not reached by Tab", page).isEmpty();
                assertThat(ContrastCheck.of(scene)).as("%s: pale", page).isEmpty();
            });
            show(page, Theme.DARK, robot);
            robot.interact(() -> assertThat(ContrastCheck.of(scene))
                    .as("%s, dark: pale", page)
                    .isEmpty());
        }
    }

    @Test
    void tabGoesFromTheFieldsToTheChartsToTheTable(FxRobot robot) {
        robot.interact(() -> {
            scene.lookup("#model").requestFocus();
            List<Node> order = List.copyOf(walk());
            List<Integer> places = Stream.of(
                            "#model",
                            "#weights",
                            "#prompt-box",
                            "#users-box",
                            "#context-slider",
                            "#memory-chart",
                            "#speed-chart",
                            "#table")
                    .map(scene::lookup)
                    .map(wanted -> indexWithin(order, wanted))
                    .toList();
            assertThat(places).doesNotContain(-1).isSorted();
        });
    }

    private void show(Page page, Theme theme, FxRobot robot) {
        robot.interact(() -> {
            appearance.themeProperty().set(theme);
            window.workbench.pages().shownProperty().set(page);
        });
        Frames.pass(SETTLING_FRAMES);
    }

    private List<String> nameless() {
        Set<Node> labelled = labelled(scene.getRoot());
        return focusable().stream()
                .filter(node -> spoken(node).isBlank() && !labelled.contains(node))
                .map(Node::toString)
                .toList();
    }

    /// Lists whose choice is read aloud as the program holds it.
    private List<String> unnamed() {
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

    private List<String> unreached() {
        focusable().getFirst().requestFocus();
        Set<Node> reached = walk();
        return focusable().stream()
                .filter(node -> reached.stream()
                        .noneMatch(one -> isWithin(node, one) || isWithin(one, node) || isChosenAmong(one, node)))
                .map(Node::toString)
                .toList();
    }

    /// What has the focus at each step of Tab, until it is where it was.
    private Set<Node> walk() {
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

    private static int indexWithin(List<Node> order, Node wanted) {
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
