package org.tonari.chart;

import java.util.HashSet;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

/// A chart in a scene with the real stylesheet, without a window. JavaFX thread only.
public final class ShownChart {
    private final CanvasControl chart;
    private final Pane root;

    public ShownChart(CanvasControl chart, double width, double height, String... rootStyles) {
        this.chart = chart;
        root = new Pane(chart);
        root.setStyle("-fx-background-color: -chart-canvas;");
        root.getStyleClass().addAll(rootStyles);
        var scene = new Scene(root, width, height);
        scene.getStylesheets().add(ChartStylesheet.location());
        chart.setPrefSize(width, height);
        settle();
    }

    Pane root() {
        return root;
    }

    /// Applies styles and paints what changed, as the next frame would.
    public void settle() {
        root.applyCss();
        root.layout();
        if (chart.getSkin() instanceof CanvasSkin<?> skin) {
            skin.layoutChildren(0, 0, chart.getWidth(), chart.getHeight());
        }
    }

    public WritableImage picture() {
        settle();
        return root.snapshot(new SnapshotParameters(), null);
    }

    /// @return all colours in the picture, as 0xRRGGBB
    public Set<Integer> colours() {
        WritableImage image = picture();
        var colours = new HashSet<Integer>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getPixelReader().getArgb(x, y) & 0xFFFFFF);
            }
        }
        return colours;
    }

    public void press(KeyCode... keys) {
        for (KeyCode key : keys) {
            Event.fireEvent(chart, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
            settle();
        }
    }

    public void move(double x, double y) {
        Event.fireEvent(chart, mouse(MouseEvent.MOUSE_MOVED, x, y, false));
        settle();
    }

    public void click(double x, double y) {
        Event.fireEvent(chart, mouse(MouseEvent.MOUSE_PRESSED, x, y, false));
        Event.fireEvent(chart, mouse(MouseEvent.MOUSE_RELEASED, x, y, false));
        Event.fireEvent(chart, mouse(MouseEvent.MOUSE_CLICKED, x, y, false));
        settle();
    }

    public void grab(double x, double y) {
        Event.fireEvent(chart, mouse(MouseEvent.MOUSE_PRESSED, x, y, false));
    }

    public void drag(double x, double y, boolean alt) {
        Event.fireEvent(chart, mouse(MouseEvent.MOUSE_DRAGGED, x, y, alt));
        settle();
    }

    public void release(double x, double y) {
        Event.fireEvent(chart, mouse(MouseEvent.MOUSE_RELEASED, x, y, false));
        settle();
    }

    private static MouseEvent mouse(EventType<MouseEvent> type, double x, double y, boolean alt) {
        return new MouseEvent(
                type,
                x,
                y,
                x,
                y,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                alt,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                null);
    }
}
