package org.tonari.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/// Looks whether every text of a scene stands out from what it is written on, by WCAG 2.2's contrast ratio.
///
/// The ground is read from the picture: the commonest colour within the text's box. What cannot be used at the moment
/// is exempt, as it is there.
final class ContrastCheck {
    private static final double LEAST = 4.5;
    private static final double LEAST_OF_LARGE = 3;
    private static final double LARGE = 24;
    private static final double LARGE_BOLD = 18.66;

    private final WritableImage picture;
    private final List<String> faults = new ArrayList<>();

    private ContrastCheck(Scene scene) {
        picture = scene.snapshot(null);
    }

    /// @return a sentence for each text that is too pale
    static List<String> of(Scene scene) {
        var check = new ContrastCheck(scene);
        check.walk(scene.getRoot(), 1);
        return check.faults.stream().distinct().toList();
    }

    private void walk(Node node, double opacity) {
        double seen = opacity * node.getOpacity();
        if (!node.isVisible() || node.isDisabled() || node instanceof ScrollBar || seen == 0) {
            return;
        }
        if (node instanceof Text text && !text.getText().isBlank() && text.getFill() instanceof Color ink) {
            look(text, ink, seen);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, seen));
        }
    }

    private void look(Text text, Color ink, double opacity) {
        Bounds box = text.localToScene(text.getBoundsInLocal());
        int left = (int) Math.floor(box.getMinX());
        int top = (int) Math.floor(box.getMinY());
        int right = (int) Math.ceil(box.getMaxX());
        int bottom = (int) Math.ceil(box.getMaxY());
        if (left < 0 || top < 0 || right > picture.getWidth() || bottom > picture.getHeight()) {
            return;
        }
        Color ground = commonest(left, top, right, bottom);
        double alpha = ink.getOpacity() * opacity;
        Color shown = ground.interpolate(Color.color(ink.getRed(), ink.getGreen(), ink.getBlue()), alpha);
        double ratio = ratio(shown, ground);
        if (ratio < least(text)) {
            faults.add(String.format(
                    Locale.ROOT,
                    "%.2f: \"%s\" in %s on %s, %s",
                    ratio,
                    text.getText(),
                    shown,
                    ground,
                    text.getParent() == null ? "" : text.getParent().getStyleClass()));
        }
    }

    private static double least(Text text) {
        double size = text.getFont().getSize();
        boolean bold = text.getFont().getStyle().toLowerCase(Locale.ROOT).contains("bold");
        return size >= LARGE || bold && size >= LARGE_BOLD ? LEAST_OF_LARGE : LEAST;
    }

    private Color commonest(int left, int top, int right, int bottom) {
        PixelReader pixels = picture.getPixelReader();
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                counts.merge(pixels.getArgb(x, y), 1, Integer::sum);
            }
        }
        int argb = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
    }

    private static double ratio(Color one, Color other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
