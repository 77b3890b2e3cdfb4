package org.tonari.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.domain.model.DiffusionModel.Adapters;
import org.tonari.domain.question.TrainingPlan;
import org.tonari.domain.question.TrainingPlan.Encoders;
import org.tonari.domain.question.TrainingPlan.Targets;
import org.tonari.domain.scenario.Workload.Toggle;
import org.tonari.engine.Bench;
import org.tonari.engine.Easel;
import org.tonari.engine.training.Learner.Weights;
import org.tonari.explain.Term;
import org.tonari.units.Tokens;

/// The easel's model learning from 3 pictures of 8 × 8 pixels: 4 × 4 tokens of the picture and 6 of its text each.
class PictureLearnerTest {
    private static final TrainingPlan PLAN =
            TrainingPlan.DEFAULT.withSamples(new Tokens(1), 8, 3).withCheckpointing(Toggle.OFF);

    private final PictureLearner learner = new PictureLearner(Easel.model(Optional.empty()));

    @Test
    void encodersAndDecoderStandBesideTheTransformerIn16Bits() {
        assertThat(learner.weights(PLAN.withEncoders(Encoders.RESIDENT)))
                .containsExactly(
                        new Weights("reader", 0, 300, 0),
                        new Weights("painter", 1_000, 0, 0),
                        new Weights("second reader", 0, 50, 0),
                        new Weights("decoder", 0, 40, 0));
    }

    @Test
    void onlyTheLargeEncoderGoesTo8Bits() {
        assertThat(learner.weights(PLAN.withEncoders(Encoders.RESIDENT_8BIT)))
                .containsExactly(
                        new Weights("reader", 0, 0, 300),
                        new Weights("painter", 1_000, 0, 0),
                        new Weights("second reader", 0, 50, 0),
                        new Weights("decoder", 0, 40, 0));
    }

    @Test
    void whatWasEncodedBeforeNeedsTheTransformerAlone() {
        assertThat(learner.weights(PLAN.withEncoders(Encoders.CACHED)))
                .containsExactly(new Weights("painter", 1_000, 0, 0));
    }

    @Test
    void onlyTheTransformerIsTrained() {
        assertThat(number(learner.trainable())).isEqualTo(1_000);
    }

    @ParameterizedTest
    @CsvSource({"ATTENTION, 7", "LINEAR, 11", "ALL, 13"})
    void describedAdaptersCountAsDescribed(Targets targets, double widths) {
        var described = new PictureLearner(Easel.model(Optional.of(new Adapters(7, 11, 13, Bench.HAND))));

        assertThat(number(described.adapterWidths(targets))).isEqualTo(widths);
    }

    /// Four square matrices and one pair into the network and back, in each layer: 8 · 4 + 2 · (4 + 6) = 52 in two
    /// layers; 8 · 5 + 2 · (5 + 5) = 60 in three; 8 · 2 + 2 · (2 + 3) = 26 in one.
    @Test
    void undescribedAdaptersAttachToAttentionAndNetworkOfEveryLayer() {
        assertThat(number(learner.adapterWidths(Targets.ALL))).isEqualTo(2 * 52 + 3 * 60 + 26);
    }

    /// Elements kept of a token: 8 · 4 + 4 · 6 = 56, 8 · 5 + 4 · 5 = 60 and 8 · 2 + 4 · 3 = 28, in 2 bytes each;
    /// 22, 16 and 6 tokens pass.
    @Test
    void withoutCheckpointingEveryLayerKeepsItsActivations() {
        assertThat(number(learner.activations(PLAN))).isEqualTo(3 * 2 * (2 * 22 * 56 + 3 * 16 * 60 + 6 * 28));
    }

    /// Inputs of 4, 5 and 2 elements; the most is kept by a layer that sees all 22 tokens.
    @Test
    void withCheckpointingLayersKeepTheirInputsAndOneIsComputedAgain() {
        assertThat(number(learner.activations(PLAN.withCheckpointing(Toggle.ON))))
                .isEqualTo(3 * 2 * (2 * 22 * 4 + 3 * 16 * 5 + 6 * 2 + 22 * 56));
    }

    @Test
    void theLayerComputedAgainIsTheOneThatKeepsMostWhereverItStands() {
        var reversed = new PictureLearner(Easel.model(Optional.empty(), Easel.BLOCKS.reversed()));

        assertThat(number(reversed.activations(PLAN.withCheckpointing(Toggle.ON))))
                .isEqualTo(3 * 2 * (2 * 22 * 4 + 3 * 16 * 5 + 6 * 2 + 22 * 56));
    }

    @Test
    void aBatchPassesForwardPictureByPicture() {
        assertThat(number(learner.forward(PLAN))).isEqualTo(3 * Easel.PASS_AT_8_PIXELS);
    }

    @Test
    void aStepSeesTheBatch() {
        assertThat(List.of(learner.seen(PLAN).id(), number(learner.seen(PLAN))))
                .isEqualTo(List.of("pictures_each_step", 3.0));
    }

    private static double number(Term term) {
        return term.value().magnitude();
    }
}
