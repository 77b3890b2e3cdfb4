package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import org.tonari.chart.speed.ThroughputChart;
import org.tonari.viewmodel.pages.Page;
import org.tonari.viewmodel.window.AppearanceViewModel;

/// The context slider above a page that hides the speed chart on whose axis it stands otherwise.
class SliderOnPagesTest {
    private static final double WIDTH = 2_000;

    @Test
    void standsBetweenItsNameAndItsBoxWhereAPageIsShownFirstAtTwiceTheSize() {
        List<Bounds> bounds = Toolkit.call(() -> {
            Scene scene = openedOnAPage();
            return List.of(
                    bounds(scene, ".row-title"), bounds(scene, "#context-slider .track"), bounds(scene, ".boxed"));
        });

        assertThat(bounds.get(1).getMinX()).isGreaterThan(bounds.get(0).getMaxX());
        assertThat(bounds.get(2).getMinX()).isGreaterThan(bounds.get(1).getMaxX());
        assertThat(bounds.get(2).getMaxX()).isLessThan(WIDTH);
    }

    @Test
    void standsAboveTheChartsAxisAgainOnceTheWorkbenchIsShown() {
        List<Double> ends = Toolkit.call(() -> {
            var window = new TestWindow(Composition.shipped(), new AppearanceViewModel());
            window.workbench.pages().shownProperty().set(Page.COST);
            Scene scene = laidOut(window.scene(WIDTH, 900));
            window.workbench.pages().shownProperty().set(Page.WORKBENCH);
            laidOut(scene);
            var chart = (ThroughputChart) scene.lookup("#speed-chart");
            return List.of(
                    bounds(scene, "#context-slider .track").getMaxX(),
                    chart.getContextAxis().end());
        });

        assertThat(ends.getFirst()).isEqualTo(ends.getLast());
    }

    private static Scene openedOnAPage() {
        var window = new TestWindow(Composition.shipped(), new AppearanceViewModel());
        window.appearance.zoomProperty().set(2);
        window.workbench.pages().shownProperty().set(Page.COST);
        return laidOut(window.scene(WIDTH, 900));
    }

    private static Scene laidOut(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        scene.getRoot().layout();
        return scene;
    }

    private static Bounds bounds(Scene scene, String selector) {
        var node = scene.getRoot().lookup(selector);
        return node.localToScene(node.getLayoutBounds());
    }
}
