package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.tonari.text.Language;
import org.tonari.viewmodel.AppearanceViewModel;
import org.tonari.viewmodel.AppearanceViewModel.Theme;
import org.tonari.viewmodel.Page;

/// What is written can be read: on every page, in every language, at the designed size.
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
    }

    @ParameterizedTest
    @EnumSource(Page.class)
    void noTextIsCutOverlappedOrOutsideTheWindow(Page page, FxRobot robot) {
        for (Language language : Language.values()) {
            robot.interact(() -> {
                appearance.languageProperty().set(language);
                window.workbench.pages().shownProperty().set(page);
            });
            Frames.pass(SETTLING_FRAMES);
            robot.interact(() -> assertThat(InkCheck.of(scene))
                    .as("%s in %s", page, language)
                    .isEmpty());
        }
    }
}
