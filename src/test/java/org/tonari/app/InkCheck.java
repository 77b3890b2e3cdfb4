package org.tonari.app;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/// Looks at the ink of every text of a scene: none may lie on another's, leave the scene, or end in an ellipsis.
///
/// Each text is drawn by itself, so what counts are the pixels people see and not the boxes around them.
final class InkCheck {
    private static final int OPAQUE = 0x60;

    private final int width;
    private final int height;
    private final int[] owner;
    private final List<Text> texts = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private InkCheck(Scene scene) {
        width = (int) Math.ceil(scene.getWidth());
        height = (int) Math.ceil(scene.getHeight());
        owner = new int[width * height];
    }

    /// @return a sentence for each text that cannot be read whole
    static List<String> of(Scene scene) {
        var check = new InkCheck(scene);
        check.walk(scene.getRoot(), false);
        return check.faults;
    }

    private void walk(Node node, boolean scrolled) {
        // A notice in passing has a ground of its own and lies over the page on purpose.
        boolean passing = node.getStyleClass().contains("passing-notice");
        if (!node.isVisible() || node instanceof ScrollBar || node.getOpacity() == 0 || passing) {
            return;
        }
        if (node instanceof Labeled labeled) {
            whole(labeled);
        }
        if (node instanceof Text text) {
            if (!text.getText().isBlank()) {
                ink(text, scrolled);
            }
            return;
        }
        boolean inside = scrolled || isWindow(node);
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                walk(child, inside);
            }
        }
    }

    private void whole(Labeled labeled) {
        boolean told = labeled.getTooltip() != null || labeled.getAccessibleHelp() != null;
        if (labeled.getText() == null || labeled.getText().isEmpty() || told) {
            return;
        }
        Node shown = labeled.lookup(".text");
        if (shown instanceof Text text
                && text.getParent() == labeled
                && !text.getText().equals(labeled.getText())) {
            faults.add("cut: \"" + labeled.getText() + "\" reads \"" + text.getText() + "\"");
        }
    }

    private void ink(Text text, boolean scrolled) {
        Bounds box = text.localToScene(text.getBoundsInLocal());
        if (box.getWidth() < 1 || box.getHeight() < 1) {
            return;
        }
        WritableImage image = picture(text);
        PixelReader pixels = image.getPixelReader();
        texts.add(text);
        int me = texts.size();
        boolean left = false;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (pixels.getArgb(x, y) >>> 24 > OPAQUE) {
                    left |= mark(
                            text,
                            me,
                            (int) Math.round(box.getMinX()) + x,
                            (int) Math.round(box.getMinY()) + y,
                            scrolled);
                }
            }
        }
        if (left && !scrolled) {
            faults.add("out of the window: \"" + text.getText() + "\"");
        }
    }

    /// @return whether the pixel is outside the scene
    private boolean mark(Text text, int me, int x, int y, boolean scrolled) {
        if (x < 0 || y < 0 || x >= width || y >= height) {
            return true;
        }
        if (scrolled && !reaches(text, x, y)) {
            return false;
        }
        int other = owner[y * width + x];
        if (other != 0 && other != me) {
            String fault = "overlap: \"" + texts.get(other - 1).getText() + "\" and \"" + text.getText() + "\"";
            if (!faults.contains(fault)) {
                faults.add(fault);
            }
        }
        owner[y * width + x] = me;
        return false;
    }

    /// Whether what reaches beyond a node is not drawn; a field shows as much of its text as there is room for.
    private static boolean isWindow(Node node) {
        return node.getStyleClass().contains("viewport")
                || node.getStyleClass().contains("clipped-container")
                || node instanceof TextInputControl;
    }

    /// Whether a pixel of a text in a scrolled area is within all the areas that show it.
    private static boolean reaches(Text text, int x, int y) {
        for (Parent above = text.getParent(); above != null; above = above.getParent()) {
            if (isWindow(above) && !above.localToScene(above.getLayoutBounds()).contains(new Point2D(x, y))) {
                return false;
            }
        }
        return true;
    }

    private static WritableImage picture(Text text) {
        var parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        return text.snapshot(parameters, null);
    }
}
