package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.tonari.explain.Phrase;
import org.tonari.viewmodel.pages.Page;
import org.tonari.viewmodel.window.AppearanceViewModel;
import org.tonari.viewmodel.window.AppearanceViewModel.Theme;
import org.tonari.viewmodel.window.Notice;

/// What only confirms an act gets in nobody's way.
@ExtendWith(ApplicationExtension.class)
class PassingNoticesTest {
    private static final Composition COMPOSITION = Composition.shipped();

    private final AppearanceViewModel appearance = new AppearanceViewModel();
    private TestWindow window = null;
    private Scene scene = null;

    @Start
    void start(Stage shown) {
        appearance.themeProperty().set(Theme.LIGHT);
        window = new TestWindow(COMPOSITION, appearance);
        scene = window.show(shown, 1_280, 800);
    }

    @Test
    void whatWasSavedIsSaidOverThePageWithoutMovingIt(FxRobot robot) {
        Bounds before = place("#memory-chart");

        say(robot, new Notice.Saved("sheet.png"));

        assertThat(((Labeled) scene.lookup("#passing-notice")).getText()).isEqualTo("Saved sheet.png");
        assertThat(card().isVisible()).isTrue();
        assertThat(place("#memory-chart")).isEqualTo(before);
        assertThat(place(".passing-notice").getMaxY()).isBetween(700.0, 800.0);
        assertThat(place(".passing-notice").getCenterX()).isBetween(638.0, 642.0);
    }

    @Test
    void theNextKeyTakesItAwayAndStillDoesWhatItDoes(FxRobot robot) {
        say(robot, new Notice.Copied());

        robot.type(KeyCode.P);
        settle(robot);

        assertThat(card().isVisible()).isFalse();
        assertThat(window.workbench.root().getComparison().pins()).hasSize(1);
    }

    @Test
    void aKeyThatOnlyModifiesOthersIsNoAct(FxRobot robot) {
        say(robot, new Notice.Copied());

        robot.type(KeyCode.SHIFT);
        settle(robot);

        assertThat(card().isVisible()).isTrue();
    }

    @Test
    void theNextClickTakesItAwayUnlessItIsOnTheNotice(FxRobot robot) {
        say(robot, new Notice.Copied());

        robot.clickOn("#passing-notice");
        assertThat(card().isVisible()).isTrue();
        robot.clickOn("#speed-chart");
        settle(robot);

        assertThat(card().isVisible()).isFalse();
    }

    @Test
    void escapeClosesItAndNothingElse(FxRobot robot) {
        robot.interact(() -> window.workbench.pages().shownProperty().set(Page.MATRIX));
        say(robot, new Notice.Copied());

        robot.type(KeyCode.ESCAPE);
        settle(robot);

        assertThat(card().isVisible()).isFalse();
        assertThat(window.workbench.pages().shownProperty().get()).isEqualTo(Page.MATRIX);
    }

    @Test
    void itsButtonClosesIt(FxRobot robot) {
        say(robot, new Notice.Copied());

        robot.clickOn(card().lookup(".button"));
        settle(robot);

        assertThat(card().isVisible()).isFalse();
    }

    @Test
    void aProblemStaysInABarUnderTheMenu(FxRobot robot) {
        say(robot, new Notice.NotOpened(Phrase.verbatim("office.tonari")));
        say(robot, new Notice.Copied());

        robot.type(KeyCode.P);
        settle(robot);

        assertThat(scene.lookup(".notice-bar").isVisible()).isTrue();
    }

    private void say(FxRobot robot, Notice notice) {
        robot.interact(() -> window.notices.say(notice));
        settle(robot);
    }

    private Node card() {
        return scene.lookup(".passing-notice");
    }

    private Bounds place(String selector) {
        Node node = scene.lookup(selector);
        return node.localToScene(node.getLayoutBounds());
    }

    private static void settle(FxRobot robot) {
        robot.interact(() -> {});
        WaitForAsyncUtils.waitForFxEvents();
    }
}
