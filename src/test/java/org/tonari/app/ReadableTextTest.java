package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.tonari.text.Language;
import org.tonari.viewmodel.pages.Page;
import org.tonari.viewmodel.window.AppearanceViewModel;
import org.tonari.viewmodel.window.AppearanceViewModel.Theme;

/// What is written can be read: on every page, in every language, at the designed size, in the smallest window and
/// enlarged.
@ExtendWith(ApplicationExtension.class)
class ReadableTextTest {
    private static final int SETTLING_FRAMES = 4;
    private static final Composition COMPOSITION = Composition.shipped();

    private final AppearanceViewModel appearance = new AppearanceViewModel();
    private TestWindow window = null;
    private Scene scene = null;

    @Start
    void start(Stage stage) {
        appearance.themeProperty().set(Theme.LIGHT);
        window = new TestWindow(COMPOSITION, appearance);
        scene = window.show(stage, 1_280, 800);
        stage.setWidth(1_280);
        stage.setHeight(800);
    }

    @ParameterizedTest
    @EnumSource(Page.class)
    void noTextIsCutOverlappedOrOutsideTheWindow(Page page, FxRobot robot) {
        for (Language language : Language.values()) {
            robot.interact(() -> {
                appearance.languageProperty().set(language);
                window.workbench.pages().shownProperty().set(page);
            });
            allIsReadable(robot, page + " in " + language);
        }
    }

    @ParameterizedTest(name = "{0} × {1}, {2} %, pinned: {3}")
    @CsvSource(textBlock = """
         960,  640, 100, true
         960,  640, 150, false
        1280,  800,  80, true
        1280,  800, 125, true
        1280,  800, 200, true
        """)
    void theWorkbenchIsReadableInSmallWindowsAndEnlarged(
            double width, double height, double percent, boolean pinned, FxRobot robot) {
        robot.interact(() -> {
            scene.getWindow().setWidth(width);
            scene.getWindow().setHeight(height);
            appearance.zoomProperty().set(percent / 100);
            if (pinned) {
                window.workbench.pins().pin();
                window.workbench.context().enter("128k");
            }
        });
        for (Language language : Language.values()) {
            robot.interact(() -> appearance.languageProperty().set(language));
            allIsReadable(robot, "in " + language);
        }
        robot.interact(() -> scene.getStylesheets().add(FontSheet.of("DejaVu Sans")));
        allIsReadable(robot, "in a wide font");
    }

    @ParameterizedTest
    @EnumSource(Page.class)
    void everyPageIsReadableInTheSmallestWindow(Page page, FxRobot robot) {
        robot.interact(() -> {
            scene.getWindow().setWidth(960);
            scene.getWindow().setHeight(640);
            window.workbench.pages().shownProperty().set(page);
        });
        allIsReadable(robot, page + " at 960 × 640");
    }

    private void allIsReadable(FxRobot robot, String where) {
        Frames.pass(SETTLING_FRAMES);
        robot.interact(() -> assertThat(InkCheck.of(scene)).as(where).isEmpty());
    }
}
