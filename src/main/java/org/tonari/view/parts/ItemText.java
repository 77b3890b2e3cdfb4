package org.tonari.view.parts;

import java.util.function.Function;
import javafx.util.StringConverter;

/// What a list says of an item, for reading aloud too; nothing is typed into such a list.
///
/// @param <T> the items
public final class ItemText<T> extends StringConverter<T> {
    private final Function<T, String> text;

    /// @param text of an item, asked for whenever it is shown
    public ItemText(Function<T, String> text) {
        this.text = text;
    }

    @Override
    public String toString(T item) {
        return item == null ? "" : text.apply(item);
    }

    @Override
    public T fromString(String typed) {
        throw new UnsupportedOperationException("nothing is typed here: " + typed);
    }
}
