package org.tonari.manual;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tonari.text.Language;

/// Where the documents and their pictures stand. Reading takes a moment, so call it off the UI thread.
public final class Shelf {
    private final Files files;

    /// Opens files by name.
    @FunctionalInterface
    public interface Files {
        /// @param name without a folder
        /// @return the file, or nothing where there is none
        /// @throws IOException where it cannot be opened
        Optional<InputStream> open(String name) throws IOException;
    }

    /// @param files opens documents and pictures
    public Shelf(Files files) {
        this.files = files;
    }

    /// @return the documents that came with the program
    public static Shelf shipped() {
        return new Shelf(name -> Optional.ofNullable(Shelf.class.getResourceAsStream(name)));
    }

    /// Reads a document in the language nearest to the wished one: Simplified Chinese stands in for Traditional, and
    /// English for all.
    ///
    /// @param language of the reader
    /// @throws IOException where no edition is there, or the one that is cannot be read; the message names the file
    public Document read(Volume volume, Language language) throws IOException {
        for (Language edition : Volume.order(language)) {
            String name = volume.file(edition);
            Optional<InputStream> file = files.open(name);
            if (file.isPresent()) {
                return MarkdownReader.read(text(name, file.get()), volume, edition);
            }
        }
        throw new FileNotFoundException(volume.file(language) + ": there is no such document in the program");
    }

    /// @param name as a document calls it
    /// @return the picture's file, read whole
    /// @throws IOException where it is not there or cannot be read; the message names it
    public InputStream picture(String name) throws IOException {
        try (InputStream file = files.open(name)
                .orElseThrow(() -> new FileNotFoundException(name + ": there is no such picture in the program"))) {
            return new ByteArrayInputStream(file.readAllBytes());
        }
    }

    private static String text(String name, InputStream file) throws IOException {
        try (file) {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.readAllBytes()))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw new IOException(name + ": it is not text in UTF-8", broken);
        }
    }
}
