package org.tonari.chart;

import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;

/// A picture of part of a window at a larger scale than the screen's, in which charts are as sharp as letters.
///
/// The toolkit draws letters and lines anew at the picture's scale, but enlarges canvases as they stand on the screen.
public final class SharpPicture {
    private SharpPicture() {}

    /// Takes it. UI thread only; the screen shows the same before and after.
    ///
    /// @param node  what is on it
    /// @param scale pixels for one pixel of the layout, above 0
    public static WritableImage of(Node node, double scale) {
        var enlarged = new SnapshotParameters();
        enlarged.setTransform(Transform.scale(scale, scale));
        charts(node).forEach(chart -> chart.paintFor(OptionalDouble.of(scale)));
        try {
            return node.snapshot(enlarged, null);
        } finally {
            charts(node).forEach(chart -> chart.paintFor(OptionalDouble.empty()));
        }
    }

    private static Stream<CanvasControl> charts(Node node) {
        return switch (node) {
            case CanvasControl chart -> Stream.of(chart);
            case Parent parent -> parent.getChildrenUnmodifiable().stream().flatMap(SharpPicture::charts);
            default -> Stream.empty();
        };
    }
}
