package org.tonari.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonari.domain.LanguageModel;
import org.tonari.viewmodel.ModelPickerViewModel.Hits;

class ModelPickerViewModelTest {
    private final Desk desk = new Desk();
    private final ModelPickerViewModel picker = new ModelPickerViewModel(
            new FieldsViewModel(desk.root), desk.root.choicesProperty().map(Choices::models));

    @Test
    void nothingTypedOffersAllModels() {
        assertThat(found()).hasSize(4);
    }

    @Test
    void wordsInAnyOrderAndCaseFindAModel() {
        picker.queryProperty().set("32B QWEN");

        assertThat(found()).extracting(LanguageModel::id).containsExactly("qwen3-32b");
    }

    @Test
    void withoutAHitTheNearestThreeAreOffered() {
        picker.queryProperty().set("qwem3-32");

        assertThat(picker.hitsProperty().getValue()).isInstanceOfSatisfying(Hits.Nearest.class, nearest -> {
            assertThat(nearest.query()).isEqualTo("qwem3-32");
            assertThat(nearest.nearest()).hasSize(3);
            assertThat(nearest.nearest().getFirst().id()).isEqualTo("qwen3-32b");
        });
    }

    @Test
    void aPickLoadsTheModelAndEmptiesTheQuery() {
        picker.queryProperty().set("20b");

        picker.pick(Desk.model("gpt-oss-20b"));

        assertThat(desk.root.getComparison().setup().model().id()).isEqualTo("gpt-oss-20b");
        assertThat(picker.queryProperty().get()).isEmpty();
    }

    private List<LanguageModel> found() {
        return ((Hits.Found) picker.hitsProperty().getValue()).models();
    }
}
