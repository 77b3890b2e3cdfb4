package org.tonari.evidence;

import java.util.Locale;

/// Which rows are kept back while others are fitted.
public enum Protocol {
    IN_SAMPLE,
    LEAVE_ONE_SOURCE_OUT,
    LEAVE_ONE_MODEL_OUT,
    LEAVE_ONE_MACHINE_OUT,
    /// All machines with the same chip.
    LEAVE_ONE_CHIP_OUT,
    LEAVE_ONE_MACHINE_AND_RUNTIME_OUT,
    /// All machines of a vendor's kind: as if it had never been measured.
    LEAVE_ONE_CLASS_OUT;

    /// @return the name in JSON and on the command line
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @return rows with the same fold are kept back together; empty where none are
    String fold(Reconstruction run) {
        return switch (this) {
            case IN_SAMPLE -> "";
            case LEAVE_ONE_SOURCE_OUT -> run.measurement().sourceKey();
            case LEAVE_ONE_MODEL_OUT -> run.measurement().model();
            case LEAVE_ONE_MACHINE_OUT -> run.measurement().machine();
            case LEAVE_ONE_CHIP_OUT -> run.traits().getOrDefault("chip", "");
            case LEAVE_ONE_MACHINE_AND_RUNTIME_OUT ->
                run.measurement().machine() + "|" + run.measurement().runtime();
            case LEAVE_ONE_CLASS_OUT -> run.traits().getOrDefault("class", "");
        };
    }
}
