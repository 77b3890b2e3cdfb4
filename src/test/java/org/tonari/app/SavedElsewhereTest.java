package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.DialogPane;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.tonari.profiles.work.Work;
import org.tonari.text.Language;
import org.tonari.units.Tokens;
import org.tonari.viewmodel.window.AppearanceViewModel;
import org.tonari.viewmodel.work.WorkViewModel;

/// What the window asks where another one wrote its file. `-Dtonari.dialogs=FOLDER` keeps pictures.
@ExtendWith(ApplicationExtension.class)
class SavedElsewhereTest {
    private static final Composition COMPOSITION = Composition.shipped();
    private static final Work THEIRS = new Work(
            COMPOSITION.first().withWorkload(workload -> workload.withContext(new Tokens(4_096))), "workbench");

    private final AppearanceViewModel appearance = new AppearanceViewModel();
    private final Path session = TestWindow.nowhere();
    private TestWindow window = null;

    @TempDir
    private Path folder = Path.of("");

    @Start
    void start(Stage stage) {
        window = new TestWindow(COMPOSITION, appearance, session);
        stage.setScene(window.scene(1_280, 800));
        stage.show();
    }

    @Test
    void overwritingReplacesWhatTheOtherWindowSaved(FxRobot robot) throws IOException {
        saveWhereAnotherWindowDid(robot);

        answer(robot, ButtonData.NO);

        assertThat(onDisk().comparison()).isEqualTo(window.workbench.root().getComparison());
        assertThat(work().changedProperty().get()).isFalse();
    }

    @Test
    void reloadingShowsWhatTheOtherWindowSaved(FxRobot robot) throws IOException {
        saveWhereAnotherWindowDid(robot);

        answer(robot, ButtonData.OTHER);

        assertThat(window.workbench.root().getComparison()).isEqualTo(THEIRS.comparison());
        assertThat(onDisk()).isEqualTo(THEIRS);
        assertThat(work().changedProperty().get()).isFalse();
    }

    @Test
    void cancellingChangesNeitherSide(FxRobot robot) throws IOException {
        saveWhereAnotherWindowDid(robot);

        answer(robot, ButtonData.CANCEL_CLOSE);

        assertThat(onDisk()).isEqualTo(THEIRS);
        assertThat(work().changedProperty().get()).isTrue();
    }

    @Test
    void theQuestionIsWholeInEveryLanguage(FxRobot robot) throws IOException {
        for (Language language : Language.values()) {
            robot.interact(() -> appearance.languageProperty().set(language));
            saveWhereAnotherWindowDid(robot);
            keep(robot, language);

            assertThat(pane().getHeaderText()).contains("evening.tonari");
            assertThat(problems(robot)).isEmpty();
            answer(robot, ButtonData.CANCEL_CLOSE);
        }
    }

    private void saveWhereAnotherWindowDid(FxRobot robot) throws IOException {
        robot.interact(() -> work().save(evening(), () -> {}));
        new SessionFile(COMPOSITION.catalogue(), SessionPlace.shared(session))
                .write(THEIRS, COMPOSITION.catalogue(), evening());
        robot.interact(() -> window.workbench.context().enter("64k"));
        robot.push(new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void answer(FxRobot robot, ButtonData kind) {
        robot.interact(() -> pane().getButtonTypes().stream()
                .filter(type -> type.getButtonData() == kind)
                .map(type -> (Button) pane().lookupButton(type))
                .forEach(Button::fire));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static DialogPane pane() {
        return Window.getWindows().stream()
                .map(shown -> shown.getScene().getRoot())
                .filter(DialogPane.class::isInstance)
                .map(DialogPane.class::cast)
                .filter(dialog -> Objects.equals(dialog.getId(), "ask-changed"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> problems(FxRobot robot) {
        var found = new ArrayList<String>();
        robot.interact(() -> found.addAll(InkCheck.of(pane().getScene())));
        return found;
    }

    private static void keep(FxRobot robot, Language language) throws IOException {
        String to = System.getProperty("tonari.dialogs", "");
        if (!to.isEmpty()) {
            WritableImage[] picture = new WritableImage[1];
            robot.interact(() -> picture[0] = pane().getScene().snapshot(null));
            Files.createDirectories(Path.of(to));
            WindowPictures.write(picture[0], Path.of(to, "ask-changed-" + language.tag() + ".png"));
        }
    }

    private Work onDisk() {
        return new SessionFile(COMPOSITION.catalogue(), SessionPlace.shared(session))
                .read(evening())
                .optional()
                .orElseThrow()
                .work();
    }

    private Path evening() {
        return folder.resolve("evening.tonari");
    }

    private WorkViewModel work() {
        return window.workbench.work();
    }
}
