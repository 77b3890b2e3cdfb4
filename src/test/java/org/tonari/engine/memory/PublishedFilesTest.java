package org.tonari.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LanguageModel.Extra;
import org.tonari.domain.model.LanguageModel.OutputHead;
import org.tonari.profiles.ShippedModels;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sizes of published files, to the byte, against the weights computed for them.
///
/// A GGUF file is its tensors and a header, mostly the tokenizer's, of 2 to 16 MB.
final class PublishedFilesTest {
    private static final long LARGEST_HEADER = 16_000_000;

    private record PublishedFile(
            String model, String format, String weights, long bytes, String repository, String apart) {
        static PublishedFile of(JsonNode node) {
            return new PublishedFile(
                    node.get("model").stringValue(),
                    node.get("format").stringValue(),
                    node.get("weights").stringValue(),
                    node.get("bytes").longValue(),
                    node.get("repository").stringValue(),
                    node.get("apart").stringValue());
        }

        boolean isComparable() {
            return apart.isEmpty();
        }
    }

    static Stream<PublishedFile> files() throws IOException {
        Path path = Path.of(System.getProperty("project.directory", "."), "src/test/resources/published-files.json");
        JsonNode files = JsonMapper.shared().readTree(Files.readString(path));
        return StreamSupport.stream(files.spliterator(), false).map(PublishedFile::of);
    }

    static Stream<PublishedFile> comparable() throws IOException {
        return files().filter(PublishedFile::isComparable);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("comparable")
    void weightsAreWithinOnePercentOfAPublishedFile(PublishedFile file) {
        long computed = bytes(file.model(), file.weights());

        assertThat(computed).isCloseTo(file.bytes(), withinPercentage(1));
    }

    @Test
    void fiftyOfSeventyFilesAndMoreAreCompared() throws IOException {
        assertThat(files()).hasSize(70);
        assertThat(comparable()).hasSizeGreaterThanOrEqualTo(50);
    }

    /// Files of one tokenizer; importance matrices and IQ formats apart, whose headers hold more.
    static Stream<PublishedFile> qwen3() throws IOException {
        return comparable()
                .filter(file -> file.model().startsWith("qwen3-"))
                .filter(file -> !file.weights().equals("iq4_xs"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("qwen3")
    void filesOfOneTokenizerDifferByTheirHeaderAlone(PublishedFile file) {
        assertThat(file.bytes() - bytes(file.model(), file.weights())).isBetween(5_900_000L, 6_000_000L);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(textBlock = """
        # experts in MXFP4, the rest in Q8_0; what is left is the header
        gpt-oss-20b,  12109566624
        gpt-oss-120b, 63387346208
        """)
    void filesOfGptOssKeepTheirExpertsInMxfp4(String model, long published) {
        assertThat(published - bytes(model, "mxfp4")).isBetween(0L, LARGEST_HEADER);
    }

    @Test
    void aStoredSecondHeadExplainsTheFilesOfQwen06B() throws IOException {
        LanguageModel tied = ShippedModels.model("qwen3-0.6b");
        LanguageModel separate = withHead(tied);

        assertThat(files().filter(file -> file.model().equals("qwen3-0.6b")))
                .hasSize(4)
                .allSatisfy(file -> assertThat(WeightBytes.of(separate, ShippedModels.weights(file.weights()))
                                .total()
                                .count())
                        .isCloseTo(file.bytes() - 5_950_000, withinPercentage(0.01)));
    }

    @Test
    void theMultiTokenPredictionLayerExplainsTheFileOfGlmAir() throws IOException {
        PublishedFile file = files().filter(one -> one.model().equals("glm-4.5-air"))
                .findFirst()
                .orElseThrow();
        WeightBytes weights = WeightBytes.of(ShippedModels.model(file.model()), ShippedModels.weights(file.weights()));

        long withPrediction =
                weights.total().plus(weights.extra(Extra.Kind.MTP)).count();

        assertThat(withPrediction).isCloseTo(file.bytes(), withinPercentage(1));
    }

    @Test
    void anUnnamedMixtralFileHasTheSizeOfQ40() throws IOException {
        PublishedFile file = files().filter(one -> one.model().equals("mixtral-8x7b"))
                .findFirst()
                .orElseThrow();

        assertThat(bytes(file.model(), file.weights())).isCloseTo(file.bytes(), withinPercentage(1));
    }

    @Test
    void aVisionProjectorIsInSixteenBits() throws IOException {
        PublishedFile file = files().filter(one ->
                        one.model().equals("qwen2.5-vl-7b") && one.weights().isEmpty())
                .findFirst()
                .orElseThrow();
        WeightBytes weights = WeightBytes.of(ShippedModels.model(file.model()), ShippedModels.weights("q4_k_m"));

        assertThat(weights.extra(Extra.Kind.VISION).count()).isCloseTo(file.bytes(), withinPercentage(0.1));
    }

    @Test
    void everyFileSetApartSaysWhy() throws IOException {
        assertThat(files().filter(file -> !file.isComparable()))
                .hasSize(15)
                .allSatisfy(file -> assertThat(file.apart()).endsWith("."));
    }

    private static long bytes(String model, String weights) {
        return WeightBytes.of(ShippedModels.model(model), ShippedModels.weights(weights))
                .total()
                .count();
    }

    private static LanguageModel withHead(LanguageModel tied) {
        return new LanguageModel(
                tied.id(),
                tied.name(),
                tied.family(),
                tied.source(),
                tied.hiddenSize(),
                tied.vocabulary(),
                OutputHead.SEPARATE,
                tied.smallParameters(),
                tied.groups(),
                tied.order(),
                tied.extras(),
                tied.maxContext(),
                tied.nativeWeights(),
                tied.stored(),
                tied.details());
    }
}
