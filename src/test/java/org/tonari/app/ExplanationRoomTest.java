package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.tonari.app.StateGallery.Staged;
import org.tonari.viewmodel.window.AppearanceViewModel;

/// What explains a number keeps to its panel, however long sources, remedies and notes are.
@ExtendWith(ApplicationExtension.class)
class ExplanationRoomTest {
    private static final Composition COMPOSITION = Composition.shipped();

    private TestWindow window = null;
    private Scene scene = null;

    @Start
    void start(Stage stage) {
        window = new TestWindow(COMPOSITION, new AppearanceViewModel());
        scene = window.show(stage, 1_280, 800);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state-refuses", "state-unknown", "state-too-large", "state-vllm", "state-small"})
    void noLineIsWiderThanThePanel(String state, FxRobot robot) {
        stage(state, robot);

        var scroll = (ScrollPane) scene.lookup(".why-scroll");
        double room = scroll.getViewportBounds().getWidth();
        assertThat(((Region) scroll.getContent()).getWidth()).isLessThanOrEqualTo(room + 0.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state-small", "state-larger"})
    void theTotalsOtherUnitEndsWhereTheRowEnds(String state, FxRobot robot) {
        stage(state, robot);

        Node row = scene.lookup(".total-row");
        if (row != null) {
            Bounds other = row.lookup(".aside").getParent().getBoundsInParent();
            assertThat(other.getMaxX()).isBetween(((Region) row).getWidth() - 1, ((Region) row).getWidth() + 0.5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"state-too-large", "state-vllm-users", "state-unknown"})
    void remediesAreSaidWhole(String state, FxRobot robot) {
        stage(state, robot);

        assertThat(scene.getRoot().lookupAll(".remedies .hyperlink"))
                .isNotEmpty()
                .allSatisfy(remedy -> assertThat(
                                ((Text) remedy.lookup(".text")).getText().replace("\n", " "))
                        .isEqualTo(((Hyperlink) remedy).getText()));
    }

    private void stage(String state, FxRobot robot) {
        robot.interact(() -> StateGallery.all().stream()
                .filter(one -> one.name().equals(state))
                .findFirst()
                .orElseThrow()
                .set()
                .accept(Staged.of(scene, window.workbench)));
        WaitForAsyncUtils.waitForFxEvents(12);
    }
}
