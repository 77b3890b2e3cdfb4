package org.tonari.domain.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonari.profiles.ShippedModels;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class TensorTableTest {
    private static final Path RESOURCES = Path.of(System.getProperty("project.directory", "."), "src/test/resources");

    /// Totals as published, with what the checkpoint holds besides: multi-token prediction, vision, a tied embedding
    /// stored twice.
    static Stream<Arguments> publishedTotals() throws IOException {
        JsonNode totals = JsonMapper.shared().readTree(Files.readString(RESOURCES.resolve("published-totals.json")));
        return StreamSupport.stream(totals.spliterator(), false)
                .map(total -> Arguments.of(
                        total.get("model").stringValue(),
                        total.get("published_total").longValue(),
                        total.get("besides_the_language_model").longValue()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("publishedTotals")
    void theWeightsOfTheTableAreThePublishedTotal(String id, long published, long besides) {
        LanguageModel model = ShippedModels.model(id);

        assertThat(TensorTable.parameters(model) + besides).isEqualTo(published);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("publishedTotals")
    void whatIsBesidesTheLanguageModelIsAnExtraPart(String id, long published, long besides) {
        LanguageModel model = ShippedModels.model(id);

        // Qwen3 0.6B stores its tied embedding, 151,936 × 1,024, a second time: that is no part of the model.
        long expected = id.equals("qwen3-0.6b") ? besides - 155_582_464L : besides;
        assertThat(model.extras().stream()
                        .mapToLong(LanguageModel.Extra::parameters)
                        .sum())
                .as("extras of %s, of %s", id, published)
                .isEqualTo(expected);
    }

    static Stream<LanguageModel> dryAllocations() {
        return ShippedModels.dryAllocations().stream();
    }

    @ParameterizedTest
    @MethodSource("dryAllocations")
    void theWeightsOfTheTableAreThoseLlamaCppCounted(LanguageModel model) {
        assertThat(TensorTable.parameters(model)).isEqualTo(model.details().parameters());
    }

    @Test
    void noFewerThanFortyEightTotalsAreChecked() throws IOException {
        assertThat(publishedTotals()).hasSizeGreaterThanOrEqualTo(48);
    }
}
