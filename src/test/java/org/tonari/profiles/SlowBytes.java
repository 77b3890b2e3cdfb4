package org.tonari.profiles;

import java.nio.ByteBuffer;
import org.tonari.profiles.tree.ByteSource;

/// Bytes that come one at a time, as over a slow connection.
public record SlowBytes(String name, byte[] bytes) implements ByteSource {
    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public int read(long position, ByteBuffer into) {
        if (position >= bytes.length) {
            return -1;
        }
        into.put(bytes[(int) position]);
        return 1;
    }

    @Override
    public void close() {}
}
