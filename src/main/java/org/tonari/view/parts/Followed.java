package org.tonari.view.parts;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// A value that a node follows without being kept by it.
///
/// What the window is about outlives most of what shows it: rows, chips and dialogs are made anew and forgotten. A
/// plain subscription would keep each of them for as long as the window lives.
public final class Followed {
    private Followed() {}

    /// @param node  follows, and ends the following when nothing else keeps it
    /// @param value may outlive the node
    /// @return the same value, kept by the node alone; what subscribes to it may refer to the node
    public static <T> ObservableValue<T> by(Node node, ObservableValue<T> value) {
        var followed = new SimpleObjectProperty<T>();
        followed.bind(value);
        node.getProperties().put(followed, followed);
        return followed;
    }

    /// What is made of a value that may outlive whoever follows it.
    ///
    /// [ObservableValue#map] would be kept by the value until it changes, long after a dialog was closed.
    public static <T, R> ObservableValue<R> mapped(ObservableValue<T> value, Function<T, R> made) {
        return Bindings.createObjectBinding(() -> made.apply(value.getValue()), value);
    }
}
