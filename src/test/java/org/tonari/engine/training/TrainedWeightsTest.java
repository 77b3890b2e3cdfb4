package org.tonari.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.domain.answer.Projection;
import org.tonari.domain.answer.Projection.Measure;
import org.tonari.domain.answer.Projection.Part;
import org.tonari.domain.answer.Projection.Remark;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.evidence.Reach;
import org.tonari.domain.evidence.Reach.Activity;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool.Kind;
import org.tonari.domain.model.Attention.FullAttention;
import org.tonari.domain.model.FeedForward.Dense;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.question.Question;
import org.tonari.domain.question.Question.Training.Subject;
import org.tonari.domain.question.TrainingPlan;
import org.tonari.domain.question.TrainingPlan.Encoders;
import org.tonari.domain.question.TrainingPlan.Method;
import org.tonari.domain.question.TrainingPlan.Optimiser;
import org.tonari.domain.question.TrainingPlan.Precision;
import org.tonari.domain.question.TrainingPlan.Targets;
import org.tonari.domain.scenario.Workload.Toggle;
import org.tonari.engine.Bench;
import org.tonari.engine.Easel;
import org.tonari.explain.Answer;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;

/// A model of 415 weights, 360 of them in matrices of layers, learning from 3 texts of 8 tokens.
class TrainedWeightsTest {
    private static final Subject TEXT = new Subject.Language(
            Bench.model(new LayerGroup("all", 2, new FullAttention(Bench.heads(2, 1, 3, 5)), new Dense(7, 3), 6)));
    private static final Subject PICTURE = new Subject.Diffusion(Easel.model(Optional.empty()));

    private static final TrainingPlan PLAN = TrainingPlan.DEFAULT
            .withMethod(Method.FULL)
            .withSamples(new Tokens(8), 8, 3)
            .withAdapters(2, Targets.ATTENTION)
            .withCheckpointing(Toggle.OFF);

    /// 2 layers · 24 tokens · 60 elements · 2 bytes and 24 · 10 logits and gradients of 4 bytes.
    private static final long ACTIVATIONS = 7_680;

    /// Weights 830, gradients 830, optimiser 415 · 12 and activations.
    private static final long FULL_BYTES = 830 + 830 + 4_980 + ACTIVATIONS;

    /// Weights 830, and for each of 160 adapter weights 2 + 2 + 12 bytes.
    private static final long LORA_BYTES = 830 + 160 * 16 + ACTIVATIONS;

    /// 360 weights of 4.127 bits, 55 of 2 bytes, and the adapters as above.
    private static final long QLORA_BYTES = 185 + 110 + 160 * 16 + ACTIVATIONS;

    @ParameterizedTest(name = "{0} in {1}: {2} bytes a weight, as much a gradient, {3} for the optimiser")
    @CsvSource({
        "ADAMW, MIXED, 2, 12",
        "ADAMW, BF16, 2, 4",
        "ADAMW, F32, 4, 8",
        "ADAMW_8BIT, MIXED, 2, 6",
        "ADAMW_8BIT, F32, 4, 2",
        "PRODIGY, F32, 4, 16",
        "PRODIGY, BF16, 2, 8",
        "SGD, MIXED, 2, 4",
        "SGD, F32, 4, 0"
    })
    void everyTrainedWeightCostsItsGradientAndTheOptimisersMemory(
            Optimiser optimiser, Precision precision, long weight, long state) {
        Projection projection = text(PLAN.with(optimiser, precision));

        assertThat(bytes(projection, Part.WEIGHTS)).isEqualTo(415 * weight);
        assertThat(bytes(projection, Part.GRADIENTS)).isEqualTo(415 * weight);
        assertThat(bytes(projection, Part.OPTIMISER)).isEqualTo(415 * state);
        assertThat(bytes(projection, Part.ACTIVATIONS)).isEqualTo(ACTIVATIONS);
        assertThat(projection.fullest().item(Part.ADAPTERS)).isEmpty();
    }

    /// Rank 2 over widths of 80: 160 weights, in 32 bits; those they stand beside stay in 16.
    @Test
    void adaptersAreTrainedBesideWeightsOf16Bits() {
        Projection projection = text(PLAN.withMethod(Method.LORA).with(Optimiser.ADAMW, Precision.F32));

        assertThat(bytes(projection, Part.WEIGHTS)).isEqualTo(415 * 2);
        assertThat(bytes(projection, Part.ADAPTERS)).isEqualTo(160 * 4);
        assertThat(bytes(projection, Part.GRADIENTS)).isEqualTo(160 * 4);
        assertThat(bytes(projection, Part.OPTIMISER)).isEqualTo(160 * 8);
        assertThat(number(projection, Measure.TRAINED_WEIGHTS)).isEqualTo(160);
    }

    @Test
    void qloraPacksMatricesOfLayersAndNothingElse() {
        Projection projection = text(PLAN.withMethod(Method.QLORA));

        // 360 · 4.127 ÷ 8 = 185.7: 185 whole bytes; and 55 · 2
        assertThat(bytes(projection, Part.WEIGHTS)).isEqualTo(185 + 110);
        assertThat(bytes(projection, Part.ADAPTERS)).isEqualTo(160 * 2);
    }

    @Test
    void aWeightOf8BitsTakesAByte() {
        TrainingPlan plan = PLAN.withMethod(Method.LORA).withEncoders(Encoders.RESIDENT_8BIT);
        Projection projection = picture(plan);

        // transformer, second encoder and decoder in 2 bytes, the large encoder in one
        assertThat(bytes(projection, Part.WEIGHTS)).isEqualTo(2 * (1_000 + 50 + 40) + 300);
    }

    @Test
    void partsNobodyHasAreNotListed() {
        TrainingPlan plan = PLAN.withMethod(Method.QLORA).withEncoders(Encoders.CACHED);
        Projection projection = picture(plan);
        Term weights =
                projection.fullest().item(Part.WEIGHTS).orElseThrow().optional().orElseThrow();

        assertThat(names(weights)).containsExactly("name:painter");
        assertThat(names(((Term.Derived) weights).parts().getFirst())).containsExactly("packed_weights_bytes");
    }

    @Test
    void encodersBesideAPackedTransformerStayWide() {
        Term weights = picture(PLAN.withMethod(Method.QLORA))
                .fullest()
                .item(Part.WEIGHTS)
                .orElseThrow()
                .optional()
                .orElseThrow();

        assertThat(names(((Term.Derived) weights).parts().getFirst())).containsExactly("wide_weights_bytes");
    }

    @Test
    void partsOfAWholeModelAreWide() {
        Term weights =
                text(PLAN).fullest().item(Part.WEIGHTS).orElseThrow().optional().orElseThrow();

        assertThat(names(((Term.Derived) weights).parts().getFirst())).containsExactly("wide_weights_bytes");
    }

    /// Forward: 2 · 24 · 412 through weights and 2 layers · 3 texts · 2 heads · 8 elements · 64 in attention: 25,920.
    @ParameterizedTest(name = "{0}, activations computed again {1}: {2} passes")
    @CsvSource({"FULL, OFF, 3", "FULL, ON, 4", "LORA, OFF, 2", "LORA, ON, 3", "QLORA, OFF, 2", "QLORA, ON, 3"})
    void aStepPassesForwardBackAndAgain(Method method, Toggle again, double passes) {
        Projection projection = text(PLAN.withMethod(method).withCheckpointing(again));

        assertThat(number(projection, Measure.STEP_WORK)).isEqualTo(passes * 25_920);
    }

    /// Full training reaches 0.5 of 1,000 operations a second here, adapters 0.25, packed ones 0.125.
    @ParameterizedTest(name = "{0} takes {1} s")
    @CsvSource({"FULL, 155.52", "LORA, 207.36", "QLORA, 414.72"})
    void aStepTakesItsWorkAtTheShareThatSuchTrainingReaches(Method method, double seconds) {
        Projection projection = text(PLAN.withMethod(method));
        Speed.Estimated time = projection.figure(Measure.STEP_TIME).orElseThrow();

        assertThat(time.value()).isCloseTo(seconds, within(1e-9));
        assertThat(time.low()).isCloseTo(seconds / 1.4, within(1e-9));
        assertThat(time.high()).isCloseTo(seconds * 1.4, within(1e-9));
        assertThat(number(projection, Measure.TRAINING_RATE)).isCloseTo(24 / seconds, within(1e-9));
    }

    @Test
    void picturesHaveAStepTimeButNoRateOfTokens() {
        Projection projection = picture(PLAN);

        // three passes over three pictures at half of 1,000 operations a second
        assertThat(number(projection, Measure.STEP_TIME)).isCloseTo(9 * Easel.PASS_AT_8_PIXELS / 500, within(1e-9));
        assertThat(projection.figure(Measure.TRAINING_RATE)).isEmpty();
    }

    @Test
    void withoutAPeakTheStepTimeIsUnknownNotAbsent() {
        Machine machine = Bench.computing(Map.of(), Bench.pool(Kind.UNIFIED, 1 << 20));
        Projection projection = Training.of(question(machine, TEXT, PLAN), reach());

        assertThat(projection.figures())
                .filteredOn(figure -> figure.measure() == Measure.STEP_TIME)
                .singleElement()
                .satisfies(figure -> assertThat(figure.value()).isInstanceOf(Speed.Unpredicted.class));
    }

    /// The upper end counts 15 % more activations: 1,152 bytes.
    @Test
    void roomForAllButTheUpperEndOfTheActivationsIsTight() {
        assertThat(holding(FULL_BYTES + 1_152, PLAN).verdict()).isEqualTo(new Verdict.Fits(new Bytes(1_152)));
        assertThat(holding(FULL_BYTES + 1_151, PLAN).verdict()).isEqualTo(new Verdict.Tight(new Bytes(1_151)));
        assertThat(holding(FULL_BYTES, PLAN).verdict()).isEqualTo(new Verdict.Tight(Bytes.ZERO));
    }

    @Test
    void whatDoesNotFitHasWorkButNoTime() {
        Projection projection = holding(FULL_BYTES - 1, PLAN);

        assertThat(projection.verdict())
                .isEqualTo(new Verdict.DoesNotFit(new Bytes(1), Verdict.Reason.PARTS_TOO_LARGE));
        assertThat(projection.figures())
                .extracting(Projection.Figure::measure)
                .containsExactly(Measure.TRAINED_WEIGHTS, Measure.STEP_WORK);
    }

    @Test
    void qloraIsProposedOnlyWhereItFitsAndTheMethodAskedDoesNot() {
        TrainingPlan lora = PLAN.withMethod(Method.LORA);

        assertThat(holding(LORA_BYTES, lora).remarks()).isEmpty();
        assertThat(holding(LORA_BYTES - 1, lora).remarks()).containsExactly(Remark.ONLY_QLORA);
        assertThat(holding(QLORA_BYTES, lora).remarks()).containsExactly(Remark.ONLY_QLORA);
        assertThat(holding(QLORA_BYTES - 1, lora).remarks()).isEmpty();
        assertThat(holding(QLORA_BYTES - 1, PLAN.withMethod(Method.QLORA)).remarks())
                .isEmpty();
    }

    private static List<String> names(Term term) {
        return ((Term.Derived) term).parts().stream().map(Term::id).toList();
    }

    private static Projection text(TrainingPlan plan) {
        return holding(1 << 20, plan);
    }

    private static Projection picture(TrainingPlan plan) {
        return Training.of(question(Bench.machine(Bench.pool(Kind.UNIFIED, 1 << 20)), PICTURE, plan), reach());
    }

    private static Projection holding(long bytes, TrainingPlan plan) {
        return Training.of(question(Bench.machine(Bench.pool(Kind.UNIFIED, bytes)), TEXT, plan), reach());
    }

    private static Question.Training question(Machine machine, Subject subject, TrainingPlan plan) {
        return new Question.Training(machine, subject, plan);
    }

    private static Reach reach() {
        return new Reach(List.of(
                new Reach.Entry(Activity.TRAIN_FULL, "", "bf16", 0.5, 1, Bench.HAND),
                new Reach.Entry(Activity.TRAIN_LORA, "", "bf16", 0.25, 1, Bench.HAND),
                new Reach.Entry(Activity.TRAIN_QLORA, "", "bf16", 0.125, 1, Bench.HAND)));
    }

    private static double number(Projection projection, Measure measure) {
        return projection.figure(measure).orElseThrow().value();
    }

    private static long bytes(Projection projection, Part part) {
        Answer size = projection.fullest().item(part).orElseThrow();
        return size.optional().orElseThrow().bytes().count();
    }
}
