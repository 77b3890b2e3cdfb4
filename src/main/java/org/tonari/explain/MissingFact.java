package org.tonari.explain;

/// A fact that nothing read so far states.
///
/// @param path   where the fact would stand, in the paths of the WHY tree, such as `machine.memory.unified.bandwidth`
/// @param reason why it is missing, in one sentence
public record MissingFact(String path, Phrase reason) {
    public MissingFact {
        if (path.isBlank() || reason.english().isBlank()) {
            throw new IllegalArgumentException("a missing fact needs a path and a reason");
        }
    }

    /// @param path   where the fact would stand
    /// @param reason why it is missing, in English and without parts
    public MissingFact(String path, String reason) {
        this(path, Phrase.of(reason));
    }
}
