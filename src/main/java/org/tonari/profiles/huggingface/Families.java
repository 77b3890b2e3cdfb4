package org.tonari.profiles.huggingface;

import java.util.Map;
import java.util.Optional;

/// The families of architectures that are known, by the `model_type` of their configurations.
final class Families {
    private static final Map<String, Family> KNOWN = Map.ofEntries(
            Map.entry("llama", Family.of("llama", Softmax::llama)),
            Map.entry("mistral", Family.of("llama", Softmax::llama)),
            Map.entry("mixtral", Family.of("llama", Softmax::llama)),
            Map.entry("granite", Family.of("granite", Softmax::llama)),
            Map.entry("qwen2", Family.of("qwen2", Softmax::qwen2)),
            Map.entry("qwen2_vl", Family.of("qwen2vl", Softmax::qwen2)),
            Map.entry("qwen2_vl_text", Family.of("qwen2vl", Softmax::qwen2)),
            Map.entry("qwen2_5_vl", Family.of("qwen2vl", Softmax::qwen2)),
            Map.entry("qwen2_5_vl_text", Family.of("qwen2vl", Softmax::qwen2)),
            Map.entry("qwen3", Family.of("qwen3", Softmax::qwen3)),
            Map.entry("qwen3_moe", Family.of("qwen3moe", Softmax::qwen3)),
            Map.entry("phi3", Family.of("phi3", Softmax::phi3)),
            Map.entry("gpt_oss", Family.of("gpt-oss", Softmax::gptOss)),
            Map.entry("glm4_moe", Family.of("glm4moe", Softmax::glm)),
            Map.entry("glm4", Family.of("glm4", Softmax::glm4)),
            Map.entry("minimax_m2", Family.of("minimax-m2", Softmax::miniMax)),
            Map.entry("llama4", Family.of("llama4", Softmax::llama4)),
            Map.entry("llama4_text", Family.of("llama4", Softmax::llama4)),
            Map.entry("gemma2", Family.of("gemma2", Gemma::second)),
            Map.entry("gemma3", Family.of("gemma3", Gemma::third)),
            Map.entry("gemma3_text", Family.of("gemma3", Gemma::third)),
            Map.entry("gemma4", Family.of("gemma4", Gemma::fourth)),
            Map.entry("gemma4_text", Family.of("gemma4", Gemma::fourth)),
            Map.entry("deepseek_v2", Family.of("deepseek2", Latent::layers)),
            Map.entry("deepseek_v3", Family.of("deepseek2", Latent::layers)),
            Map.entry("kimi_k2", Family.of("deepseek2", Latent::layers)),
            Map.entry("glm4_moe_lite", Family.of("deepseek2", Latent::layers)),
            Map.entry("deepseek_v32", Family.of("deepseek32", Latent::layers)),
            Map.entry("glm_moe_dsa", Family.of("glm-dsa", Latent::layers)),
            Map.entry("qwen3_next", Family.of("qwen3next", Hybrid::qwen)),
            Map.entry("qwen3_5", Family.of("qwen35", Hybrid::qwen)),
            Map.entry("qwen3_5_text", Family.of("qwen35", Hybrid::qwen)),
            Map.entry("qwen3_5_moe", Family.of("qwen35moe", Hybrid::qwen)),
            Map.entry("qwen3_5_moe_text", Family.of("qwen35moe", Hybrid::qwen)),
            Map.entry("nemotron_h", new Family(Nemotron::family, Nemotron::layers)),
            Map.entry("granitemoehybrid", Family.of("granitehybrid", Hybrid::granite)),
            Map.entry("lfm2", Family.of("lfm2", Liquid::layers)),
            Map.entry("lfm2_moe", Family.of("lfm2moe", Liquid::layers)),
            Map.entry("falcon_h1", Family.of("falcon-h1", Hybrid::falcon)),
            Map.entry("gemma3n", Family.of("gemma3n", Gemma::nano)),
            Map.entry("gemma3n_text", Family.of("gemma3n", Gemma::nano)),
            Map.entry("granitemoe", Family.of("granitemoe", Softmax::llama)),
            Map.entry("mistral3", Family.of("llama", Softmax::llama)),
            Map.entry("ministral3", Family.of("llama", Softmax::llama)),
            Map.entry("jamba", Family.of("jamba", Hybrid::jamba)));

    private Families() {}

    /// @return how configurations of that type are read
    static Optional<Family> of(String modelType) {
        return Optional.ofNullable(KNOWN.get(modelType));
    }
}
