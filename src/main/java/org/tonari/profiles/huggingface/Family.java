package org.tonari.profiles.huggingface;

import java.util.List;
import java.util.function.Function;

/// How the configurations of one family of architectures are read.
///
/// @param name   the family's name in llama.cpp
/// @param layers makes the layers from first to last
record Family(Function<Config, String> name, Function<Config, List<Layer>> layers) {

    /// @return a family of one name
    static Family of(String name, Function<Config, List<Layer>> layers) {
        return new Family(_ -> name, layers);
    }
}
