package org.tonari.profiles.huggingface;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.domain.model.TensorRole;

class TensorNamesTest {
    private static final int LAYERS = 4;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "model.embed_tokens.weight, TOKEN_EMBEDDING",
        "lm_head.weight, OUTPUT_HEAD",
        "model.layers.0.self_attn.q_proj.weight, ATTENTION_QUERY",
        "model.layers.0.self_attn.o_proj.weight_scale_inv, ATTENTION_OUTPUT",
        "model.layers.0.self_attn.kv_a_proj_with_mqa.weight, LATENT_DOWN",
        "model.layers.0.self_attn.indexer.wk.weight, INDEXER",
        "model.layers.0.mlp.down_proj.weight, FEED_FORWARD_DOWN",
        "model.layers.0.mlp.experts.7.up_proj.weight, EXPERT_UP",
        "model.layers.0.mlp.experts.gate_up_proj_blocks, EXPERT_UP",
        "model.layers.0.mlp.experts.gate_up_proj_bias, SMALL",
        "model.layers.0.mlp.shared_experts.gate_proj.weight, SHARED_EXPERT_GATE",
        "model.layers.0.block_sparse_moe.experts.3.w2.weight, EXPERT_DOWN",
        "model.layers.0.mlp.gate.weight, ROUTER",
        "model.layers.0.linear_attn.in_proj_qkvz.weight, ATTENTION_FUSED",
        "model.layers.0.mamba.out_proj.weight, STATE_OUTPUT",
        "model.layers.0.mamba.conv1d.weight, SMALL",
        "model.layers.4.mlp.down_proj.weight, MTP",
        "mtp.layers.0.mlp.down_proj.weight, MTP",
        "model.visual.blocks.0.attn.qkv.weight, VISION",
        "model.vision_tower.weight, VISION",
        "model.multi_modal_projector.weight, VISION",
        "model.audio_tower.weight, AUDIO",
        "model.layers.0.mlp.gate_proj.weight, FEED_FORWARD_GATE",
        "model.layers.0.mlp.experts.7.gate_proj.weight, EXPERT_GATE",
        "model.layers.0.mlp.up_proj.weight, FEED_FORWARD_UP",
        "model.layers.0.mlp.shared_experts.up_proj.weight, SHARED_EXPERT_UP",
        "model.layers.0.mlp.shared_experts.down_proj.weight, SHARED_EXPERT_DOWN",
        "model.layers.0.self_attn.q_proj.bias, SMALL",
        "layers.3.mlp.down_proj.weight, FEED_FORWARD_DOWN",
        "layers.4.mlp.down_proj.weight, MTP",
        "model.layers.x.mlp.down_proj.weight, FEED_FORWARD_DOWN",
        "q_proj.layers, ATTENTION_QUERY",
        "nobody.knows.weight, SMALL"
    })
    void aNameTellsTheRole(String name, TensorRole role) {
        assertThat(TensorNames.of(name, LAYERS, false)).isEqualTo(role);
    }

    @Test
    void vectorsAreSmallWhateverTheirName() {
        assertThat(TensorNames.of("model.layers.0.self_attn.q_proj.bias", LAYERS, true))
                .isEqualTo(TensorRole.SMALL);
    }
}
