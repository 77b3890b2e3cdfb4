package org.tonari.evidence;

import org.tonari.domain.Measurement;

/// Which rows are kept back while others are fitted.
public enum Protocol {
    IN_SAMPLE,
    LEAVE_ONE_SOURCE_OUT,
    LEAVE_ONE_MODEL_OUT,
    LEAVE_ONE_MACHINE_OUT;

    /// @return rows with the same fold are kept back together; empty where none are
    String fold(Measurement run) {
        return switch (this) {
            case IN_SAMPLE -> "";
            case LEAVE_ONE_SOURCE_OUT -> run.sourceKey();
            case LEAVE_ONE_MODEL_OUT -> run.model();
            case LEAVE_ONE_MACHINE_OUT -> run.machine();
        };
    }
}
