package org.tonari.chart;

import java.util.function.Consumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

/// A canvas of a chart.
final class Layer {
    private final Canvas canvas = new Canvas();

    Layer() {
        canvas.setManaged(false);
        canvas.setMouseTransparent(true);
    }

    Canvas node() {
        return canvas;
    }

    /// @return whether there is anything to paint on
    boolean isEmpty() {
        return canvas.getWidth() <= 0 || canvas.getHeight() <= 0;
    }

    double width() {
        return canvas.getWidth();
    }

    double height() {
        return canvas.getHeight();
    }

    /// @return whether its size is another now
    boolean resize(double width, double height) {
        if (canvas.getWidth() == width && canvas.getHeight() == height) {
            return false;
        }
        canvas.setWidth(width);
        canvas.setHeight(height);
        return true;
    }

    /// Wipes it and paints.
    ///
    /// @param zoom         how large everything is drawn
    /// @param devicePixels for one pixel of the layout
    void paint(Palette palette, Ruler ruler, double zoom, double devicePixels, Consumer<Brush> painting) {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        graphics.save();
        graphics.scale(zoom, zoom);
        painting.accept(new Brush(graphics, palette, ruler, zoom * devicePixels));
        graphics.restore();
    }
}
