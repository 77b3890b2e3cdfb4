package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import javafx.scene.AccessibleAction;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.tonari.manual.Volume;
import org.tonari.text.Language;
import org.tonari.viewmodel.manual.ManualViewModel;
import org.tonari.viewmodel.pages.Page;
import org.tonari.viewmodel.window.AppearanceViewModel;
import org.tonari.viewmodel.window.AppearanceViewModel.Theme;

/// The documents for users, read beside the workbench.
@ExtendWith(ApplicationExtension.class)
class ManualWindowTest {
    private static final int SETTLING_FRAMES = 4;
    private static final Composition COMPOSITION = Composition.shipped();

    private final AppearanceViewModel appearance = new AppearanceViewModel();
    private TestWindow window = null;
    private Stage workbench = null;
    private Scene guide = null;

    @Start
    void start(Stage stage) {
        appearance.themeProperty().set(Theme.LIGHT);
        workbench = stage;
        window = new TestWindow(COMPOSITION, appearance);
        window.show(stage, 1_280, 800);
    }

    /// The stage outlives the test, and with it what is open beside it.
    @AfterEach
    void closeTheGuide(FxRobot robot) {
        robot.interact(() -> {
            if (guide != null) {
                guide.getWindow().hide();
            }
        });
    }

    @Test
    void aReaderOpensTheGuideSearchesFollowsALinkAndChangesTheLanguage(FxRobot robot) {
        open(robot);
        assertThat(workbench.isShowing()).isTrue();
        assertThat(text().getAccessibleText()).isEqualTo("The guide");

        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.interact(() -> ((TextField) lookup("#manual-find")).setText("longest context"));
        settle();
        int found = manual().search().hitsProperty().get().size();
        assertThat(found).isGreaterThanOrEqualTo(2);
        assertThat(count()).isEqualTo("1 of " + found);
        robot.push(KeyCode.ENTER);
        settle();
        assertThat(count()).isEqualTo("2 of " + found);
        assertThat(text().getVvalue()).isPositive();

        robot.interact(() -> follow("command-line.md"));
        settle();
        assertThat(text().getAccessibleText()).isEqualTo("The command line");
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        settle();
        assertThat(text().getAccessibleText()).isEqualTo("The guide");

        robot.interact(
                () -> manual().open(manual().document().orElseThrow().chapters().get(9)));
        robot.interact(() -> appearance.languageProperty().set(Language.JAPANESE));
        settle();
        assertThat(text().getAccessibleText()).isEqualTo("使い方");
        assertThat(chosen()).isEqualTo("キー");

        robot.push(KeyCode.CONTROL, KeyCode.W);
        settle();
        assertThat(scenes()).doesNotContain(guide);
    }

    @Test
    void theKeyboardReachesAllOfItAndEverythingIsSpokenAndStandsOut(FxRobot robot) {
        open(robot);
        for (Volume volume : List.of(Volume.GUIDE, Volume.GLOSSARY, Volume.COMMAND_LINE, Volume.PROFILES)) {
            for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                robot.interact(() -> {
                    appearance.themeProperty().set(theme);
                    manual().open(volume);
                    manual().search().queryProperty().set("memory");
                });
                settle();
                robot.interact(() -> {
                    var keyboard = new KeyboardWalk(guide);
                    assertThat(keyboard.nameless()).as("%s", volume).isEmpty();
                    assertThat(keyboard.unreached()).as("%s", volume).isEmpty();
                    assertThat(ContrastCheck.of(guide))
                            .as("%s, %s: pale", volume, theme)
                            .isEmpty();
                });
            }
        }
    }

    @Test
    void noTextIsCutOrOverlappedInAnyLanguageAtAnySize(FxRobot robot) {
        open(robot);
        for (Language language : Language.values()) {
            for (double zoom : List.of(1.0, 2.0)) {
                robot.interact(() -> {
                    appearance.languageProperty().set(language);
                    appearance.zoomProperty().set(zoom);
                    manual().open(Volume.GUIDE);
                });
                settle();
                robot.interact(() -> assertThat(InkCheck.of(guide))
                        .as("%s at %s", language, zoom)
                        .isEmpty());
            }
        }
    }

    @Test
    void theContentsFollowWhatIsReadAndLeadThere(FxRobot robot) {
        open(robot);
        robot.interact(() -> text().setVvalue(1));
        settle();
        assertThat(chosen()).isEqualTo("How right is it?");

        robot.interact(() -> tree().getSelectionModel().select(2));
        settle();
        assertThat(chosen()).isEqualTo("Trying things out");
        assertThat(text().getVvalue()).isBetween(0.01, 0.99);

        robot.interact(
                () -> tree().getSelectionModel().select(tree().getExpandedItemCount() - Volume.values().length + 1));
        settle();
        assertThat(text().getAccessibleText()).isEqualTo("Glossary");
    }

    @Test
    void theGlossaryOpensAtTheTermOfWhatHasTheFocus(FxRobot robot) {
        robot.interact(() -> workbench.getScene().lookup("#context-slider").requestFocus());

        robot.push(KeyCode.SHIFT, KeyCode.F1);
        settle();

        var glossary = manual().document().orElseThrow();
        assertThat(glossary.volume()).isEqualTo(Volume.GLOSSARY);
        assertThat(manual().goalProperty().get().prose())
                .isEqualTo(glossary.entryStarts().get(glossary.entryOf("Context")));
    }

    @Test
    void whoMakesTheTypeLargerOrClosesItComesBackToTheTextThatIsRead(FxRobot robot) {
        open(robot);
        robot.interact(
                () -> manual().open(manual().document().orElseThrow().chapters().get(5)));
        settle();
        robot.push(KeyCode.CONTROL, KeyCode.EQUALS);
        robot.push(KeyCode.CONTROL, KeyCode.EQUALS);
        settle();

        assertThat(appearance.zoomProperty().get()).isEqualTo(1.2);
        assertThat(chosen()).isEqualTo("Saved work");

        robot.interact(() -> guide.getWindow().hide());
        open(robot);
        assertThat(chosen()).isEqualTo("Saved work");
    }

    @Test
    void theTextIsReadWithTheKeysThatScroll(FxRobot robot) {
        open(robot);
        robot.push(KeyCode.PAGE_DOWN);
        double page = text().getVvalue();
        assertThat(page).isPositive();
        robot.push(KeyCode.DOWN);
        assertThat(text().getVvalue()).isGreaterThan(page);
        robot.push(KeyCode.END);
        assertThat(text().getVvalue()).isEqualTo(1);
        robot.push(KeyCode.HOME);
        assertThat(text().getVvalue()).isZero();

        robot.push(KeyCode.F6);
        assertThat(tree().isFocused()).isTrue();
        robot.push(KeyCode.F6);
        assertThat(text().isFocused()).isTrue();
        robot.push(KeyCode.ESCAPE);
        settle();
        assertThat(scenes()).doesNotContain(guide);
    }

    @Test
    void onAPageTheGuideOpensAtItsChapter(FxRobot robot) {
        robot.interact(() -> window.workbench.pages().shownProperty().set(Page.ADVICE));
        open(robot);

        assertThat(chosen()).isEqualTo("The buyer's questions");
    }

    @Test
    void commandsAreCopiedAsTheyStand(FxRobot robot) {
        open(robot);
        robot.interact(() -> manual().open(Volume.COMMAND_LINE));
        settle();
        robot.interact(() -> ((Button) lookup(".manual-copy")).fire());

        robot.interact(() -> {
            String copied = Clipboard.getSystemClipboard().getString();
            assertThat(copied).isNotBlank();
            assertThat(manual().document().orElseThrow().prose())
                    .anyMatch(prose -> prose.text().equals(copied));
            assertThat(((Button) lookup(".manual-copy")).getText()).isEqualTo("Copied");
        });
    }

    @Test
    void itGoesWithTheWorkbench(FxRobot robot) {
        open(robot);
        Scene its = guide;
        robot.interact(workbench::hide);

        assertThat(scenes()).doesNotContain(its);
    }

    @Test
    void aLanguageWithoutItsOwnEditionIsSaid(FxRobot robot) {
        open(robot);
        robot.interact(() -> {
            appearance.languageProperty().set(Language.JAPANESE);
            manual().open(Volume.MEMORY);
        });
        settle();

        assertThat(((Labeled) lookup(".manual-stand-in")).getText()).contains("English");
    }

    private void open(FxRobot robot) {
        robot.push(KeyCode.F1);
        settle();
        guide = scenes().stream()
                .filter(one -> one.lookup("#manual-contents") != null)
                .findFirst()
                .orElseThrow();
    }

    private static List<Scene> scenes() {
        return Window.getWindows().stream()
                .map(Window::getScene)
                .filter(Objects::nonNull)
                .toList();
    }

    private ManualViewModel manual() {
        return window.workbench.manual();
    }

    private Node lookup(String selector) {
        return guide.lookup(selector);
    }

    private ScrollPane text() {
        return (ScrollPane) lookup("#manual-text");
    }

    private TreeView<?> tree() {
        return (TreeView<?>) lookup("#manual-contents");
    }

    private String count() {
        return ((Labeled) lookup("#manual-count")).getText();
    }

    private String chosen() {
        return tree().lookupAll(".tree-cell").stream()
                .filter(cell -> cell instanceof TreeCell<?> line && line.isSelected() && !line.isEmpty())
                .map(cell -> ((TreeCell<?>) cell).getText())
                .findFirst()
                .orElse("");
    }

    private void follow(String link) {
        guide.getRoot().lookupAll(".manual-link").stream()
                .filter(node -> node instanceof Text text && text.getText().equals(link))
                .findFirst()
                .orElseThrow()
                .executeAccessibleAction(AccessibleAction.FIRE);
    }

    private static void settle() {
        Frames.pass(SETTLING_FRAMES);
    }
}
