package org.tonari.profiles.tree;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The bytes of a local file.
public final class FileBytes implements ByteSource {
    private final String name;
    private final FileChannel channel;

    private FileBytes(String name, FileChannel channel) {
        this.name = name;
        this.channel = channel;
    }

    /// @return the file's bytes, to be closed
    /// @throws ProfileException where there is no such file or it cannot be read
    public static FileBytes open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ProfileException(ProfileProblem.noFile(file.toString()));
        }
        try {
            return new FileBytes(file.toString(), FileChannel.open(file, StandardOpenOption.READ));
        } catch (IOException unreadable) {
            throw new ProfileException(ProfileProblem.unreadable(file.toString(), unreadable));
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public int read(long position, ByteBuffer into) throws IOException {
        return channel.read(into, position);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
