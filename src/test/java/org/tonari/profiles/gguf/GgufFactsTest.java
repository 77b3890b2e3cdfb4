package org.tonari.profiles.gguf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.FeedForward.MixtureOfExperts;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LanguageModel.Extra;
import org.tonari.domain.model.LanguageModel.OutputHead;
import org.tonari.domain.model.TensorRole;
import org.tonari.domain.model.WeightTensor;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.Reading;
import org.tonari.units.Tokens;

/// Small files, each with one fact that decides: what a model is read as, or what it is refused for.
class GgufFactsTest {
    private final GgufWriter writer = new GgufWriter();

    private GgufWriter llama() {
        return llama("llama");
    }

    private GgufWriter llama(String architecture) {
        return writer.set("general.architecture", architecture)
                .set(architecture + ".block_count", 2)
                .set(architecture + ".context_length", 1)
                .set(architecture + ".attention.head_count", 4)
                .tensor("token_embd.weight", TensorType.F16, 64, 100);
    }

    private static Reading<LanguageModel> reading(GgufWriter writer) {
        byte[] header = writer.header();
        byte[] bytes = Arrays.copyOf(header, Math.toIntExact(header.length + writer.tensorBytes() + 4_096));
        return GgufModels.read(new MemoryBytes("m.gguf", bytes), "m");
    }

    private static LanguageModel read(GgufWriter writer) {
        return reading(writer).optional().orElseThrow();
    }

    private static String refused(GgufWriter writer) {
        return switch (reading(writer)) {
            case Reading.Refused<LanguageModel>(ProfileProblem problem) -> problem.sentence();
            case Reading.Read<LanguageModel>(LanguageModel model) -> throw new AssertionError("read " + model.id());
        };
    }

    private static String undescribed(LanguageModel model) {
        return ((Attention.Undescribed) model.layer(0).attention())
                .missing()
                .reason()
                .english();
    }

    @Test
    void theLeastThatIsAModelIsReadAsStated() {
        LanguageModel model = read(llama());

        assertThat(model.maxContext()).isEqualTo(new Tokens(1));
        assertThat(model.hiddenSize()).isEqualTo(64);
        assertThat(model.vocabulary()).isEqualTo(100);
        assertThat(model.head()).isEqualTo(OutputHead.TIED);
        assertThat(model.groups()).hasSize(1);
        assertThat(model.layers()).isEqualTo(2);
        assertThat(read(writer.tensor("output.weight", TensorType.F16, 64, 100)).head())
                .isEqualTo(OutputHead.SEPARATE);
    }

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        llama.block_count         | 0      | m.gguf: llama.block_count: found 0 layers, expected at least 1 layer
        llama.block_count         | 10001  | m.gguf: llama.block_count: found 10001, expected a whole number from 0 to 10000
        llama.context_length      | 0      | m.gguf: llama.context_length: found nothing, expected the longest context
        llama.nextn_predict_layers | 2     | m.gguf: llama.block_count: found 0 layers, expected at least 1 layer
        """)
    void aNumberThatCannotBeIsRefused(String key, int number, String sentence) {
        assertThat(refused(llama().set(key, number))).isEqualTo(sentence);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(refused(new GgufWriter().set("general.architecture", "llama")))
                .isEqualTo("m.gguf: llama.block_count: found nothing, expected at least 1 layer");
        assertThat(refused(new GgufWriter().set("general.architecture", "llama").set("llama.block_count", 1)))
                .isEqualTo("m.gguf: token_embd.weight: found no such tensor, expected a language model");
        assertThat(refused(new GgufWriter().set("general.architecture", "a name with spaces")))
                .contains("general.architecture: found no name");
    }

    @Test
    void eachLayersEmbeddingsStandBesideItInTheOrderOfTheirNames() {
        LanguageModel model = read(llama("gemma4")
                .tensor("blk.0.proj.weight", TensorType.F16, 10, 64)
                .tensor("blk.0.inp_gate.weight", TensorType.F16, 64, 10)
                .tensor("blk.0.laurel_l.weight", TensorType.F16, 64, 0)
                .tensor("per_layer_token_embd.weight", TensorType.F16, 20, 100));

        assertThat(model.layer(0).adapters())
                .containsExactly(
                        WeightTensor.of(TensorRole.LAYER_EMBEDDING, 64, 10),
                        WeightTensor.of(TensorRole.LAYER_EMBEDDING, 10, 64));
        assertThat(model.layer(1).adapters()).isEmpty();
        assertThat(model.extras()).containsExactly(new Extra(Extra.Kind.LOOKUP_TABLE, 2_000));
    }

    @Test
    void expertsInMatricesOfTheirOwnAreCounted() {
        LanguageModel model = read(llama().set("llama.expert_used_count", 2)
                .tensor("blk.0.ffn_down.0.weight", TensorType.F16, 32, 64)
                .tensor("blk.0.ffn_down.1.weight", TensorType.F16, 32, 64)
                .tensor("blk.0.ffn_gate.0.weight", TensorType.F16, 64, 32));

        assertThat(model.layer(0).feedForward()).isEqualTo(new MixtureOfExperts(2, 2, 32, 3, 64, 0, 0));
        assertThat(model.layer(1).feedForward()).isEqualTo(new FeedForward.None());
    }

    @ParameterizedTest(name = "{0} of 2")
    @CsvSource({"0, nothing", "3, 3"})
    void asManyExpertsAsThereAreMayWork(int active, String found) {
        llama().tensor("blk.0.ffn_down_exps.weight", TensorType.F16, 32, 64, 2);

        assertThat(refused(writer.set("llama.expert_used_count", active)))
                .isEqualTo("m.gguf: llama.expert_used_count: found " + found + ", expected a whole number from 1 to 2");
        assertThat(read(writer.set("llama.expert_used_count", 2)).layer(0).feedForward())
                .isEqualTo(new MixtureOfExperts(2, 2, 32, 2, 64, 0, 0));
        assertThat(read(writer.set("llama.expert_used_count", 1)).layer(0).feedForward())
                .isEqualTo(new MixtureOfExperts(2, 1, 32, 2, 64, 0, 0));
    }

    @Test
    void gateAndUpMayBeOneMatrixOfTwiceTheWidth() {
        LanguageModel model = read(llama().tensor("blk.0.ffn_down.weight", TensorType.F16, 32, 64)
                .tensor("blk.0.ffn_up.weight", TensorType.F16, 64, 64)
                .tensor("blk.1.ffn_down.weight", TensorType.F16, 32, 64)
                .tensor("blk.1.ffn_up.weight", TensorType.F16, 64, 32));

        assertThat(model.layer(0).feedForward()).isEqualTo(new FeedForward.Dense(32, 3));
        assertThat(model.layer(1).feedForward()).isEqualTo(new FeedForward.Dense(32, 2));
    }

    private LanguageModel olmo(int window) {
        llama("olmo2").set("olmo2.embedding_length", 64).tensor("blk.0.attn_q.weight", TensorType.F16, 64, 64);
        return read(window < 0 ? writer : writer.set("olmo2.attention.sliding_window", window));
    }

    @Test
    void someFamiliesHaveAWindowOnlyWhereTheirFileStatesOne() {
        assertThat(olmo(-1).layer(0).attention()).isInstanceOf(Attention.FullAttention.class);
    }

    @ParameterizedTest
    @CsvSource({"0, FullAttention", "1, SlidingWindowAttention"})
    void aWindowOfNothingIsNone(int window, String kind) {
        assertThat(olmo(window).layer(0).attention().getClass().getSimpleName()).isEqualTo(kind);
    }

    @ParameterizedTest(name = "{0} rows")
    @CsvSource({"192, true", "191, false"})
    void aFusedProjectionHoldsQueriesKeysAndValues(long rows, boolean sound) {
        // (4 + 4 + 4) heads of 16
        LanguageModel model = read(llama().tensor("blk.0.attn_qkv.weight", TensorType.F16, 64, rows)
                .set("llama.embedding_length", 64));

        assertThat(model.layer(0).attention() instanceof Attention.FullAttention)
                .isEqualTo(sound);
        if (!sound) {
            assertThat(undescribed(model))
                    .isEqualTo("What the file states cannot be:"
                            + " queries, keys and values of 192 elements in a matrix of 191 rows.");
        }
    }

    @ParameterizedTest(name = "{0}: a convolution over {1} channels")
    @CsvSource({"qwen3next, 128", "mamba2, 96", "mamba, 64"})
    void aStateIsHeldAgainstItsConvolution(String architecture, long channels) {
        // inner 64, and two maps of 16 for each of two groups; qwen's values stand beside its keys; the first Mamba
        // bare
        int groups = architecture.equals("mamba2") ? 1 : 2;
        llama(architecture)
                .set(architecture + ".ssm.conv_kernel", 4)
                .set(architecture + ".ssm.inner_size", 64)
                .set(architecture + ".ssm.state_size", 16)
                .set(architecture + ".ssm.time_step_rank", 4)
                .set(architecture + ".ssm.group_count", groups)
                .tensor("blk.0.ssm_conv1d.weight", TensorType.F32, 4, channels - 1);
        if (architecture.equals("mamba")) {
            writer.tensor("blk.0.ssm_x.weight", TensorType.F16, 64, 36);
        }

        assertThat(undescribed(read(writer)))
                .contains("a convolution over " + channels + " channels in a matrix of " + (channels - 1) + " rows");
    }

    @Test
    void gemma3nSharesCachesFromTheTwentiethLayerOnUnlessItSaysOtherwise() {
        llama("gemma3n").set("gemma3n.block_count", 22).set("gemma3n.attention.sliding_window", 512);
        for (int layer = 0; layer < 22; layer++) {
            writer.tensor("blk." + layer + ".attn_q.weight", TensorType.F16, 64, 64);
        }
        writer.set("gemma3n.embedding_length", 64);

        assertThat(shared(read(writer))).containsExactly(20, 21);
        assertThat(shared(read(writer.set("gemma3n.attention.shared_kv_layers", 1))))
                .containsExactly(21);
    }

    private static List<Integer> shared(LanguageModel model) {
        return IntStream.range(0, model.layers())
                .filter(layer -> model.layer(layer).attention().toString().contains("SHARED_CACHE"))
                .boxed()
                .toList();
    }
}
