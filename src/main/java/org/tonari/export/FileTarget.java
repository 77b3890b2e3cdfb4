package org.tonari.export;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Serial;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A file that is written whole or not at all: beside its place first, then moved there in one step.
public final class FileTarget {
    /// What goes into a file of text.
    @FunctionalInterface
    public interface Text {
        /// @throws IOException where the writer cannot take more
        void writeTo(Writer writer) throws IOException;
    }

    /// What goes into any file.
    @FunctionalInterface
    public interface Data {
        /// @throws IOException where the stream cannot take more
        void writeTo(OutputStream stream) throws IOException;
    }

    /// A file that could not be written; the message names it and says why.
    public static final class Unwritable extends Exception {
        @Serial
        private static final long serialVersionUID = 1L;

        Unwritable(Path file, String reason) {
            super("cannot write " + file + ": " + reason);
        }
    }

    private final Path file;

    /// @param file where the content shall stand; its folder must exist
    public FileTarget(Path file) {
        this.file = file;
    }

    /// Writes text in UTF-8.
    ///
    /// @throws Unwritable where nothing was written
    public void writeText(Text text) throws Unwritable {
        write(stream -> {
            var writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            text.writeTo(writer);
            writer.flush();
        });
    }

    /// Writes bytes.
    ///
    /// @throws Unwritable where nothing was written
    public void write(Data data) throws Unwritable {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
                writeThrough(data);
            } else {
                replace(data);
            }
        } catch (IOException failed) {
            throw new Unwritable(file, reason(failed));
        }
    }

    /// A device or a pipe cannot be replaced, only written to.
    private void writeThrough(Data data) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
            data.writeTo(stream);
        }
    }

    private void replace(Data data) throws IOException, Unwritable {
        Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = target.getParent();
        if (Files.isDirectory(target) || folder == null) {
            throw new Unwritable(file, "it is a folder");
        }
        if (!Files.isDirectory(folder)) {
            throw new Unwritable(file, "there is no folder " + folder);
        }
        LeftBehind.sweep(target);
        Path beside = LeftBehind.beside(target);
        try {
            writeToDisk(data, beside);
            move(beside, target);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /// Nothing stands in a file's place before it is on the disk: a name may reach it earlier than the content does.
    private static void writeToDisk(Data data, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream stream = new BufferedOutputStream(Channels.newOutputStream(channel))) {
            data.writeTo(stream);
            stream.flush();
            channel.force(true);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String reason(IOException failed) {
        return switch (failed) {
            case AccessDeniedException _ -> "permission denied";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default -> String.valueOf(failed.getMessage());
        };
    }
}
