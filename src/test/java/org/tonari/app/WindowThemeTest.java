package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.tonari.view.Stylesheets;
import org.tonari.view.Stylesheets.Shade;
import org.tonari.viewmodel.window.AppearanceViewModel;
import org.tonari.viewmodel.window.AppearanceViewModel.Theme;

/// The window in the system's theme, or in the one that was chosen.
@ExtendWith(ApplicationExtension.class)
class WindowThemeTest {
    private final AppearanceViewModel appearance = new AppearanceViewModel();
    private final SimpleObjectProperty<ColorScheme> system = new SimpleObjectProperty<>(ColorScheme.LIGHT);
    private @Nullable Scene scene;

    @Start
    void start(Stage stage) {
        var shown = new Scene(new StackPane(), 100, 100);
        Stylesheets.install(shown);
        new WindowTheme(shown, appearance, system).follow();
        stage.setScene(shown);
        scene = shown;
        stage.show();
    }

    @Test
    void theWindowFollowsTheSystemWhileItIsOpen(FxRobot robot) {
        robot.interact(() -> appearance.themeProperty().set(Theme.SYSTEM));
        assertShade(robot, Shade.LIGHT);

        robot.interact(() -> system.set(ColorScheme.DARK));
        assertShade(robot, Shade.DARK);

        robot.interact(() -> system.set(ColorScheme.LIGHT));
        assertShade(robot, Shade.LIGHT);
    }

    @Test
    void aThemeThatWasChosenStaysWhateverTheSystemDoes(FxRobot robot) {
        robot.interact(() -> {
            appearance.themeProperty().set(Theme.LIGHT);
            system.set(ColorScheme.DARK);
        });
        assertShade(robot, Shade.LIGHT);

        robot.interact(() -> appearance.themeProperty().set(Theme.SYSTEM));
        assertShade(robot, Shade.DARK);
    }

    private void assertShade(FxRobot robot, Shade shade) {
        robot.interact(() -> {
            assertThat(Objects.requireNonNull(scene).getRoot().getStyleClass().contains("dark"))
                    .isEqualTo(shade == Shade.DARK);
            assertThat(Application.getUserAgentStylesheet()).isEqualTo(Stylesheets.theme(shade));
        });
    }
}
