package org.tonari.chart;

import java.lang.ref.WeakReference;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

/// Finds out whether a chart leaves anything behind that keeps it alive.
public final class Collectable {
    private static final int ROUNDS = 20;

    private Collectable() {}

    /// Shows a chart in a window, removes it, and looks whether the collector takes it while the window stays.
    public static boolean afterRemoval(Callable<? extends CanvasControl> maker) throws Exception {
        Stage stage = FxThread.call(() -> {
            var window = new Stage();
            window.setScene(new ShownChart(maker.call(), 800, 200).root().getScene());
            window.show();
            return window;
        });
        frame(stage.getScene());
        WeakReference<Node> chart = FxThread.call(() -> removed(stage.getScene()));
        for (int round = 0; round < ROUNDS && chart.get() != null; round++) {
            frame(stage.getScene());
            System.gc();
        }
        FxThread.call(() -> {
            stage.hide();
            return stage;
        });
        return chart.get() == null;
    }

    private static WeakReference<Node> removed(Scene scene) {
        var root = (Pane) scene.getRoot();
        return new WeakReference<>(root.getChildren().removeFirst());
    }

    private static void frame(Scene scene) throws Exception {
        var passed = new CountDownLatch(1);
        Runnable pulse = passed::countDown;
        FxThread.call(() -> {
            scene.addPostLayoutPulseListener(pulse);
            Platform.requestNextPulse();
            return scene;
        });
        passed.await(10, TimeUnit.SECONDS);
        FxThread.call(() -> {
            scene.removePostLayoutPulseListener(pulse);
            return scene;
        });
    }
}
