package org.tonari.viewmodel.outside;

import java.io.Serial;
import org.tonari.explain.Phrase;

/// Why something from outside could not be had.
public final class Trouble extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient Phrase details;

    /// What sort of trouble it is.
    public enum Kind {
        /// What was written is no address, path or name.
        BAD_ADDRESS,
        UNREACHABLE,
        TIMED_OUT,
        CUT_OFF,
        NOT_ALLOWED,
        NOT_FOUND,
        BUSY,
        /// Any other refusal.
        REFUSED,
        /// There is something, but nothing that can be understood.
        NOT_UNDERSTOOD,
        CANCELLED
    }

    /// @param details for whoever wants to know exactly, in one sentence
    public Trouble(Kind kind, Phrase details) {
        super(details.english());
        this.kind = kind;
        this.details = details;
    }

    /// @return what sort of trouble it is
    public Kind kind() {
        return kind;
    }

    /// @return for whoever wants to know exactly
    public Phrase details() {
        return details;
    }
}
