package org.tonari.text;

import java.util.Locale;

/// Messages about this computer.
public enum LocalText implements MessageKey {
    THIS_COMPUTER,
    SAME_CHIP,
    NO_PROFILE,
    STATED_BANDWIDTH,
    MEASURED_BANDWIDTH,
    HINT;

    private final String key = "local." + name().toLowerCase(Locale.ROOT);

    @Override
    public String key() {
        return key;
    }
}
