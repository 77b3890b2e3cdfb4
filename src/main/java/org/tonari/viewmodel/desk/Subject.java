package org.tonari.viewmodel.desk;

import org.tonari.domain.answer.MemoryStack;

/// What about a machine is being asked: a part of its memory or one of its figures.
public sealed interface Subject {
    /// Everything a scenario takes.
    record Required() implements Subject {}

    /// A part of the stack.
    ///
    /// @param pool which memory, from 0 in the machine's order
    /// @param part which part
    record Part(int pool, MemoryStack.Part part) implements Subject {}

    /// What the system itself uses.
    record OperatingSystem(int pool) implements Subject {}

    /// What models may take.
    record Usable(int pool) implements Subject {}

    /// What should stay free or may not be taken.
    record KeptFree(int pool) implements Subject {}

    /// Tokens a second.
    record Decode() implements Subject {}

    /// Seconds until the first token.
    record FirstToken() implements Subject {}

    /// Prompt tokens a second.
    record Prefill() implements Subject {}

    /// The longest context that fits.
    record LongestContext() implements Subject {}

    /// Draw under load.
    record Power() implements Subject {}

    /// Energy for one token.
    record Energy() implements Subject {}
}
