package org.tonari.evidence.trials;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tonari.domain.answer.Projection;
import org.tonari.domain.answer.Projection.Measure;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.evidence.Trial;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.model.DiffusionJob;
import org.tonari.domain.question.Question;
import org.tonari.engine.Projector;
import org.tonari.engine.load.Work;
import org.tonari.evidence.trials.TrialResult.Gate;
import org.tonari.explain.Operation;
import org.tonari.explain.Term;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.ModelFiles;
import org.tonari.profiles.requests.QuestionWords;
import org.tonari.profiles.requests.ScenarioWords;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.Reading;
import org.tonari.units.Unit;

/// Holds the engine against published figures on bigger questions.
public final class Trials {
    private Trials() {}

    /// @return one result for each published figure, in the order of their files
    /// @throws IllegalArgumentException where a row asks for something that does not exist
    public static List<TrialResult> of(Catalogue catalogue) {
        var words = new QuestionWords(catalogue, new ScenarioWords(catalogue, ModelFiles.none()));
        var projector = new Projector(catalogue.calibration(), catalogue.reach());
        var results = new ArrayList<TrialResult>();
        for (Trial trial : catalogue.trials()) {
            results.add(
                    switch (words.read(trial.kind(), trial.words())) {
                        case Reading.Read<Question>(Question question) -> result(trial, question, projector);
                        case Reading.Refused<Question>(ProfileProblem problem) ->
                            throw new IllegalArgumentException(trial.id() + ": " + problem.sentence());
                    });
        }
        return List.copyOf(results);
    }

    /// @return the median of how far estimates of a kind of question are off, whatever the sign
    public static OptionalDouble medianError(List<TrialResult> results, Trial.Kind kind) {
        double[] errors = results.stream()
                .filter(result -> result.trial().kind() == kind)
                .flatMapToDouble(result -> result.error().stream())
                .map(Math::abs)
                .sorted()
                .toArray();
        int middle = errors.length / 2;
        return errors.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        errors.length % 2 == 1 ? errors[middle] : (errors[middle - 1] + errors[middle]) / 2);
    }

    private static TrialResult result(Trial trial, Question question, Projector projector) {
        Projection projection = projector.project(question);
        return new TrialResult(
                trial, question, projection, estimate(trial, projection), gate(trial, question, projection));
    }

    private static Optional<Term> estimate(Trial trial, Projection projection) {
        return switch (trial.quantity()) {
            case MEMORY -> Optional.of(required(projection));
            case DECODE -> figure(projection, Measure.DECODE);
            case AGGREGATE -> figure(projection, Measure.AGGREGATE);
            case GAIN -> figure(projection, Measure.GAIN);
            case STEP_TIME -> figure(projection, Measure.STEP_TIME);
            case TRAINING_RATE -> figure(projection, Measure.TRAINING_RATE);
            case MAKING_TIME -> figure(projection, Measure.MAKING_TIME);
        };
    }

    private static Optional<Term> figure(Projection projection, Measure measure) {
        return projection.figure(measure).map(Speed.Estimated::expected);
    }

    private static Term required(Projection projection) {
        List<Term> parts = projection.fullest().items().stream()
                .map(Projection.Item::size)
                .flatMap(answer -> answer.optional().stream())
                .toList();
        return Term.derived("required_bytes", Unit.BYTES, Operation.SUM, parts);
    }

    private static Gate gate(Trial trial, Question question, Projection projection) {
        OptionalDouble peak = peak(question.machine(), format(question));
        OptionalDouble work = projection
                .figure(Measure.STEP_WORK)
                .map(step -> implied(trial, question, step.value()))
                .orElseGet(OptionalDouble::empty);
        if (work.isEmpty() || peak.isEmpty()) {
            return new Gate(Gate.Outcome.NOT_TESTED, work, peak);
        }
        return new Gate(
                work.getAsDouble() <= peak.getAsDouble() ? Gate.Outcome.PASSED : Gate.Outcome.FAILED, work, peak);
    }

    /// Operations a second that a published figure implies.
    private static OptionalDouble implied(Trial trial, Question question, double stepWork) {
        return switch (trial.quantity()) {
            case STEP_TIME -> OptionalDouble.of(stepWork / trial.value());
            case MAKING_TIME ->
                question instanceof Question.Generation(var _, var _, DiffusionJob job)
                        ? OptionalDouble.of(stepWork * job.steps() / trial.value())
                        : OptionalDouble.empty();
            case TRAINING_RATE ->
                question instanceof Question.Training training
                        ? OptionalDouble.of(stepWork
                                * trial.value()
                                / (training.plan().sequence().count()
                                        * training.plan().batch()))
                        : OptionalDouble.empty();
            case MEMORY, DECODE, AGGREGATE, GAIN -> OptionalDouble.empty();
        };
    }

    private static String format(Question question) {
        return question instanceof Question.Generation generation
                ? generation.job().format().peak()
                : "bf16";
    }

    private static OptionalDouble peak(Machine machine, String format) {
        return Work.peak(machine, format)
                .map(peak -> OptionalDouble.of(peak.rate().value().magnitude()))
                .orElseGet(OptionalDouble::empty);
    }
}
