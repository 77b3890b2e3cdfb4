package org.tonari.profiles.gguf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.model.TensorRole;

/// What the names of files, models and tensors tell.
class NamesTest {
    private static final GgufTensor MATRIX = new GgufTensor("t", List.of(4L, 8L), TensorType.F16, 64);
    private static final GgufTensor VECTOR = new GgufTensor("t", List.of(4L), TensorType.F32, 16);

    private static Metadata metadata(String key, String text) {
        return new Metadata("m.gguf", Map.of(key, new MetadataValue.Text(text)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "token_embd.weight, TOKEN_EMBEDDING",
        "attn_q.weight, ATTENTION_QUERY",
        "attn_q.bias, SMALL",
        "v.blk.0.attn_q.weight, VISION",
        "mm.0.weight, VISION",
        "a.blk.0.attn_q.weight, AUDIO",
        "ffn_gate.7.weight, EXPERT_GATE",
        "ffn_up.7.weight, EXPERT_UP",
        "ffn_down.7.weight, EXPERT_DOWN",
        "nextn.eh_proj.weight, MTP",
        "indexer.attn_k.weight, INDEXER",
        "altup_router.weight, LAYER_EMBEDDING",
        "laurel_l.weight, LAYER_EMBEDDING",
        "ssm_x.weight, STATE_SMALL",
        "ssm_conv1d.weight, SMALL",
        "ssm_norm.weight, SMALL",
        "ssm_a.weight, SMALL",
        "ssm_d.weight, SMALL",
        "time_mix_key.weight, ATTENTION_FUSED",
        "attn_novel.weight, ATTENTION_FUSED",
        "attn_q_norm.weight, SMALL",
        "channel_mix_key.weight, FEED_FORWARD_UP",
        "ffn_novel.weight, FEED_FORWARD_UP",
        "ffn_norm.weight, SMALL",
        "nobody.knows.weight, SMALL"
    })
    void aTensorsNameTellsItsUse(String name, TensorRole role) {
        assertThat(TensorRoles.of(name, MATRIX)).isEqualTo(role);
    }

    @Test
    void vectorsAreSmallWhateverTheirName() {
        assertThat(TensorRoles.of("attn_q.weight", VECTOR)).isEqualTo(TensorRole.SMALL);
        assertThat(TensorRoles.of("v.norm.weight", VECTOR)).isEqualTo(TensorRole.VISION);
        assertThat(VECTOR.isVector()).isTrue();
        assertThat(MATRIX.isVector()).isFalse();
        assertThat(MATRIX.size(1)).isEqualTo(8);
        assertThat(MATRIX.size(2)).isEqualTo(1);
        assertThat(MATRIX.elements()).isEqualTo(32);
    }

    @ParameterizedTest(name = "{0} is of layer {1}")
    @CsvSource({
        "blk.0.attn_q.weight, 0",
        "blk.12.attn_q.weight, 12",
        "blk.99999.a, 99999",
        "blk.100000.a, -1",
        "blk..a, -1",
        "blk.1x.a, -1",
        "blk.1:.a, -1",
        "blk.1/.a, -1",
        "blk.1, -1",
        "output.weight, -1",
        "blob.1.a, -1"
    })
    void aTensorsNameTellsItsLayer(String name, int layer) {
        assertThat(LayerTensors.layer(name)).isEqualTo(layer);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "model.gguf, model, 1",
        "model, model, 1",
        "big-00002-of-00003.gguf, big, 3",
        "big-00001-of-00001.gguf, big, 1",
        "big-00001-of-00000.gguf, big-00001-of-00000, 1",
        "big-1-of-3.gguf, big-1-of-3, 1"
    })
    void aPartOfAModelNamesTheOthers(String file, String name, int parts) {
        SplitName split = SplitName.of(file);

        assertThat(split.name()).isEqualTo(name);
        assertThat(split.parts()).hasSize(parts).contains(file);
    }

    @Test
    void partsAreNumberedFromOne() {
        assertThat(SplitName.of("big-00002-of-00002.gguf").parts())
                .containsExactly("big-00001-of-00002.gguf", "big-00002-of-00002.gguf");
    }

    @Test
    void aModelGoesByItsOwnNameOrElseTheFiles() {
        assertThat(Naming.name(metadata("general.name", "My\u001b[31m  Model"), "file"))
                .isEqualTo("My [31m  Model");
        assertThat(Naming.name(metadata("general.name", "\u0007"), "file")).isEqualTo("file");
        assertThat(Naming.name(metadata("another", "x"), "fi\nle")).isEqualTo("fi le");
        assertThat(Naming.id("_My Model_Q4.0")).isEqualTo("my-model_q4.0");
        assertThat(Naming.id("日本")).isEqualTo("model");
        assertThat(Naming.clean("x".repeat(120))).hasSize(120);
        assertThat(Naming.clean("x".repeat(121))).hasSize(120);
        assertThat(Naming.clean("x".repeat(119) + " yz")).hasSize(119);
    }

    @ParameterizedTest
    @CsvSource({"general.source.huggingface.repository", "general.source.repo_url", "general.source.url"})
    void aModelComesFromWhereItsFileSays(String key) {
        assertThat(Naming.details(metadata(key, "me/model")).repository()).isEqualTo("me/model");
        assertThat(Naming.details(metadata(key, "me/model")).licence()).isEmpty();
        assertThat(Naming.details(metadata("general.license", "mit\n")).licence())
                .isEqualTo("mit");
    }

    @Test
    void kindsOfLayersThatGoByOneNameAreNumbered() {
        var groups = new LayerGroups();
        for (long small : new long[] {1, 2, 3, 1, 4}) {
            groups.add(new LayerGroups.Kind(
                    new Attention.ShortConvolution(1, 1), new FeedForward.Dense(1, 2), small, List.of()));
        }

        assertThat(groups.order()).containsExactly(0, 1, 2, 0, 3);
        assertThat(groups.groups())
                .extracting(LayerGroup::kind)
                .containsExactly("convolution", "convolution_dense", "convolution_dense_2", "convolution_dense_3");
        assertThat(groups.groups()).extracting(LayerGroup::count).containsExactly(2, 1, 1, 1);
    }

    private static String nearest(long fileType, TensorType... types) {
        var tensors = new ArrayList<GgufTensor>();
        tensors.add(new GgufTensor("norm", List.of(1L << 20), TensorType.F32, 1L << 22));
        for (TensorType type : types) {
            tensors.add(new GgufTensor("t" + tensors.size(), List.of(256L, 10L + tensors.size()), type, 1));
        }
        var metadata = new Metadata("m.gguf", Map.of("general.file_type", new MetadataValue.Whole(fileType)));
        return NearestWeights.of(new GgufFile("m", metadata, tensors));
    }

    @Test
    void weightsAreNearestToWhatMostMatricesAreStoredIn() {
        assertThat(nearest(15, TensorType.Q6_K, TensorType.Q4_K)).isEqualTo("q4_k_m");
        assertThat(nearest(14, TensorType.Q6_K, TensorType.Q4_K)).isEqualTo("q4_k_s");
        assertThat(nearest(14, TensorType.Q4_K, TensorType.Q6_K)).isEqualTo("q6_k");
        assertThat(nearest(14, TensorType.Q4_K, TensorType.Q6_K, TensorType.Q4_K))
                .isEqualTo("q4_k_s");
        assertThat(nearest(0)).isEqualTo("f32");
    }
}
