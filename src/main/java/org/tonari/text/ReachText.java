package org.tonari.text;

import java.util.Locale;

/// Messages on stickers and what is reached of them.
public enum ReachText implements MessageKey {
    STICKER,
    STICKER_FORMAT,
    ROOF,
    BANDWIDTH,
    BANDWIDTH_MEASURED,
    ACTIVITY,
    INTENSITY,
    ATTAINABLE,
    REACHED,
    SHARE,
    /// The activities of the points.
    PREFILL,
    DECODE,
    /// A batch of so many sequences.
    BATCH,
    /// What a peak counts.
    DENSE,
    SPARSE,
    MEASURED,
    /// A peak with its format: `FP4 sparse`.
    PEAK,
    SENTENCE;

    private final String key = "reach." + name().toLowerCase(Locale.ROOT);

    @Override
    public String key() {
        return key;
    }
}
