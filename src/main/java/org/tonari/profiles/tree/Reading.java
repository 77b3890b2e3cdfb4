package org.tonari.profiles.tree;

import java.util.Optional;

/// What reading something that a person wrote leads to.
///
/// @param <T> what was to be read
public sealed interface Reading<T> {

    /// @param value what was read
    record Read<T>(T value) implements Reading<T> {}

    /// @param problem why nothing was read
    record Refused<T>(ProfileProblem problem) implements Reading<T> {}

    /// @return what was read, if it could be
    default Optional<T> optional() {
        return switch (this) {
            case Read<T>(T value) -> Optional.of(value);
            case Refused<T> _ -> Optional.empty();
        };
    }
}
