package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.tonari.viewmodel.window.AppearanceViewModel;
import org.tonari.viewmodel.window.AppearanceViewModel.Theme;
import org.tonari.viewmodel.window.Notice;

/// On screens of 125 and 150 % whatever is drawn or framed begins on a whole pixel of the screen, else it is blurred.
@ExtendWith(ApplicationExtension.class)
class SharpnessTest {
    private static final Composition COMPOSITION = Composition.shipped();
    private static final double OFF = 0.02;

    private TestWindow window = null;
    private Scene scene = null;
    private Stage stage = null;

    @Start
    void start(Stage shown) {
        stage = shown;
        var appearance = new AppearanceViewModel();
        appearance.themeProperty().set(Theme.LIGHT);
        window = new TestWindow(COMPOSITION, appearance);
        scene = window.show(shown, 1_280, 800);
    }

    @ParameterizedTest(name = "at {0}")
    @ValueSource(doubles = {1.25, 1.5, 1.75})
    void chartsAndFramesBeginOnWholePixelsOfTheScreen(double scale, FxRobot robot) {
        robot.interact(() -> window.notices.say(new Notice.FirstSteps()));
        robot.interact(() -> {
            stage.setRenderScaleX(scale);
            stage.setRenderScaleY(scale);
            stage.setHeight(781);
            Gallery.layAllOutAnew(scene.getRoot());
        });
        WaitForAsyncUtils.waitForFxEvents(12);

        var off = new ArrayList<String>();
        robot.interact(() -> addThoseOff(scene.getRoot(), scale, off));

        assertThat(off).isEmpty();
    }

    @ParameterizedTest(name = "at {0}")
    @ValueSource(doubles = {1, 1.25, 1.5, 2})
    void aChartHasAPixelForEachPixelOfTheScreen(double scale, FxRobot robot) {
        robot.interact(() -> {
            stage.setRenderScaleX(scale);
            stage.setRenderScaleY(scale);
        });
        WaitForAsyncUtils.waitForFxEvents(12);

        var chart = (Region) scene.lookup(".memory-stack-chart");
        var canvas = (Canvas) chart.lookup("Canvas");
        double backing = Math.ceil(Screen.getPrimary().getOutputScaleX());
        assertThat(canvas.getWidth() * backing).isCloseTo(chart.getWidth() * scale, within(1e-6));
        assertThat(canvas.getHeight() * backing).isCloseTo(chart.getHeight() * scale, within(1e-6));
        assertThat(canvas.getBoundsInParent().getWidth()).isCloseTo(chart.getWidth(), within(1e-6));
    }

    private static void addThoseOff(Node node, double scale, List<String> off) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Canvas || isFramed(node)) {
            Point2D at = node.localToScene(0, 0).multiply(scale);
            if (isBetween(at.getX()) || isBetween(at.getY())) {
                off.add(node + " of " + node.getParent() + " at " + at);
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> addThoseOff(child, scale, off));
        }
    }

    /// A slider's own track is placed by the toolkit.
    private static boolean isFramed(Node node) {
        return node instanceof Region region
                && !(region.getParent() instanceof Slider)
                && region.getShape() == null
                && (region.getBorder() != null || region.getBackground() != null);
    }

    private static boolean isBetween(double pixels) {
        return Math.abs(pixels - Math.rint(pixels)) > OFF;
    }
}
