package org.tonari.engine.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.domain.answer.Projection;
import org.tonari.domain.answer.Projection.Figure;
import org.tonari.domain.answer.Projection.Item;
import org.tonari.domain.answer.Projection.Measure;
import org.tonari.domain.answer.Projection.Part;
import org.tonari.domain.answer.Recommendation;
import org.tonari.domain.answer.Recommendation.Demand;
import org.tonari.domain.answer.Recommendation.Outcome;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool.Kind;
import org.tonari.domain.model.DiffusionJob;
import org.tonari.domain.question.Linking;
import org.tonari.domain.question.Question;
import org.tonari.domain.question.Question.Training.Subject;
import org.tonari.domain.question.TrainingPlan;
import org.tonari.domain.question.Wish;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Bench;
import org.tonari.engine.Easel;
import org.tonari.engine.Questions;
import org.tonari.engine.load.Figures;
import org.tonari.engine.load.Room;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Seconds;

/// A job's memory and time, and the machine it is asked of.
class JobsTest {
    private static final Verdict FITS = new Verdict.Fits(Bytes.ZERO);
    private static final Verdict TOO_LARGE = new Verdict.DoesNotFit(new Bytes(1), Verdict.Reason.PARTS_TOO_LARGE);

    @Test
    void aJobTakesAllItsParts() {
        Projection job = job(FITS, List.of(), item(Part.WEIGHTS, 700), item(Part.ACTIVATIONS, 50));

        assertThat(Jobs.memory(job).optional().orElseThrow().bytes()).isEqualTo(new Bytes(750));
    }

    @Test
    void aPartNobodyKnowsLeavesTheJobsMemoryUnknown() {
        MissingFact fact = Asked.missing("activations");
        Projection job =
                job(FITS, List.of(), item(Part.WEIGHTS, 700), new Item(Part.ACTIVATIONS, new Answer.Unknown(fact)));

        assertThat(Jobs.memory(job)).isEqualTo(new Answer.Unknown(fact));
    }

    @Test
    void theVerdictOfTheJobDecidesOverItsMemory() {
        assertThat(memory(FITS)).isEqualTo(Outcome.MET);
        assertThat(memory(new Verdict.Tight(Bytes.ZERO))).isEqualTo(Outcome.MET);
        assertThat(memory(new Verdict.Spills(new Bytes(1)))).isEqualTo(Outcome.MET);
        assertThat(memory(TOO_LARGE)).isEqualTo(Outcome.MISSED);
        assertThat(memory(new Verdict.Unknown(Asked.missing("capacity")))).isEqualTo(Outcome.UNKNOWN);
    }

    private static Outcome memory(Verdict verdict) {
        return test(job(verdict, List.of(), item(Part.WEIGHTS, 700)), Demand.MEMORY)
                .outcome();
    }

    /// A minute is allowed.
    @ParameterizedTest(name = "{0} s: {1}")
    @CsvSource({"60, MET", "61, MISSED"})
    void theJobMustBeDoneInTime(double seconds, Outcome outcome) {
        Projection job = job(FITS, List.of(time(Measure.MAKING_TIME, seconds)), item(Part.WEIGHTS, 700));

        assertThat(test(job, Demand.JOB_TIME).outcome()).isEqualTo(outcome);
    }

    @Test
    void theWholeJobCountsBeforeOneStepOfIt() {
        var both = List.of(time(Measure.STEP_TIME, 3), time(Measure.MAKING_TIME, 84));

        assertThat(seconds(job(FITS, both, item(Part.WEIGHTS, 1)))).isEqualTo(84);
        assertThat(seconds(job(FITS, both.subList(0, 1), item(Part.WEIGHTS, 1))))
                .isEqualTo(3);
    }

    @Test
    void aJobThatDoesNotFitMissesItsTime() {
        Projection job = job(TOO_LARGE, List.of(time(Measure.MAKING_TIME, 3)), item(Part.WEIGHTS, 700));

        assertThat(test(job, Demand.JOB_TIME).outcome()).isEqualTo(Outcome.MISSED);
        assertThat(Jobs.time(Optional.empty())).isEqualTo(Jobs.time(Optional.of(job)));
    }

    @Test
    void aTimeNobodyKnowsLeavesTheDemandOpen() {
        MissingFact fact = Asked.missing("reach");
        Projection unpredicted = job(FITS, List.of(Figures.unknown(Measure.MAKING_TIME, fact)), item(Part.WEIGHTS, 1));

        assertThat(Jobs.time(Optional.of(unpredicted))).isEqualTo(new Answer.Unknown(fact));
        assertThat(test(unpredicted, Demand.JOB_TIME).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(test(job(FITS, List.of(), item(Part.WEIGHTS, 1)), Demand.JOB_TIME)
                        .outcome())
                .isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void aJobIsAskedOfEachMachine() {
        Machine other = Bench.machine(Bench.pool(Kind.VRAM, 5));
        var making = new Question.Generation(Asked.MACHINE, Easel.model(Optional.empty()), DiffusionJob.DEFAULT);
        var training = new Question.Training(
                Asked.MACHINE, new Subject.Diffusion(Easel.model(Optional.empty())), TrainingPlan.DEFAULT);

        assertThat(asked(making).jobOn(other)).contains(new Question.Generation(other, making.model(), making.job()));
        assertThat(asked(training).jobOn(other))
                .contains(new Question.Training(other, training.subject(), training.plan()));
    }

    @Test
    void modelsThatAnswerAreNoJob() {
        Scenario scenario = Asked.estimate().scenario();
        var link = Questions.CATALOGUE.links().getFirst();

        for (Question question : List.of(
                new Question.Together(List.of(scenario)), new Question.Linked(scenario, Linking.DEFAULT, link))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> asked(question).jobOn(Asked.MACHINE));
        }
    }

    private static Inquiry asked(Question question) {
        return Asked.inquiry(Asked.USE, Wish.DEFAULT, Optional.of(question));
    }

    private static Recommendation.Test test(Projection job, Demand demand) {
        return Asked.test(Asked.tests(Asked.MACHINE, Wish.DEFAULT, List.of(), Optional.of(job)), demand)
                .orElseThrow();
    }

    private static double seconds(Projection job) {
        return Jobs.time(Optional.of(job)).optional().orElseThrow().value().magnitude();
    }

    private static Projection job(Verdict verdict, List<Figure> figures, Item... items) {
        return new Projection(
                List.of(Room.primary(Asked.MACHINE).with(1, List.of(items))),
                verdict,
                figures,
                Speed.Evidence.E,
                List.of());
    }

    private static Item item(Part part, long bytes) {
        return new Item(part, Answer.of(Term.given("bytes", new Bytes(bytes), Bench.HAND)));
    }

    private static Figure time(Measure measure, double seconds) {
        return Figures.about(measure, Term.given("time", new Seconds(seconds), Bench.HAND));
    }
}
