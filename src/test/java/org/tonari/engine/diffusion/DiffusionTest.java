package org.tonari.engine.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tonari.engine.Questions.answer;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonari.domain.answer.Projection;
import org.tonari.domain.answer.Projection.Measure;
import org.tonari.domain.answer.Projection.Remark;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.evidence.Trial;
import org.tonari.domain.model.DiffusionModel;
import org.tonari.domain.model.DiffusionModel.PublishedSize;
import org.tonari.engine.Questions;
import org.tonari.explain.Term;

class DiffusionTest {

    static List<DiffusionModel> models() {
        return Questions.CATALOGUE.diffusionModels();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void partsTakeWhatWasPublished(DiffusionModel model) {
        for (PublishedSize size : model.published()) {
            double sum = model.components().stream()
                    .filter(part -> size.components().contains(part.name()))
                    .mapToLong(
                            part -> Diffusion.bytes(part, size.format()).bytes().count())
                    .sum();
            if (!size.components().isEmpty()) {
                assertThat(sum).as(size.what()).isCloseTo(size.bytes().count(), Percentage.withPercentage(2));
            }
        }
    }

    @Test
    void mostModelsHaveASizeThatPartsAreHeldAgainst() {
        assertThat(models())
                .filteredOn(model -> model.published().stream()
                        .anyMatch(size -> !size.components().isEmpty()))
                .extracting(DiffusionModel::id)
                .contains("flux.1-dev", "flux.2-klein-4b", "z-image-turbo", "sdxl-base-1.0");
    }

    /// 4096 tokens of the picture and 512 of text: 2 · 4608 · 12 · 3072² · 57 = 59.5 and 4 · 4608² · 3072 · 57 = 14.9
    /// TFLOP.
    @Test
    void aStepOfFluxAt1024Takes74TeraFlop() {
        DiffusionModel flux = models().stream()
                .filter(model -> model.id().equals("flux.1-dev"))
                .findFirst()
                .orElseThrow();
        Term work = Passes.work(flux, 1024, 1024, 1);

        assertThat(part(work, "linear_work") / 1e12).isCloseTo(59.5, within(0.05));
        assertThat(part(work, "attention_work") / 1e12).isCloseTo(14.9, within(0.05));
        assertThat(work.value().magnitude() / 1e12).isCloseTo(74.4, within(0.05));
    }

    private static double part(Term work, String id) {
        return ((Term.Derived) work)
                .parts().stream()
                        .flatMap(blocks -> ((Term.Derived) blocks).parts().stream())
                        .filter(each -> each.id().equals(id))
                        .mapToDouble(each -> each.value().magnitude())
                        .sum();
    }

    @Test
    void timeGrowsFasterThanPixels() {
        Projection small = generated("1024", "resident", "dgx-spark");
        Projection large = generated("2048", "resident", "dgx-spark");

        assertThat(time(large)).isGreaterThan(4 * time(small));
    }

    private static double time(Projection projection) {
        return projection.figure(Measure.MAKING_TIME).orElseThrow().value();
    }

    @Test
    void offloadingFreesNothingWhereMemoryIsShared() {
        Projection resident = generated("1024", "resident", "dgx-spark");
        Projection aside = generated("1024", "offloaded", "dgx-spark");

        assertThat(aside.remarks()).contains(Remark.OFFLOADING_FREES_NOTHING);
        assertThat(aside.fullest().required()).isEqualTo(resident.fullest().required());
    }

    @Test
    void aCardHoldsTheLargestPartWhileTheOthersWaitInHostMemory() {
        Projection resident = generated("1024", "resident", "hp-omen-45l-rtx-5090");
        Projection aside = generated("1024", "offloaded", "hp-omen-45l-rtx-5090");

        assertThat(resident.verdict()).isInstanceOf(Verdict.DoesNotFit.class);
        assertThat(aside.verdict().fits()).isTrue();
        assertThat(aside.loads()).hasSize(2);
    }

    private static Projection generated(String edge, String residence, String machine) {
        return answer(
                Trial.Kind.GENERATION,
                "machine",
                machine,
                "model",
                "flux.1-dev",
                "width",
                edge,
                "height",
                edge,
                "residence",
                residence);
    }
}
