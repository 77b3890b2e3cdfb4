package org.tonari.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tonari.export.FileTarget;
import org.tonari.export.LeftBehind;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.tree.Reading;
import org.tonari.profiles.work.Work;
import org.tonari.profiles.work.WorkReader;
import org.tonari.profiles.work.WorkReader.Opened;
import org.tonari.profiles.work.WorkWriter;
import org.tonari.viewmodel.work.WorkFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Saved comparisons on disk, and the session that is kept between two runs. Files are replaced in one step.
final class SessionFile implements WorkFiles {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Catalogue catalogue;
    private final SessionPlace place;
    private boolean closed;

    /// What the last run left.
    ///
    /// @param session  what was kept
    /// @param opened   what was on screen
    /// @param original what the session's own file holds, if it can still be read
    record Left(Session session, Opened opened, Optional<Opened> original) {}

    /// @param place for the session
    SessionFile(Catalogue catalogue, SessionPlace place) {
        this.catalogue = catalogue;
        this.place = place;
    }

    /// @return whether a file is the session of a window that was not closed
    static boolean isOfStopped(Path session) {
        try {
            return Files.exists(session) && ending(JSON.readTree(KeptText.of(session))) == Ending.OPEN;
        } catch (IOException | JacksonException _) {
            return false;
        }
    }

    @Override
    public Mark mark(Path path) {
        try {
            return mark(KeptText.of(path));
        } catch (NoSuchFileException _) {
            return Mark.NOTHING;
        } catch (IOException unreadable) {
            // Too long, or not ours to read: none of what this window wrote.
            return mark(unreadable.toString());
        }
    }

    private static Mark mark(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new Mark(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    @Override
    public Reading<Opened> read(Path path) {
        LeftBehind.sweep(path);
        return new WorkReader(catalogue).read(path);
    }

    @Override
    public Mark write(Work work, Catalogue profiles, Path path) throws IOException {
        String text = text(work, profiles);
        replace(path, text);
        return mark(text);
    }

    /// What the window's last step left in the background's queue comes too late once the window was closed.
    @Override
    public synchronized void keep(Session session, Catalogue profiles) throws IOException {
        if (closed && session.ending() == Ending.OPEN) {
            return;
        }
        closed = session.ending() == Ending.CLOSED;
        ObjectNode json = JSON.createObjectNode();
        session.file().ifPresent(path -> json.put("file", path.toString()));
        json.put("seen", session.seen().digest());
        ArrayNode recent = json.putArray("recent");
        session.recent().forEach(path -> recent.add(path.toString()));
        json.put("ending", session.ending().name().toLowerCase(Locale.ROOT));
        json.put("work", text(session.work(), profiles));
        Files.createDirectories(place.file().toAbsolutePath().getParent());
        replace(place.file(), JSON.writeValueAsString(json));
    }

    private static String text(Work work, Catalogue profiles) {
        return new WorkWriter(profiles, "Tonari " + TonariVersion.current()).write(work);
    }

    private static void replace(Path path, String text) throws IOException {
        try {
            new FileTarget(path).writeText(writer -> writer.write(text));
        } catch (FileTarget.Unwritable refused) {
            throw new IOException(refused.getMessage(), refused);
        }
    }

    /// @return what the last run left, if anything that can be understood
    Optional<Left> left() {
        try {
            return Files.exists(place.file()) ? left(JSON.readTree(KeptText.of(place.file()))) : Optional.empty();
        } catch (IOException | JacksonException _) {
            return Optional.empty();
        }
    }

    /// @return files used lately by the window that was opened first, for one that has no session of its own
    List<Path> recentElsewhere() {
        try {
            return Files.exists(place.first()) ? recent(JSON.readTree(KeptText.of(place.first()))) : List.of();
        } catch (IOException | JacksonException _) {
            return List.of();
        }
    }

    private static List<Path> recent(JsonNode json) {
        var recent = new ArrayList<Path>();
        json.path("recent").forEach(item -> path(item.asString("")).ifPresent(recent::add));
        return List.copyOf(recent);
    }

    private static Ending ending(JsonNode json) {
        return json.path("ending").asString("").equals("closed") ? Ending.CLOSED : Ending.OPEN;
    }

    private Optional<Left> left(JsonNode json) {
        Optional<Path> own = path(json.path("file").asString(""));
        String seen = json.path("seen").asString("");
        // Sessions of earlier versions do not say what they saw.
        Mark mark = seen.isEmpty() ? own.map(this::mark).orElse(Mark.NOTHING) : new Mark(seen);
        return new WorkReader(catalogue)
                .read(place.file().toString(), json.path("work").asString(""))
                .optional()
                .map(opened -> new Left(
                        new Session(opened.work(), own, mark, recent(json), ending(json)),
                        opened,
                        own.flatMap(path -> read(path).optional())));
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
