package org.tonari.viewmodel.choosing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonari.domain.model.LanguageModel;
import org.tonari.viewmodel.choosing.ModelPickerViewModel.Hits;
import org.tonari.viewmodel.desk.Choices;
import org.tonari.viewmodel.desk.Desk;

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
    void fullWidthLettersFindAModelToo() {
        picker.queryProperty().set("ＱＷＥＮ　３２ｂ");

        assertThat(found()).extracting(LanguageModel::id).containsExactly("qwen3-32b");
    }

    @Test
    void modelsThatAreCalledSoComeBeforeThoseThatAreOnlyRelated() {
        var all = new ModelPickerViewModel(
                new FieldsViewModel(desk.root),
                desk.root
                        .choicesProperty()
                        .map(_ -> List.of(
                                Desk.model("deepseek-coder-6.7b"),
                                Desk.model("llama-3.1-8b"),
                                Desk.model("qwen3-32b"))));

        all.queryProperty().set("llama");

        assertThat(((Hits.Found) all.hitsProperty().getValue()).models())
                .extracting(LanguageModel::id)
                .containsExactly("llama-3.1-8b", "deepseek-coder-6.7b");
    }

    @Test
    void weightsThatWereChosenStayWithTheNextModel() {
        var fields = new FieldsViewModel(desk.root);
        picker.pick(Desk.model("llama-3.1-8b"));
        assertThat(weights()).isEqualTo("bf16");

        fields.pickWeights(desk.root.choices().weights().stream()
                .filter(format -> format.id().equals("q4_k_m"))
                .findFirst()
                .orElseThrow());
        picker.pick(Desk.model("qwen3-32b"));

        assertThat(weights()).isEqualTo("q4_k_m");
    }

    private String weights() {
        return desk.root.getComparison().setup().weights().id();
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
