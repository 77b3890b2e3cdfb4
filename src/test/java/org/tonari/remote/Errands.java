package org.tonari.remote;

import java.time.Duration;

/// Errands for tests.
public final class Errands {
    private Errands() {}

    /// @return an errand that nobody watches, of two minutes at most
    public static Errand silent() {
        return new Errand((_, _) -> {}, Duration.ofMinutes(2));
    }
}
