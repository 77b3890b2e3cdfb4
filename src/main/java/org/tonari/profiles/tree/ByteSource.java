package org.tonari.profiles.tree;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/// Bytes that can be read at any place, such as those of a file.
public interface ByteSource extends Closeable {

    /// @return how the source is called in messages
    String name();

    /// @return how many bytes there are
    /// @throws IOException where that cannot be found out
    long size() throws IOException;

    /// Reads bytes from a place on, at most as many as `into` has room for.
    ///
    /// @param position of the first byte, from 0
    /// @param into     takes the bytes
    /// @return how many were read, or −1 at the end
    /// @throws IOException where the source cannot be read
    int read(long position, ByteBuffer into) throws IOException;
}
