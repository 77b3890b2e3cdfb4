package org.tonari.explain;

import java.util.Objects;
import java.util.Optional;

/// A figure of a profile: either known, with its source, or plainly unknown. Never a silent guess.
///
/// @param <T> what the figure is
public sealed interface Sourced<T> {

    /// @param value  the figure
    /// @param source who states it
    record Known<T>(T value, Source source) implements Sourced<T> {
        public Known {
            Objects.requireNonNull(value);
            Objects.requireNonNull(source);
        }
    }

    /// @param fact which figure is missing, and why
    record Unknown<T>(MissingFact fact) implements Sourced<T> {
        public Unknown {
            Objects.requireNonNull(fact);
        }
    }

    /// @return a known figure
    static <T> Sourced<T> known(T value, Source source) {
        return new Known<>(value, source);
    }

    /// @return an unknown figure
    static <T> Sourced<T> unknown(String path, String reason) {
        return new Unknown<>(new MissingFact(path, reason));
    }

    /// @param path   where the figure would stand
    /// @param reason why nobody knows it
    static <T> Sourced<T> unknown(String path, Phrase reason) {
        return new Unknown<>(new MissingFact(path, reason));
    }

    /// @return the figure, if known
    default Optional<T> optional() {
        return switch (this) {
            case Known<T>(T value, Source _) -> Optional.of(value);
            case Unknown<T> _ -> Optional.empty();
        };
    }
}
