package org.tonari.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.runtime.BlockFormat;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.profiles.readers.WeightFormatReader;
import org.tonari.profiles.tree.ProfileException;

final class WeightProfilesTest {

    static Stream<Path> profiles() {
        return ShippedModels.files(ShippedModels.folder("weights")).stream();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyShippedFormatLoadsUnderTheIdOfItsFile(Path file) {
        WeightFormat format = WeightFormatReader.read(ShippedModels.node(file));

        assertThat(file).hasFileName(format.id() + ".json");
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void fallbacksHaveShorterBlocks(Path file) {
        WeightFormat format = WeightFormatReader.read(ShippedModels.node(file));

        for (var rule : format.rules()) {
            BlockFormat fallback = format.fallbacks().get(rule.block().id());
            if (fallback != null) {
                assertThat(fallback.elements()).isLessThan(rule.block().elements());
            }
        }
    }

    @Test
    void theFormatsOfMeasurementsAreThere() {
        assertThat(ShippedModels.weights())
                .extracting(WeightFormat::id)
                .containsAll(List.of(
                        "f32",
                        "bf16",
                        "f16",
                        "fp8",
                        "nvfp4",
                        "mxfp4",
                        "q8_0",
                        "q6_k",
                        "q5_k_m",
                        "q5_0",
                        "q4_k_m",
                        "q4_k_s",
                        "q4_0",
                        "iq4_xs",
                        "q3_k_m",
                        "q2_k",
                        "mlx-8bit",
                        "mlx-6bit",
                        "mlx-4bit",
                        "awq-int4",
                        "int4"));
    }

    @Test
    void everyModelIsPublishedInAShippedFormat() {
        List<String> formats =
                ShippedModels.weights().stream().map(WeightFormat::id).toList();

        assertThat(ShippedModels.all()).extracting(LanguageModel::nativeWeights).allMatch(formats::contains);
    }

    @Test
    void aRuleThatNamesNoBlockIsNamed() {
        String json = """
            {"schema":1,"kind":"weights","id":"mine","name":"Mine","containers":["gguf"],"kernel_family":"4bit",
             "source":{"kind":"derived","citation":"me","date":"","note":""},
             "blocks":{"q4_0":{"elements":32,"bytes":18}},"fallbacks":{},"rules":[{"block":"q5_0"}]}
            """;

        assertThatThrownBy(() -> WeightFormatReader.read(ShippedModels.node("mine.json", json)))
                .isInstanceOf(ProfileException.class)
                .hasMessage("mine.json: rules[0].block: found \"q5_0\", expected one of q4_0");
    }

    @Test
    void aFormatWithoutALastRuleForEverythingIsRefused() {
        String json = """
            {"schema":1,"kind":"weights","id":"mine","name":"Mine","containers":["gguf"],"kernel_family":"4bit",
             "source":{"kind":"derived","citation":"me","date":"","note":""},
             "blocks":{"q4_0":{"elements":32,"bytes":18}},"fallbacks":{},
             "rules":[{"roles":["router"],"block":"q4_0"}]}
            """;

        assertThatThrownBy(() -> WeightFormatReader.read(ShippedModels.node("mine.json", json)))
                .isInstanceOf(ProfileException.class)
                .hasMessageContaining("mine needs a last rule that always holds");
    }
}
