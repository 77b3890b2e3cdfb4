package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.tonari.chart.Mark;
import org.tonari.chart.memory.MemoryStackChart;
import org.tonari.chart.speed.ThroughputChart;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.model.LanguageModel;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.desk.Selection;
import org.tonari.viewmodel.desk.SpeedMeasure.Axis;
import org.tonari.viewmodel.desk.Subject;
import org.tonari.viewmodel.pages.Page;
import org.tonari.viewmodel.window.AppearanceViewModel;
import org.tonari.viewmodel.window.AppearanceViewModel.Theme;
import org.tonari.viewmodel.window.Notice;

/// What people do without thinking, and what must then not get in their way.
@ExtendWith(ApplicationExtension.class)
class WindowHabitsTest {
    private static final Composition COMPOSITION = Composition.shipped();

    private final AppearanceViewModel appearance = new AppearanceViewModel();
    private TestWindow window = null;
    private Scene scene = null;
    private Stage stage = null;

    @Start
    void start(Stage shown) {
        stage = shown;
        appearance.themeProperty().set(Theme.LIGHT);
        window = new TestWindow(COMPOSITION, appearance);
        scene = window.show(shown, 1_280, 800);
    }

    @Test
    void keysWorkOnceTheHintThatHadTheFocusIsClosed(FxRobot robot) {
        robot.interact(() -> window.notices.say(new Notice.FirstSteps()));
        Button close = robot.from(scene.lookup(".notice-bar"))
                .lookup((Button button) -> !"copy-details".equals(button.getId()))
                .queryButton();
        robot.interact(() -> {
            close.requestFocus();
            close.fire();
        });
        settle(robot);

        robot.type(KeyCode.U);

        assertThat(desk().root().measureProperty().get().axis()).isEqualTo(Axis.USERS);
    }

    @Test
    void escapeLeavesAPageWhoseMenuButtonHasTheFocus(FxRobot robot) {
        show(robot, Page.ADVICE);
        robot.interact(() -> robot.from(scene.lookup("#advice-page"))
                .lookup((MenuButton button) -> true)
                .query()
                .requestFocus());

        robot.type(KeyCode.ESCAPE);

        assertThat(desk().pages().shownProperty().get()).isEqualTo(Page.WORKBENCH);
    }

    @Test
    void everyPageHasAVisibleWayBack(FxRobot robot) {
        for (Page page : Page.values()) {
            if (page == Page.WORKBENCH) {
                continue;
            }
            show(robot, page);
            Button back = (Button) scene.lookup("#page-back");
            assertThat(back).as(page.name()).isNotNull();
            assertThat(back.getAccessibleText()).isEqualTo("Workbench");

            robot.interact(back::fire);
            assertThat(desk().pages().shownProperty().get()).isEqualTo(Page.WORKBENCH);
        }
    }

    @Test
    void whatTheKeysPointedAtIsLetGoWhenTheFocusLeavesTheChart(FxRobot robot) {
        var chart = (ThroughputChart) scene.lookup("#speed-chart");
        robot.interact(chart::requestFocus);
        robot.type(KeyCode.RIGHT);
        assertThat(chart.getHovered()).isNotEqualTo(Mark.NONE);

        robot.interact(() -> scene.lookup("#context-slider").requestFocus());
        settle(robot);

        assertThat(chart.getHovered()).isEqualTo(Mark.NONE);
        assertThat(scene.lookup(".chart-tooltip").isVisible()).isFalse();
    }

    @Test
    void theTooltipTellsTheSpeedAlsoBetweenThePointsOfACurve(FxRobot robot) {
        var chart = (ThroughputChart) scene.lookup("#speed-chart");
        robot.interact(() -> chart.setHovered(new Mark.Point("dgx-spark", 7_931)));
        settle(robot);

        assertThat(robot.from(scene.lookup(".chart-tooltip"))
                        .lookup((Label label) -> label.getText().endsWith("tok/s"))
                        .queryAll())
                .isNotEmpty();
    }

    @Test
    void anotherNumberIsExplainedFromItsBeginning(FxRobot robot) {
        select(robot, new Subject.Required());
        ScrollPane scroll = (ScrollPane) scene.lookup(".why-scroll");
        robot.interact(() -> scroll.setVvalue(1));

        select(robot, new Subject.Decode());

        assertThat(scroll.getVvalue()).isZero();
    }

    @Test
    void whatMakesTheModelFitStandsFirstUnderWhyAndIsOneClickAway(FxRobot robot) {
        robot.interact(() -> desk().fields().pickModel(model("llama-3.3-70b")));
        select(robot, new Subject.Required());
        assertThat(verdict().fits()).isFalse();
        Hyperlink remedy = (Hyperlink) scene.lookup("#remedy");
        assertThat(remedy.getText()).contains("Q8_0").endsWith("fits");
        assertThat(remedy.localToScene(0, 0).getY())
                .isLessThan(scene.lookup(".why-body").localToScene(0, 0).getY());

        robot.interact(remedy::fire);
        settle(robot);

        assertThat(verdict().fits()).isTrue();
    }

    @Test
    void aColumnWithAFigureOfOnesOwnIsMarkedAndItsSourceIsNoLink(FxRobot robot) {
        robot.interact(() -> desk().root().selectionProperty().set(new Selection("dgx-spark", new Subject.Decode())));
        robot.interact(() -> desk().figures()
                .replace(
                        "dgx-spark",
                        desk().figures()
                                .replaceable(desk().why().whyProperty().getValue())
                                .getFirst(),
                        "３００"));
        settle(robot);

        var chart = (MemoryStackChart) scene.lookup("#memory-chart");
        assertThat(chart.getStacks().getFirst().machine().name()).isEqualTo("DGX Spark *");
        assertThat(chart.getStacks().getFirst().spoken()).contains("1 yours");
        assertThat(scene.lookup("#why-source").isVisible()).isFalse();
        assertThat(((Label) scene.lookup("#why-source-words")).getText()).isEqualTo("Source: yours");
    }

    @Test
    void theAdviceSaysWhatItRunsAndCanBeAboutTheWorkbench(FxRobot robot) {
        show(robot, Page.ADVICE);
        var runs = (Label) scene.lookup("#advice-runs");
        assertThat(runs.getText()).startsWith("gpt-oss-120b · MXFP4");

        robot.interact(() -> {
            desk().fields().pickModel(model("qwen3-32b"));
            desk().pages().buyer().wish(now -> now.withUse("workbench"));
        });
        settle(robot);

        assertThat(runs.getText()).startsWith("Qwen3 32B");
        ComboBox<?> use = (ComboBox<?>) scene.lookup("#wish-use");
        assertThat(use.getValue()).isEqualTo("workbench");
        assertThat(use.getSelectionModel().getSelectedIndex()).isZero();

        robot.interact(() -> desk().columns()
                .run(
                        "dgx-spark",
                        Optional.of(COMPOSITION
                                .catalogue()
                                .runtime("vllm")
                                .optional()
                                .orElseThrow())));
        settle(robot);
        assertThat(runs.getText().lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("DGX Spark")
                .contains("vLLM");
    }

    private Verdict verdict() {
        return desk().root()
                .getResults()
                .column("dgx-spark")
                .orElseThrow()
                .estimate()
                .fit()
                .verdict();
    }

    private void select(FxRobot robot, Subject subject) {
        robot.interact(() -> desk().root().selectionProperty().set(new Selection("dgx-spark", subject)));
        settle(robot);
    }

    private void show(FxRobot robot, Page page) {
        robot.interact(() -> desk().pages().shownProperty().set(page));
        settle(robot);
    }

    private Workbench desk() {
        return window.workbench;
    }

    private static LanguageModel model(String id) {
        return COMPOSITION.choices().models().stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void settle(FxRobot robot) {
        robot.interact(() -> {});
        WaitForAsyncUtils.waitForFxEvents();
    }
}
