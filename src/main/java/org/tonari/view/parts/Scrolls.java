package org.tonari.view.parts;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/// Panes to scroll in.
public final class Scrolls {
    private Scrolls() {}

    /// A pane that paints its content directly.
    ///
    /// The toolkit's panes keep a picture of what they show, some megabytes each, also while their page is not
    /// shown,
    /// which has to be made anew and copied with every change.
    ///
    /// @param content what is longer than its place
    public static ScrollPane of(Node content) {
        var scroll = new ScrollPane(content);
        scroll.skinProperty().subscribe(_ -> {
            Node viewport = scroll.lookup(".viewport");
            if (viewport != null) {
                viewport.setCache(false);
            }
        });
        return scroll;
    }
}
