package org.tonari.profiles.gguf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.tonari.explain.Phrase;
import org.tonari.profiles.tree.ByteSource;
import org.tonari.profiles.tree.ProfileException;
import org.tonari.profiles.tree.ProfileProblem;

/// Reads a header from front to back through a small window, and says where it stopped making sense.
final class HeaderCursor {
    private static final int WINDOW_BYTES = 1 << 16;
    private static final Phrase NOWHERE = Phrase.verbatim("");
    private static final long MOST_KEPT_BYTES = 16L << 20;

    private final ByteSource source;
    private final long size;
    private final ByteBuffer window =
            ByteBuffer.allocate(WINDOW_BYTES).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private long windowStart;
    private long keptBytes;
    private Phrase place = NOWHERE;

    HeaderCursor(ByteSource source) {
        this.source = source;
        try {
            this.size = source.size();
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    /// Names what is read next, for messages.
    void at(Phrase what) {
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

    /// Names nothing in particular.
    void atNothing() {
        place = NOWHERE;
    }

    /// @param what says how many of what there are
    /// @return a number of things, which must lie between 0 and `most`
    long count(Function<String, Phrase> what, long most) {
        long count = signedLong();
        if (count < 0 || count > most) {
            throw problem(what.apply(Long.toUnsignedString(count)), Phrase.of("at most {0}", most));
        }
        return count;
    }

    /// @return a text of at most `most` bytes
    String text(int most) {
        return textOf((int) count(HeaderCursor::bytesOfText, most));
    }

    /// @return a text of `length` bytes, at most 65,536
    String textOf(int length) {
        keptBytes += length;
        if (keptBytes > MOST_KEPT_BYTES) {
            throw problem(Phrase.of("more than {0} MiB of names and texts", MOST_KEPT_BYTES >> 20), Phrase.of("fewer"));
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
        return count(HeaderCursor::bytesOfText, Math.max(0, size - position() - Long.BYTES));
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

    private static Phrase bytesOfText(String count) {
        return Phrase.of("{0} bytes of text", count);
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
        return problem(Phrase.of("the end of the file"), Phrase.of("more of the header"));
    }

    private ProfileException unreadable(IOException unreadable) {
        return new ProfileException(ProfileProblem.unreadable(source.name(), unreadable));
    }

    /// @return a problem with what is read now
    ProfileException problem(Phrase found, Phrase expected) {
        Phrase where = Phrase.of("byte {0}", position());
        return new ProfileException(new ProfileProblem(
                source.name(),
                place.isEmpty() ? where : Phrase.of("{0}, byte {1}", place, position()),
                found,
                expected));
    }
}
