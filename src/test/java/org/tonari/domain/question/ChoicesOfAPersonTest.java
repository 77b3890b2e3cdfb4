package org.tonari.domain.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tonari.domain.Parts.changed;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tonari.domain.Parts;
import org.tonari.domain.model.DiffusionJob;
import org.tonari.domain.model.DiffusionJob.Format;
import org.tonari.domain.model.DiffusionJob.Guidance;
import org.tonari.domain.model.DiffusionJob.Residence;
import org.tonari.domain.model.DiffusionModel;
import org.tonari.domain.question.Linking.Parallelism;
import org.tonari.domain.question.TrainingPlan.Encoders;
import org.tonari.domain.question.TrainingPlan.Method;
import org.tonari.domain.question.TrainingPlan.Optimiser;
import org.tonari.domain.question.TrainingPlan.Precision;
import org.tonari.domain.question.TrainingPlan.Targets;
import org.tonari.domain.question.Wish.Limit;
import org.tonari.domain.scenario.Workload;
import org.tonari.domain.scenario.Workload.LayerPlacement;
import org.tonari.domain.scenario.Workload.Outputs;
import org.tonari.domain.scenario.Workload.Speculation;
import org.tonari.domain.scenario.Workload.Toggle;
import org.tonari.engine.ShippedScenarios;
import org.tonari.units.Tokens;

/// What a person chooses on the pages: each choice changes itself alone, and nothing beyond its bounds is taken.
class ChoicesOfAPersonTest {
    @Test
    void aChoiceOfTheWorkloadChangesItselfAlone() {
        Workload usual = Workload.DEFAULT;
        var one = new LayerPlacement.Exactly(1);

        assertThat(changed(usual, usual.withContext(new Tokens(1)))).containsExactly("context");
        assertThat(changed(usual, usual.withPrompt(new Tokens(1)))).containsExactly("prompt");
        assertThat(changed(usual, usual.withConcurrency(2))).containsExactly("concurrency");
        assertThat(changed(usual, usual.withUbatch(new Tokens(1)))).containsExactly("ubatch");
        assertThat(changed(usual, usual.withFlashAttention(Toggle.OFF))).containsExactly("flashAttention");
        assertThat(changed(usual, usual.withUnifiedCache(Toggle.ON))).containsExactly("unifiedCache");
        assertThat(changed(usual, usual.withFullWindow(Toggle.ON))).containsExactly("fullWindow");
        assertThat(changed(usual, usual.withOutputs(Outputs.ALL))).containsExactly("outputs");
        assertThat(changed(usual, usual.withGpuLayers(one))).containsExactly("gpuLayers");
        assertThat(changed(usual, usual.withCpuExperts(one))).containsExactly("cpuExperts");
        assertThat(changed(usual, usual.withProjector(Toggle.ON))).containsExactly("projector");
        assertThat(changed(usual, usual.withSpeculation(new Speculation.MultiToken())))
                .containsExactly("speculation");
    }

    @Test
    void aWorkloadKeepsWithinItsBounds() {
        Workload usual = Workload.DEFAULT;

        assertThat(usual.withConcurrency(1_024).concurrency()).isEqualTo(1_024);
        assertThat(usual.withContext(new Tokens(1_000_000_000)).context().count())
                .isEqualTo(1_000_000_000);
        assertThatIllegalArgumentException().isThrownBy(() -> usual.withConcurrency(1_025));
        assertThatIllegalArgumentException().isThrownBy(() -> usual.withConcurrency(0));
        assertThatIllegalArgumentException().isThrownBy(() -> usual.withContext(new Tokens(1_000_000_001)));
        assertThatIllegalArgumentException().isThrownBy(() -> usual.withPrompt(new Tokens(0)));
        assertThatIllegalArgumentException().isThrownBy(() -> usual.withUbatch(new Tokens(0)));
        assertThat(new LayerPlacement.Exactly(0).layers()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new LayerPlacement.Exactly(-1));
    }

    @Test
    void aChoiceOfATrainingChangesItselfAlone() {
        TrainingPlan usual = TrainingPlan.DEFAULT;

        assertThat(changed(usual, usual.withSubject("another"))).containsExactly("subject");
        assertThat(changed(usual, usual.withMethod(Method.FULL))).containsExactly("method");
        assertThat(changed(usual, usual.with(Optimiser.SGD, Precision.BF16))).containsExactly("optimiser", "precision");
        assertThat(changed(usual, usual.withSamples(new Tokens(1), 2, 3)))
                .containsExactly("sequence", "resolution", "batch");
        assertThat(changed(usual, usual.withCheckpointing(Toggle.OFF))).containsExactly("checkpointing");
        assertThat(changed(usual, usual.withAdapters(1, Targets.ALL))).containsExactly("rank", "targets");
        assertThat(changed(usual, usual.withEncoders(Encoders.CACHED))).containsExactly("encoders");
    }

    @Test
    void aTrainingKeepsWithinItsBounds() {
        TrainingPlan usual = TrainingPlan.DEFAULT;
        TrainingPlan most = usual.withSamples(new Tokens(Workload.MOST_TOKENS), 8_192, 1_024)
                .withAdapters(4_096, Targets.LINEAR);

        assertThat(most.batch()).isEqualTo(TrainingPlan.MOST_SAMPLES);
        assertThatIllegalArgumentException().isThrownBy(() -> most.withAdapters(4_097, Targets.LINEAR));
        assertThatIllegalArgumentException().isThrownBy(() -> most.withAdapters(0, Targets.LINEAR));
        assertThatIllegalArgumentException().isThrownBy(() -> usual.withSamples(new Tokens(1), 8_193, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> usual.withSamples(new Tokens(1), 1, 1_025));
        assertThatIllegalArgumentException().isThrownBy(() -> usual.withSamples(new Tokens(0), 1, 1));
    }

    @Test
    void aChoiceOfAPictureChangesItselfAloneWithinItsBounds() {
        DiffusionJob usual = DiffusionJob.DEFAULT;

        assertThat(changed(usual, usual.withSize(8_192, 1))).containsExactly("width", "height");
        assertThat(changed(usual, usual.withLength(1_000, 2_000))).containsExactly("steps", "frames");
        assertThat(changed(usual, usual.withGuidance(Guidance.of(2)))).containsExactly("guidance");
        assertThat(changed(usual, usual.withFormat(Format.NVFP4))).containsExactly("format");
        assertThat(changed(usual, usual.withResidence(Residence.OFFLOADED))).containsExactly("residence");
        assertThatIllegalArgumentException().isThrownBy(() -> usual.withSize(8_193, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> usual.withSize(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> usual.withLength(1_001, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> usual.withLength(1, 2_001));
    }

    @Test
    void oneToEightMachinesAreLinked() {
        Linking usual = Linking.DEFAULT;

        assertThat(changed(usual, usual.withMachines(8))).containsExactly("machines");
        assertThat(changed(usual, usual.withLink("nic"))).containsExactly("link");
        assertThat(changed(usual, usual.withParallelism(Parallelism.PIPELINE))).containsExactly("parallelism");
        assertThatIllegalArgumentException().isThrownBy(() -> usual.withMachines(9));
        assertThatIllegalArgumentException().isThrownBy(() -> usual.withMachines(0));
        assertThatIllegalArgumentException().isThrownBy(() -> usual.withLink(" "));
    }

    @Test
    void anAssumptionOfCostChangesItselfAloneWithinItsBounds() {
        CostAssumptions usual = CostAssumptions.DEFAULT;

        assertThat(changed(usual, usual.withElectricity(20))).containsExactly("perKilowattHour");
        assertThat(changed(usual, usual.withYears(50))).containsExactly("years");
        assertThat(changed(usual, usual.withHoursPerDay(24))).containsExactly("hoursPerDay");
        assertThat(changed(usual, usual.withUtilisation(0.5))).containsExactly("utilisation");
        assertThat(changed(usual, usual.withCloudPrice(100))).containsExactly("cloudPerMillion");
        assertThat(changed(usual, usual.withYenPerDollar(140))).containsExactly("yenPerDollar");
        assertThat(usual.withCloudPrice(100).withCloudPrice(0)).isEqualTo(usual);
        assertThatIllegalArgumentException().isThrownBy(() -> usual.withYears(50.1));
        assertThatIllegalArgumentException().isThrownBy(() -> usual.withHoursPerDay(24.1));
        assertThatIllegalArgumentException().isThrownBy(() -> usual.withUtilisation(0));
        assertThatIllegalArgumentException().isThrownBy(() -> usual.withUtilisation(1.01));
    }

    @Test
    void aWishHasLimitsAboveZeroAndLosesThemWithAZero() {
        Wish usual = Wish.DEFAULT.withUse("coding").withLimit(Limit.LOAD_WATTS, 300);

        assertThat(usual.use()).isEqualTo("coding");
        assertThat(usual.limit(Limit.LOAD_WATTS)).contains(300.0);
        assertThat(usual.limit(Limit.WEIGHT_KILOGRAMS)).isEmpty();
        assertThat(usual.withLimit(Limit.LOAD_WATTS, 0).limits()).isEmpty();
        assertThat(usual.withLimit(Limit.BUDGET_YEN, 5).limits()).hasSize(2);
        assertThatIllegalArgumentException().isThrownBy(() -> usual.withLimit(Limit.NOISE_DECIBELS, -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Wish("x", Map.of(Limit.BUDGET_YEN, Double.POSITIVE_INFINITY)));
    }

    @Test
    void aSetHoldsOneToEightModels() {
        var member = new ModelSet.Member("m", "q8_0", "f16", new Tokens(1), Workload.MOST_SEQUENCES);
        ModelSet one = new ModelSet(List.of(member));
        ModelSet eight = one;
        while (eight.members().size() < ModelSet.MOST_MEMBERS) {
            eight = eight.with(ModelSet.DEFAULT.members().getFirst());
        }
        ModelSet most = eight;

        assertThat(most.without(0).members()).hasSize(7).doesNotContain(member);
        assertThat(most.with(3, member).members().get(3)).isEqualTo(member);
        assertThat(one.without(0)).isEqualTo(one);
        assertThatIllegalArgumentException().isThrownBy(() -> most.with(member));
        assertThatIllegalArgumentException().isThrownBy(() -> new ModelSet(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelSet.Member("m", "q8_0", "f16", new Tokens(1), 1_025));
        assertThatIllegalArgumentException().isThrownBy(() -> new ModelSet.Member("m", " ", "f16", new Tokens(1), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ModelSet.Member("m", "q", "f", new Tokens(0), 1));
    }

    @Test
    void aQuestionOfOnePageLeavesTheOthers() {
        Questions usual = Questions.DEFAULT;
        var member = new ModelSet.Member("m", "q8_0", "f16", new Tokens(1), 1);

        assertThat(changed(usual, usual.withTogether(new ModelSet(List.of(member)))))
                .containsExactly("together");
        assertThat(changed(usual, usual.withLinking(Linking.ALONE))).containsExactly("linking");
        assertThat(changed(usual, usual.withTraining(usual.training().withSubject("m"))))
                .containsExactly("training");
        assertThat(changed(usual, usual.withPictures(usual.pictures().withSize(1, 1))))
                .containsExactly("pictures");
        assertThat(changed(usual, usual.withCost(usual.cost().withYears(1)))).containsExactly("cost");
        assertThat(changed(usual, usual.withWish(usual.wish().withUse("coding"))))
                .containsExactly("wish");
    }

    @Test
    void aPictureOrAClipBeginsAsItsModelIsMeantToRun() {
        DiffusionModel flux = ShippedScenarios.CATALOGUE
                .diffusionModel("flux.1-dev")
                .optional()
                .orElseThrow();
        DiffusionModel clips = Parts.with(Parts.with(flux, "media", DiffusionModel.Media.VIDEO), "passes", 2);

        assertThat(DiffusionJob.of(flux)).isEqualTo(DiffusionJob.DEFAULT.withLength(flux.steps(), 1));
        assertThat(DiffusionJob.of(clips))
                .isEqualTo(DiffusionJob.DEFAULT
                        .withSize(1_280, 720)
                        .withLength(flux.steps(), 121)
                        .withGuidance(Guidance.TWICE));
        assertThat(Guidance.values()).extracting(Guidance::passes).containsExactly(1, 2);
        assertThat(Format.values()).extracting(Format::peak).containsExactly("bf16", "fp8", "fp4");
    }

    @Test
    void aToggleIsOnOrOff() {
        assertThat(Toggle.ON.isOn()).isTrue();
        assertThat(Toggle.OFF.isOn()).isFalse();
    }
}
