package org.tonari.cli.session;

/// What the process tells its caller.
public final class ExitStatus {
    /// Everything asked was answered, whatever the verdict.
    public static final int DONE = 0;

    /// A fit was required, and there is none.
    public static final int NO_FIT = 1;

    /// What was written cannot be understood or done.
    public static final int BAD_INPUT = 2;

    /// Tonari itself failed.
    public static final int FAULT = 3;

    private ExitStatus() {}
}
