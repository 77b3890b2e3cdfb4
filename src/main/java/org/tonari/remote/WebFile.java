package org.tonari.remote;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tonari.remote.HeaderCache.Kept;
import org.tonari.remote.RemoteException.Reason;

/// The beginning of a remote file, fetched part by part as far as it is read; never the whole of a large file.
///
/// A part is at most 1 MiB, so that never more than that is fetched in vain. For one thread.
public final class WebFile implements Closeable {
    private static final int FIRST_PART = 256 << 10;
    private static final int PART = 1 << 20;
    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");

    private final Web web;
    private final Optional<HeaderCache> cache;
    private final URI address;
    private final Optional<Token> token;
    private final Errand errand;
    private final List<byte[]> parts = new ArrayList<>();
    private final Optional<Kept> kept;
    private Optional<String> tag = Optional.empty();
    private URI answering;
    private long size = -1;
    private long length;
    private boolean grown;

    WebFile(Web web, Optional<HeaderCache> cache, URI address, Optional<Token> token, Errand errand) {
        this.web = web;
        this.cache = cache;
        this.address = address;
        this.answering = address;
        this.token = token;
        this.errand = errand;
        this.kept = cache.flatMap(all -> all.find(address));
    }

    /// @return the address without what may be secret
    public String name() {
        return Addresses.shown(address);
    }

    /// @return how many bytes the whole file has
    /// @throws RemoteException where the server does not tell or cannot be asked
    public long size() throws IOException {
        if (size < 0) {
            begin();
        }
        return size;
    }

    /// @return how many bytes came over the network or from the cache so far
    long fetched() {
        return length;
    }

    /// Reads bytes from a place on, at most as many as `into` has room for.
    ///
    /// @return how many were read, or −1 at the end
    public int read(long position, ByteBuffer into) throws IOException {
        if (position >= size()) {
            return -1;
        }
        while (length <= position) {
            grow(position);
        }
        long start = 0;
        for (byte[] part : parts) {
            if (position < start + part.length) {
                int from = (int) (position - start);
                int count = Math.min(into.remaining(), part.length - from);
                into.put(part, from, count);
                return count;
            }
            start += part.length;
        }
        throw new IllegalStateException("a part is missing at " + position);
    }

    private void begin() throws IOException {
        Answer answer;
        try {
            answer = asked(new Question(address, OptionalLong.of(0), FIRST_PART, kept.map(Kept::tag), token));
        } catch (RemoteException failure) {
            if (kept.isEmpty() || failure.reason() != Reason.UNREACHABLE) {
                throw failure;
            }
            useKept(kept.get());
            return;
        }
        boolean unchanged =
                answer.isUnchanged() || kept.isPresent() && answer.tag().equals(kept.map(Kept::tag));
        if (unchanged && kept.isPresent()) {
            useKept(kept.get());
            return;
        }
        tag = answer.tag();
        answering = answer.address();
        take(answer, 0);
    }

    private void useKept(Kept entry) throws RemoteException {
        tag = Optional.of(entry.tag());
        size = entry.size();
        parts.add(entry.bytes());
        length = entry.bytes().length;
        errand.at(name(), length);
    }

    private void grow(long position) throws IOException {
        if (position >= web.limits().header()) {
            throw new RemoteException(
                    Reason.TOO_LARGE,
                    "{0} has a header of more than {1} MiB",
                    name(),
                    web.limits().header() >> 20);
        }
        int most = (int) Math.min(PART, size - length);
        Answer answer;
        try {
            answer = asked(Question.part(answering, length, most).as(token));
        } catch (RemoteException failure) {
            boolean expired = failure.reason() == Reason.FORBIDDEN || failure.reason() == Reason.NOT_FOUND;
            if (!expired || answering.equals(address)) {
                throw failure;
            }
            answering = address;
            answer = asked(Question.part(address, length, most).as(token));
        }
        take(answer, length);
        grown = true;
    }

    private Answer asked(Question question) throws IOException {
        Optional<Token> who = token.filter(_ -> Addresses.isSameServer(question.address(), address));
        Answer answer = web.ask(question.as(who), errand);
        errand.at(name(), length + answer.body().length);
        return answer;
    }

    private void take(Answer answer, long expected) throws RemoteException {
        long whole = answer.status() == Answer.WHOLE && expected == 0 ? answer.body().length : whole(answer, expected);
        if (size >= 0 && size != whole) {
            throw new RemoteException(Reason.CHANGED, "{0} changed while it was read; try again", name());
        }
        size = whole;
        grown |= answer.body().length > 0;
        parts.add(answer.body());
        length += answer.body().length;
    }

    private long whole(Answer answer, long expected) throws RemoteException {
        Matcher range =
                RANGE.matcher(answer.headers().firstValue("Content-Range").orElse(""));
        boolean fits = answer.status() == Answer.PART
                && range.matches()
                && Long.parseLong(range.group(1)) == expected
                && Long.parseLong(range.group(2)) - expected + 1 == answer.body().length
                && answer.body().length > 0;
        if (!fits) {
            throw new RemoteException(
                    Reason.NOT_UNDERSTOOD, "{0} answered with other bytes than it was asked for", name());
        }
        return Long.parseLong(range.group(3));
    }

    /// Keeps what was fetched for the next time.
    @Override
    public void close() {
        if (grown && size >= 0) {
            cache.ifPresent(all -> tag.ifPresent(named -> all.keep(address, named, size, parts)));
        }
    }
}
