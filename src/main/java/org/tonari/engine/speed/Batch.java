package org.tonari.engine.speed;

/// What one pass through the model decodes.
///
/// @param sequences together, each with a cache of its own
/// @param each      tokens of each sequence, more than one where drafted tokens are checked
record Batch(int sequences, int each) {
    Batch {
        if (sequences < 1 || each < 1) {
            throw new IllegalArgumentException("a pass decodes something: " + sequences + " of " + each);
        }
    }

    /// @return all tokens of the pass
    int tokens() {
        return sequences * each;
    }
}
