package org.tonari.profiles.gguf;

import java.util.List;
import org.tonari.profiles.gguf.GgufWriter.Numbers;

/// Writes the metadata and tensors of one architecture, as its files have them.
final class Shape {
    private static final TensorType F32 = TensorType.F32;

    private final GgufWriter writer;
    private final TensorType weights;
    private final TensorType table;
    private String family = "";
    private int layers;
    private long hidden;
    private long vocabulary;
    private long query;
    private long keyValue;
    private long headSize;

    Shape(GgufWriter writer, TensorType weights, TensorType table) {
        this.writer = writer;
        this.weights = weights;
        this.table = table;
    }

    Shape size(String name, int count, long width, long words) {
        family = name;
        layers = count;
        hidden = width;
        vocabulary = words;
        writer.set("general.architecture", name);
        set("block_count", count).set("context_length", 131_072).set("embedding_length", (int) width);
        writer.tensor("token_embd.weight", table, width, words).tensor("output_norm.weight", F32, width);
        GgufShapes.vocabulary(writer, 300);
        return this;
    }

    Shape heads(int queries, int keyValues, int size) {
        query = queries;
        keyValue = keyValues;
        headSize = size;
        return set("attention.head_count", queries)
                .set("attention.head_count_kv", keyValues)
                .set("attention.key_length", size)
                .set("attention.value_length", size);
    }

    Shape window(int tokens) {
        return set("attention.sliding_window", tokens);
    }

    Shape separate() {
        writer.tensor("output.weight", table, hidden, vocabulary);
        return this;
    }

    private Shape set(String key, Object value) {
        writer.set(family + "." + key, value);
        return this;
    }

    private Shape matrix(int layer, String name, long... size) {
        writer.tensor("blk." + layer + "." + name + ".weight", weights, size);
        return this;
    }

    private Shape small(int layer, String name, long... size) {
        writer.tensor("blk." + layer + "." + name, F32, size);
        return this;
    }

    private void softmax(int layer, long queryWidth, long heads) {
        matrix(layer, "attn_q", hidden, queryWidth)
                .matrix(layer, "attn_k", hidden, heads * headSize)
                .matrix(layer, "attn_v", hidden, heads * headSize)
                .matrix(layer, "attn_output", query * headSize, hidden);
    }

    private void headNorms(int layer) {
        small(layer, "attn_q_norm.weight", headSize).small(layer, "attn_k_norm.weight", headSize);
    }

    private void network(int layer, String suffix, long width) {
        matrix(layer, "ffn_gate" + suffix, hidden, width)
                .matrix(layer, "ffn_up" + suffix, hidden, width)
                .matrix(layer, "ffn_down" + suffix, width, hidden);
    }

    private void mixture(int layer, TensorType type, long experts, long width) {
        String block = "blk." + layer + ".ffn_";
        small(layer, "ffn_gate_inp.weight", hidden, experts);
        writer.tensor(block + "gate_exps.weight", type, hidden, width, experts)
                .tensor(block + "up_exps.weight", type, hidden, width, experts)
                .tensor(block + "down_exps.weight", type, width, hidden, experts);
    }

    private Shape expertNumbers(int experts, int active) {
        return set("expert_count", experts).set("expert_used_count", active);
    }

    GgufWriter uniform(long width) {
        for (int layer = 0; layer < layers; layer++) {
            small(layer, "attn_norm.weight", hidden).softmax(layer, query * headSize, keyValue);
            if (!family.equals("llama")) {
                headNorms(layer);
            }
            small(layer, "ffn_norm.weight", hidden).network(layer, "", width);
            if (family.equals("gemma3")) {
                small(layer, "post_attention_norm.weight", hidden).small(layer, "post_ffw_norm.weight", hidden);
            }
        }
        return writer;
    }

    GgufWriter experts(int experts, int active, long width) {
        expertNumbers(experts, active);
        for (int layer = 0; layer < layers; layer++) {
            small(layer, "attn_norm.weight", hidden).softmax(layer, query * headSize, keyValue);
            headNorms(layer);
            small(layer, "ffn_norm.weight", hidden).mixture(layer, weights, experts, width);
        }
        return writer;
    }

    GgufWriter gptOss(int experts, long width) {
        expertNumbers(experts, 4);
        for (int layer = 0; layer < layers; layer++) {
            small(layer, "attn_norm.weight", hidden).softmax(layer, query * headSize, keyValue);
            small(layer, "attn_q.bias", query * headSize)
                    .small(layer, "attn_k.bias", keyValue * headSize)
                    .small(layer, "attn_v.bias", keyValue * headSize)
                    .small(layer, "attn_output.bias", hidden)
                    .small(layer, "attn_sinks.weight", query)
                    .small(layer, "post_attention_norm.weight", hidden)
                    .mixture(layer, TensorType.MXFP4, experts, width);
            small(layer, "ffn_gate_inp.bias", experts)
                    .small(layer, "ffn_gate_exps.bias", width, experts)
                    .small(layer, "ffn_up_exps.bias", width, experts)
                    .small(layer, "ffn_down_exps.bias", hidden, experts);
        }
        return writer;
    }

    GgufWriter deepseek(int heads, int queryRank, int dense, long width, int experts, int active, long expertWidth) {
        set("attention.head_count", heads).set("attention.head_count_kv", 1).set("rope.dimension_count", 64);
        set("attention.kv_lora_rank", 512).set("attention.key_length", 576).set("attention.value_length", 512);
        set("attention.key_length_mla", 192).set("attention.value_length_mla", 128);
        set("leading_dense_block_count", dense).expertNumbers(experts, active);
        for (int layer = 0; layer < layers; layer++) {
            small(layer, "attn_norm.weight", hidden)
                    .small(layer, "attn_q_a_norm.weight", queryRank)
                    .small(layer, "attn_kv_a_norm.weight", 512)
                    .matrix(layer, "attn_q_a", hidden, queryRank)
                    .matrix(layer, "attn_q_b", queryRank, heads * 192L)
                    .matrix(layer, "attn_kv_a_mqa", hidden, 576)
                    .matrix(layer, "attn_v_b", 512, 128, heads)
                    .matrix(layer, "attn_output", heads * 128L, hidden)
                    .small(layer, "ffn_norm.weight", hidden);
            writer.tensor("blk." + layer + ".attn_k_b.weight", TensorType.Q8_0, 128, 512, heads);
            if (layer < dense) {
                network(layer, "", width);
            } else {
                mixture(layer, weights, experts, expertWidth);
                small(layer, "exp_probs_b.bias", experts).network(layer, "_shexp", expertWidth);
            }
        }
        return writer;
    }

    GgufWriter delta(int keys, int values, int experts, int active, long width) {
        long keyWidth = keys * 128L;
        long valueWidth = values * 128L;
        set("ssm.conv_kernel", 4).set("ssm.inner_size", (int) valueWidth).set("ssm.state_size", 128);
        set("ssm.time_step_rank", values).set("ssm.group_count", keys).set("full_attention_interval", 4);
        expertNumbers(experts, active);
        for (int layer = 0; layer < layers; layer++) {
            small(layer, "attn_norm.weight", hidden).small(layer, "post_attention_norm.weight", hidden);
            if ((layer + 1) % 4 == 0) {
                softmax(layer, 2 * query * headSize, keyValue);
                headNorms(layer);
            } else {
                long channels = 2 * keyWidth + valueWidth;
                matrix(layer, "attn_qkv", hidden, channels)
                        .matrix(layer, "attn_gate", hidden, valueWidth)
                        .matrix(layer, "ssm_beta", hidden, values)
                        .matrix(layer, "ssm_alpha", hidden, values)
                        .matrix(layer, "ssm_out", valueWidth, hidden)
                        .small(layer, "ssm_conv1d.weight", 4, channels)
                        .small(layer, "ssm_dt.bias", values)
                        .small(layer, "ssm_a", values)
                        .small(layer, "ssm_norm.weight", 128);
            }
            mixture(layer, weights, experts, width);
            small(layer, "ffn_gate_inp_shexp.weight", hidden).network(layer, "_shexp", width);
        }
        return writer;
    }

    /// @param pattern for each layer `M` for Mamba, `*` for attention, `E` for experts
    GgufWriter nemotron(String pattern) {
        heads(32, 0, 128);
        set("attention.head_count_kv", new Numbers(perLayer(pattern, '*', 2)));
        set("feed_forward_length", new Numbers(perLayer(pattern, 'E', 1856)));
        set("ssm.conv_kernel", 4).set("ssm.inner_size", 4096).set("ssm.state_size", 128);
        set("ssm.time_step_rank", 64).set("ssm.group_count", 8).expertNumbers(128, 6);
        for (int layer = 0; layer < layers; layer++) {
            small(layer, "attn_norm.weight", hidden);
            switch (pattern.charAt(layer)) {
                case 'M' -> mamba(layer);
                case '*' -> softmax(layer, query * headSize, 2);
                default -> ungatedExperts(layer);
            }
        }
        return writer;
    }

    private static List<Integer> perLayer(String pattern, char kind, int number) {
        return pattern.chars().map(c -> c == kind ? number : 0).boxed().toList();
    }

    private void mamba(int layer) {
        matrix(layer, "ssm_in", hidden, 2 * 4096 + 2 * 8 * 128 + 64)
                .matrix(layer, "ssm_out", 4096, hidden)
                .small(layer, "ssm_conv1d.weight", 4, 4096 + 2 * 8 * 128)
                .small(layer, "ssm_conv1d.bias", 4096 + 2 * 8 * 128)
                .small(layer, "ssm_dt.bias", 64)
                .small(layer, "ssm_a", 1, 64)
                .small(layer, "ssm_d", 1, 64)
                .small(layer, "ssm_norm.weight", 4096 / 8, 8);
    }

    private void ungatedExperts(int layer) {
        small(layer, "ffn_gate_inp.weight", hidden, 128)
                .small(layer, "exp_probs_b.bias", 128)
                .matrix(layer, "ffn_up_exps", hidden, 1856, 128)
                .matrix(layer, "ffn_down_exps", 1856, hidden, 128)
                .matrix(layer, "ffn_up_shexp", hidden, 3712)
                .matrix(layer, "ffn_down_shexp", 3712, hidden);
    }
}
