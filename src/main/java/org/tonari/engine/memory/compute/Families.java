package org.tonari.engine.memory.compute;

import static org.tonari.engine.memory.compute.GraphTraits.OutputRows.LAST_ATTENTION;
import static org.tonari.engine.memory.compute.GraphTraits.OutputRows.LAST_LAYER;
import static org.tonari.engine.memory.compute.GraphTraits.OutputRows.LAST_NORM;
import static org.tonari.engine.memory.compute.GraphTraits.rows;

import org.tonari.engine.memory.compute.GraphTraits.Quirk;

/// The architecture families of llama.cpp v0.5.0 and how it builds their graphs (src/models/).
///
/// Equal to the dry allocations of that version, byte for byte: every family named here but those below, and `llama`
/// (also Mixtral), `qwen2`, `granite`, `granitemoe`, `mistral3`, `seed_oss`, `smollm3`, `hunyuan-moe` and `deci`, which
/// are plain. Taken to be like a family that is, without a run: `gemma3n`, `glm-dsa`, `kimi-linear`, `qwen3vl` with its
/// vision part. An unknown family is taken to be plain.
final class Families {
    private static final GraphTraits PLAIN = rows(LAST_ATTENTION);
    private static final GraphTraits SECTIONED = PLAIN.withPositions(4);
    private static final GraphTraits NORMED = rows(LAST_ATTENTION, Quirk.QUERY_KEY_NORM);
    private static final GraphTraits SECTIONED_NORMED = NORMED.withPositions(4);
    private static final GraphTraits GEMMA = rows(LAST_ATTENTION, Quirk.SCALED_EMBEDDING);
    private static final GraphTraits GEMMA2 = rows(LAST_ATTENTION, Quirk.SCALED_EMBEDDING, Quirk.POST_NORMS);
    private static final GraphTraits GEMMA3 = rows(
            LAST_ATTENTION, Quirk.QUERY_KEY_NORM, Quirk.KEYS_BEFORE_VALUES, Quirk.SCALED_EMBEDDING, Quirk.POST_NORMS);
    private static final GraphTraits GEMMA4 = rows(
            LAST_NORM,
            Quirk.QUERY_KEY_NORM,
            Quirk.VALUE_NORM,
            Quirk.KEYS_BEFORE_VALUES,
            Quirk.SCALED_EMBEDDING,
            Quirk.POST_NORMS);
    private static final GraphTraits GPT_OSS =
            rows(LAST_LAYER, Quirk.KEYS_BEFORE_VALUES, Quirk.EXPERT_BIAS, Quirk.SOFTMAX_OF_CHOSEN);
    private static final GraphTraits BIASED_CHOICE = rows(LAST_ATTENTION, Quirk.QUERY_KEY_NORM, Quirk.SELECTION_BIAS);
    private static final GraphTraits QWEN2_MOE =
            rows(LAST_ATTENTION, Quirk.PLAIN_EXPERT_WEIGHTS, Quirk.GATED_SHARED_EXPERT);
    private static final GraphTraits DEEPSEEK2 =
            rows(LAST_ATTENTION, Quirk.SELECTION_BIAS, Quirk.SCALED_EXPERT_WEIGHTS);
    private static final GraphTraits BAILING2 = rows(
            LAST_ATTENTION,
            Quirk.FUSED_PROJECTIONS,
            Quirk.QUERY_KEY_NORM,
            Quirk.SELECTION_BIAS,
            Quirk.SCALED_EXPERT_WEIGHTS);
    private static final GraphTraits QWEN35 =
            rows(LAST_NORM, Quirk.QUERY_KEY_NORM, Quirk.GATED_SHARED_EXPERT).withPositions(4);
    private static final GraphTraits QWEN3_NEXT = rows(
            LAST_NORM,
            Quirk.QUERY_KEY_NORM,
            Quirk.REPEATED_KEY_HEADS,
            Quirk.FUSED_DECAY_AND_RATE,
            Quirk.GATED_SHARED_EXPERT);
    private static final GraphTraits NEMOTRON_H =
            rows(LAST_NORM, Quirk.NO_ROTATION, Quirk.SELECTION_BIAS, Quirk.SCALED_EXPERT_WEIGHTS);
    private static final GraphTraits GRANITE_HYBRID = rows(LAST_ATTENTION, Quirk.NO_ROTATION);
    private static final GraphTraits JAMBA = rows(
            LAST_ATTENTION,
            Quirk.NO_ROTATION,
            Quirk.PLAIN_EXPERT_WEIGHTS,
            Quirk.STREAM_BEFORE_ATTENTION,
            Quirk.STREAM_BEFORE_FEED_FORWARD);
    private static final GraphTraits PHI3 =
            rows(LAST_ATTENTION, Quirk.FUSED_PROJECTIONS, Quirk.FUSED_GATE_AND_UP, Quirk.STREAM_BEFORE_FEED_FORWARD);
    private static final GraphTraits GLM4 = rows(LAST_ATTENTION, Quirk.FUSED_GATE_AND_UP, Quirk.POST_NORMS);
    private static final GraphTraits LLAMA4 = rows(
            LAST_ATTENTION,
            Quirk.UNROTATED_FULL_ATTENTION,
            Quirk.SCALED_QUERIES,
            Quirk.QUERY_KEY_NORM,
            Quirk.KEYS_BEFORE_VALUES,
            Quirk.CHOICE_BY_LOGITS,
            Quirk.PLAIN_EXPERT_WEIGHTS,
            Quirk.WEIGHTS_BEFORE_EXPERTS);
    private static final GraphTraits POST_NORM_ONLY =
            rows(LAST_ATTENTION, Quirk.QUERY_KEY_NORM, Quirk.NO_PRE_NORMS, Quirk.POST_NORMS);

    private Families() {}

    /// @param family llama.cpp's name of the architecture
    /// @return how its graph is built; as that of `llama` where the family is not known
    static GraphTraits of(String family) {
        return switch (family) {
            case "qwen2vl" -> SECTIONED;
            case "qwen3", "qwen3moe" -> NORMED;
            case "qwen3vl", "qwen3vlmoe" -> SECTIONED_NORMED;
            case "bailingmoe2" -> BAILING2;
            case "qwen2moe" -> QWEN2_MOE;
            case "gemma" -> GEMMA;
            case "gemma2" -> GEMMA2;
            case "gemma3", "gemma3n" -> GEMMA3;
            case "gemma4" -> GEMMA4;
            case "gpt-oss" -> GPT_OSS;
            case "minimax-m2", "ernie4_5-moe" -> BIASED_CHOICE;
            case "deepseek2", "deepseek32", "glm-dsa", "glm4moe", "dots1", "kimi-linear" -> DEEPSEEK2;
            case "qwen35", "qwen35moe" -> QWEN35;
            case "qwen3next" -> QWEN3_NEXT;
            case "nemotron_h", "nemotron_h_moe" -> NEMOTRON_H;
            case "granitehybrid" -> GRANITE_HYBRID;
            case "jamba" -> JAMBA;
            case "phi3" -> PHI3;
            case "glm4" -> GLM4;
            case "llama4" -> LLAMA4;
            case "olmo2", "exaone4" -> POST_NORM_ONLY;
            default -> PLAIN;
        };
    }
}
