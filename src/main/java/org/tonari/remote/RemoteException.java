package org.tonari.remote;

import java.io.IOException;
import java.io.Serial;
import org.tonari.explain.Phrase;

/// Why something beyond this computer could not be had, in words for the person who asked.
public final class RemoteException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient Phrase phrase;

    /// What sort of trouble it is.
    public enum Reason {
        /// The address is none, or of another scheme than http and https.
        BAD_ADDRESS,
        /// No connection: offline, no such host, nobody listens, no trusted certificate.
        UNREACHABLE,
        /// Connected, but no answer in time.
        TIMED_OUT,
        /// The connection ended within an answer.
        CUT_OFF,
        /// The server wants to know who asks (401).
        UNAUTHORIZED,
        /// The server knows who asks and refuses (403).
        FORBIDDEN,
        /// There is no such thing (404, 410).
        NOT_FOUND,
        /// Too many requests (429), or the server is busy (503).
        BUSY,
        /// Any other refusal by the server.
        REFUSED,
        /// The server leads to where Tonari does not follow.
        REDIRECT,
        /// The server gives files only as a whole.
        NO_RANGES,
        /// More than Tonari takes.
        TOO_LARGE,
        /// The file changed while it was read.
        CHANGED,
        /// The answer is not what such a server gives.
        NOT_UNDERSTOOD,
        /// The person changed their mind.
        CANCELLED
    }

    /// @param pattern what happened, as in [Phrase]
    RemoteException(Reason reason, String pattern, Object... parts) {
        this(reason, Phrase.of(pattern, parts));
    }

    RemoteException(Reason reason, Phrase phrase) {
        super(phrase.english());
        this.reason = reason;
        this.phrase = phrase;
    }

    /// @return what happened
    public Phrase phrase() {
        return phrase;
    }

    /// @return what sort of trouble it is
    public Reason reason() {
        return reason;
    }
}
