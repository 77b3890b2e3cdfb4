package org.tonari.profiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tonari.explain.Phrase;
import org.tonari.profiles.readers.ProfileReaders;
import org.tonari.profiles.tree.ProfileException;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.profiles.tree.ProfileNode;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.ProfileText;

/// Checks profile files without loading them into a [Catalogue].
public final class ProfileCheck {
    private static final String SUFFIX = ".json";

    private final ProfileReaders readers;

    /// Checks with the readers of this program.
    public ProfileCheck() {
        this(ProfileReaders.OWN);
    }

    ProfileCheck(ProfileReaders readers) {
        this.readers = readers;
    }

    /// What a check found.
    ///
    /// @param sound    how many files of each kind are as they should be
    /// @param problems what is wrong with the others, one for each file
    public record Report(Map<ProfileKind, Integer> sound, List<ProfileProblem> problems) {
        public Report {
            sound = Map.copyOf(sound);
            problems = List.copyOf(problems);
        }

        /// @return how many files were looked at
        public int files() {
            return problems.size()
                    + sound.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /// @param paths files, or folders whose `.json` files are checked at any depth
    /// @return what is sound and what is not
    public Report check(List<Path> paths) {
        var sound = new EnumMap<ProfileKind, Integer>(ProfileKind.class);
        var problems = new ArrayList<ProfileProblem>();
        for (Path path : paths) {
            for (Path file : files(path, problems)) {
                try {
                    sound.merge(check(file), 1, Integer::sum);
                } catch (ProfileException wrong) {
                    problems.add(wrong.problem());
                }
            }
        }
        return new Report(sound, problems);
    }

    private ProfileKind check(Path path) {
        ProfileNode file = ProfileText.read(path);
        ProfileNode word = file.field("kind");
        ProfileKind kind =
                ProfileKind.of(word.text()).orElseThrow(() -> word.refused("one of {0}", ProfileKind.words()));
        if (kind.hasId() || file.has("id")) {
            String name = String.valueOf(path.getFileName());
            ProfileSource.requireName(file, name.substring(0, name.length() - SUFFIX.length()));
        }
        readers.read(kind, file);
        return kind;
    }

    private static List<Path> files(Path path, List<ProfileProblem> problems) {
        if (!Files.isDirectory(path)) {
            if (path.toString().endsWith(SUFFIX)) {
                return List.of(path);
            }
            problems.add(ProfileProblem.ofFile(path.toString(), Phrase.of("not a .json file"), Phrase.of("a profile")));
            return List.of();
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            problems.add(ProfileProblem.ofFile(
                    path.toString(),
                    Phrase.of("a folder that cannot be read: {0}", String.valueOf(unreadable.getMessage())),
                    Phrase.of("a folder")));
            return List.of();
        }
    }
}
