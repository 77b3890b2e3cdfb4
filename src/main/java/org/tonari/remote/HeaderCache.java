package org.tonari.remote;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The beginnings of remote files, kept in a folder so that they need not come twice.
///
/// An entry is found by its address and is used only while the server still names the content by the same tag. A folder
/// that cannot be written keeps nothing; that is no error.
public final class HeaderCache {
    private static final int MAGIC = 0x544f4e31;
    private static final int MOST_BYTES = 96 << 20;
    private static final long MOST_KEPT_BYTES = 256L << 20;
    private static final String ENDING = ".head";

    private final Path folder;

    /// @param folder where entries are kept; made when first needed
    public HeaderCache(Path folder) {
        this.folder = folder;
    }

    /// What is kept of a file.
    ///
    /// @param tag   what the server called the content
    /// @param size  of the whole file, in bytes
    /// @param bytes its beginning
    record Kept(String tag, long size, byte[] bytes) {}

    Optional<Kept> find(URI address) {
        Path file = file(address);
        try (var in = new DataInputStream(Files.newInputStream(file))) {
            if (in.readInt() != MAGIC) {
                return Optional.empty();
            }
            String tag = in.readUTF();
            long size = in.readLong();
            int length = in.readInt();
            if (length < 0 || length > MOST_BYTES || length > Files.size(file)) {
                return Optional.empty();
            }
            byte[] bytes = in.readNBytes(length);
            return bytes.length == length ? Optional.of(new Kept(tag, size, bytes)) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Keeps a file's beginning, in place of what was kept of it before.
    void keep(URI address, String tag, long size, List<byte[]> parts) {
        try {
            Files.createDirectories(folder);
            Path written = Files.createTempFile(folder, "part", ENDING + ".tmp");
            try (var out = new DataOutputStream(Files.newOutputStream(written))) {
                out.writeInt(MAGIC);
                out.writeUTF(tag);
                out.writeLong(size);
                out.writeInt(parts.stream().mapToInt(part -> part.length).sum());
                for (byte[] part : parts) {
                    out.write(part);
                }
            }
            Files.move(written, file(address), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            Files.setLastModifiedTime(file(address), FileTime.from(Instant.now()));
            forgetOldest();
        } catch (IOException _) {
            // Without a cache everything works, it only takes longer.
        }
    }

    private void forgetOldest() throws IOException {
        List<Path> newestFirst;
        try (Stream<Path> all = Files.list(folder)) {
            newestFirst = all.filter(file -> file.toString().endsWith(ENDING))
                    .sorted(Comparator.comparing(HeaderCache::written).reversed())
                    .toList();
        }
        long bytes = 0;
        for (Path file : newestFirst) {
            bytes += Files.size(file);
            if (bytes > MOST_KEPT_BYTES) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static FileTime written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException _) {
            return FileTime.fromMillis(0);
        }
    }

    private Path file(URI address) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(address.toString().getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(digest) + ENDING);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
