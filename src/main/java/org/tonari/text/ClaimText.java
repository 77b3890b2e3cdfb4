package org.tonari.text;

import java.util.Locale;

/// Messages on the articles' claims.
public enum ClaimText implements MessageKey {
    /// What became of a claim.
    REPRODUCED,
    PARTLY,
    REFUTED,
    UNTESTABLE,
    /// What became of one of its statements.
    HOLDS,
    FAILS,
    UNTESTED,
    /// A stated number, a computed one and how far they may lie apart.
    NEAR,
    /// A number and the one it must not exceed.
    AT_MOST,
    /// What a scenario needs, and what models may take.
    ROOM,
    /// A figure that was said to be stated nowhere.
    STATED,
    /// How many claims came to what.
    SUMMARY;

    private final String key = "claim." + name().toLowerCase(Locale.ROOT);

    @Override
    public String key() {
        return key;
    }
}
