package org.tonari.viewmodel.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.comparison.Comparison;
import org.tonari.domain.comparison.Setup;
import org.tonari.units.Tokens;
import org.tonari.viewmodel.choosing.ContextViewModel;
import org.tonari.viewmodel.choosing.FieldsViewModel;

class WorkbenchViewModelTest {
    private final Desk desk = new Desk();
    private final ContextViewModel context = new ContextViewModel(desk.root);
    private final FieldsViewModel fields = new FieldsViewModel(desk.root);

    @Test
    void theFirstScreenIsAnsweredAlready() {
        assertThat(desk.root.getResults().columns()).hasSize(3);
        assertThat(desk.root.getResults().columns().getFirst().estimate().fit().verdict())
                .isInstanceOf(Verdict.Fits.class);
        assertThat(desk.root.getResults().columns().getLast().estimate().fit().verdict())
                .isInstanceOf(Verdict.DoesNotFit.class);
    }

    @Test
    void manyChangesInOneFrameAreComputedOnce() {
        for (int tokens = 2_048; tokens <= 65_536; tokens += 1_024) {
            context.enter(String.valueOf(tokens));
        }

        assertThat(desk.pulse.tick()).isEqualTo(1);
        assertThat(desk.root.getResults().context()).isEqualTo(new Tokens(65_536));
    }

    @Test
    void resultsWaitForTheFrame() {
        Results before = desk.root.getResults();

        context.enter("64k");

        assertThat(desk.root.getResults()).isSameAs(before);
        desk.pulse.tick();
        assertThat(desk.root.getResults()).isNotSameAs(before);
    }

    @Test
    void aDragIsOneStepOfTheHistory() {
        context.hold();
        context.moveTo(40_000, 100, ContextViewModel.Snap.OFF);
        context.moveTo(50_000, 100, ContextViewModel.Snap.OFF);
        context.moveTo(60_000, 100, ContextViewModel.Snap.OFF);
        context.release();

        assertThat(desk.root.history().undoableProperty().get()).contains(Act.CONTEXT);
        desk.root.undo();

        assertThat(desk.context()).isEqualTo(32_768);
        assertThat(desk.root.history().undoableProperty().get()).isEmpty();
    }

    @Test
    void aDragThatEndsWhereItBeganIsNoStep() {
        context.hold();
        context.moveTo(60_000, 100, ContextViewModel.Snap.OFF);
        context.moveTo(32_768, 100, ContextViewModel.Snap.OFF);
        context.release();

        assertThat(desk.root.history().undoableProperty().get()).isEmpty();
    }

    @Test
    void tenMixedStepsAreUndoneToAnEqualComparison() {
        Comparison before = desk.root.getComparison();
        context.enter("8k");
        fields.pickCache(Desk.cache("q8_0"));
        fields.prompt().enter("512");
        fields.users().enter("4");
        fields.target().enter("30");
        fields.pickModel(Desk.model("qwen3-32b"));
        context.step(3);
        context.jump(1);
        fields.pickCache(Desk.cache("q4_0"));
        fields.target().enter("");

        for (int i = 0; i < 10; i++) {
            desk.root.undo();
        }

        assertThat(desk.root.getComparison()).isEqualTo(before);
    }

    @Test
    void redoComesBackAndANewStepForgetsIt() {
        context.enter("8k");
        desk.root.undo();
        assertThat(desk.root.history().redoableProperty().get()).contains(Act.CONTEXT);

        desk.root.redo();
        assertThat(desk.context()).isEqualTo(8_192);

        desk.root.undo();
        context.enter("16k");
        assertThat(desk.root.history().redoableProperty().get()).isEmpty();
    }

    @Test
    void aLongerContextTakesMoreCacheAndRunsSlower() {
        var before = desk.root.getResults().columns().getFirst().estimate();

        context.enter("128k");
        desk.pulse.tick();

        var after = desk.root.getResults().columns().getFirst().estimate();
        assertThat(after.memory().size(Part.KV_CACHE))
                .isGreaterThan(before.memory().size(Part.KV_CACHE));
        assertThat(after.speed().known().orElseThrow().decode().value())
                .isLessThan(before.speed().known().orElseThrow().decode().value());
    }

    @Test
    void curvesAreKeptWhileOnlyTheContextMoves() {
        var before = desk.root.getResults().columns().getFirst().curve().getFirst();

        context.enter("64k");
        desk.pulse.tick();
        assertThat(desk.root.getResults().columns().getFirst().curve().getFirst())
                .isSameAs(before);

        fields.pickModel(Desk.model("gpt-oss-20b"));
        desk.pulse.tick();
        assertThat(desk.root.getResults().columns().getFirst().curve().getFirst())
                .isNotEqualTo(before);
    }

    @Test
    void anotherModelBringsItsOwnWeightsAndItsOwnLimit() {
        fields.pickModel(Desk.model("qwen3-32b"));

        Setup setup = desk.root.getComparison().setup();
        assertThat(setup.weights().id()).isEqualTo(setup.model().nativeWeights());
        assertThat(setup.workload().context().count())
                .isLessThanOrEqualTo(setup.model().maxContext().count());
    }

    @Test
    void weightsAreOfferedWithTheirSizes() {
        assertThat(fields.weightOptions()).anySatisfy(option -> {
            assertThat(option.format().id()).isEqualTo("mxfp4");
            assertThat(option.size().orElseThrow().count()).isBetween(60_000_000_000L, 67_000_000_000L);
        });
    }
}
