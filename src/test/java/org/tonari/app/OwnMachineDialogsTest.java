package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
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
import org.tonari.domain.machine.Machine;
import org.tonari.local.LocalMachine;
import org.tonari.profiles.Catalogue;
import org.tonari.text.Language;
import org.tonari.units.BytesPerSecond;
import org.tonari.view.own.MachineActs;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.window.AppearanceViewModel;
import org.tonari.viewmodel.window.AppearanceViewModel.Theme;

/// The dialogs for machines of the person's own, in the real window. `-Dtonari.dialogs=FOLDER` keeps pictures.
@ExtendWith(ApplicationExtension.class)
class OwnMachineDialogsTest {
    private final AppearanceViewModel appearance = new AppearanceViewModel();
    private final Path folder = TestWindow.nowhere();
    private final Catalogue catalogue = Catalogue.open(List.of(folder));
    private TestWindow window = null;

    @Start
    void start(Stage stage) {
        appearance.themeProperty().set(Boolean.getBoolean("tonari.dialogs.dark") ? Theme.DARK : Theme.LIGHT);
        String language = System.getProperty("tonari.dialogs.language", "en");
        for (Language one : Language.values()) {
            if (one.locale().toLanguageTag().equals(language)) {
                appearance.languageProperty().set(one);
            }
        }
        window = new TestWindow(
                new Composition(catalogue), appearance, TestWindow.nowhere(), new MadeUpComputer(folder));
        var scene = window.scene(1_280, 800);
        String family = WindowFonts.family("", appearance.languageProperty().get());
        if (!family.isEmpty()) {
            scene.getStylesheets().add(FontSheet.of(family));
        }
        stage.setScene(scene);
        stage.show();
    }

    private MachineActs acts(FxRobot robot) {
        Node root = robot.lookup("#menu-bar").query().getScene().getRoot();
        return new MachineActs(root, window.workbench.machines(), new Words(appearance));
    }

    private void fire(FxRobot robot, String button) {
        robot.interact(() -> robot.lookup(button).queryAs(Button.class).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void section(FxRobot robot, int number) {
        robot.interact(() -> ((ToggleButton) robot.lookup("#editor-sections .toggle-button").queryAll().stream()
                        .skip(number)
                        .findFirst()
                        .orElseThrow())
                .fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void act(FxRobot robot, String id, int item) {
        robot.interact(() -> {
            Machine machine = catalogue.machine(id).optional().orElseThrow();
            acts(robot).of(machine).get(item).fire();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void picture(FxRobot robot, String lookup, String name) throws IOException {
        String target = System.getProperty("tonari.dialogs", "");
        if (!target.isEmpty()) {
            var image = new WritableImage[1];
            robot.interact(() ->
                    image[0] = robot.lookup(lookup).query().getScene().getRoot().snapshot(null, null));
            Files.createDirectories(Path.of(target));
            WindowPictures.write(image[0], Path.of(target, name + ".png"));
        }
    }

    @Test
    void aCopyIsEditedAndStandsInAColumn(FxRobot robot) throws IOException {
        act(robot, "dgx-spark", 1);
        picture(robot, "#machine-editor", "editor-texts");
        section(robot, 1);
        robot.interact(() -> robot.lookup("#memory-pools-0-capacity-number")
                .queryAs(TextField.class)
                .setText("12x"));
        WaitForAsyncUtils.waitForFxEvents();
        Label problem = robot.lookup("#memory-pools-0-capacity-problem").queryAs(Label.class);
        assertThat(problem.isVisible()).isTrue();
        assertThat(problem.getText()).contains("12x", "GiB");
        assertThat(robot.lookup("#editor-save").queryAs(Button.class).isDisabled())
                .isTrue();
        picture(robot, "#machine-editor", "editor-memory");

        robot.interact(() -> {
            robot.lookup("#memory-pools-0-capacity-number")
                    .queryAs(TextField.class)
                    .setText("119");
            robot.lookup("#usual-source").queryAs(TextField.class).setText("free -g");
        });
        section(robot, 2);
        picture(robot, "#machine-editor", "editor-compute");
        fire(robot, "#editor-save");

        assertThat(robot.lookup("#machine-editor").tryQuery()).isEmpty();
        assertThat(window.workbench.root().getComparison().candidates().find("dgx-spark-own"))
                .isPresent();
        var speeds = window.workbench.root().getResults().columns().stream()
                .filter(column -> column.machine().id().startsWith("dgx-spark"))
                .map(column -> column.estimate()
                        .speed()
                        .known()
                        .orElseThrow()
                        .decode()
                        .expected()
                        .value())
                .toList();
        assertThat(speeds).hasSize(2).containsOnly(speeds.getFirst());
        picture(robot, "#menu-bar", "window-own");
    }

    @Test
    void aNewMachineSaysWhatItLacks(FxRobot robot) throws IOException {
        robot.interact(() -> acts(robot).create());
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(robot.lookup("#editor-save").queryAs(Button.class).isDisabled())
                .isTrue();
        picture(robot, "#machine-editor", "editor-new");
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void detailsShowStatedAndMeasuredBandwidthSideBySide(FxRobot robot) throws IOException {
        act(robot, "self-built-ddr5-192", 0);

        GridPane bandwidths = robot.lookup("#bandwidths").queryAs(GridPane.class);
        assertThat(bandwidths.getColumnCount()).isEqualTo(3);
        picture(robot, "#machine-details", "details");
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void thisComputerIsAColumnByOneClickAndItsMemoryIsMeasured(FxRobot robot) throws IOException {
        robot.interact(() -> acts(robot).thisComputer());
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(window.workbench.root().getComparison().candidates().find(LocalMachine.ID))
                .isPresent();
        fire(robot, "#measure-bandwidth");
        picture(robot, "#this-computer", "this-computer");
        robot.type(KeyCode.ESCAPE);

        assertThat(catalogue
                        .machine(LocalMachine.ID)
                        .optional()
                        .orElseThrow()
                        .primaryPool()
                        .measuredBandwidth()
                        .optional())
                .contains(new BytesPerSecond(61.4e9));
    }

    @Test
    void deletingAsksFirst(FxRobot robot) throws IOException {
        act(robot, "dgx-spark", 1);
        fire(robot, "#editor-save");
        assertThat(catalogue.machine("dgx-spark-own").optional()).isPresent();

        act(robot, "dgx-spark-own", 4);
        picture(robot, "#asking", "asking");
        assertThat(catalogue.machine("dgx-spark-own").optional()).isPresent();
        fire(robot, "#asking-yes");

        assertThat(catalogue.machine("dgx-spark-own").optional()).isEmpty();
        assertThat(window.workbench.root().getComparison().candidates().find("dgx-spark-own"))
                .isEmpty();
    }

    @Test
    void theListOfMachinesMarksThoseOfOnesOwn(FxRobot robot) throws IOException {
        act(robot, "dgx-spark", 1);
        robot.interact(() -> robot.lookup("#word-id").queryAs(TextField.class).setText("asus-ascent-gx10"));
        assertThat(robot.lookup("#editor-state").queryAs(Label.class).getText()).contains("shipped");
        fire(robot, "#editor-save");

        robot.push(new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN));
        WaitForAsyncUtils.waitForFxEvents();
        picture(robot, "#machines-dialog", "machines");

        assertThat(robot.lookup("#machine-columns .chip").queryAllAs(Label.class))
                .filteredOn(Label::isVisible)
                .extracting(Label::getText)
                .containsExactly("yours, hides shipped");
        robot.type(KeyCode.ESCAPE);
    }
}
