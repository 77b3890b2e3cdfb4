package org.tonari.text;

import java.util.Locale;
import org.tonari.domain.answer.Projection.Figure;
import org.tonari.domain.answer.Projection.Measure;
import org.tonari.domain.answer.Projection.Part;
import org.tonari.domain.answer.Projection.Remark;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.model.DiffusionJob;
import org.tonari.domain.question.Linking;
import org.tonari.domain.question.Question;
import org.tonari.domain.question.TrainingPlan;

/// The words for bigger questions and their answers: parts, measures, remarks, choices. Immutable.
public final class QuestionNames {
    private final Messages messages;
    private final Formats formats;

    /// @param messages in which language
    /// @param formats  how numbers are written
    public QuestionNames(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /// @return a part of a memory
    public String part(Part part) {
        return word("load", part);
    }

    /// @return what a figure says; with its model where it is about one of several
    public String measure(Figure figure) {
        String measure = measure(figure.measure());
        return figure.owner().isEmpty() ? measure : messages.text(CommonText.LABELLED, figure.owner(), measure);
    }

    /// @return what a figure says
    public String measure(Measure measure) {
        return word("measure", measure);
    }

    /// @return what should be said beside the figures, in a sentence or two
    public String remark(Remark remark) {
        return word("remark", remark);
    }

    /// @return how a model is shared out
    public String parallelism(Linking.Parallelism parallelism) {
        return word("parallelism", parallelism);
    }

    /// @return which weights are trained
    public String method(TrainingPlan.Method method) {
        return word("method", method);
    }

    /// @return what is remembered of each weight
    public String optimiser(TrainingPlan.Optimiser optimiser) {
        return word("optimiser", optimiser);
    }

    /// @return the precision of what is trained
    public String precision(TrainingPlan.Precision precision) {
        return word("precision", precision);
    }

    /// @return which matrices get adapters
    public String targets(TrainingPlan.Targets targets) {
        return word("targets", targets);
    }

    /// @return what is kept beside the transformer
    public String encoders(TrainingPlan.Encoders encoders) {
        return word("encoders", encoders);
    }

    /// @return how a model is guided
    public String guidance(DiffusionJob.Guidance guidance) {
        return word("guidance", guidance);
    }

    /// @return a format of weights
    public String format(DiffusionJob.Format format) {
        return word("format", format);
    }

    /// @return where the parts stand
    public String residence(DiffusionJob.Residence residence) {
        return word("residence", residence);
    }

    /// @return a figure with its unit, `?` where nobody knows it
    public String value(Figure figure) {
        return switch (figure.value()) {
            case Speed.Unpredicted _ -> Formats.UNKNOWN;
            case Speed.Estimated known -> value(figure.measure(), known);
        };
    }

    private String value(Measure measure, Speed.Estimated known) {
        return measure == Measure.GAIN
                ? formats.decimals(known.value(), 2) + "×"
                : formats.quantity(known.expected().value());
    }

    /// @return the figure's interval, empty where it has none
    public String interval(Figure figure) {
        return switch (figure.value()) {
            case Speed.Unpredicted _ -> "";
            case Speed.Estimated known ->
                known.low() == known.high()
                        ? ""
                        : switch (figure.measure()) {
                            case FIRST_TOKEN, STEP_TIME, MAKING_TIME ->
                                formats.secondsInterval(known.low(), known.high());
                            case GAIN -> formats.decimals(known.low(), 2) + "–" + formats.decimals(known.high(), 2);
                            case DECODE,
                                    AGGREGATE,
                                    PREFILL,
                                    TRAINING_RATE,
                                    MACHINES_NEEDED,
                                    TRAINED_WEIGHTS,
                                    STEP_WORK -> formats.interval(known.low(), known.high());
                        };
        };
    }

    /// @return the question in one line
    public String line(Question question) {
        return switch (question) {
            case Question.Together together ->
                String.join(
                        " + ",
                        together.scenarios().stream()
                                .map(each -> each.model().name() + " "
                                        + each.weights().name() + " "
                                        + formats.contextLabel(each.workload().context()))
                                .toList());
            case Question.Linked linked ->
                messages.text(
                        QuestionText.LINKED_LINE,
                        machines(linked),
                        linked.scenario().model().name(),
                        linked.scenario().weights().name());
            case Question.Training training -> line(training);
            case Question.Generation generation -> line(generation);
        };
    }

    /// @return the machines of a linked question: `2 × DGX Spark over 200 GbE, RDMA, tensor parallel`
    public String machines(Question.Linked linked) {
        return messages.text(
                QuestionText.MACHINES,
                formats.whole(linked.linking().machines()),
                linked.machine().shortName(),
                linked.link().name(),
                parallelism(linked.linking().parallelism()));
    }

    private String line(Question.Training training) {
        TrainingPlan plan = training.plan();
        String model =
                switch (training.subject()) {
                    case Question.Training.Subject.Language(var text) -> text.name();
                    case Question.Training.Subject.Diffusion(var picture) -> picture.name();
                };
        String size = training.subject() instanceof Question.Training.Subject.Language
                ? formats.contextLabel(plan.sequence())
                : plan.resolution() + " × " + plan.resolution();
        return String.join(
                " · ",
                model,
                adapters(plan),
                optimiser(plan.optimiser()),
                precision(plan.precision()),
                size + " × " + formats.whole(plan.batch()));
    }

    private String adapters(TrainingPlan plan) {
        String method = method(plan.method());
        return plan.method() == TrainingPlan.Method.FULL ? method : method + " r" + plan.rank();
    }

    private String line(Question.Generation generation) {
        DiffusionJob job = generation.job();
        String frames = job.frames() > 1 ? " × " + formats.whole(job.frames()) : "";
        return String.join(
                " · ",
                generation.model().name(),
                job.width() + " × " + job.height() + frames,
                steps(job.steps()),
                format(job.format()),
                residence(job.residence()));
    }

    private String steps(int steps) {
        return steps == 1 ? messages.required("one.steps") : messages.required("count.steps", formats.whole(steps));
    }

    private String word(String section, Enum<?> constant) {
        return messages.required(section + "." + constant.name().toLowerCase(Locale.ROOT));
    }
}
