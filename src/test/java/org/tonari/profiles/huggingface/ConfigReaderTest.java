package org.tonari.profiles.huggingface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.model.TensorTable;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.tree.Reading;
import org.tonari.units.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConfigReaderTest {
    private static final Catalogue CATALOGUE = Catalogue.open(List.of());

    @TempDir
    private Path folder = Path.of("");

    /// The configurations hold the facts that the repositories' own files state; the profiles were written apart.
    static Stream<Arguments> configurations() throws Exception {
        try (InputStream stream =
                Objects.requireNonNull(ConfigReaderTest.class.getResourceAsStream("configurations.jsonl"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> JsonMapper.shared().readTree(line))
                    .map(each -> Arguments.of(each.get("id").asString(), each.get("config")));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("configurations")
    void aConfigurationIsUnderstoodAsTheShippedProfile(String id, JsonNode config) throws Exception {
        LanguageModel shipped = CATALOGUE.model(id).optional().orElseThrow();

        LanguageModel read = read(config.toString());

        assertThat(read.family()).isEqualTo(shipped.family());
        assertThat(layers(read)).isEqualTo(layers(shipped));
        assertThat(TensorTable.parameters(read)).isEqualTo(TensorTable.parameters(shipped));
        assertThat(read.head()).isEqualTo(shipped.head());
        assertThat(read.maxContext()).isEqualTo(shipped.maxContext());
        assertThat(read.nativeWeights()).isEqualTo(shipped.nativeWeights());
    }

    @Test
    void anUnknownArchitectureSaysWhatIsMissing() throws Exception {
        LanguageModel read = read("""
            {"model_type": "novel", "hidden_size": 64, "num_hidden_layers": 2, "vocab_size": 100,
             "intermediate_size": 128, "max_position_embeddings": 4096}
            """);

        assertThat(read.family()).isEqualTo("novel");
        assertThat(read.maxContext()).isEqualTo(new Tokens(4_096));
        assertThat(read.groups()).hasSize(1);
        assertThat(read.groups().getFirst().attention())
                .isInstanceOfSatisfying(
                        Attention.Undescribed.class,
                        undescribed -> assertThat(undescribed.missing().reason().english())
                                .contains("novel"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "not JSON",
                "{}",
                "{\"model_type\": \"llama\", \"hidden_size\": 0}",
                "{\"model_type\": \"llama\", \"hidden_size\": \"many\"}",
                "{\"model_type\": \"llama\", \"hidden_size\": 64, \"num_hidden_layers\": 100000000}",
                "{\"weight_map\": {}, \"metadata\": {\"total_size\": 1}}"
            })
    void whatIsNoConfigurationIsRefusedWithItsPlace(String text) throws Exception {
        Path file = folder.resolve("config.json");
        Files.writeString(file, text);

        assertThat(new ConfigReader().read(file))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.problem().sentence()).contains("config.json"));
    }

    @Test
    void anIndexOfSafetensorsIsReadThroughTheConfigurationBesideIt() throws Exception {
        Path index = folder.resolve("model.safetensors.index.json");
        Files.writeString(index, "{\"metadata\": {\"total_size\": 123}, \"weight_map\": {}}");
        Files.writeString(folder.resolve("config.json"), """
            {"model_type": "llama", "_name_or_path": "someone/Tiny Llama_1.0", "hidden_size": 64,
             "num_hidden_layers": 2, "num_attention_heads": 4, "intermediate_size": 128, "vocab_size": 100,
             "max_position_embeddings": 2048, "torch_dtype": "float16"}
            """);

        LanguageModel read = new ConfigReader().read(index).optional().orElseThrow();

        assertThat(read.id()).isEqualTo("tiny-llama-1.0");
        assertThat(read.details().repository()).isEqualTo("someone/Tiny Llama_1.0");
        assertThat(read.nativeWeights()).isEqualTo("f16");
    }

    private LanguageModel read(String config) throws Exception {
        Path file = folder.resolve("config.json");
        Files.writeString(file, config);
        return switch (new ConfigReader().read(file)) {
            case Reading.Read<LanguageModel>(LanguageModel model) -> model;
            case Reading.Refused<LanguageModel>(var problem) -> throw new AssertionError(problem.sentence());
        };
    }

    /// What each layer is, whatever its kind is called.
    private static List<LayerGroup> layers(LanguageModel model) {
        return model.order().stream()
                .map(index -> model.groups().get(index))
                .map(group -> new LayerGroup(
                        "layer", 1, group.attention(), group.feedForward(), group.smallParameters(), group.adapters()))
                .toList();
    }
}
