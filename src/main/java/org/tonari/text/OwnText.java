package org.tonari.text;

import java.util.Locale;

/// Messages of the dialogs by which a person brings models and measurements of their own.
public enum OwnText implements MessageKey {
    OPEN_FILE,
    OPEN_ADDRESS,
    MEASURE,
    OPEN_TITLE,
    PLACE,
    PLACE_EXAMPLES,
    BROWSE,
    READ,
    READING,
    CHOOSE_ONE,
    UNDERSTOOD,
    ARCHITECTURE,
    PARAMETERS,
    TENSORS,
    LAYERS,
    LONGEST_CONTEXT,
    WEIGHTS_STORED,
    NOTHING_MISSING,
    MISSING,
    ADD,
    HUB,
    HUB_ADDRESS,
    HUB_TOKEN,
    HUB_TOKEN_KNOWN,
    HUB_KEEP,
    MODEL_FILES,
    MEASURE_TITLE,
    MEASURE_SENTENCE,
    SERVER,
    CONNECT,
    CONNECTING,
    FOUND,
    SERVER_MODEL,
    RUNS_ON,
    SHOWN_AS,
    DEPTHS,
    DEPTHS_WRONG,
    START,
    MEASURING,
    DEPTH,
    PREFILL_RATE,
    DECODE_RATE,
    LAID_OVER,
    KEEP,
    STOP,
    TROUBLE_BAD_ADDRESS,
    TROUBLE_UNREACHABLE,
    TROUBLE_TIMED_OUT,
    TROUBLE_CUT_OFF,
    TROUBLE_NOT_ALLOWED,
    TROUBLE_NOT_FOUND,
    TROUBLE_BUSY,
    TROUBLE_REFUSED,
    TROUBLE_NOT_UNDERSTOOD,
    TROUBLE_CANCELLED;

    private final String key = "own." + name().toLowerCase(Locale.ROOT);

    @Override
    public String key() {
        return key;
    }
}
