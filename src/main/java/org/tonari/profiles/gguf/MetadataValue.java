package org.tonari.profiles.gguf;

import java.util.List;

/// A value of a file's metadata, as far as it is kept.
sealed interface MetadataValue {
    /// @param number any whole number; one above the range of `long` stands as negative
    record Whole(long number) implements MetadataValue {}

    /// @param number a number with a fraction
    record Real(double number) implements MetadataValue {}

    /// @param on a switch
    record Flag(boolean on) implements MetadataValue {}

    /// @param text of moderate length
    record Text(String text) implements MetadataValue {}

    /// @param numbers a list of moderate length; switches as 0 and 1
    record Wholes(List<Long> numbers) implements MetadataValue {
        public Wholes {
            numbers = List.copyOf(numbers);
        }
    }

    /// A value that was passed over: a long text, or a list that no model is described by.
    ///
    /// @param count elements of the list, or 1
    record Skipped(long count) implements MetadataValue {}
}
