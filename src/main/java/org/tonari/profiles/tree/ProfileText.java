package org.tonari.profiles.tree;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.tonari.explain.Phrase;
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
            throw new ProfileException(ProfileProblem.noFile(file.toString()));
        } catch (IOException unreadable) {
            throw new ProfileException(ProfileProblem.unreadable(file.toString(), unreadable));
        }
    }

    /// @return the root of what the source holds, which stays open
    public static ProfileNode read(ByteSource source) {
        try {
            long size = source.size();
            if (size > MOST_BYTES) {
                throw tooLarge(source.name());
            }
            ByteBuffer bytes = ByteBuffer.allocate((int) size);
            while (bytes.hasRemaining() && source.read(bytes.position(), bytes) >= 0) {
                // Each turn takes what is there.
            }
            return parse(source.name(), new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new ProfileException(ProfileProblem.unreadable(source.name(), unreadable));
        }
    }

    /// @param file how the stream is called in messages
    /// @return the root of what the stream holds
    public static ProfileNode read(String file, InputStream stream) throws IOException {
        byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw tooLarge(file);
        }
        return parse(file, new String(bytes, StandardCharsets.UTF_8));
    }

    /// @param file how the text is called in messages
    /// @return the root of the text
    public static ProfileNode parse(String file, String text) {
        try {
            return new ProfileNode(file, "", JSON.read(text));
        } catch (StreamConstraintsException beyond) {
            throw problem(
                    file,
                    beyond,
                    Phrase.of("more than is taken").insteadOf("too much: " + beyond.getOriginalMessage()),
                    Phrase.of("a profile within bounds"));
        } catch (JacksonException broken) {
            throw problem(file, broken, JsonFault.of(broken), Phrase.verbatim("JSON"));
        }
    }

    private static ProfileException tooLarge(String file) {
        return new ProfileException(ProfileProblem.ofFile(
                file, Phrase.of("more than {0} MiB", MOST_BYTES >> 20), Phrase.of("a smaller file")));
    }

    private static ProfileException problem(String file, JacksonException broken, Phrase found, Phrase expected) {
        TokenStreamLocation location = broken.getLocation();
        return new ProfileException(
                location == null || location.getLineNr() < 1
                        ? ProfileProblem.ofFile(file, found, expected)
                        : new ProfileProblem(
                                file,
                                Phrase.of("line {0}, column {1}", location.getLineNr(), location.getColumnNr()),
                                found,
                                expected));
    }
}
