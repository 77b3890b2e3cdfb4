package org.tonari.profiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tonari.profiles.tree.Lookup;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.profiles.tree.ProfileNode;
import org.tonari.profiles.tree.ProfileText;

/// A person's own folder of profiles, laid out like the shipped ones.
///
/// @param root the folder that holds `machines`, `models` and so on; need not exist
record FolderPlace(Path root) implements ProfilePlace {
    private static final String SUFFIX = ".json";

    @Override
    public SortedSet<String> names(ProfileKind kind) throws IOException {
        Path folder = root.resolve(kind.folder());
        if (!Files.isDirectory(folder)) {
            return new TreeSet<>();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Override
    public Optional<ProfileNode> read(ProfileKind kind, String name) throws IOException {
        if (name.contains("/") || name.contains("\\")) {
            return Optional.empty();
        }
        Path file = root.resolve(kind.folder()).resolve(name + SUFFIX);
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? Optional.of(ProfileText.read(file)) : Optional.empty();
    }

    @Override
    public Lookup.Origin origin() {
        return Lookup.Origin.YOURS;
    }
}
