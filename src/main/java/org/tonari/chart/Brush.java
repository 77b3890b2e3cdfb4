package org.tonari.chart;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;

/// Paints boxes, lines, hatches and text on a canvas in logical pixels, with lines on whole device pixels.
public final class Brush {
    /// Where the same text in the canvas's colour stands about a text, which costs a tenth of stroking its outline.
    private static final double[][] HALO = {
        {-1.5, 0}, {1.5, 0}, {0, -1.5}, {0, 1.5}, {-1.1, -1.1}, {1.1, -1.1}, {-1.1, 1.1}, {1.1, 1.1}
    };

    /// Where a text stands relative to its x.
    public enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    private final GraphicsContext graphics;
    private final Palette palette;
    private final Ruler ruler;
    private final double devicePixels;

    /// @param devicePixels for one logical pixel
    Brush(GraphicsContext graphics, Palette palette, Ruler ruler, double devicePixels) {
        this.graphics = graphics;
        this.palette = palette;
        this.ruler = ruler;
        this.devicePixels = devicePixels;
        graphics.setLineCap(StrokeLineCap.BUTT);
        graphics.setLineJoin(StrokeLineJoin.MITER);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setTextAlign(TextAlignment.LEFT);
    }

    /// @return what measures the texts it paints
    public Ruler ruler() {
        return ruler;
    }

    /// @return what the style sheet says for an ink
    public Color colour(Ink ink) {
        return palette.colour(ink);
    }

    /// @return what the style sheet says for a machine
    public Color colour(MachineMark machine) {
        return palette.colour(machine);
    }

    /// @param share 1 for full strength
    public void strength(double share) {
        graphics.setGlobalAlpha(share);
    }

    /// Fills a box, its edges on whole device pixels.
    public void fill(Box box, Color colour) {
        graphics.setFill(colour);
        double x = whole(box.x());
        double y = whole(box.y());
        graphics.fillRect(x, y, whole(box.right()) - x, whole(box.bottom()) - y);
    }

    /// Fills a box with round corners.
    public void fillRound(Box box, double radius, Color colour) {
        graphics.setFill(colour);
        graphics.fillRoundRect(box.x(), box.y(), box.width(), box.height(), 2 * radius, 2 * radius);
    }

    /// Draws the outline of a box with round corners.
    public void strokeRound(Box box, double radius, double width, Color colour) {
        pen(width, colour);
        graphics.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), 2 * radius, 2 * radius);
    }

    /// Draws a line; a level or upright one lies on whole device pixels.
    public void line(double x1, double y1, double x2, double y2, double width, Color colour, double... dashes) {
        boolean level = y1 == y2;
        if (dashes.length == 0 && (level || x1 == x2)) {
            bar(x1, y1, x2, y2, width, colour);
            return;
        }
        pen(width, colour, dashes);
        boolean upright = x1 == x2;
        double dx = upright ? crisp(x1, width) : x1;
        double dy = level ? crisp(y1, width) : y1;
        graphics.strokeLine(dx, dy, upright ? dx : x2, level ? dy : y2);
    }

    /// @param corners x and y of each
    /// @param close   whether the last is joined to the first
    public void outline(List<double[]> corners, boolean close, double width, Color colour, double... dashes) {
        if (dashes.length == 0) {
            bars(corners, close, width, colour);
            return;
        }
        pen(width, colour, dashes);
        graphics.beginPath();
        for (int i = 0; i < corners.size(); i++) {
            double x = crisp(corners.get(i)[0], width);
            double y = crisp(corners.get(i)[1], width);
            if (i == 0) {
                graphics.moveTo(x, y);
            } else {
                graphics.lineTo(x, y);
            }
        }
        if (close) {
            graphics.closePath();
        }
        graphics.stroke();
    }

    /// A level or upright line as a rectangle of whole device pixels: sharp at every scale of the screen, and cheaper
    /// than a stroke.
    private void bar(double x1, double y1, double x2, double y2, double width, Color colour) {
        graphics.setFill(colour);
        double thick = Math.max(1, Math.round(width * devicePixels)) / devicePixels;
        if (y1 == y2) {
            double left = whole(Math.min(x1, x2));
            graphics.fillRect(left, edge(y1, thick), whole(Math.max(x1, x2)) - left, thick);
        } else {
            double top = whole(Math.min(y1, y2));
            graphics.fillRect(edge(x1, thick), top, thick, whole(Math.max(y1, y2)) - top);
        }
    }

    private double edge(double middle, double thick) {
        return whole(middle - thick / 2);
    }

    /// Corners that lie level or upright of each other, joined without gaps.
    private void bars(List<double[]> corners, boolean close, double width, Color colour) {
        double thick = Math.max(1, Math.round(width * devicePixels)) / devicePixels;
        graphics.setFill(colour);
        int edges = close ? corners.size() : corners.size() - 1;
        for (int i = 0; i < edges; i++) {
            double[] from = corners.get(i);
            double[] to = corners.get((i + 1) % corners.size());
            double x = edge(Math.min(from[0], to[0]), thick);
            double y = edge(Math.min(from[1], to[1]), thick);
            graphics.fillRect(
                    x,
                    y,
                    edge(Math.max(from[0], to[0]), thick) + thick - x,
                    edge(Math.max(from[1], to[1]), thick) + thick - y);
        }
    }

    /// @param xs     the path's x
    /// @param ys     the path's y
    /// @param dashes on and off; none for a whole line
    public void path(double[] xs, double[] ys, double width, Color colour, double... dashes) {
        pen(width, colour, dashes);
        graphics.setLineJoin(StrokeLineJoin.ROUND);
        graphics.strokePolyline(xs, ys, xs.length);
        graphics.setLineJoin(StrokeLineJoin.MITER);
    }

    /// Fills what a line through points encloses.
    public void area(double[] xs, double[] ys, Color colour) {
        graphics.setFill(colour);
        graphics.fillPolygon(xs, ys, xs.length);
    }

    /// Lines rising to the right, cut off at the box without a clip, which the software pipeline pays dearly for.
    public void hatch(Box box, double spacing, double width, Color colour) {
        pen(width, colour);
        graphics.beginPath();
        double first = Math.ceil((box.x() + box.y()) / spacing) * spacing;
        for (double sum = first; sum < box.right() + box.bottom(); sum += spacing) {
            double left = Math.max(box.x(), sum - box.bottom());
            double right = Math.min(box.right(), sum - box.y());
            if (right > left) {
                graphics.moveTo(left, sum - left);
                graphics.lineTo(right, sum - right);
            }
        }
        graphics.stroke();
    }

    /// @param path an SVG path about (0, 0)
    public void glyph(String path, double x, double y, double scale, Color colour) {
        graphics.save();
        graphics.translate(x, y);
        graphics.scale(scale, scale);
        graphics.beginPath();
        graphics.appendSVGPath(path);
        graphics.setFill(colour);
        graphics.fill();
        graphics.restore();
    }

    /// Draws the outline of a sign.
    public void glyphOutline(String path, double x, double y, double width, Color colour) {
        graphics.save();
        graphics.translate(x, y);
        graphics.beginPath();
        graphics.appendSVGPath(path);
        pen(width, colour);
        graphics.stroke();
        graphics.restore();
    }

    /// Draws a circle, filled with what the chart stands on.
    public void ring(double x, double y, double radius, double width, Color colour) {
        graphics.setFill(palette.colour(Ink.CANVAS));
        graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        pen(width, colour);
        graphics.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    /// Writes a text.
    ///
    /// @param y of its base line
    public void text(String words, double x, double y, Align align, TextStyle style, Color colour) {
        graphics.setFont(ruler.font(style));
        graphics.setFill(colour);
        eachRun(words, left(words, x, align, style), style, (run, at) -> graphics.fillText(run, at, y));
    }

    /// Text that stays legible over curves: first its halo in the canvas's colour, then itself.
    public void haloText(String words, double x, double y, Align align, TextStyle style, Color colour) {
        graphics.setFont(ruler.font(style));
        graphics.setFill(palette.colour(Ink.CANVAS));
        double left = left(words, x, align, style);
        for (double[] off : HALO) {
            eachRun(words, left, style, (run, at) -> graphics.fillText(run, at + off[0], y + off[1]));
        }
        text(words, x, y, align, style, colour);
    }

    /// @return the coordinate at which a line of that width covers whole device pixels
    public double crisp(double coordinate, double width) {
        boolean odd = Math.round(width * devicePixels) % 2 == 1;
        double device = coordinate * devicePixels;
        return (odd ? Math.floor(device) + 0.5 : Math.round(device)) / devicePixels;
    }

    private double whole(double coordinate) {
        return Math.round(coordinate * devicePixels) / devicePixels;
    }

    private double left(String words, double x, Align align, TextStyle style) {
        return switch (align) {
            case LEFT -> x;
            case CENTRE -> x - ruler.width(words, style) / 2;
            case RIGHT -> x - ruler.width(words, style);
        };
    }

    private interface RunPainter {
        void paint(String run, double x);
    }

    private void eachRun(String words, double left, TextStyle style, RunPainter painter) {
        if (ruler.hasEqualDigits()) {
            painter.paint(words, left);
            return;
        }
        double at = left;
        for (String run : Ruler.runs(words)) {
            double width = ruler.plainWidth(run, style);
            double cell = Ruler.isDigit(run) ? ruler.cell(style) : width;
            painter.paint(run, at + (cell - width) / 2);
            at += cell;
        }
    }

    private void pen(double width, Color colour, double... dashes) {
        graphics.setStroke(colour);
        graphics.setLineWidth(width);
        graphics.setLineDashes(dashes);
    }
}
