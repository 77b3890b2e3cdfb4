package org.tonari.export;

import java.util.Locale;

/// How constants are spelt in files.
final class Words {
    private Words() {}

    /// @return the constant's name in lower snake case
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
