package org.tonari.profiles.gguf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.tonari.profiles.tree.ByteSource;
import org.tonari.profiles.tree.ProfileException;
import org.tonari.profiles.tree.ProfileProblem;

/// Reads a header from front to back through a small window, and says where it stopped making sense.
final class HeaderCursor {
    private static final int WINDOW_BYTES = 1 << 16;
    private static final long MOST_KEPT_BYTES = 16L << 20;

    private final ByteSource source;
    private final long size;
    private final ByteBuffer window =
            ByteBuffer.allocate(WINDOW_BYTES).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private long windowStart;
    private long keptBytes;
    private String place = "";

    HeaderCursor(ByteSource source) {
        this.source = source;
        try {
            this.size = source.size();
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    /// Names what is read next, for messages.
    void at(String what) {
        place = what;
    }

    long position() {
        return windowStart + window.position();
    }

    /// @return bytes of the whole file
    long size() {
        return size;
    }

    int unsignedByte() {
        require(1);
        return Byte.toUnsignedInt(window.get());
    }

    byte signedByte() {
        require(1);
        return window.get();
    }

    short signedShort() {
        require(2);
        return window.getShort();
    }

    int signedInt() {
        require(4);
        return window.getInt();
    }

    long unsignedInt() {
        return Integer.toUnsignedLong(signedInt());
    }

    long signedLong() {
        require(8);
        return window.getLong();
    }

    float real() {
        require(4);
        return window.getFloat();
    }

    double wideReal() {
        require(8);
        return window.getDouble();
    }

    /// @return a number of things, which must lie between 0 and `most`
    long count(String what, long most) {
        long count = signedLong();
        if (count < 0 || count > most) {
            throw problem(Long.toUnsignedString(count) + " " + what, "at most " + most);
        }
        return count;
    }

    /// @return a text of at most `most` bytes
    String text(int most) {
        return textOf((int) count("bytes of text", most));
    }

    /// @return a text of `length` bytes, at most 65,536
    String textOf(int length) {
        keptBytes += length;
        if (keptBytes > MOST_KEPT_BYTES) {
            throw problem("more than " + (MOST_KEPT_BYTES >> 20) + " MiB of names and texts", "fewer");
        }
        require(length);
        String text = StandardCharsets.UTF_8
                .decode(window.slice(window.position(), length))
                .toString();
        window.position(window.position() + length);
        return text;
    }

    /// @return the length of the text that follows, which the file must have room for
    long textLength() {
        return count("bytes of text", Math.max(0, size - position() - Long.BYTES));
    }

    /// Passes over bytes that must be there.
    void skip(long bytes) {
        if (bytes < 0 || bytes > size - position()) {
            throw cutShort();
        }
        if (bytes <= window.remaining()) {
            window.position(window.position() + (int) bytes);
        } else {
            windowStart = position() + bytes;
            window.position(0).limit(0);
        }
    }

    private void require(int bytes) {
        if (window.remaining() >= bytes) {
            return;
        }
        if (bytes > size - position()) {
            throw cutShort();
        }
        windowStart = position();
        window.compact();
        try {
            while (window.position() < bytes) {
                if (source.read(windowStart + window.position(), window) < 0) {
                    throw cutShort();
                }
            }
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
        window.flip();
    }

    private ProfileException cutShort() {
        return problem("the end of the file", "more of the header");
    }

    private ProfileException unreadable(IOException unreadable) {
        return new ProfileException(new ProfileProblem(
                source.name(), "", "a file that cannot be read: " + unreadable.getMessage(), "a file"));
    }

    /// @return a problem with what is read now
    ProfileException problem(String found, String expected) {
        String where = "byte " + position();
        return new ProfileException(
                new ProfileProblem(source.name(), place.isEmpty() ? where : place + ", " + where, found, expected));
    }
}
