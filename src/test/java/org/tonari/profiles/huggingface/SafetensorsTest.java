package org.tonari.profiles.huggingface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LanguageModel.StoredTensors;
import org.tonari.domain.model.TensorRole;
import org.tonari.profiles.SlowBytes;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.Reading;
import org.tonari.units.Bytes;

/// Checkpoints whose sizes are read off the headers of their files, each figure added up by hand.
class SafetensorsTest {
    static final String CONFIG = """
        {"model_type": "llama", "hidden_size": 64, "num_hidden_layers": 1, "vocab_size": 100,
         "num_attention_heads": 4, "num_key_value_heads": 2, "intermediate_size": 128,
         "max_position_embeddings": 4096, "torch_dtype": "bfloat16"}
        """;
    static final String FIRST = """
        {"__metadata__": {"format": "pt"},
         "model.embed_tokens.weight": {"dtype": "BF16", "shape": [100, 64], "data_offsets": [0, 12800]},
         "model.norm.weight": {"dtype": "F32", "shape": [64], "data_offsets": [12800, 13056]}}
        """;
    static final String SECOND = """
        {"model.layers.0.mlp.down_proj.weight": {"dtype": "U32", "shape": [64, 16], "data_offsets": [0, 4096]},
         "model.layers.0.mlp.down_proj.scales": {"dtype": "BF16", "shape": [64, 2], "data_offsets": [4096, 4352]},
         "model.layers.1.mlp.down_proj.weight": {"dtype": "BF16", "shape": [64, 2], "data_offsets": [4352, 4608]}}
        """;
    static final String INDEX = """
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

    static byte[] file(String header, int weights) {
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

        assertThat(refused().expected().english()).isEqualTo("the name of a safetensors file beside the index");
    }

    private ProfileProblem refused(String header, int weights) throws IOException {
        Files.write(folder.resolve("model.safetensors"), file(header, weights));
        return refused();
    }

    private static String tensor(String facts) {
        return "{\"lm_head.weight\": " + facts + "}";
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        []                                                                     | header          | no object
        {"a": 5}                                                               | a               | no object
        {"a": {"dtype": 5}}                                                    | a               | no name of a type
        {"a": {"shape": 5}}                                                    | a               | no list of numbers
        {"a": {"shape": [1.5]}}                                                | a               | no list of whole numbers
        {"a": {"shape": [-1]}}                                                 | a               | -1
        {"a": {"shape": [1, 1, 1, 1, 1, 1, 1, 1, 1]}}                          | a               | a long list of numbers
        {"a": {"dtype": "U8", "shape": [1]}}                                   | a               | no begin and end
        {"a": {"dtype": "U8", "shape": [1], "data_offsets": [1]}}              | a               | no begin and end
        {"a": {"dtype": "U8", "shape": [1], "data_offsets": [2, 1]}}           | a               | bytes 2 to 1 of 8
        {"a": {"dtype": "U8", "shape": [9], "data_offsets": [0, 9]}}           | a               | bytes 0 to 9 of 8
        {"a": {"dtype": "BF16", "shape": [3], "data_offsets": [0, 8]}}         | a               | 8 bytes for [3] of BF16
        {"a": {"dtype": "U8", "shape": [4294967296, 4294967296], "data_offsets": [0, 8]}} | a    | a tensor of [4294967296, 4294967296]
        """)
    void anEntryThatCannotBeIsNamed(String header, String place, String found) throws IOException {
        ProfileProblem problem = refused(header, 8);

        assertThat(problem.place().english()).isEqualTo(place);
        assertThat(problem.found().english()).isEqualTo(found);
        assertThat(problem.expected().english())
                .isEqualTo("a tensor with dtype, shape and data_offsets within the file");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        {"dtype": "U8", "shape": [2, 4], "data_offsets": [0, 8]}          | 8 | 8
        {"dtype": "U8", "shape": [2, 4], "data_offsets": [8, 16]}         | 16 | 8
        {"dtype": "F8_E4M3", "shape": [2, 4], "data_offsets": [0, 8]}     | 8 | 8
        {"dtype": "F64", "shape": [1, 1], "data_offsets": [0, 8]}         | 8 | 8
        {"dtype": "F16", "shape": [2, 2], "data_offsets": [0, 8], "x": {"y": [1]}} | 8 | 8
        {"dtype": "F16", "shape": [1, 1, 1, 1, 1, 1, 1, 0], "data_offsets": [8, 8]} | 8 | 0
        {"dtype": "novel", "shape": [2, 4], "data_offsets": [0, 7]}       | 7 | 7
        """)
    void whatATensorTakesStandsInItsOffsets(String facts, int weights, long bytes) throws IOException {
        Files.write(folder.resolve("model.safetensors"), file(tensor(facts), weights));

        assertThat(read().stored()).extracting(StoredTensors::bytes).containsExactly(new Bytes(bytes));
    }

    @Test
    void aHeaderMustLieWithinTheFile() throws IOException {
        byte[] sound = file("{}", 0);

        assertThat(length(sound, 2).stored()).isEmpty();
        for (long length : new long[] {1, 3, -1, (64L << 20) + 1}) {
            Files.write(folder.resolve("model.safetensors"), withLength(sound, length));
            assertThat(refused())
                    .extracting(
                            problem -> problem.place().english(),
                            problem -> problem.found().english())
                    .containsExactly(
                            "byte 0", "a header of " + Long.toUnsignedString(length) + " bytes in a file of 10");
        }
        Files.write(folder.resolve("model.safetensors"), new byte[7]);
        assertThat(refused().found().english()).contains("in a file of 7");
        Files.write(folder.resolve("model.safetensors"), withLength(new byte[8], 5));
        assertThat(refused().found().english()).isEqualTo("a header of 5 bytes in a file of 8");
    }

    private LanguageModel length(byte[] whole, long length) throws IOException {
        Files.write(folder.resolve("model.safetensors"), withLength(whole, length));
        return read();
    }

    private static byte[] withLength(byte[] whole, long length) {
        byte[] changed = whole.clone();
        ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putLong(0, length);
        return changed;
    }

    @Test
    void aBrokenHeaderIsRefusedAsNoTable() throws IOException {
        assertThat(refused("{\"a\": ", 0).expected().english()).isEqualTo("a table of tensors in JSON");
        assertThat(refused("{\"__metadata__\": {}, \"__metadata__\": {}}", 0)
                        .place()
                        .english())
                .isEqualTo("header");
    }

    @Test
    void scalesAreBytesAndNoWeightsAndVectorsAreSmall() throws IOException {
        String header = """
            {"model.layers.0.self_attn.q_proj.weight": {"dtype": "F8_E4M3", "shape": [8, 8], "data_offsets": [0, 64]},
             "model.layers.0.self_attn.q_proj.weight_scale_inv": {"dtype": "F32", "shape": [1], "data_offsets": [64, 68]},
             "model.layers.0.self_attn.q_proj.weight_blocks_scales": {"dtype": "U8", "shape": [2], "data_offsets": [68, 70]},
             "model.layers.0.self_attn.q_proj.other": {"dtype": "I8", "shape": [2], "data_offsets": [70, 72]}}
            """;
        Files.write(folder.resolve("model.safetensors"), file(header, 72));

        assertThat(read().stored())
                .containsExactlyInAnyOrder(
                        new StoredTensors(TensorRole.SMALL, 2, new Bytes(2)),
                        new StoredTensors(TensorRole.ATTENTION_QUERY, 64, new Bytes(70)));
    }

    @Test
    void packedWeightsOfLayersCountOnceForEachLayer() throws IOException {
        Files.writeString(config, CONFIG.replace("\"num_hidden_layers\": 1", "\"num_hidden_layers\": 3"));
        String header = """
            {"model.layers.0.mlp.up_proj.weight": {"dtype": "I32", "shape": [2, 2], "data_offsets": [0, 16]},
             "model.visual.weight": {"dtype": "I32", "shape": [2, 2], "data_offsets": [16, 32]},
             "lm_head.weight": {"dtype": "U8", "shape": [2, 2], "data_offsets": [32, 36]}}
            """;
        Files.write(folder.resolve("model.safetensors"), file(header, 36));

        // Three layers of 64 × 128; nobody describes the vision part; a head of 64 × 100.
        assertThat(read().stored())
                .containsExactlyInAnyOrder(
                        new StoredTensors(TensorRole.FEED_FORWARD_UP, 3 * 64 * 128, new Bytes(16)),
                        new StoredTensors(TensorRole.VISION, 4, new Bytes(16)),
                        new StoredTensors(TensorRole.OUTPUT_HEAD, 6_400, new Bytes(4)));
    }

    @Test
    void aHeaderThatComesByteByByteIsReadTheSame() {
        var slowly = new ArrayList<SafetensorsHeader.Tensor>();

        SafetensorsHeader.read(new SlowBytes("slow.safetensors", file(FIRST, 13_056)), slowly::add);

        assertThat(slowly).extracting(SafetensorsHeader.Tensor::bytes).containsExactly(12_800L, 256L);
    }

    @Test
    void aDescriptionAloneHasNoSizes() {
        assertThat(read().stored()).isEmpty();
    }
}
