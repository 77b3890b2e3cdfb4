package org.tonari.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.tonari.profiles.tree.ByteSource;
import org.tonari.remote.WebFile;

/// The bytes of a remote file, as importers read them.
///
/// Trouble with the network is thrown past them unchecked: it is no fault of the file.
///
/// @param file to be closed
record RemoteSource(WebFile file) implements ByteSource {
    @Override
    public String name() {
        return file.name();
    }

    @Override
    public long size() {
        try {
            return file.size();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public int read(long position, ByteBuffer into) {
        try {
            return file.read(position, into);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
