package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.tonari.text.Language;
import org.tonari.viewmodel.window.AppearanceViewModel;
import org.tonari.viewmodel.window.AppearanceViewModel.Theme;

/// What people do in dialogs without thinking, and what must then not get in their way.
@ExtendWith(ApplicationExtension.class)
class DialogHabitsTest {
    private final AppearanceViewModel appearance = new AppearanceViewModel();
    private Stage stage = null;

    @Start
    void start(Stage shown) {
        stage = shown;
        appearance.themeProperty().set(Theme.LIGHT);
        new TestWindow(Composition.shipped(), appearance).show(shown, 1_280, 800);
    }

    @Test
    void anOptionTakenWithTheKeyboardLeavesTheListOfMachinesOpen(FxRobot robot) {
        robot.push(new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN));
        settle(robot);
        ComboBox<?> options = robot.lookup("#machine-columns")
                .lookup((ComboBox<?> box) -> box.isVisible())
                .query();
        robot.interact(() -> {
            options.requestFocus();
            options.show();
        });
        robot.type(KeyCode.DOWN, KeyCode.ENTER);
        settle(robot);

        assertThat(robot.lookup("#machine-columns").tryQuery()).isPresent();
        robot.interact(() ->
                robot.lookup("#machines-dialog").query().getScene().getWindow().hide());
    }

    @Test
    void openPreferencesChangeTheirLanguageAsAWhole(FxRobot robot) {
        robot.push(new KeyCodeCombination(KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN));
        settle(robot);
        ComboBox<?> runtime = robot.lookup("#preferences-runtime").queryComboBox();

        robot.interact(() -> appearance.languageProperty().set(Language.JAPANESE));
        settle(robot);

        assertThat(runtime.getButtonCell().getText()).isEqualTo("Tonariの選択");
        robot.interact(() -> runtime.getScene().getWindow().hide());
    }

    @Test
    void theSheetOfKeysHasTheKeyOfEveryMenuItem(FxRobot robot) {
        robot.push(new KeyCodeCombination(KeyCode.F1, KeyCombination.SHORTCUT_DOWN));
        settle(robot);
        Set<String> sheet = robot.lookup("#key-sheet .key-name").queryAllAs(Label.class).stream()
                .flatMap(label -> Stream.of(label.getText().split(", ")))
                .collect(Collectors.toSet());

        assertThat(accelerators(robot.lookup("#menu-bar").queryAs(MenuBar.class).getMenus()))
                .hasSizeGreaterThan(20)
                .isSubsetOf(sheet);
        robot.interact(
                () -> robot.lookup("#key-sheet").query().getScene().getWindow().hide());
    }

    /// As the sheet writes them: the key beside zero is told by its sign for larger.
    private static Stream<String> accelerators(List<? extends MenuItem> items) {
        return items.stream()
                .flatMap(item -> item instanceof Menu menu
                        ? accelerators(menu.getItems())
                        : Stream.ofNullable(item.getAccelerator()).map(KeyCombination::getDisplayText))
                .map(text -> text.replaceAll("=$", "+").replaceAll("-$", "−"));
    }

    @Test
    void askingTwiceForTheSameDialogOpensOne(FxRobot robot) {
        robot.push(new KeyCodeCombination(KeyCode.F1, KeyCombination.SHORTCUT_DOWN));
        settle(robot);
        robot.interact(() -> stage.requestFocus());
        robot.push(new KeyCodeCombination(KeyCode.F1, KeyCombination.SHORTCUT_DOWN));
        settle(robot);

        assertThat(robot.lookup("#key-sheet").queryAll()).hasSize(1);
        robot.interact(
                () -> robot.lookup("#key-sheet").query().getScene().getWindow().hide());
    }

    private static void settle(FxRobot robot) {
        robot.interact(() -> {});
        WaitForAsyncUtils.waitForFxEvents();
    }
}
