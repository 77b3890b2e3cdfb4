package org.tonari.profiles.gguf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.tonari.profiles.tree.ProfileException;
import org.tonari.profiles.tree.ProfileProblem;

/// What a file says of itself, by key.
///
/// @param file   how the file is called in messages
/// @param values by key, such as `llama.block_count`
record Metadata(String file, Map<String, MetadataValue> values) {
    Metadata {
        values = Map.copyOf(values);
    }

    /// @return the text of a key, if it is there
    Optional<String> text(String key) {
        return switch (values.get(key)) {
            case null -> Optional.empty();
            case MetadataValue.Text(String text) -> Optional.of(text);
            case MetadataValue other -> throw problem(key, shown(other), "a text");
        };
    }

    /// @param most the largest number that makes sense
    /// @return the whole number of a key, at least 0, if it is there
    OptionalLong whole(String key, long most) {
        return switch (values.get(key)) {
            case null -> OptionalLong.empty();
            case MetadataValue.Whole(long number) -> OptionalLong.of(bounded(key, number, most));
            case MetadataValue other -> throw problem(key, shown(other), "a whole number");
        };
    }

    /// @return the whole number of a key at an index: that of a list, or the same for all
    OptionalLong whole(String key, int index, long most) {
        if (values.get(key) instanceof MetadataValue.Wholes(List<Long> numbers)) {
            if (index >= numbers.size()) {
                throw problem(key, "a list of " + numbers.size(), "a number for layer " + index);
            }
            return OptionalLong.of(bounded(key, numbers.get(index), most));
        }
        return whole(key, most);
    }

    /// @return whether the key holds a list rather than one value
    boolean isList(String key) {
        return values.get(key) instanceof MetadataValue.Wholes;
    }

    private long bounded(String key, long number, long most) {
        if (number < 0 || number > most) {
            throw problem(key, Long.toUnsignedString(number), "a whole number from 0 to " + most);
        }
        return number;
    }

    /// @return a problem with the value of a key
    ProfileException problem(String key, String found, String expected) {
        return new ProfileException(new ProfileProblem(file, key, found, expected));
    }

    private static String shown(MetadataValue value) {
        return switch (value) {
            case MetadataValue.Whole(long number) -> Long.toString(number);
            case MetadataValue.Real(double number) -> Double.toString(number);
            case MetadataValue.Flag(boolean on) -> Boolean.toString(on);
            case MetadataValue.Text _ -> "a text";
            case MetadataValue.Wholes(List<Long> numbers) -> "a list of " + numbers.size();
            case MetadataValue.Skipped(long count) -> count == 1 ? "a long text" : "a list of " + count;
        };
    }
}
