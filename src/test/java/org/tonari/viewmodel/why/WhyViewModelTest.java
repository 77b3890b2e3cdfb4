package org.tonari.viewmodel.why;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.tonari.domain.answer.Fit;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.runtime.RuntimeChoice;
import org.tonari.domain.scenario.Change;
import org.tonari.explain.Answer;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.viewmodel.choosing.ContextViewModel;
import org.tonari.viewmodel.desk.Act;
import org.tonari.viewmodel.desk.Desk;
import org.tonari.viewmodel.desk.Selection;
import org.tonari.viewmodel.desk.SpeedMeasure;
import org.tonari.viewmodel.desk.Subject;

class WhyViewModelTest {
    private final Desk desk = new Desk();
    private final WhyViewModel why = new WhyViewModel(desk.root);

    @Test
    void theCacheIsExactAndItsPartsAddUp() {
        Why shown = why.whyProperty().getValue();

        // 18 layers × 32,768 cells × 2,048 B + 18 layers × 768 cells × 2,048 B
        assertThat(((Answer.Known) shown.answer()).term().bytes()).isEqualTo(new Bytes(1_236_271_104));
        assertThat(shown.certainty()).isEqualTo(Why.Certainty.EXACT);
        assertThat(shown.lines().stream()
                        .filter(Why.Line.Heading.class::isInstance)
                        .mapToDouble(
                                line -> ((Why.Line.Heading) line).term().value().magnitude())
                        .sum())
                .isEqualTo(1_236_271_104.0);
    }

    @Test
    void theExplanationFollowsTheComparisonFrameByFrame() {
        new ContextViewModel(desk.root).enter("64k");
        desk.pulse.tick();

        // 18 × 65,536 × 2,048 B + 18 × 768 × 2,048 B
        assertThat(((Answer.Known) why.whyProperty().getValue().answer()).term().bytes())
                .isEqualTo(new Bytes(2_444_230_656L));
    }

    @Test
    void aSpeedIsAnEstimateWithTheStepItFollowsFrom() {
        desk.root.selectionProperty().set(new Selection("dgx-spark", new Subject.Decode()));

        Why shown = why.whyProperty().getValue();
        assertThat(shown.certainty()).isEqualTo(Why.Certainty.ESTIMATE);
        assertThat(shown.step()).isInstanceOfSatisfying(StepTime.Split.class, split -> {
            double parts = split.parts().stream()
                    .map(Term::value)
                    .mapToDouble(value -> value.magnitude())
                    .sum();
            assertThat(parts).isCloseTo(split.speed().stepTime().value().magnitude(), Offset.offset(1e-9));
        });
    }

    @Test
    void aRunOfOneUserSaysNothingAboutMany() {
        desk.root.selectionProperty().set(new Selection("dgx-spark", new Subject.Decode()));
        desk.root.measureProperty().set(SpeedMeasure.EACH_USER);
        desk.pulse.tick();
        assertThat(why.whyProperty().getValue().measured()).isPresent();

        desk.root.apply(Act.USERS, now -> now.withWorkload(workload -> workload.withConcurrency(8)));
        desk.pulse.tick();

        assertThat(why.whyProperty().getValue().measured()).isEmpty();
    }

    @Test
    void aMachineThatDoesNotRunSaysSo() {
        desk.root.selectionProperty().set(new Selection("mac-mini-m4-pro-64", new Subject.Decode()));

        assertThat(why.whyProperty().getValue().certainty()).isEqualTo(Why.Certainty.UNKNOWN);
        assertThat(why.whyProperty().getValue().step()).isInstanceOf(StepTime.NotRunning.class);
    }

    @Test
    void aPartIsShownAgainstItsOwnMemory() {
        desk.root.selectionProperty().set(new Selection("hp-omen-45l-rtx-5090", new Subject.Part(1, Part.WEIGHTS)));

        assertThat(why.whyProperty().getValue().pool())
                .get()
                .satisfies(pool -> assertThat(pool.count()).isGreaterThan(60L * Bytes.PER_GIB));
    }

    @Test
    void aRemedyIsOneUndoableStep() {
        why.apply(new Fit.Remedy(new Change.Cache(Desk.cache("q8_0")), Bytes.ofGiB(0.5), new Verdict.Fits(Bytes.ZERO)));

        assertThat(desk.root.getComparison().setup().keys().id()).isEqualTo("q8_0");
        assertThat(desk.root.history().undoableProperty().get()).contains(Act.REMEDY);
        assertThat(desk.root.getComparison().setup().runtime()).isInstanceOf(RuntimeChoice.Automatic.class);

        desk.root.undo();
        assertThat(desk.root.getComparison()).isEqualTo(Desk.first());
    }
}
