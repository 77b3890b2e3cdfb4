package org.tonari.profiles.huggingface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LanguageModel.Extra;
import org.tonari.domain.model.LanguageModel.OutputHead;
import org.tonari.profiles.LocalFolder;
import org.tonari.profiles.ModelFolder;
import org.tonari.profiles.tree.ByteSource;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.Reading;
import org.tonari.units.Tokens;

/// What stands in a configuration beside its layers: where it may stand, what it falls back to, what is refused.
class ConfigurationFactsTest {
    private static final String LLAMA = """
        "model_type": "llama", "hidden_size": 64, "num_hidden_layers": 1, "vocab_size": 100,
        "num_attention_heads": 4, "intermediate_size": 128\
        """;
    private static final String CONTEXT = ", \"max_position_embeddings\": 4096";

    @TempDir
    private Path folder = Path.of("");

    private Reading<LanguageModel> reading(String facts) {
        try {
            Path repository = Files.createDirectories(folder.resolve("_Some Model v1.0"));
            Path file = Files.writeString(repository.resolve("config.json"), "{" + facts + "}");
            return new ConfigReader().read(file.toString());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private LanguageModel read(String facts) {
        return reading(facts).optional().orElseThrow();
    }

    private ProfileProblem refused(String facts) {
        return switch (reading(facts)) {
            case Reading.Refused<LanguageModel>(ProfileProblem problem) -> problem;
            case Reading.Read<LanguageModel>(LanguageModel model) -> throw new AssertionError("read " + model.id());
        };
    }

    private Heads heads(String facts) {
        return ((Attention.FullAttention) read(LLAMA + CONTEXT + facts).layer(0).attention()).heads();
    }

    @ParameterizedTest(name = "{0}: {1} over {2} of {3}")
    @CsvSource(delimiter = '|', textBlock = """
        "eos_token_id": 2                                | 4 | 4 | 16
        "num_key_value_heads": 0, "head_dim": 0          | 4 | 4 | 16
        "num_key_value_heads": 1, "head_dim": 1          | 4 | 1 | 1
        """)
    void headsFallBackToTheQueriesAndTheirShareOfTheHiddenSize(String facts, long query, long keyValue, long size) {
        Heads heads = heads(", " + facts);

        assertThat(heads.query()).isEqualTo(query);
        assertThat(heads.keyValue()).isEqualTo(keyValue);
        assertThat(heads.keySize()).isEqualTo(size);
    }

    @Test
    void theLongestContextGoesByThreeNames() {
        for (String name : List.of("max_position_embeddings", "max_sequence_length", "seq_length")) {
            assertThat(read(LLAMA + ", \"" + name + "\": 1").maxContext()).isEqualTo(new Tokens(1));
            assertThat(refused(LLAMA + ", \"" + name + "\": 0").sentence())
                    .contains("no max_position_embeddings")
                    .contains("the longest context");
        }
        assertThat(refused(LLAMA).found().english()).isEqualTo("no max_position_embeddings");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        "eos_token_id": 2                            | text
        "vision_config": {}                          | text+image
        "audio_config": {}                           | text+audio
        "vision_config": {}, "audio_config": {}      | text+image+audio
        """)
    void partsBesideTheTextTellWhatItTakesIn(String facts, String modality) {
        assertThat(read(LLAMA + CONTEXT + ", " + facts).details().modality()).isEqualTo(modality);
    }

    @ParameterizedTest(name = "{0} is {1} by {2} from \"{3}\"")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        me/My Model_z9.A | my-model-z9.a    | My Model_z9.A    | me/My Model_z9.A
        -.9/.-           | model            | .-               | -.9/.-
        -.0a             | 0a               | -.0a             | ``
        /tmp/local       | some-model-v1.0  | _Some Model v1.0 | ``
        ./local          | some-model-v1.0  | _Some Model v1.0 | ``
        """)
    void aModelGoesByItsPublishedNameOrElseItsFolder(String stated, String id, String name, String repository) {
        LanguageModel model = read(LLAMA + CONTEXT + ", \"_name_or_path\": \"" + stated + "\"");

        assertThat(model.id()).isEqualTo(id);
        assertThat(model.name()).isEqualTo(name);
        assertThat(model.details().repository()).isEqualTo(repository);
    }

    /// A repository of that title, its files in the folder.
    private record Repository(String title, ModelFolder files) implements ModelFolder {
        @Override
        public String place(String file) {
            return files.place(file);
        }

        @Override
        public boolean has(String file) {
            return files.has(file);
        }

        @Override
        public ByteSource open(String file) {
            return files.open(file);
        }
    }

    @Test
    void aRepositoryKnowsItsOwnNameBetterThanItsFile() throws IOException {
        Files.writeString(folder.resolve("config.json"), "{" + LLAMA + CONTEXT + ", \"_name_or_path\": \"me/other\"}");

        assertThat(name(new Repository("org/model", new LocalFolder(folder)))).isEqualTo("org/model");
        assertThat(name(new Repository("model", new LocalFolder(folder)))).isEqualTo("me/other");
    }

    private static String name(ModelFolder repository) {
        return ConfigReader.read(repository, "config.json")
                .optional()
                .orElseThrow()
                .details()
                .repository();
    }

    @Test
    void theLanguageModelsPartCountsBeforeTheWholeFile() {
        String nested = "\"model_type\": \"mistral3\", \"tie_word_embeddings\": true, \"torch_dtype\": \"float32\","
                + " \"text_config\": {" + LLAMA.replace("llama", "qwen2") + CONTEXT + "}";
        LanguageModel model = read(nested);

        assertThat(model.family()).isEqualTo("qwen2");
        assertThat(model.head()).isEqualTo(OutputHead.TIED);
        assertThat(model.nativeWeights()).isEqualTo("f32");
        assertThat(read(nested.replace("\"model_type\": \"qwen2\", ", "")).family())
                .isEqualTo("llama");
        assertThat(read(LLAMA + CONTEXT).head()).isEqualTo(OutputHead.SEPARATE);
        assertThat(read(LLAMA + CONTEXT + ", \"tie_embedding\": true").head()).isEqualTo(OutputHead.TIED);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        "dtype": "half"                                                                        | f16
        "dtype": "float"                                                                       | f32
        "dtype": "bfloat16"                                                                    | bf16
        "quantization_config": {"quant_method": "mxfp4"}                                       | mxfp4
        "quantization_config": {"quant_method": "awq"}                                         | awq-int4
        "quantization_config": {"quant_method": "modelopt", "quant_algo": "NVFP4"}             | nvfp4
        "quantization_config": {"quant_method": "modelopt", "quant_algo": "FP8"}               | fp8
        "quantization_config": {"quant_method": "compressed-tensors", "format": "float-quantized"} | fp8
        "quantization_config": {"quant_method": "compressed-tensors", "format": "pack-quantized"}  | int4
        "quantization_config": {"bits": 6, "group_size": 64}                                   | mlx-6bit
        "quantization_config": {"bits": 8}                                                     | int4
        "quantization": {"bits": 7}                                                            | mlx-8bit
        "quantization": {"mode": "nvfp4"}                                                      | nvfp4
        """)
    void theStoredFormatIsReadWhereItStands(String facts, String weights) {
        assertThat(read(LLAMA + CONTEXT + ", " + facts).nativeWeights()).isEqualTo(weights);
        assertThat(read("\"text_config\": {" + LLAMA + CONTEXT + "}, " + facts).nativeWeights())
                .isEqualTo(weights);
    }

    @Test
    void aFormatWithinTheLanguageModelsPartCountsToo() {
        String part = LLAMA + CONTEXT + ", \"quantization_config\": {\"quant_method\": \"fp8\"}";

        assertThat(read("\"text_config\": {" + part + "}").nativeWeights()).isEqualTo("fp8");
    }

    @Test
    void aNovelArchitectureKeepsItsNetworkAndNorms() {
        String novel = LLAMA.replace("llama", "novel") + CONTEXT;
        LanguageModel model = read(novel);

        assertThat(model.layer(0).feedForward()).isEqualTo(new FeedForward.Dense(128, 3));
        assertThat(model.layer(0).smallParameters()).isEqualTo(128);
        assertThat(model.smallParameters()).isEqualTo(64);
        assertThat(read(novel.replace("\"intermediate_size\": 128", "\"intermediate_size\": 0"))
                        .layer(0)
                        .feedForward())
                .isEqualTo(new FeedForward.None());
        assertThat(read(novel.replace("\"intermediate_size\": 128", "\"intermediate_size\": 1"))
                        .layer(0)
                        .feedForward())
                .isEqualTo(new FeedForward.Dense(1, 3));
    }

    @Test
    void embeddingsOfLayersAreATableAndANorm() {
        String facts = LLAMA.replace("llama", "gemma4") + CONTEXT
                + ", \"sliding_window\": 8, \"hidden_size_per_layer_input\": 10";

        assertThat(read(facts).extras()).containsExactly(new Extra(Extra.Kind.LOOKUP_TABLE, 1_000));
        assertThat(read(facts + ", \"vocab_size_per_layer_input\": 7").extras())
                .containsExactly(new Extra(Extra.Kind.LOOKUP_TABLE, 70));
        assertThat(read(facts).smallParameters()).isEqualTo(74);
        assertThat(read(facts).head()).isEqualTo(OutputHead.TIED);
    }

    @Test
    void gemma3LeavesOutWhatTheLibraryFillsIn() {
        LanguageModel model = read("\"model_type\": \"gemma3_text\", \"hidden_size\": 64, \"num_hidden_layers\": 1,"
                + " \"intermediate_size\": 128");

        assertThat(model.vocabulary()).isEqualTo(262_208);
        assertThat(model.maxContext()).isEqualTo(new Tokens(131_072));
        assertThat(model.layer(0).attention().toString())
                .contains("query=8, keyValue=4, keySize=256")
                .contains("window=4096");
        assertThat(refused("\"model_type\": \"gemma3n_text\", \"hidden_size\": 64, \"num_hidden_layers\": 1")
                        .sentence())
                .contains("num_attention_heads");
    }

    @Test
    void anImpossibleModelIsRefusedAsSuch() {
        assertThat(refused(LLAMA.replace("\"num_attention_heads\": 4", "\"num_attention_heads\": 65") + CONTEXT)
                        .found()
                        .english())
                .isEqualTo("an impossible model: key size must be positive: 0");
    }

    @Test
    void anIndexAloneNeedsAConfigurationBesideIt() throws IOException {
        Path index = Files.writeString(folder.resolve("model.safetensors.index.json"), "{\"weight_map\": {}}");

        assertThat(new ConfigReader().read(index.toString()))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.problem().expected().english())
                                .isEqualTo("a config.json beside it"));
    }

    @Test
    void aConfigurationThatIsNotThereIsRefused() {
        assertThat(new ConfigReader().read(folder.resolve("nowhere.json").toString()))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.problem().sentence()).contains("nowhere.json"));
    }

    @Test
    void kindsThatDifferAreNumbered() {
        Layer first = new Layer("full", new Attention.None(), new FeedForward.None(), 1);
        Layer second = new Layer("full", new Attention.None(), new FeedForward.None(), 2);
        Layer third = new Layer("full", new Attention.None(), new FeedForward.None(), 3);

        Layer.Stack stack = Layer.stack(List.of(first, second, first, third));

        assertThat(stack.order()).containsExactly(0, 1, 0, 2);
        assertThat(stack.groups()).extracting(group -> group.kind()).containsExactly("full", "full_2", "full_3");
        assertThat(stack.groups()).extracting(group -> group.count()).containsExactly(2, 1, 1);
    }
}
