package org.tonari.view.parts;

import javafx.scene.control.Label;

/// Labels that only their style tells apart.
public final class Labels {
    private Labels() {}

    /// @return an empty label of these style classes
    public static Label styled(String... classes) {
        var label = new Label();
        label.getStyleClass().addAll(classes);
        return label;
    }
}
