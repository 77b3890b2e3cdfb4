package org.tonari.profiles.gguf;

import java.nio.ByteBuffer;
import org.tonari.profiles.tree.ByteSource;

/// Bytes that a test holds.
record MemoryBytes(String name, byte[] bytes) implements ByteSource {
    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public int read(long position, ByteBuffer into) {
        if (position >= bytes.length) {
            return -1;
        }
        int count = (int) Math.min(into.remaining(), bytes.length - position);
        into.put(bytes, (int) position, count);
        return count;
    }

    @Override
    public void close() {}
}
