package org.tonari.profiles.gguf;

import java.util.Map;
import org.tonari.domain.model.TensorRole;

/// What a tensor is for, by its name (`gguf-py/gguf/constants.py` of llama.cpp).
final class TensorRoles {
    private static final Map<String, TensorRole> BY_NAME = Map.ofEntries(
            Map.entry("token_embd", TensorRole.TOKEN_EMBEDDING),
            Map.entry("output", TensorRole.OUTPUT_HEAD),
            Map.entry("per_layer_token_embd", TensorRole.LOOKUP_TABLE),
            Map.entry("per_layer_model_proj", TensorRole.LAYER_EMBEDDING),
            Map.entry("inp_gate", TensorRole.LAYER_EMBEDDING),
            Map.entry("proj", TensorRole.LAYER_EMBEDDING),
            Map.entry("attn_q", TensorRole.ATTENTION_QUERY),
            Map.entry("attn_k", TensorRole.ATTENTION_KEY),
            Map.entry("attn_v", TensorRole.ATTENTION_VALUE),
            Map.entry("attn_qkv", TensorRole.ATTENTION_FUSED),
            Map.entry("attn_gate", TensorRole.ATTENTION_GATE),
            Map.entry("attn_output", TensorRole.ATTENTION_OUTPUT),
            Map.entry("attn_q_a", TensorRole.LATENT_DOWN),
            Map.entry("attn_kv_a_mqa", TensorRole.LATENT_DOWN),
            Map.entry("attn_q_b", TensorRole.LATENT_UP),
            Map.entry("attn_k_b", TensorRole.LATENT_UP),
            Map.entry("attn_v_b", TensorRole.LATENT_UP),
            Map.entry("attn_kv_b", TensorRole.LATENT_UP),
            Map.entry("ssm_in", TensorRole.STATE_INPUT),
            Map.entry("shortconv.in_proj", TensorRole.STATE_INPUT),
            Map.entry("ssm_out", TensorRole.STATE_OUTPUT),
            Map.entry("shortconv.out_proj", TensorRole.STATE_OUTPUT),
            Map.entry("ffn_gate", TensorRole.FEED_FORWARD_GATE),
            Map.entry("ffn_up", TensorRole.FEED_FORWARD_UP),
            Map.entry("ffn_down", TensorRole.FEED_FORWARD_DOWN),
            Map.entry("ffn_gate_exps", TensorRole.EXPERT_GATE),
            Map.entry("ffn_up_exps", TensorRole.EXPERT_UP),
            Map.entry("ffn_gate_up_exps", TensorRole.EXPERT_UP),
            Map.entry("ffn_down_exps", TensorRole.EXPERT_DOWN),
            Map.entry("ffn_gate_shexp", TensorRole.SHARED_EXPERT_GATE),
            Map.entry("ffn_up_shexp", TensorRole.SHARED_EXPERT_UP),
            Map.entry("ffn_down_shexp", TensorRole.SHARED_EXPERT_DOWN),
            Map.entry("ffn_latent_down", TensorRole.EXPERT_LATENT),
            Map.entry("ffn_latent_up", TensorRole.EXPERT_LATENT),
            Map.entry("ffn_gate_inp", TensorRole.ROUTER));

    private TensorRoles() {}

    /// @param name   within its layer, such as `attn_q.weight`
    /// @param tensor the tensor itself
    static TensorRole of(String name, GgufTensor tensor) {
        if (name.startsWith("v.") || name.startsWith("mm.")) {
            return TensorRole.VISION;
        }
        if (name.startsWith("a.")) {
            return TensorRole.AUDIO;
        }
        if (tensor.isVector() || !name.endsWith(".weight")) {
            return TensorRole.SMALL;
        }
        String stem = name.substring(0, name.length() - ".weight".length());
        TensorRole known = BY_NAME.get(stem);
        return known != null ? known : byBeginning(stem);
    }

    private static TensorRole byBeginning(String stem) {
        if (stem.matches("ffn_(gate|up|down)\\.\\d+")) {
            return switch (stem.charAt("ffn_".length())) {
                case 'g' -> TensorRole.EXPERT_GATE;
                case 'u' -> TensorRole.EXPERT_UP;
                default -> TensorRole.EXPERT_DOWN;
            };
        }
        if (stem.startsWith("nextn.")) {
            return TensorRole.MTP;
        }
        if (stem.startsWith("indexer.")) {
            return TensorRole.INDEXER;
        }
        if (stem.startsWith("altup") || stem.startsWith("laurel")) {
            return TensorRole.LAYER_EMBEDDING;
        }
        boolean mixer = stem.startsWith("ssm_") && !stem.startsWith("ssm_conv1d") && !stem.startsWith("ssm_norm");
        return mixer && !stem.equals("ssm_a") && !stem.equals("ssm_d") ? TensorRole.STATE_SMALL : other(stem);
    }

    /// Matrices no name tells the use of: each token passes through them, so any role of a layer counts them right.
    private static TensorRole other(String stem) {
        if (stem.startsWith("time_mix") || stem.startsWith("attn_") && !stem.contains("norm")) {
            return TensorRole.ATTENTION_FUSED;
        }
        if (stem.startsWith("channel_mix") || stem.startsWith("ffn_") && !stem.contains("norm")) {
            return TensorRole.FEED_FORWARD_UP;
        }
        return TensorRole.SMALL;
    }
}
