package org.tonari.viewmodel.outside;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tonari.units.Bytes;

/// What a log says was taken of the memory.
///
/// @param modelFile path of the model's file as the log has it, if it does
/// @param taken     by use, as far as the log tells
public record TakenMemory(Optional<String> modelFile, Map<Use, Bytes> taken) {
    /// What memory was taken for.
    public enum Use {
        WEIGHTS,
        KV_CACHE,
        RECURRENT_STATE,
        COMPUTE,
        OUTPUT
    }

    public TakenMemory {
        Objects.requireNonNull(modelFile);
        taken = Map.copyOf(taken);
    }
}
