package org.tonari.profiles;

import java.io.IOException;
import java.util.Optional;
import java.util.SortedSet;
import org.tonari.profiles.tree.Lookup;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.profiles.tree.ProfileNode;

/// A place that holds profiles, one folder for each kind.
sealed interface ProfilePlace permits ShippedPlace, FolderPlace, EmbeddedPlace {

    /// @return the names of the files of a kind, without `.json`
    SortedSet<String> names(ProfileKind kind) throws IOException;

    /// @param name without `.json`
    /// @return the file's root, if the place has it
    /// @throws ProfileException where the file is not JSON
    Optional<ProfileNode> read(ProfileKind kind, String name) throws IOException;

    /// @return whether a profile from here was shipped or is the person's own
    Lookup.Origin origin();
}
