package org.tonari.text;

import java.util.Locale;

/// What the window says about itself.
public enum HelpText implements MessageKey {
    ABOUT_VERSIONS,
    ABOUT_BUILT_WITH,
    ABOUT_LIBRARY,
    ABOUT_VERSION,
    ABOUT_LICENCE,
    FIRST_STEPS,
    HINT,
    EXPORT_EXTENT,
    EXTENT_SHEET,
    REPORT_NAME,
    REPORT_SAYS,
    REPORT_LOOK,
    COPY_PICTURE,
    COLUMN_RUNTIME,
    COLUMN_WEIGHTS,
    AS_ALL_COLUMNS;

    private final String key = "help." + name().toLowerCase(Locale.ROOT);

    @Override
    public String key() {
        return key;
    }
}
