package org.tonari.profiles.tree;

import java.util.Optional;

/// What asking a [Catalogue] for an id leads to.
///
/// @param <T> what is asked for
public sealed interface Lookup<T> {

    /// Where a profile comes from.
    enum Origin {
        /// With this program.
        SHIPPED,
        /// From a folder of the person's own; hides a shipped profile of the same id.
        YOURS
    }

    /// @param value  what the profile describes
    /// @param origin where it comes from
    record Found<T>(T value, Origin origin) implements Lookup<T> {}

    /// @param id the id, and those nearest to it
    record Unknown<T>(UnknownId id) implements Lookup<T> {}

    /// There is such a profile, but it cannot be understood.
    ///
    /// @param problem why
    record Broken<T>(ProfileProblem problem) implements Lookup<T> {}

    /// @return what was found, if anything sound was
    default Optional<T> optional() {
        return switch (this) {
            case Found<T>(T value, Origin _) -> Optional.of(value);
            case Unknown<T> _, Broken<T> _ -> Optional.empty();
        };
    }
}
