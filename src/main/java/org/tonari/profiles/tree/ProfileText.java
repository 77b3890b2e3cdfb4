package org.tonari.profiles.tree;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;

/// Turns the text of a file into nodes, within bounds: a profile comes from anywhere.
///
/// At most 16 MiB, 64 levels and 1,000,000 characters in one string; a field written twice is refused.
public final class ProfileText {
    private static final int MOST_BYTES = 16 << 20;
    private static final int MOST_LEVELS = 64;
    private static final int MOST_CHARACTERS = 1_000_000;

    private static final JsonTree JSON = new JsonTree(StreamReadConstraints.builder()
            .maxDocumentLength(MOST_BYTES)
            .maxNestingDepth(MOST_LEVELS)
            .maxStringLength(MOST_CHARACTERS)
            .build());

    private ProfileText() {}

    /// @return the root of a file
    public static ProfileNode read(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return read(file.toString(), stream);
        } catch (NoSuchFileException _) {
            throw problem(file.toString(), "", "no file", "a file");
        } catch (IOException unreadable) {
            throw problem(file.toString(), "", "a file that cannot be read: " + unreadable.getMessage(), "a file");
        }
    }

    /// @return the root of what the source holds, which stays open
    public static ProfileNode read(ByteSource source) {
        try {
            long size = source.size();
            if (size > MOST_BYTES) {
                throw problem(source.name(), "", "more than " + (MOST_BYTES >> 20) + " MiB", "a smaller file");
            }
            ByteBuffer bytes = ByteBuffer.allocate((int) size);
            while (bytes.hasRemaining() && source.read(bytes.position(), bytes) >= 0) {
                // Each turn takes what is there.
            }
            return parse(source.name(), new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw problem(source.name(), "", "a file that cannot be read: " + unreadable.getMessage(), "a file");
        }
    }

    /// @param file how the stream is called in messages
    /// @return the root of what the stream holds
    public static ProfileNode read(String file, InputStream stream) throws IOException {
        byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw problem(file, "", "more than " + (MOST_BYTES >> 20) + " MiB", "a smaller file");
        }
        return parse(file, new String(bytes, StandardCharsets.UTF_8));
    }

    /// @param file how the text is called in messages
    /// @return the root of the text
    public static ProfileNode parse(String file, String text) {
        try {
            return new ProfileNode(file, "", JSON.read(text));
        } catch (StreamConstraintsException beyond) {
            throw problem(file, place(beyond), "too much: " + beyond.getOriginalMessage(), "a profile within bounds");
        } catch (JacksonException broken) {
            throw problem(file, place(broken), broken.getOriginalMessage(), "JSON");
        }
    }

    private static String place(JacksonException broken) {
        TokenStreamLocation location = broken.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static ProfileException problem(String file, String place, String found, String expected) {
        return new ProfileException(new ProfileProblem(file, place, found, expected));
    }
}
