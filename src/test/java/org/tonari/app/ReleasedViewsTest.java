package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.tonari.viewmodel.pages.Page;
import org.tonari.viewmodel.window.AppearanceViewModel;

/// What was shown and closed leaves nothing behind: no nodes, and no listeners on what outlives it.
///
/// Of listeners whose owners are gone the toolkit keeps some until their array is full, hence the slack, and a second
/// look where there are more: one dialog has hundreds of nodes and thousands of listeners, and what leaks, leaks again.
@ExtendWith(ApplicationExtension.class)
class ReleasedViewsTest {
    private static final int BEFORE = 25;
    private static final int TIMES = 20;
    private static final double SLACK = 1.02;

    private TestWindow window = null;
    private Scene scene = null;

    @Start
    void start(Stage stage) {
        window = new TestWindow(Composition.shipped(), new AppearanceViewModel());
        scene = window.scene(1_280, 800);
        stage.setScene(scene);
        stage.show();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shortcut+COMMA", "shortcut+E", "shortcut+K", "shortcut+L", "shortcut+F1", "F1"})
    void aDialogThatIsClosedIsGone(String keys, FxRobot robot) throws Exception {
        MenuItem item = item(KeyCombination.valueOf(keys));

        isLetGoOf(robot, () -> {
            item.fire();
            scene.getRoot().applyCss();
            MonkeyHands.closeAllBut(scene.getWindow());
        });
    }

    @Test
    void pinsThatAreTakenOutAreGone(FxRobot robot) throws Exception {
        isLetGoOf(robot, () -> {
            window.workbench.pins().pin();
            window.workbench.pins().unpinAll();
        });
    }

    @Test
    void columnsThatAreRemovedAreGone(FxRobot robot) throws Exception {
        robot.interact(() -> show(Page.MATRIX));

        isLetGoOf(robot, () -> {
            window.workbench.columns().duplicate("dgx-spark");
            scene.getRoot().layout();
            window.workbench.root().undo();
            scene.getRoot().layout();
        });
    }

    @Test
    void pagesAreBuiltOnce(FxRobot robot) throws Exception {
        isLetGoOf(robot, () -> {
            show(Page.REACH);
            show(Page.COST);
            show(Page.WORKBENCH);
        });
    }

    /// A tooltip is a window: the pages' hundreds of cells have one between them.
    @Test
    void aWindowHasOneTooltip(FxRobot robot) {
        robot.interact(() -> show(Page.MATRIX));

        assertThat(scene.getRoot().lookupAll("*"))
                .filteredOn(node -> node instanceof Control control
                        && control.getTooltip() != null
                        && !List.of("undo", "redo").contains(String.valueOf(node.getId())))
                .isEmpty();
        assertThat(scene.getWindow().getProperties().values())
                .filteredOn(Tooltip.class::isInstance)
                .as("made when something is first pointed at")
                .hasSizeLessThanOrEqualTo(1);
    }

    private void show(Page page) {
        window.workbench.pages().shownProperty().set(page);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private void isLetGoOf(FxRobot robot, Runnable act) throws Exception {
        LiveObjects before = after(BEFORE, robot, act);
        LiveObjects after = after(TIMES, robot, act);
        if (after.listeners() > SLACK * before.listeners()) {
            before = after;
            after = after(TIMES, robot, act);
        }

        assertThat((double) after.nodes()).isLessThanOrEqualTo(SLACK * before.nodes());
        assertThat((double) after.listeners()).isLessThanOrEqualTo(SLACK * before.listeners());
    }

    private static LiveObjects after(int times, FxRobot robot, Runnable act) throws Exception {
        for (int time = 0; time < times; time++) {
            robot.interact(act);
        }
        Frames.pass(2);
        WaitForAsyncUtils.waitForFxEvents();
        return LiveObjects.count();
    }

    private MenuItem item(KeyCombination keys) {
        return ((MenuBar) scene.lookup("#menu-bar"))
                .getMenus().stream()
                        .flatMap(ReleasedViewsTest::items)
                        .filter(item -> keys.equals(item.getAccelerator()))
                        .findFirst()
                        .orElseThrow();
    }

    private static Stream<MenuItem> items(MenuItem item) {
        return item instanceof Menu menu ? menu.getItems().stream().flatMap(ReleasedViewsTest::items) : Stream.of(item);
    }
}
