package org.tonari.text;

import java.util.Locale;

/// Messages of what is done with the charts.
public enum ChartText implements MessageKey {
    EACH_USER,
    ALL_USERS,
    USERS_CAPTION,
    EACH_USER_TERM,
    ALL_USERS_TERM,
    AXIS_TERM,
    AXIS,
    AT_ONCE,
    SPOKEN_USERS,
    ALL_USERS_HEAD,
    WHAT_IF_MEMORY,
    WHAT_IF_RATE,
    WHAT_IF_HINT,
    WHOLE_AXIS,
    KEY_AXIS,
    KEY_ZOOM,
    KEY_PAN,
    KEY_WHOLE,
    KEY_WHEEL,
    KEY_COLUMN;

    private final String key = "chart." + name().toLowerCase(Locale.ROOT);

    @Override
    public String key() {
        return key;
    }
}
