package org.tonari.cli;

/// What the process tells its caller.
final class ExitStatus {
    /// Everything asked was answered, whatever the verdict.
    static final int DONE = 0;

    /// A fit was required, and there is none.
    static final int NO_FIT = 1;

    /// What was written cannot be understood or done.
    static final int BAD_INPUT = 2;

    /// Tonari itself failed.
    static final int FAULT = 3;

    private ExitStatus() {}
}
