package org.tonari.app;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.image.Image;

/// The window's icon in the sizes that window managers take.
final class WindowIcons {
    private static final int[] SIZES = {16, 32, 48, 128};

    private WindowIcons() {}

    static List<Image> all() {
        return IntStream.of(SIZES).mapToObj(WindowIcons::of).toList();
    }

    private static Image of(int size) {
        String name = "icon-" + size + ".png";
        return new Image(Objects.requireNonNull(WindowIcons.class.getResource(name), name + " is part of the module")
                .toExternalForm());
    }
}
