package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.tonari.viewmodel.pages.Page;
import org.tonari.viewmodel.window.AppearanceViewModel;
import org.tonari.viewmodel.window.AppearanceViewModel.Theme;

/// The window without a mouse, without good eyes, or without eyes at all.
@ExtendWith(ApplicationExtension.class)
class AccessibilityTest {
    private static final int SETTLING_FRAMES = 3;
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
        var keyboard = new KeyboardWalk(scene);
        for (Page page : Page.values()) {
            show(page, Theme.LIGHT, robot);
            robot.interact(() -> {
                assertThat(keyboard.nameless())
                        .as("%s: takes the keyboard, has no name", page)
                        .isEmpty();
                assertThat(keyboard.unnamed())
                        .as("%s: reads its choice as a program would", page)
                        .isEmpty();
                assertThat(keyboard.unreached())
                        .as("%s: not reached by Tab", page)
                        .isEmpty();
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
            List<Node> order = List.copyOf(new KeyboardWalk(scene).walk());
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
                    .map(wanted -> KeyboardWalk.indexWithin(order, wanted))
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
}
