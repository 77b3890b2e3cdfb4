package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.tonari.chart.MemoryPart;
import org.tonari.chart.memory.MemoryStackChart;
import org.tonari.chart.memory.PartBox;
import org.tonari.domain.question.Questions;
import org.tonari.domain.question.TrainingPlan;
import org.tonari.text.Language;
import org.tonari.viewmodel.pages.Page;
import org.tonari.viewmodel.window.AppearanceViewModel;

/// The pages of bigger questions, driven by a robot.
@ExtendWith(ApplicationExtension.class)
class QuestionPagesTest {
    private static final Composition COMPOSITION = Composition.shipped();

    private final AppearanceViewModel appearance = new AppearanceViewModel();
    private TestWindow window = null;
    private Scene scene = null;

    @Start
    void start(Stage stage) {
        window = new TestWindow(COMPOSITION, appearance);
        scene = window.show(stage, 1280, 900);
    }

    @ParameterizedTest
    @EnumSource(names = {"TOGETHER", "LINKED", "TRAINING", "PICTURES"})
    void everyPageShowsAStackForEachMachineAndSpeaksEveryLanguage(Page page, FxRobot robot) {
        open(page, robot);

        assertThat(chart().getStacks())
                .hasSize(window.workbench.root().getComparison().machines().size());
        assertThat(chart().getStacks().getFirst().pools().getFirst().parts())
                .extracting(PartBox::part)
                .contains(MemoryPart.SYSTEM, MemoryPart.WEIGHTS);
        for (Language language : Language.values()) {
            robot.interact(() -> appearance.languageProperty().set(language));
            assertThat(texts()).noneMatch(text -> text.contains("{0}")).isNotEmpty();
        }
    }

    @Test
    void aClickedNumberIsExplained(FxRobot robot) {
        open(Page.TRAINING, robot);
        Hyperlink number = scene.getRoot().lookupAll(".figure-link").stream()
                .map(Hyperlink.class::cast)
                .findFirst()
                .orElseThrow();

        robot.interact(number::fire);

        assertThat(window.workbench.pages().explainedProperty().get()).isPresent();
        assertThat(scene.lookup("#term")).isNotNull();
    }

    @Test
    void aSettingIsOneStepThatCanBeTakenBack(FxRobot robot) {
        open(Page.TRAINING, robot);

        robot.interact(() -> toggle("LoRA").fire());
        assertThat(settings().training().method()).isEqualTo(TrainingPlan.Method.LORA);
        assertThat(chart().getStacks().getFirst().verdicts().getFirst()).contains("over");

        robot.interact(() -> window.workbench.root().undo());
        assertThat(settings()).isEqualTo(Questions.DEFAULT);
    }

    @Test
    void aModelIsAddedAndRemoved(FxRobot robot) {
        open(Page.TOGETHER, robot);

        robot.interact(() -> ((Button) scene.lookup("#add-model")).fire());
        assertThat(settings().together().members()).hasSize(4);
        assertThat(scene.lookup("#member-model-3")).isNotNull();

        robot.interact(() -> ((Button) scene.lookup("#remove-model-0")).fire());
        assertThat(settings().together().members())
                .extracting(member -> member.model())
                .containsExactly("deepseek-coder-6.7b", "qwen2.5-vl-7b", "qwen3-8b");
    }

    @Test
    void aNumberIsTypedOnEnter(FxRobot robot) {
        open(Page.PICTURES, robot);
        TextField width = (TextField) scene.lookup("#pictures-width");

        robot.interact(() -> {
            width.setText("2048");
            width.getOnAction().handle(new ActionEvent());
        });

        assertThat(settings().pictures().width()).isEqualTo(2048);
    }

    @Test
    void machinesAreLinkedByAClick(FxRobot robot) {
        open(Page.LINKED, robot);

        robot.interact(() -> toggle("4").fire());

        assertThat(settings().linking().machines()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(names = {"TOGETHER", "LINKED", "TRAINING", "PICTURES"})
    void answersAreCopiedAsTableJsonAndCommandLine(Page page, FxRobot robot) {
        open(page, robot);

        assertThat(copied(0, robot)).startsWith("machine,verdict,what").contains("dgx-spark,", ",weights,");
        assertThat(copied(1, robot)).contains("\"answers\"", "\"required_bytes\"");
        assertThat(copied(2, robot)).startsWith("tonari ").contains("--machine dgx-spark");
    }

    private String copied(int item, FxRobot robot) {
        MenuButton button = scene.getRoot().lookupAll("#copy-answers").stream()
                .map(MenuButton.class::cast)
                .findFirst()
                .orElseThrow();
        robot.interact(() -> button.getItems().get(item).fire());
        var text = new StringBuilder();
        robot.interact(() -> text.append(Clipboard.getSystemClipboard().getString()));
        return text.toString();
    }

    private void open(Page page, FxRobot robot) {
        robot.interact(() -> window.workbench.pages().shownProperty().set(page));
        // What scrolls is put into the scene by its skin, in the next frame.
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Questions settings() {
        return window.workbench.root().getComparison().questions();
    }

    private MemoryStackChart chart() {
        return (MemoryStackChart) scene.lookup("#question-chart");
    }

    private ToggleButton toggle(String text) {
        return scene.getRoot().lookupAll(".question-controls .toggle-button").stream()
                .map(ToggleButton.class::cast)
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private List<String> texts() {
        return scene.getRoot().lookupAll(".question-body .label").stream()
                .map((Node node) -> ((Labeled) node).getText())
                .filter(text -> text != null)
                .toList();
    }
}
