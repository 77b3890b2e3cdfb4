package org.tonari.view.fields;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A field below its name.
final class FieldBox extends VBox {
    /// Names are set this much smaller than everything else.
    private static final double NAME_SIZE = 0.917;

    private final Label name;
    private final Region control;

    FieldBox(Label name, Region control) {
        super(name, control);
        this.name = name;
        this.control = control;
        getStyleClass().add("field");
    }

    /// The width below which it would be cut.
    double least() {
        return Math.max(name.prefWidth(-1), control.minWidth(-1));
    }

    /// The width at which it says everything.
    double full() {
        return control instanceof FittedBox<?> box ? Math.max(name.prefWidth(-1), box.fullWidth()) : least();
    }

    /// The size of the text about it.
    double em() {
        return name.getFont().getSize() / NAME_SIZE;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.max(super.computePrefWidth(height), full());
    }
}
