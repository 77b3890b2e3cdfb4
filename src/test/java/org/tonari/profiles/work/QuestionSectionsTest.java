package org.tonari.profiles.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tonari.domain.model.DiffusionJob;
import org.tonari.domain.question.CostAssumptions;
import org.tonari.domain.question.Linking;
import org.tonari.domain.question.ModelSet;
import org.tonari.domain.question.Questions;
import org.tonari.domain.question.TrainingPlan;
import org.tonari.domain.question.Wish;
import org.tonari.domain.scenario.Workload.Toggle;
import org.tonari.profiles.tree.ProfileException;
import org.tonari.profiles.tree.ProfileText;
import org.tonari.profiles.work.WorkReader.Access;
import org.tonari.units.Tokens;

class QuestionSectionsTest {

    @Test
    void everySettingOfEveryPageComesBack() {
        Questions changed = new Questions(
                ModelSet.DEFAULT.with(new ModelSet.Member("qwen3-8b", "q8_0", "q8_0", new Tokens(4_096), 3)),
                new Linking(4, "rdma-200gbe", Linking.Parallelism.PIPELINE),
                TrainingPlan.DEFAULT
                        .withSubject("flux.1-dev")
                        .withMethod(TrainingPlan.Method.LORA)
                        .with(TrainingPlan.Optimiser.PRODIGY, TrainingPlan.Precision.F32)
                        .withSamples(new Tokens(512), 768, 2)
                        .withCheckpointing(Toggle.OFF)
                        .withAdapters(256, TrainingPlan.Targets.ALL)
                        .withEncoders(TrainingPlan.Encoders.CACHED),
                DiffusionJob.DEFAULT
                        .withSize(640, 480)
                        .withLength(20, 1)
                        .withGuidance(DiffusionJob.Guidance.TWICE)
                        .withFormat(DiffusionJob.Format.NVFP4)
                        .withResidence(DiffusionJob.Residence.OFFLOADED),
                CostAssumptions.DEFAULT.withElectricity(40).withCloudPrice(90).withUtilisation(0.25),
                Wish.DEFAULT.withUse("always-on").withLimit(Wish.Limit.VOLUME_LITRES, 1.5));

        assertThat(read(QuestionSections.write(changed).toString())).isEqualTo(changed);
    }

    @Test
    void aPageWithoutASectionStandsAsAtFirst() {
        assertThat(read("{}")).isEqualTo(Questions.DEFAULT);
    }

    @Test
    void anImpossibleSettingIsRefusedByItsPlace() {
        assertThatThrownBy(() -> read("{\"linked\": {\"machines_linked\": 9}}"))
                .isInstanceOf(ProfileException.class)
                .satisfies(wrong -> assertThat(
                                ((ProfileException) wrong).problem().place().english())
                        .isEqualTo("linked.machines_linked"));
    }

    private static Questions read(String text) {
        return QuestionSections.read(ProfileText.parse("test", text), Access.WRITABLE);
    }
}
