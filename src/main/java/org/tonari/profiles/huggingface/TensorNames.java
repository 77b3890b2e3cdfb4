package org.tonari.profiles.huggingface;

import java.util.List;
import java.util.Map;
import org.tonari.domain.model.TensorRole;

/// What a tensor of a checkpoint is for, by the names that the library transformers gives modules.
final class TensorNames {
    private static final Map<String, TensorRole> BY_MODULE = Map.ofEntries(
            Map.entry("embed_tokens", TensorRole.TOKEN_EMBEDDING),
            Map.entry("lm_head", TensorRole.OUTPUT_HEAD),
            Map.entry("embed_tokens_per_layer", TensorRole.LOOKUP_TABLE),
            Map.entry("per_layer_model_projection", TensorRole.LAYER_EMBEDDING),
            Map.entry("per_layer_input_gate", TensorRole.LAYER_EMBEDDING),
            Map.entry("per_layer_projection", TensorRole.LAYER_EMBEDDING),
            Map.entry("q_proj", TensorRole.ATTENTION_QUERY),
            Map.entry("k_proj", TensorRole.ATTENTION_KEY),
            Map.entry("v_proj", TensorRole.ATTENTION_VALUE),
            Map.entry("qkv_proj", TensorRole.ATTENTION_FUSED),
            Map.entry("in_proj_qkv", TensorRole.ATTENTION_FUSED),
            Map.entry("in_proj_qkvz", TensorRole.ATTENTION_FUSED),
            Map.entry("in_proj_z", TensorRole.ATTENTION_GATE),
            Map.entry("o_proj", TensorRole.ATTENTION_OUTPUT),
            Map.entry("q_a_proj", TensorRole.LATENT_DOWN),
            Map.entry("kv_a_proj_with_mqa", TensorRole.LATENT_DOWN),
            Map.entry("q_b_proj", TensorRole.LATENT_UP),
            Map.entry("kv_b_proj", TensorRole.LATENT_UP),
            Map.entry("indexer", TensorRole.INDEXER),
            Map.entry("in_proj", TensorRole.STATE_INPUT),
            Map.entry("out_proj", TensorRole.STATE_OUTPUT),
            Map.entry("in_proj_ba", TensorRole.STATE_SMALL),
            Map.entry("in_proj_a", TensorRole.STATE_SMALL),
            Map.entry("in_proj_b", TensorRole.STATE_SMALL),
            Map.entry("x_proj", TensorRole.STATE_SMALL),
            Map.entry("dt_proj", TensorRole.STATE_SMALL),
            Map.entry("fc1_latent_proj", TensorRole.EXPERT_LATENT),
            Map.entry("fc2_latent_proj", TensorRole.EXPERT_LATENT),
            Map.entry("gate", TensorRole.ROUTER),
            Map.entry("router", TensorRole.ROUTER));
    private static final Map<String, TensorRole> NETWORK = Map.of(
            "gate_proj", TensorRole.FEED_FORWARD_GATE,
            "w1", TensorRole.FEED_FORWARD_GATE,
            "up_proj", TensorRole.FEED_FORWARD_UP,
            "w3", TensorRole.FEED_FORWARD_UP,
            "gate_up_proj", TensorRole.FEED_FORWARD_UP,
            "down_proj", TensorRole.FEED_FORWARD_DOWN,
            "w2", TensorRole.FEED_FORWARD_DOWN);

    private TensorNames() {}

    /// @param name   such as `model.layers.3.mlp.experts.7.down_proj.weight`
    /// @param layers how many layers the model has; later ones guess further tokens
    /// @param vector whether the tensor has one dimension or none
    static TensorRole of(String name, int layers, boolean vector) {
        List<String> modules = List.of(name.split("\\."));
        if (name.contains("vision") || name.contains("visual") || name.contains("multi_modal")) {
            return TensorRole.VISION;
        }
        if (name.contains("audio")) {
            return TensorRole.AUDIO;
        }
        if (modules.contains("mtp") || layer(modules) >= layers) {
            return TensorRole.MTP;
        }
        String last = modules.getLast();
        if (vector || last.equals("bias") || last.endsWith("_bias")) {
            return TensorRole.SMALL;
        }
        return matrix(modules);
    }

    private static TensorRole matrix(List<String> modules) {
        for (int i = modules.size() - 1; i >= 0; i--) {
            String module = modules.get(i).replaceFirst("_(blocks|scales)$", "");
            TensorRole network = NETWORK.get(module);
            if (network != null) {
                return among(modules, network);
            }
            TensorRole role = BY_MODULE.get(module);
            if (role != null) {
                return role;
            }
        }
        return TensorRole.SMALL;
    }

    private static TensorRole among(List<String> modules, TensorRole network) {
        boolean shared = modules.stream().anyMatch(module -> module.startsWith("shared_"));
        boolean routed = modules.contains("experts");
        return switch (network) {
            case FEED_FORWARD_GATE ->
                shared ? TensorRole.SHARED_EXPERT_GATE : routed ? TensorRole.EXPERT_GATE : network;
            case FEED_FORWARD_UP -> shared ? TensorRole.SHARED_EXPERT_UP : routed ? TensorRole.EXPERT_UP : network;
            default -> shared ? TensorRole.SHARED_EXPERT_DOWN : routed ? TensorRole.EXPERT_DOWN : network;
        };
    }

    private static int layer(List<String> modules) {
        int at = modules.indexOf("layers");
        boolean numbered =
                at >= 0 && at + 1 < modules.size() && modules.get(at + 1).matches("\\d{1,6}");
        return numbered ? Integer.parseInt(modules.get(at + 1)) : -1;
    }
}
