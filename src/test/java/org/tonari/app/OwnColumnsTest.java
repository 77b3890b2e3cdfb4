package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.tonari.domain.comparison.Candidate;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.scenario.Scenario;
import org.tonari.viewmodel.choosing.FieldsViewModel.WeightOption;
import org.tonari.viewmodel.desk.Results;
import org.tonari.viewmodel.table.TableViewModel;
import org.tonari.viewmodel.window.AppearanceViewModel;

/// Columns with a runtime and weights of their own, set by mouse in the list of machines and in a row's menu.
@ExtendWith(ApplicationExtension.class)
class OwnColumnsTest {
    private final TestWindow window = new TestWindow(Composition.shipped(), new AppearanceViewModel());

    @Start
    void start(Stage stage) {
        stage.setScene(window.scene(1_280, 800));
        stage.show();
    }

    /// Else the next test's keys go to a dialog or a menu of this one.
    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    }

    @Test
    void severalCopiesOfAMachineRunDifferentlySideBySide(FxRobot robot) {
        robot.push(new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN));
        settle(robot);
        robot.interact(() -> window.workbench.columns().duplicate("dgx-spark"));
        settle(robot);
        robot.interact(() -> window.workbench.columns().duplicate("dgx-spark"));
        settle(robot);

        choose(robot, "#settings-dgx-spark-2", 0, "vLLM");
        choose(robot, "#settings-dgx-spark-3", 1, "Q8_0");

        assertThat(column("dgx-spark").runtime()).isEmpty();
        assertThat(column("dgx-spark.2").runtime()).map(InferenceRuntime::id).contains("vllm");
        assertThat(column("dgx-spark.3").weights()).map(WeightFormat::id).contains("q8_0");
        assertThat(robot.lookup("#settings-dgx-spark-3")
                        .queryAs(MenuButton.class)
                        .getText())
                .isEqualTo("Q8_0");
        assertThat(names()).contains("DGX Spark", "DGX Spark, vLLM", "DGX Spark, Q8_0");
        assertThat(result("dgx-spark.2").estimate().scenario().runtime().id()).isEqualTo("vllm");
    }

    @Test
    void aColumnThatGetsARuntimeGetsWeightsThatItReads(FxRobot robot) {
        robot.interact(() -> {
            ask(robot, "DGX Spark");
            item(menus(), "vLLM").fire();
        });
        settle(robot);

        assertThat(readsWeights("dgx-spark")).isTrue();
        assertThat(result("asus-ascent-gx10").machine().shortName()).isEqualTo("Ascent GX10");

        robot.interact(() -> item(menus(), "As all columns").fire());
        settle(robot);

        assertThat(column("dgx-spark").runtime()).isEmpty();
        assertThat(column("dgx-spark").weights()).isEmpty();
    }

    @Test
    void theWeightsFieldShowsWhatIsReadAfterARuntimeWasPicked(FxRobot robot) {
        robot.interact(() -> window.workbench.fields().runtimes().stream()
                .filter(choice -> choice.runtime().id().equals("vllm"))
                .forEach(window.workbench.fields()::pickRuntime));
        settle(robot);

        ComboBox<?> box = robot.lookup("#weights").queryAs(ComboBox.class);
        WeightFormat chosen =
                window.workbench.fields().setupProperty().getValue().weights();
        assertThat(((WeightOption) box.getSelectionModel().getSelectedItem()).format())
                .isEqualTo(chosen);
        assertThat(box.getItems().get(box.getSelectionModel().getSelectedIndex()))
                .isEqualTo(box.getValue());
        assertThat(readsWeights("dgx-spark")).isTrue();
    }

    private static void ask(FxRobot robot, String name) {
        TableRow<?> row = robot.lookup("#table .table-row-cell").queryAllAs(TableRow.class).stream()
                .filter(one -> one.getItem() != null
                        && ((TableViewModel.Row) one.getItem())
                                .getColumn()
                                .machine()
                                .shortName()
                                .equals(name))
                .findFirst()
                .orElseThrow();
        row.fireEvent(new ContextMenuEvent(
                ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 40, 40, false, new PickResult(row, 5, 5)));
    }

    private static List<MenuItem> menus() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .toList();
    }

    private static MenuItem item(List<MenuItem> items, String text) {
        return items.stream()
                .flatMap(item -> item instanceof Menu menu ? menu.getItems().stream() : Stream.of(item))
                .filter(item -> text.equals(item.getText()))
                .findFirst()
                .orElseThrow();
    }

    private static void choose(FxRobot robot, String button, int menu, String text) {
        robot.interact(() -> {
            MenuItem kind =
                    robot.lookup(button).queryAs(MenuButton.class).getItems().get(menu);
            item(((Menu) kind).getItems(), text).fire();
        });
        settle(robot);
    }

    private Candidate column(String id) {
        return window.workbench.root().getComparison().candidates().find(id).orElseThrow();
    }

    private Results.Column result(String id) {
        return window.workbench.root().getResults().column(id).orElseThrow();
    }

    private boolean readsWeights(String id) {
        Scenario scenario = result(id).estimate().scenario();
        return scenario.weights().isReadBy(scenario.runtime());
    }

    private List<String> names() {
        return window.workbench.root().getResults().columns().stream()
                .map(column -> column.machine().shortName())
                .toList();
    }

    private static void settle(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interrupt(3);
    }
}
