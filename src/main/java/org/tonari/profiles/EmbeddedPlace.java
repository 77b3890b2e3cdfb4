package org.tonari.profiles;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tonari.profiles.tree.Lookup;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.profiles.tree.ProfileNode;

/// Profiles that a saved comparison carries with it, by the folder's name and then by id.
///
/// @param root the object that holds `machines`, `models` and so on
record EmbeddedPlace(ProfileNode root) implements ProfilePlace {
    @Override
    public SortedSet<String> names(ProfileKind kind) {
        return root.optionalField(kind.folder())
                .map(folder -> new TreeSet<>(folder.fields().keySet()))
                .orElseGet(TreeSet::new);
    }

    @Override
    public Optional<ProfileNode> read(ProfileKind kind, String name) {
        return root.optionalField(kind.folder()).flatMap(folder -> folder.optionalField(name));
    }

    @Override
    public Lookup.Origin origin() {
        return Lookup.Origin.YOURS;
    }
}
