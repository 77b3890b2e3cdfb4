package org.tonari.profiles.gguf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.tonari.explain.Phrase;
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
            case MetadataValue other -> throw problem(key, shown(other), Phrase.of("a text"));
        };
    }

    /// @param most the largest number that makes sense
    /// @return the whole number of a key, at least 0, if it is there
    OptionalLong whole(String key, long most) {
        return switch (values.get(key)) {
            case null -> OptionalLong.empty();
            case MetadataValue.Whole(long number) -> OptionalLong.of(bounded(key, number, most));
            case MetadataValue other -> throw problem(key, shown(other), Phrase.of("a whole number"));
        };
    }

    /// @return the whole number of a key at an index: that of a list, or the same for all
    OptionalLong whole(String key, int index, long most) {
        if (values.get(key) instanceof MetadataValue.Wholes(List<Long> numbers)) {
            if (index >= numbers.size()) {
                throw problem(
                        key, Phrase.of("a list of {0}", numbers.size()), Phrase.of("a number for layer {0}", index));
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
            throw problem(
                    key,
                    Phrase.verbatim(Long.toUnsignedString(number)),
                    Phrase.of("a whole number from {0} to {1}", 0, most));
        }
        return number;
    }

    /// @return a problem with the value of a key
    ProfileException problem(String key, Phrase found, Phrase expected) {
        return new ProfileException(new ProfileProblem(file, Phrase.verbatim(key), found, expected));
    }

    private static Phrase shown(MetadataValue value) {
        return switch (value) {
            case MetadataValue.Whole(long number) -> Phrase.verbatim(Long.toString(number));
            case MetadataValue.Real(double number) -> Phrase.verbatim(Double.toString(number));
            case MetadataValue.Flag(boolean on) -> Phrase.verbatim(Boolean.toString(on));
            case MetadataValue.Text _ -> Phrase.of("a text");
            case MetadataValue.Wholes(List<Long> numbers) -> Phrase.of("a list of {0}", numbers.size());
            case MetadataValue.Skipped(long count) ->
                count == 1 ? Phrase.of("a long text") : Phrase.of("a list of {0}", count);
        };
    }
}
