package org.tonari.remote;

import java.util.List;
import java.util.OptionalLong;

/// What a server says of itself.
///
/// @param kind      the interface it is measured by
/// @param name      what it is as far as it tells: `llama.cpp`, `ollama`, `vllm`, `sglang`, or empty
/// @param version   its build as it names it, or empty
/// @param models    the models it offers; at least one
/// @param context   tokens that one sequence may hold, where it tells
public record ServerFacts(ServerKind kind, String name, String version, List<String> models, OptionalLong context) {
    public ServerFacts {
        models = List.copyOf(models);
    }
}
