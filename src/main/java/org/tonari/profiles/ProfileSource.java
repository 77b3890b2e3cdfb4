package org.tonari.profiles;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tonari.explain.Phrase;
import org.tonari.profiles.tree.Lookup;
import org.tonari.profiles.tree.ProfileException;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.profiles.tree.ProfileNode;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.UnknownId;
import tools.jackson.databind.JsonNode;

/// The profiles of one kind, each read when it is first asked for. Later places hide earlier ones. Thread-safe.
///
/// @param <T> what a profile describes
final class ProfileSource<T> {
    private final ProfileKind kind;
    private final List<ProfilePlace> places;
    private final Function<ProfileNode, T> reader;
    private final ConcurrentMap<String, Lookup<T>> loaded = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, ProfileProblem> outlived = new ConcurrentHashMap<>();
    private volatile SortedSet<String> ids;

    /// @param places from the shipped one to the one that hides all others
    /// @param reader makes what a file describes
    ProfileSource(ProfileKind kind, List<ProfilePlace> places, Function<ProfileNode, T> reader) {
        this.kind = kind;
        this.places = List.copyOf(places);
        this.reader = reader;
        this.ids = listed();
    }

    private SortedSet<String> listed() {
        var names = new TreeSet<String>();
        loaded.remove("");
        for (ProfilePlace place : places) {
            try {
                names.addAll(place.names(kind));
            } catch (IOException unreadable) {
                loaded.put("", broken(kind.folder(), unreadable));
            }
        }
        return names;
    }

    /// Looks at the person's own files again; of one that became broken the last good version stays.
    synchronized void reread() {
        ids = listed();
        for (String id : List.copyOf(loaded.keySet())) {
            if (!id.isEmpty()) {
                loaded.computeIfPresent(id, this::again);
            }
        }
    }

    private Lookup<T> again(String id, Lookup<T> before) {
        boolean shipped = before instanceof Lookup.Found<T>(T _, Lookup.Origin origin)
                && origin == Lookup.Origin.SHIPPED
                && standing(id) == OwnProfiles.Standing.SHIPPED;
        if (shipped) {
            return before;
        }
        Lookup<T> now = load(id);
        if (now instanceof Lookup.Broken<T>(ProfileProblem problem) && before instanceof Lookup.Found<T>) {
            outlived.put(id, problem);
            return before;
        }
        outlived.remove(id);
        return now;
    }

    /// @return whose the profile of that id is
    OwnProfiles.Standing standing(String id) {
        boolean yours = false;
        boolean shipped = false;
        for (ProfilePlace place : places) {
            try {
                boolean has = place.names(kind).contains(id);
                yours |= has && place.origin() == Lookup.Origin.YOURS;
                shipped |= has && place.origin() == Lookup.Origin.SHIPPED;
            } catch (IOException _) {
                continue;
            }
        }
        return !yours
                ? OwnProfiles.Standing.SHIPPED
                : shipped ? OwnProfiles.Standing.HIDES_SHIPPED : OwnProfiles.Standing.YOURS;
    }

    /// @return all ids in alphabetical order, sound or not
    List<String> ids() {
        return List.copyOf(ids);
    }

    /// @return the ids that begin so, in alphabetical order
    SortedSet<String> idsFrom(String beginning) {
        return ids.subSet(beginning, beginning + Character.MAX_VALUE);
    }

    /// @return what the id leads to
    Lookup<T> find(String id) {
        if (!ids.contains(id)) {
            return new Lookup.Unknown<>(UnknownId.among(kind, id, ids));
        }
        @Nullable Lookup<T> known = loaded.get(id);
        return known == null ? loaded.computeIfAbsent(id, this::load) : known;
    }

    /// @return the file behind an id, as it was written
    Optional<JsonNode> written(String id) {
        for (ProfilePlace place : places.reversed()) {
            try {
                Optional<ProfileNode> file = place.read(kind, id);
                if (file.isPresent()) {
                    return file.map(ProfileNode::json);
                }
            } catch (ProfileException | IOException _) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// @return everything sound, in the order of the ids; reads all files
    List<T> all() {
        return ids.stream()
                .map(this::find)
                .flatMap(found -> found.optional().stream())
                .toList();
    }

    /// @return what is wrong with files that were read so far
    List<ProfileProblem> problems() {
        return Stream.concat(
                        loaded.values().stream()
                                .flatMap(lookup -> lookup instanceof Lookup.Broken<T>(ProfileProblem problem)
                                        ? Stream.of(problem)
                                        : Stream.<ProfileProblem>empty()),
                        outlived.values().stream())
                .toList();
    }

    private Lookup<T> load(String id) {
        for (ProfilePlace place : places.reversed()) {
            try {
                Optional<ProfileNode> file = place.read(kind, id);
                if (file.isPresent()) {
                    return new Lookup.Found<>(readNamed(file.get(), id), place.origin());
                }
            } catch (ProfileException wrong) {
                return new Lookup.Broken<>(wrong.problem());
            } catch (IOException unreadable) {
                return broken(kind.folder() + "/" + id + ".json", unreadable);
            }
        }
        return new Lookup.Unknown<>(UnknownId.among(kind, id, ids));
    }

    private T readNamed(ProfileNode file, String id) {
        if (kind.hasId() || file.has("id")) {
            requireName(file, id);
        }
        return reader.apply(file);
    }

    /// Refuses a file whose id is not its name: it would be found under one and shown under the other.
    static void requireName(ProfileNode file, String name) {
        ProfileNode written = file.field("id");
        if (!written.text().equals(name)) {
            throw written.refused("the file's own name, \"{0}\"", name);
        }
    }

    private Lookup<T> broken(String file, IOException unreadable) {
        return new Lookup.Broken<>(ProfileProblem.ofFile(
                file,
                Phrase.of("a file that cannot be read: {0}", String.valueOf(unreadable.getMessage())),
                Phrase.of("a profile")));
    }
}
