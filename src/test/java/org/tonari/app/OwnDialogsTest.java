package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.tonari.domain.evidence.Measurement;
import org.tonari.domain.scenario.Scenario;
import org.tonari.explain.Phrase;
import org.tonari.text.Language;
import org.tonari.units.Bytes;
import org.tonari.view.own.MeasureDialog;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.background.Watch;
import org.tonari.viewmodel.outside.FullDisk;
import org.tonari.viewmodel.outside.Trouble;
import org.tonari.viewmodel.window.AppearanceViewModel;
import org.tonari.viewmodel.window.AppearanceViewModel.Theme;

/// The dialogs for models and servers of the person's own, in the real window. `-Dtonari.dialogs=FOLDER` keeps
/// pictures.
@ExtendWith(ApplicationExtension.class)
class OwnDialogsTest {
    private static final Composition COMPOSITION = Composition.shipped();

    private final AppearanceViewModel appearance = new AppearanceViewModel();
    private final Fake outside = new Fake();
    private TestWindow window = null;

    private static final class Fake implements FullDisk {
        private final List<String> asked = new ArrayList<>();

        @Override
        public Opened open(String place, Watch watch) throws Trouble {
            asked.add(place);
            if (place.contains("busy")) {
                throw new Trouble(
                        Trouble.Kind.BUSY,
                        Phrase.of(
                                "{0}; it asks to wait {1} s",
                                Phrase.of("{0} has had too many requests", "https://hub.example/api/models"), 77));
            }
            if (place.equals("hf:org/many")) {
                return new Opened.Several(List.of("hf:org/many/a-Q4_K_M.gguf", "hf:org/many/a-Q8_0.gguf"));
            }
            return new Opened.Understood(
                    COMPOSITION.catalogue().model("gemma-3-27b").optional().orElseThrow(),
                    Optional.of(new Bytes(17_399_999_488L)),
                    List.of());
        }

        @Override
        public Server find(String address, Watch watch) {
            return new Server(address, Optional.of("llama.cpp"), "b9123", List.of("gpt-oss-120b-mxfp4.gguf"));
        }

        @Override
        public List<Measurement> measure(
                Server server,
                String model,
                List<Long> depths,
                Scenario scenario,
                Watch watch,
                Consumer<Point> points) {
            points.accept(new Point(544, 1812.4, 52.3));
            points.accept(new Point(4128, 1794.1, 50.8));
            return List.of();
        }
    }

    @Start
    void start(Stage stage) {
        appearance.themeProperty().set(Boolean.getBoolean("tonari.dialogs.dark") ? Theme.DARK : Theme.LIGHT);
        appearance
                .languageProperty()
                .set(Boolean.getBoolean("tonari.dialogs.ja") ? Language.JAPANESE : Language.ENGLISH);
        window = new TestWindow(COMPOSITION, appearance, TestWindow.nowhere(), outside);
        window.show(stage, 1_280, 800);
    }

    private void open(FxRobot robot, String place) {
        robot.push(new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(
                () -> robot.lookup("#open-place").queryAs(TextField.class).setText(place));
        robot.clickOn("#open-read");
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Kept only where somebody asks for it.
    private void picture(FxRobot robot, String lookup, String name) throws IOException {
        String folder = System.getProperty("tonari.dialogs", "");
        if (!folder.isEmpty()) {
            var image = new WritableImage[1];
            robot.interact(() ->
                    image[0] = robot.lookup(lookup).query().getScene().getRoot().snapshot(null, null));
            Files.createDirectories(Path.of(folder));
            WindowPictures.write(image[0], Path.of(folder, name + ".png"));
        }
    }

    @Test
    void whatWasUnderstoodIsShownBeforeItIsAdded(FxRobot robot) throws IOException {
        open(robot, "hf:google/gemma-3-27b-it");

        assertThat(outside.asked).containsExactly("hf:google/gemma-3-27b-it");
        assertThat(robot.lookup("#understood").tryQuery()).isPresent();
        assertThat(window.workbench.fields().setupProperty().getValue().model().id())
                .isEqualTo("gpt-oss-120b");
        picture(robot, "#open-model", "open-understood");

        robot.clickOn("#open-add");
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(window.workbench.fields().setupProperty().getValue().model().id())
                .isEqualTo("gemma-3-27b");
        assertThat(robot.lookup("#open-model").tryQuery()).isEmpty();
    }

    @Test
    void aRepositoryOfSeveralModelsAsksWhich(FxRobot robot) throws IOException {
        open(robot, "hf:org/many");
        picture(robot, "#open-model", "open-choose");

        robot.clickOn("a-Q8_0.gguf");
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(outside.asked).containsExactly("hf:org/many", "hf:org/many/a-Q8_0.gguf");
        assertThat(robot.lookup("#understood").tryQuery()).isPresent();
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void troubleIsSaidInTheWindowsLanguageWithItsDetails(FxRobot robot) throws IOException {
        open(robot, "hf:org/busy");

        assertThat(robot.lookup("#own-trouble").queryAs(Label.class).getText()).isNotBlank();
        picture(robot, "#open-model", "open-trouble");
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void aServerIsFoundMeasuredAndItsPointsListed(FxRobot robot) throws IOException {
        robot.interact(() -> MeasureDialog.show(
                robot.lookup("#menu-bar").query().getScene().getRoot(), window.workbench, new Words(appearance)));
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#measure-connect");
        WaitForAsyncUtils.waitForFxEvents();
        picture(robot, "#measure-server", "measure-found");
        robot.clickOn("#measure-start");
        WaitForAsyncUtils.waitForFxEvents();

        GridPane points = robot.lookup("#measure-points").queryAs(GridPane.class);
        assertThat(points.getRowCount()).isEqualTo(3);
        picture(robot, "#measure-server", "measure-points");
        robot.type(KeyCode.ESCAPE);
    }
}
