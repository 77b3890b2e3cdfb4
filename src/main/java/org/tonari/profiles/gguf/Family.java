package org.tonari.profiles.gguf;

import java.util.Map;
import java.util.Set;

/// What llama.cpp knows of an architecture beside what its files state (`load_arch_hparams` in `src/models/*.cpp`).
///
/// @param reach  how far layers look back
/// @param period every so many layers one looks back all the way; 0 where only the file can tell
record Family(Reach reach, int period) {

    /// How far softmax attention looks back.
    enum Reach {
        /// All layers all the way; a window in the file is not used.
        ALL,
        /// Some layers over a window that the file states.
        WINDOW,
        /// Some layers over a window if the file states one.
        OPTIONAL_WINDOW,
        /// Some layers within a chunk.
        CHUNK,
        /// Nothing is known of the architecture.
        UNKNOWN
    }

    private static final Family PLAIN = new Family(Reach.ALL, 0);
    private static final Family UNKNOWN = new Family(Reach.UNKNOWN, 0);
    private static final Map<String, Family> WINDOWED = Map.of(
            "gemma2", new Family(Reach.WINDOW, 2),
            "gemma3", new Family(Reach.WINDOW, 6),
            "gemma3n", new Family(Reach.WINDOW, 5),
            "gemma4", new Family(Reach.WINDOW, 0),
            "gpt-oss", new Family(Reach.WINDOW, 2),
            "cohere2", new Family(Reach.WINDOW, 4),
            "olmo2", new Family(Reach.OPTIONAL_WINDOW, 4),
            "llama4", new Family(Reach.CHUNK, 4));
    private static final Set<String> PLAIN_NAMES = Set.of(
            "llama",
            "mistral",
            "mistral3",
            "mixtral",
            "deci",
            "qwen",
            "qwen2",
            "qwen2moe",
            "qwen2vl",
            "qwen3",
            "qwen3moe",
            "qwen3vl",
            "qwen3vlmoe",
            "qwen3next",
            "qwen35",
            "qwen35moe",
            "gemma",
            "phi2",
            "phi3",
            "phimoe",
            "deepseek",
            "deepseek2",
            "deepseek32",
            "glm-dsa",
            "kimi-linear",
            "glm4",
            "glm4moe",
            "minimax-m2",
            "granite",
            "granitemoe",
            "granitehybrid",
            "nemotron",
            "nemotron_h",
            "nemotron_h_moe",
            "jamba",
            "falcon-h1",
            "mamba",
            "mamba2",
            "lfm2",
            "lfm2moe",
            "smollm3",
            "seed_oss",
            "ernie4_5",
            "ernie4_5-moe",
            "hunyuan-dense",
            "hunyuan-moe",
            "dots1",
            "internlm2",
            "command-r",
            "starcoder2",
            "stablelm",
            "olmo",
            "olmoe");

    /// @return the family of that name in `general.architecture`
    static Family of(String architecture) {
        Family windowed = WINDOWED.get(architecture);
        if (windowed != null) {
            return windowed;
        }
        return PLAIN_NAMES.contains(architecture) ? PLAIN : UNKNOWN;
    }
}
