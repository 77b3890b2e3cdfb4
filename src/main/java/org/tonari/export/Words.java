package org.tonari.export;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How constants are spelt in files.
final class Words {
    private static final Map<Enum<?>, String> SPELT = new ConcurrentHashMap<>();

    private Words() {}

    /// @return the constant's name in lower snake case
    static String of(Enum<?> constant) {
        return SPELT.computeIfAbsent(constant, each -> each.name().toLowerCase(Locale.ROOT));
    }
}
