package org.tonari.profiles.huggingface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tonari.domain.LanguageModel;
import org.tonari.domain.LanguageModel.StoredTensors;
import org.tonari.domain.TensorRole;
import org.tonari.profiles.Bounds;
import org.tonari.profiles.ModelProfile;
import org.tonari.profiles.Mutation;
import org.tonari.profiles.ProfileProblem;
import org.tonari.profiles.Reading;
import org.tonari.units.Bytes;

class SafetensorsTest {
    private static final long SEED = 20_261_121;
    private static final String CONFIG = """
        {"model_type": "llama", "hidden_size": 64, "num_hidden_layers": 1, "vocab_size": 100,
         "num_attention_heads": 4, "num_key_value_heads": 2, "intermediate_size": 128,
         "max_position_embeddings": 4096, "torch_dtype": "bfloat16"}
        """;
    private static final String FIRST = """
        {"__metadata__": {"format": "pt"},
         "model.embed_tokens.weight": {"dtype": "BF16", "shape": [100, 64], "data_offsets": [0, 12800]},
         "model.norm.weight": {"dtype": "F32", "shape": [64], "data_offsets": [12800, 13056]}}
        """;
    private static final String SECOND = """
        {"model.layers.0.mlp.down_proj.weight": {"dtype": "U32", "shape": [64, 16], "data_offsets": [0, 4096]},
         "model.layers.0.mlp.down_proj.scales": {"dtype": "BF16", "shape": [64, 2], "data_offsets": [4096, 4352]},
         "model.layers.1.mlp.down_proj.weight": {"dtype": "BF16", "shape": [64, 2], "data_offsets": [4352, 4608]}}
        """;
    private static final String INDEX = """
        {"metadata": {"total_size": 17664}, "weight_map": {"model.norm.weight": "one.safetensors",
         "model.layers.0.mlp.down_proj.weight": "two.safetensors"}}
        """;

    @TempDir
    private Path folder = Path.of("");

    private Path config = Path.of("");

    @BeforeEach
    void write() throws IOException {
        config = Files.writeString(folder.resolve("config.json"), CONFIG);
    }

    private static byte[] file(String header, int weights) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + json.length + weights)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .array();
    }

    private LanguageModel read() {
        return new ConfigReader().read(config).optional().orElseThrow();
    }

    private ProfileProblem refused() {
        return switch (new ConfigReader().read(config)) {
            case Reading.Refused<LanguageModel>(ProfileProblem problem) -> problem;
            case Reading.Read<LanguageModel>(LanguageModel model) -> throw new AssertionError("read " + model.id());
        };
    }

    @Test
    void headersOfAllPartsTellWhatEachRoleTakes() throws IOException {
        Files.writeString(folder.resolve("model.safetensors.index.json"), INDEX);
        Files.write(folder.resolve("one.safetensors"), file(FIRST, 13_056));
        Files.write(folder.resolve("two.safetensors"), file(SECOND, 4_608));

        assertThat(read().stored())
                .containsExactlyInAnyOrder(
                        new StoredTensors(TensorRole.TOKEN_EMBEDDING, 6_400, new Bytes(12_800)),
                        new StoredTensors(TensorRole.SMALL, 64, new Bytes(256)),
                        // Packed: the description tells that there are 128 × 64 weights; scales are bytes, no weights.
                        new StoredTensors(TensorRole.FEED_FORWARD_DOWN, 8_192, new Bytes(4_352)),
                        new StoredTensors(TensorRole.MTP, 128, new Bytes(256)));
    }

    @Test
    void aSingleFileNeedsNoIndex() throws IOException {
        Files.write(folder.resolve("model.safetensors"), file(FIRST, 13_056));

        assertThat(read().stored()).hasSize(2);
    }

    @Test
    void aMissingPartLeavesTheDescriptionAlone() throws IOException {
        Files.writeString(folder.resolve("model.safetensors.index.json"), INDEX);
        Files.write(folder.resolve("one.safetensors"), file(FIRST, 13_056));

        assertThat(read().stored()).isEmpty();
    }

    @Test
    void weightsThatAreNotAllThereAreNamed() throws IOException {
        Files.write(folder.resolve("model.safetensors"), file(FIRST, 13_055));

        assertThat(refused().sentence())
                .contains("model.safetensors: model.norm.weight")
                .contains("bytes 12800 to 13056 of 13055");
    }

    @Test
    void partsElsewhereAreNotFollowed() throws IOException {
        Files.writeString(
                folder.resolve("model.safetensors.index.json"),
                "{\"weight_map\": {\"x\": \"../elsewhere/one.safetensors\"}}");

        assertThat(refused().expected()).isEqualTo("the name of a safetensors file beside the index");
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void damagedCheckpointsAreReadOrRefusedWithAReason() throws IOException {
        Path index = folder.resolve("model.safetensors.index.json");
        List<Path> files = List.of(config, index, folder.resolve("one.safetensors"), folder.resolve("two.safetensors"));
        List<byte[]> whole = List.of(
                CONFIG.getBytes(StandardCharsets.UTF_8),
                INDEX.getBytes(StandardCharsets.UTF_8),
                file(FIRST, 13_056),
                file(SECOND, 4_608));
        var random = new Random(SEED);
        int rounds = Mutation.rounds(10_000);
        var bounds = new Bounds("checkpoints");
        for (int i = 0; i < rounds; i++) {
            int damaged = i % files.size();
            for (int each = 0; each < files.size(); each++) {
                if (each == damaged || i < files.size() || each == (i - 1) % files.size()) {
                    byte[] bytes = whole.get(each);
                    Files.write(files.get(each), each == damaged ? Mutation.damage(bytes, random) : bytes);
                }
            }
            bounds.hold(this::refusals);
        }

        bounds.report();
        assertThat(bounds.refusals()).isBetween(rounds / 4, rounds - 1);
    }

    private int refusals() {
        return switch (new ConfigReader().read(config)) {
            case Reading.Read<LanguageModel>(LanguageModel model) -> {
                assertThat(ModelProfile.text(model)).contains("\"kind\"");
                yield 0;
            }
            case Reading.Refused<LanguageModel>(ProfileProblem problem) -> {
                assertThat(problem.sentence()).startsWith(folder.toString()).contains("expected");
                yield 1;
            }
        };
    }
}
