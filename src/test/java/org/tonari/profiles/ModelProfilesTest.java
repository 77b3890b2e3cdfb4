package org.tonari.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.TensorTable;
import org.tonari.profiles.readers.ModelReader;
import org.tonari.profiles.tree.ProfileException;
import org.tonari.profiles.writers.ModelWriter;

final class ModelProfilesTest {

    static Stream<Path> profiles() {
        return ShippedModels.files(ShippedModels.folder("models")).stream();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyShippedModelLoadsUnderTheIdOfItsFile(Path file) {
        LanguageModel model = ModelReader.read(ShippedModels.node(file));

        assertThat(file).hasFileName(model.id() + ".json");
        assertThat(TensorTable.parameters(model)).isPositive();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aModelWrittenAndReadAgainIsTheSame(Path file) {
        LanguageModel model = ModelReader.read(ShippedModels.node(file));

        String written = ModelWriter.write(model).toString();

        assertThat(ModelReader.read(ShippedModels.node("written", written))).isEqualTo(model);
    }

    @Test
    void theShippedModelsShowEveryKindOfAttention() {
        List<Class<?>> kinds = ShippedModels.all().stream()
                .flatMap(model -> model.groups().stream())
                .<Class<?>>map(group -> group.attention().getClass())
                .distinct()
                .toList();

        assertThat(kinds).containsAll(List.of(Attention.class.getPermittedSubclasses()));
    }

    @Test
    void aModelWithoutAWeightCountForItsAttentionSaysWhatIsMissing() {
        LanguageModel model = ShippedModels.model("deepseek-v4-flash");

        assertThat(model.layer(0).attention()).isInstanceOf(Attention.Undescribed.class);
    }

    @Test
    void aKindOfLayersThatIsNotThereIsNamed() {
        String json = ModelWriter.write(ShippedModels.model("gpt-oss-20b"))
                .toString()
                .replace("\"kinds\":[\"sliding\",\"full\"]", "\"kinds\":[\"sliding\",\"round\"]");

        assertThatThrownBy(() -> ModelReader.read(ShippedModels.node("mine.json", json)))
                .isInstanceOf(ProfileException.class)
                .hasMessage("mine.json: layers[0].kinds[1]: found \"round\", expected one of sliding, full");
    }

    @Test
    void aMisspeltFieldIsNamed() {
        String json = ModelWriter.write(ShippedModels.model("qwen3-8b"))
                .toString()
                .replace("\"width\":12288", "\"widht\":12288");

        assertThatThrownBy(() -> ModelReader.read(ShippedModels.node("mine.json", json)))
                .isInstanceOf(ProfileException.class)
                .hasMessageStartingWith("mine.json: kinds.full.feed_forward.width: found nothing");
    }

    @Test
    void anImpossibleNumberIsRefusedWhereItStands() {
        String json = ModelWriter.write(ShippedModels.model("qwen3-8b"))
                .toString()
                .replace("\"hidden_size\":4096", "\"hidden_size\":0");

        assertThatThrownBy(() -> ModelReader.read(ShippedModels.node("mine.json", json)))
                .isInstanceOf(ProfileException.class)
                .hasMessageStartingWith("mine.json: hidden_size: found 0, expected a whole number from 1");
    }
}
