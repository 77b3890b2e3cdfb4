package org.tonari.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tonari.export.FileTarget;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.Reading;
import org.tonari.profiles.work.Work;
import org.tonari.profiles.work.WorkReader;
import org.tonari.profiles.work.WorkReader.Opened;
import org.tonari.profiles.work.WorkWriter;
import org.tonari.viewmodel.WorkFiles;
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
    private final Path file;

    /// What the last run left.
    ///
    /// @param session  what was kept
    /// @param opened   what was on screen
    /// @param original what the session's own file holds, if it can still be read
    record Left(Session session, Opened opened, Optional<Opened> original) {}

    /// @param folder for the session; made when it is first kept
    SessionFile(Catalogue catalogue, Path folder) {
        this.catalogue = catalogue;
        this.file = folder.resolve("session.json");
    }

    @Override
    public Reading<Opened> read(Path path) {
        return new WorkReader(catalogue).read(path);
    }

    @Override
    public void write(Work work, Catalogue profiles, Path path) throws IOException {
        replace(path, text(work, profiles));
    }

    @Override
    public void keep(Session session, Catalogue profiles) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        session.file().ifPresent(path -> json.put("file", path.toString()));
        ArrayNode recent = json.putArray("recent");
        session.recent().forEach(path -> recent.add(path.toString()));
        json.put("ending", session.ending().name().toLowerCase(Locale.ROOT));
        json.put("work", text(session.work(), profiles));
        Files.createDirectories(file.toAbsolutePath().getParent());
        replace(file, JSON.writeValueAsString(json));
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
            return Files.exists(file) ? left(JSON.readTree(KeptText.of(file))) : Optional.empty();
        } catch (IOException | JacksonException _) {
            return Optional.empty();
        }
    }

    private Optional<Left> left(JsonNode json) {
        Optional<Path> own = path(json.path("file").asString(""));
        var recent = new ArrayList<Path>();
        json.path("recent").forEach(item -> path(item.asString("")).ifPresent(recent::add));
        Ending ending = json.path("ending").asString("").equals("closed") ? Ending.CLOSED : Ending.OPEN;
        return new WorkReader(catalogue)
                .read(file.toString(), json.path("work").asString(""))
                .optional()
                .map(opened -> new Left(
                        new Session(opened.work(), own, List.copyOf(recent), ending),
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
