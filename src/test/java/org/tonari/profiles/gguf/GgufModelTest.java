package org.tonari.profiles.gguf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.Attention.Trait;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LanguageModel.Extra;
import org.tonari.domain.model.LanguageModel.OutputHead;
import org.tonari.domain.model.LanguageModel.StoredTensors;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.model.TensorRole;
import org.tonari.domain.model.TensorTable;
import org.tonari.profiles.gguf.GgufWriter.Numbers;
import org.tonari.profiles.gguf.GgufWriter.Switches;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.Reading;

class GgufModelTest {
    @TempDir
    private Path folder;

    static Stream<String> shapes() {
        return GgufShapes.names();
    }

    static Stream<String> loaded() throws IOException {
        Path path =
                Path.of(System.getProperty("project.directory", "."), "src/test/resources/dry-allocations/models.csv");
        return Files.readAllLines(path).stream().skip(1);
    }

    private LanguageModel model(GgufWriter writer) {
        return read(writer.write(folder.resolve("Model.gguf"))).optional().orElseThrow();
    }

    private static Reading<LanguageModel> read(Path file) {
        return GgufModels.read(file);
    }

    private ProfileProblem refused(GgufWriter writer) {
        return refused(writer.write(folder.resolve("Model.gguf")));
    }

    private static ProfileProblem refused(Path file) {
        return switch (read(file)) {
            case Reading.Refused<LanguageModel>(ProfileProblem problem) -> problem;
            case Reading.Read<LanguageModel>(LanguageModel model) -> throw new AssertionError("read " + model.id());
        };
    }

    private static long elements(LanguageModel model) {
        return model.stored().stream().mapToLong(StoredTensors::elements).sum();
    }

    private static long bytes(LanguageModel model) {
        return model.stored().stream()
                .mapToLong(stored -> stored.bytes().count())
                .sum();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void everyTensorIsCountedToTheByte(String shape) {
        GgufWriter writer = GgufShapes.of(shape);

        LanguageModel model = model(writer);

        assertThat(bytes(model)).isEqualTo(writer.tensorBytes());
        assertThat(elements(model)).isEqualTo(writer.elements());
        assertThat(model.name()).isEqualTo(shape);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("loaded")
    void tensorsAreThoseLlamaCppLoaded(String line) {
        String[] cells = line.split(",", -1);

        LanguageModel model = model(GgufShapes.of(cells[0]));

        assertThat(elements(model)).isEqualTo(Long.parseLong(cells[1]));
        assertThat(bytes(model)).isEqualTo(Long.parseLong(cells[2]));
        // The description alone implies the same number of weights.
        assertThat(TensorTable.parameters(model)).isEqualTo(Long.parseLong(cells[1]));
    }

    @Test
    void gemmaLayersReachAllTheWayEverySixth() {
        LanguageModel model = model(GgufShapes.of("gemma3-1b-like-q4-0"));

        assertThat(model.order().subList(0, 7)).containsExactly(0, 0, 0, 0, 0, 1, 0);
        assertThat(model.layer(0).attention())
                .isEqualTo(new Attention.SlidingWindowAttention(new Heads(4, 1, 256, 256, Set.of()), 512));
        assertThat(model.head()).isEqualTo(OutputHead.TIED);
        assertThat(model.groups()).extracting(LayerGroup::kind).containsExactly("sliding", "full");
    }

    @Test
    void nemotronLayersAreToldApartByTheirTensors() {
        LanguageModel model = model(GgufShapes.of("nemotron3-nano-30b-a3b-like"));

        assertThat(model.groups()).extracting(LayerGroup::kind).containsExactly("mamba", "moe", "full");
        assertThat(model.groups()).extracting(LayerGroup::count).containsExactly(23, 23, 6);
        assertThat(model.groups().get(1).feedForward())
                .isEqualTo(new FeedForward.MixtureOfExperts(128, 6, 1856, 2, 2688, 3712, 0));
        assertThat(model.nativeWeights()).isEqualTo("q8_0");
    }

    private static GgufWriter tiny(String architecture, int layers) {
        return new GgufWriter()
                .set("general.architecture", architecture)
                .set(architecture + ".block_count", layers)
                .set(architecture + ".context_length", 4096)
                .set(architecture + ".embedding_length", 64)
                .tensor("token_embd.weight", TensorType.F16, 64, 100);
    }

    private static void attention(GgufWriter writer, int layer, long queryRows, long keyRows) {
        writer.tensor("blk." + layer + ".attn_q.weight", TensorType.F16, 64, queryRows)
                .tensor("blk." + layer + ".attn_k.weight", TensorType.F16, 64, keyRows);
    }

    @Test
    void gemma4LayersFollowTheFilesOwnPatternSizesAndSharing() {
        GgufWriter writer = tiny("gemma4", 4)
                .set("gemma4.attention.head_count", 4)
                .set("gemma4.attention.head_count_kv", new Numbers(List.of(2, 1, 2, 1)))
                .set("gemma4.attention.key_length", 64)
                .set("gemma4.attention.value_length", 64)
                .set("gemma4.attention.key_length_swa", 32)
                .set("gemma4.attention.value_length_swa", 32)
                .set("gemma4.attention.sliding_window", 512)
                .set("gemma4.attention.sliding_window_pattern", new Switches(List.of(true, false, true, false)))
                .set("gemma4.attention.shared_kv_layers", 2);
        for (int layer = 0; layer < 4; layer++) {
            attention(writer, layer, layer % 2 == 0 ? 128 : 256, 64);
        }

        LanguageModel model = model(writer);

        assertThat(model.layer(0).attention())
                .isEqualTo(
                        new Attention.SlidingWindowAttention(new Heads(4, 2, 32, 32, Set.of(Trait.KEY_IS_VALUE)), 512));
        assertThat(model.layer(3).attention())
                .isEqualTo(new Attention.FullAttention(
                        new Heads(4, 1, 64, 64, Set.of(Trait.KEY_IS_VALUE, Trait.SHARED_CACHE))));
    }

    @Test
    void layersWithStateAndAttentionSideBySideCountAsTwo() {
        GgufWriter writer = tiny("falcon-h1", 1)
                .set("falcon-h1.attention.head_count", 2)
                .set("falcon-h1.attention.head_count_kv", 1)
                .set("falcon-h1.attention.key_length", 32)
                .set("falcon-h1.attention.value_length", 32)
                .set("falcon-h1.ssm.conv_kernel", 4)
                .set("falcon-h1.ssm.inner_size", 128)
                .set("falcon-h1.ssm.state_size", 16)
                .set("falcon-h1.ssm.group_count", 1)
                .set("falcon-h1.ssm.time_step_rank", 4)
                .tensor("blk.0.ssm_conv1d.weight", TensorType.F32, 4, 160)
                .tensor("blk.0.attn_v.weight", TensorType.F16, 64, 32);
        attention(writer, 0, 64, 32);

        LanguageModel model = model(writer);

        assertThat(model.groups()).extracting(LayerGroup::kind).containsExactly("mamba", "full");
    }

    @Test
    void oldLatentFilesCacheEveryHead() {
        GgufWriter writer = tiny("deepseek2", 1)
                .set("deepseek2.attention.head_count", 16)
                .set("deepseek2.attention.key_length", 192)
                .set("deepseek2.attention.value_length", 128)
                .tensor("blk.0.attn_kv_a_mqa.weight", TensorType.F16, 64, 576)
                .tensor("blk.0.attn_kv_b.weight", TensorType.F16, 512, 4096);

        assertThat(model(writer).layer(0).attention())
                .isEqualTo(new Attention.FullAttention(new Heads(16, 16, 192, 128, Set.of())));
    }

    @Test
    void layersThatGuessFurtherTokensStandApart() {
        GgufWriter writer = tiny("glm4moe", 2)
                .set("glm4moe.nextn_predict_layers", 1)
                .tensor("blk.1.nextn.eh_proj.weight", TensorType.F16, 128, 64);

        LanguageModel model = model(writer);

        assertThat(model.layers()).isEqualTo(1);
        assertThat(model.extras()).containsExactly(new Extra(Extra.Kind.MTP, 128 * 64));
        assertThat(model.stored()).anyMatch(stored -> stored.role() == TensorRole.MTP);
    }

    @Test
    void unknownArchitecturesGiveTheirWeightsAndSayWhatIsMissing() {
        GgufWriter writer = tiny("frobnicator", 1).tensor("blk.0.ffn_down.weight", TensorType.F16, 128, 64);

        LanguageModel model = model(writer);

        assertThat(bytes(model)).isEqualTo(writer.tensorBytes());
        assertThat(model.layer(0).feedForward()).isEqualTo(new FeedForward.Dense(128, 2));
        assertThat(model.layer(0).attention())
                .isInstanceOfSatisfying(
                        Attention.Undescribed.class,
                        undescribed -> assertThat(undescribed.missing().reason().english())
                                .contains("frobnicator"));
    }

    @Test
    void anUnstatedNumberIsNamed() {
        GgufWriter writer = tiny("gemma3", 1);
        attention(writer, 0, 64, 32);

        assertThat(model(writer).layer(0).attention())
                .isInstanceOfSatisfying(
                        Attention.Undescribed.class,
                        undescribed ->
                                assertThat(undescribed.missing().path()).isEqualTo("model.attention.sliding_window"));
    }

    @Test
    void statementsThatTensorsContradictAreNotBelieved() {
        GgufWriter writer = tiny("llama", 1)
                .set("llama.attention.head_count", 2)
                .set("llama.attention.head_count_kv", 2)
                .tensor("blk.0.attn_v.weight", TensorType.F16, 64, 32);
        attention(writer, 0, 64, 32);

        assertThat(model(writer).layer(0).attention())
                .isInstanceOfSatisfying(
                        Attention.Undescribed.class,
                        undescribed -> assertThat(undescribed.missing().reason().english())
                                .contains("keys of 64 elements in a matrix of 32 rows"));
    }

    @Test
    void partsOfAModelAreReadTogetherFromAnyOfThem() {
        tiny("llama", 1).write(folder.resolve("big-00001-of-00002.gguf"));
        Path second = new GgufWriter()
                .set("split.no", 1)
                .tensor("blk.0.ffn_down.weight", TensorType.F16, 128, 64)
                .write(folder.resolve("big-00002-of-00002.gguf"));

        LanguageModel model = read(second).optional().orElseThrow();

        assertThat(model.name()).isEqualTo("big");
        assertThat(elements(model)).isEqualTo(64 * 100 + 128 * 64);
    }

    @Test
    void aMissingPartIsNamed() {
        Path first = tiny("llama", 1).write(folder.resolve("big-00001-of-00002.gguf"));

        assertThat(refused(first).found().english()).isEqualTo("no big-00002-of-00002.gguf beside it");
    }

    @Test
    void filesWithoutALanguageModelAreRefusedByWhatIsMissing() {
        assertThat(refused(new GgufWriter()).place().english()).isEqualTo("general.architecture");
    }

    @Test
    void projectorsAreNoLanguageModels() {
        assertThat(refused(tiny("clip", 1).set("general.type", "mmproj")).sentence())
                .contains("general.type: found \"mmproj\", expected model");
    }

    @Test
    void aFileWithoutLayersIsRefused() {
        assertThat(refused(new GgufWriter().set("general.architecture", "clip")).sentence())
                .contains("clip.block_count")
                .contains("at least 1 layer");
    }
}
