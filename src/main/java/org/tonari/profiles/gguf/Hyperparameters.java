package org.tonari.profiles.gguf;

import java.io.Serial;
import java.util.OptionalLong;
import org.tonari.explain.MissingFact;

/// The numbers a file states of its architecture, by their keys without the architecture's name.
///
/// @param metadata     of the file
/// @param architecture llama.cpp's name of the family
record Hyperparameters(Metadata metadata, String architecture) {
    private static final long MOST = 1 << 24;

    /// A number that is needed and not stated. Caught where a layer is described.
    static final class Unstated extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient MissingFact fact;

        Unstated(String key) {
            super(key);
            this.fact = new MissingFact("model." + key, "The file does not state it.");
        }

        MissingFact fact() {
            return fact;
        }
    }

    private String full(String key) {
        return architecture + "." + key;
    }

    /// @return a number that is the same for all layers, if it is stated
    OptionalLong stated(String key) {
        return metadata.whole(full(key), MOST);
    }

    /// @return a number that is the same for all layers
    long needed(String key) {
        return stated(key).orElseThrow(() -> new Unstated(key));
    }

    /// @return a layer's own number, be it the same for all, if it is stated
    OptionalLong stated(String key, int layer) {
        return metadata.whole(full(key), layer, MOST);
    }

    /// @return a layer's own number, be it the same for all
    long needed(String key, int layer) {
        return stated(key, layer).orElseThrow(() -> new Unstated(key));
    }

    boolean isList(String key) {
        return metadata.isList(full(key));
    }
}
