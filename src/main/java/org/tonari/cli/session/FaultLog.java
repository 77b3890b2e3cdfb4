package org.tonari.cli.session;

/// Keeps what went wrong inside Tonari itself, for whoever mends it.
@FunctionalInterface
public interface FaultLog {
    /// What a person is told of a fault.
    ///
    /// @param code  a short code to quote
    /// @param place where the whole story was written
    record Entry(String code, String place) {}

    /// @param fault what went wrong
    /// @return what to tell the person
    Entry keep(Throwable fault);
}
