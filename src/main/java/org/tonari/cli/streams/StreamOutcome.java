package org.tonari.cli.streams;

/// How a stream of scenarios went, from well to ill.
public enum StreamOutcome {
    /// Every scenario fits or is tight.
    ALL_FIT,
    /// A scenario does not, or a line was bad.
    SOME_DO_NOT,
    /// Tonari itself failed on a line.
    FAULTY
}
