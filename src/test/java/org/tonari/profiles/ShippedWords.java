package org.tonari.profiles;

import org.tonari.profiles.requests.ScenarioWords;

/// Reads scenarios of shipped profiles only.
public final class ShippedWords {
    private ShippedWords() {}

    public static ScenarioWords of(Catalogue catalogue) {
        return new ScenarioWords(catalogue, ModelFiles.none());
    }
}
