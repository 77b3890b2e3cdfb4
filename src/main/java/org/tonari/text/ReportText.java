package org.tonari.text;

import java.util.Locale;

/// Messages of the report.
public enum ReportText implements MessageKey {
    TITLE,
    ASSUMPTIONS,
    MACHINES,
    SOURCES,
    HOW,
    DISCLAIMER,
    UBATCH,
    FLASH_ATTENTION,
    UNIFIED_CACHE,
    BUILD;

    private final String key = "report." + name().toLowerCase(Locale.ROOT);

    @Override
    public String key() {
        return key;
    }
}
