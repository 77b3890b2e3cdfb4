package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.comparison.Candidate.Visibility;
import org.tonari.domain.comparison.Comparison;
import org.tonari.domain.model.LanguageModel;
import org.tonari.text.Language;
import org.tonari.units.Tokens;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.desk.Results;
import org.tonari.viewmodel.desk.Selection;
import org.tonari.viewmodel.desk.Subject;
import org.tonari.viewmodel.pages.Page;
import org.tonari.viewmodel.window.AppearanceViewModel;
import org.tonari.viewmodel.window.AppearanceViewModel.Theme;
import org.tonari.viewmodel.work.Sharing;
import org.tonari.viewmodel.work.WorkFiles.Ending;

/// What people come for, from beginning to end, in the real window.
@ExtendWith(ApplicationExtension.class)
class JourneysTest {
    private static final Composition COMPOSITION = Composition.shipped();

    private final AppearanceViewModel appearance = new AppearanceViewModel();
    private final Path session = TestWindow.nowhere();
    private TestWindow window = null;
    private Scene scene = null;

    @TempDir
    private Path folder = Path.of("");

    @Start
    void start(Stage stage) {
        appearance.themeProperty().set(Theme.LIGHT);
        window = new TestWindow(COMPOSITION, appearance, session);
        scene = window.show(stage, 1_280, 800);
    }

    @Test
    void aBuyerComparesTwoMachinesPinsAndExports(FxRobot robot) throws IOException {
        robot.interact(() -> List.of("asus-ascent-gx10", "macbook-pro-m4-max-128", "self-built-ddr5-192")
                .forEach(id -> desk().columns().show(id, Visibility.HIDDEN)));
        robot.interact(() -> desk().pins().pin());
        robot.interact(() -> desk().fields().pickModel(model("qwen3-32b")));
        settle(robot);

        assertThat(results().columns()).hasSize(4);
        assertThat(results().ghosts())
                .singleElement()
                .satisfies(ghost -> assertThat(ghost.columns()).hasSize(4));
        assertThat(texts()).anyMatch(text -> text.startsWith("Δ"));

        Path csv = folder.resolve("offer.csv");
        robot.interact(() -> {
            desk().exports().formatProperty().set(new Sharing.Format(Sharing.Kind.CSV, 1, Theme.LIGHT));
            desk().exports().save(csv);
        });
        assertThat(Files.readAllLines(csv)).hasSize(5).allMatch(line -> !line.contains("asus-ascent-gx10"));
    }

    @Test
    void aDeveloperTakesTheLongestContextThatFits(FxRobot robot) {
        robot.interact(() -> desk().fields().pickModel(model("llama-3.1-8b")));
        robot.interact(() -> desk().fields().users().enter("8"));
        robot.interact(() -> desk().context().enter("128k"));
        settle(robot);
        Results.Column mini = column("mac-mini-m4-pro-64");
        assertThat(mini.estimate().fit().verdict()).isInstanceOf(Verdict.DoesNotFit.class);
        long longest = Math.round(mini.estimate()
                .fit()
                .longestContext()
                .optional()
                .orElseThrow()
                .value()
                .magnitude());

        robot.interact(() -> desk().context().enter(String.valueOf(longest)));
        settle(robot);

        assertThat(column("mac-mini-m4-pro-64").estimate().fit().verdict().fits())
                .isTrue();
        robot.interact(() -> desk().context().enter(String.valueOf(longest + 256)));
        settle(robot);
        assertThat(column("mac-mini-m4-pro-64").estimate().fit().verdict()).isNotInstanceOf(Verdict.Fits.class);
    }

    @Test
    void aResearcherPutsInABandwidthAndSeesItMarked(FxRobot robot) {
        robot.interact(() -> desk().root().selectionProperty().set(new Selection("dgx-spark", new Subject.Decode())));
        settle(robot);
        double before = decode("dgx-spark");
        double neighbour = decode("asus-ascent-gx10");
        robot.interact(
                () -> robot.lookup("#use-my-own").queryAs(ToggleButton.class).setSelected(true));

        TextField box = robot.lookup("#own-machine-memory-unified-bandwidth").queryAs(TextField.class);
        robot.interact(() -> {
            box.requestFocus();
            box.setText("500");
        });
        robot.type(KeyCode.ENTER);
        settle(robot);

        assertThat(decode("dgx-spark")).isGreaterThan(before);
        assertThat(decode("asus-ascent-gx10")).isEqualTo(neighbour);
        assertThat(texts()).contains("yours");

        robot.interact(() -> desk().figures().reset("dgx-spark", "machine.memory.unified.bandwidth"));
        settle(robot);
        assertThat(decode("dgx-spark")).isEqualTo(before);
    }

    @Test
    void anOwnerTypesASpeedTheyMeasuredAndSeesTheEstimateShifted(FxRobot robot) {
        robot.interact(() -> desk().root().selectionProperty().set(new Selection("dgx-spark", new Subject.Decode())));
        settle(robot);
        double before = decode("dgx-spark");
        robot.interact(() ->
                robot.lookup("#measured-enter").queryAs(ToggleButton.class).setSelected(true));

        TextField box = robot.lookup("#measured-rate").queryAs(TextField.class);
        robot.interact(() -> {
            box.requestFocus();
            box.setText("20.5");
        });
        robot.type(KeyCode.ENTER);
        settle(robot);

        assertThat(decode("dgx-spark")).isCloseTo(20.5, within(0.01));
        assertThat(texts()).anyMatch(text -> text.startsWith("Shifted to your measurement"));

        robot.interact(
                () -> robot.lookup("#measured-reset").queryAs(Hyperlink.class).fire());
        settle(robot);
        assertThat(decode("dgx-spark")).isEqualTo(before);
    }

    @Test
    void aJapaneseReaderChangesTheLanguageMidway(FxRobot robot) {
        robot.interact(() -> desk().context().enter("8k"));
        robot.interact(() -> desk().pins().pin());
        Comparison before = desk().root().getComparison();

        robot.interact(() -> appearance.languageProperty().set(Language.JAPANESE));
        settle(robot);

        assertThat(texts()).contains("メモリ", "速度").doesNotContain("Memory", "Speed");
        assertThat(desk().root().getComparison()).isEqualTo(before);
        robot.interact(() -> desk().pages().shownProperty().set(Page.FORMATS));
        settle(robot);
        assertThat(texts()).contains("どの重みにする？");
    }

    @Test
    void tenMixedStepsAreUndoneToAnEqualComparison(FxRobot robot) {
        Comparison before = desk().root().getComparison();
        List<Runnable> steps = List.of(
                () -> desk().context().enter("64k"),
                () -> desk().fields()
                        .pickCache(desk().root().choices().cache("q8_0").orElseThrow()),
                () -> desk().columns().duplicate("dgx-spark"),
                () -> desk().columns().move("dgx-spark.2", 3),
                () -> desk().columns().show("mac-mini-m4-pro-64", Visibility.HIDDEN),
                () -> desk().pins().pin(),
                () -> desk().fields().users().enter("4"),
                () -> desk().fields().pickModel(model("gpt-oss-20b")),
                () -> desk().fields().target().enter("30"),
                () -> {
                    desk().root().imagine();
                    desk().context().enter("16k");
                    desk().root().keepImagined();
                });
        steps.forEach(robot::interact);
        Comparison after = desk().root().getComparison();
        assertThat(after).isNotEqualTo(before);

        steps.forEach(_ -> robot.interact(() -> desk().root().undo()));
        assertThat(desk().root().getComparison()).isEqualTo(before);

        steps.forEach(_ -> robot.interact(() -> desk().root().redo()));
        assertThat(desk().root().getComparison()).isEqualTo(after);
    }

    @Test
    void whatWasOnScreenSurvivesAKill(FxRobot robot) {
        robot.interact(() -> desk().context().enter("64k"));
        robot.interact(() -> desk().pins().pin());
        robot.interact(() -> desk().columns().duplicate("dgx-spark"));
        robot.interact(() -> desk().pages().shownProperty().set(Page.MATRIX));
        Comparison before = desk().root().getComparison();

        SessionFile.Left left = new SessionFile(COMPOSITION.catalogue(), SessionPlace.shared(session))
                .left()
                .orElseThrow();

        assertThat(left.opened().work().comparison()).isEqualTo(before);
        assertThat(left.opened().work().page()).isEqualTo("matrix");
        assertThat(left.session().ending()).isEqualTo(Ending.OPEN);
    }

    @Test
    void aWhatIfIsAGhostUntilItIsKept(FxRobot robot) {
        robot.interact(() -> {
            desk().root().imagine();
            desk().context().enter("128k");
        });
        settle(robot);
        assertThat(results().context()).isEqualTo(new Tokens(32_768));
        assertThat(results().ghosts())
                .singleElement()
                .satisfies(ghost -> assertThat(ghost.letter()).isEqualTo(Results.WHAT_IF));

        robot.interact(() -> desk().root().dropImagined());
        settle(robot);
        assertThat(results().ghosts()).isEmpty();
        assertThat(desk().context().contextProperty().getValue()).isEqualTo(new Tokens(32_768));
    }

    private Workbench desk() {
        return window.workbench;
    }

    private Results results() {
        return desk().root().getResults();
    }

    private Results.Column column(String id) {
        return results().column(id).orElseThrow();
    }

    private double decode(String id) {
        return column(id).estimate().speed().known().orElseThrow().decode().value();
    }

    private static LanguageModel model(String id) {
        return COMPOSITION.choices().models().stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void settle(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interrupt(3);
    }

    private List<String> texts() {
        return scene.getRoot().lookupAll(".label").stream()
                .filter(Labeled.class::isInstance)
                .map(label -> ((Labeled) label).getText())
                .filter(Objects::nonNull)
                .toList();
    }
}
