package org.tonari.chart;

import java.util.function.Consumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.transform.Scale;
import javafx.stage.Screen;

/// A canvas of a chart, of as many pixels as it covers on the screen.
///
/// The toolkit backs every canvas at a whole scale, the largest of all screens rounded up, and scales the picture to
/// the
/// window's: at 125 and 150 % lines would be smeared over their neighbours. So the canvas is made smaller by what the
/// toolkit makes it too large, and stretched to its place.
final class Layer {
    private final Canvas canvas = new Canvas();
    private final Scale stretch = new Scale(1, 1);
    private final double backing = backing();
    private double width;
    private double height;

    Layer() {
        canvas.setManaged(false);
        canvas.setMouseTransparent(true);
        canvas.getTransforms().add(stretch);
    }

    Canvas node() {
        return canvas;
    }

    /// @return whether there is anything to paint on
    boolean isEmpty() {
        return width <= 0 || height <= 0;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    /// @return whether its size is another now
    boolean resize(double newWidth, double newHeight) {
        if (width == newWidth && height == newHeight) {
            return false;
        }
        width = newWidth;
        height = newHeight;
        return true;
    }

    /// Wipes it and paints.
    ///
    /// @param zoom         how large everything is drawn
    /// @param devicePixels for one pixel of the layout
    void paint(Palette palette, Ruler ruler, double zoom, double devicePixels, Consumer<Brush> painting) {
        double shrink = devicePixels / backing;
        canvas.setWidth(width * shrink);
        canvas.setHeight(height * shrink);
        stretch.setX(1 / shrink);
        stretch.setY(1 / shrink);
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        graphics.save();
        graphics.scale(zoom * shrink, zoom * shrink);
        painting.accept(new Brush(graphics, palette, ruler, zoom * devicePixels));
        graphics.restore();
    }

    private static double backing() {
        return Screen.getScreens().stream()
                .mapToDouble(screen -> Math.ceil(Math.max(screen.getOutputScaleX(), screen.getOutputScaleY())))
                .reduce(1, Math::max);
    }
}
