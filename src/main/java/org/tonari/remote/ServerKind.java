package org.tonari.remote;

/// The interfaces by which a server is measured.
public enum ServerKind {
    /// llama.cpp's own server.
    LLAMA_CPP,
    /// Ollama.
    OLLAMA,
    /// Anything that answers as OpenAI's interface does, such as vLLM, SGLang or LM Studio.
    OPENAI
}
