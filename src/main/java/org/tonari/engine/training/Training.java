package org.tonari.engine.training;

import java.util.ArrayList;
import java.util.List;
import org.tonari.domain.answer.Projection;
import org.tonari.domain.answer.Projection.Figure;
import org.tonari.domain.answer.Projection.Item;
import org.tonari.domain.answer.Projection.Load;
import org.tonari.domain.answer.Projection.Measure;
import org.tonari.domain.answer.Projection.Part;
import org.tonari.domain.answer.Projection.Remark;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.evidence.Reach;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.question.Question;
import org.tonari.domain.question.Question.Training.Subject;
import org.tonari.domain.question.TrainingPlan;
import org.tonari.domain.question.TrainingPlan.Method;
import org.tonari.domain.question.TrainingPlan.Optimiser;
import org.tonari.domain.question.TrainingPlan.Precision;
import org.tonari.engine.load.Figures;
import org.tonari.engine.load.Room;
import org.tonari.engine.load.Work;
import org.tonari.explain.Answer;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.BitsPerWeight;
import org.tonari.units.Bytes;
import org.tonari.units.Unit;

/// The whole answer to "can I fine-tune this here?".
///
/// Memory: weights, and for each trained weight its gradient and what the optimiser remembers; activations kept for the
/// way back. A step's work: one pass forward, one back for the inputs, one back for the weights where all are trained,
/// one more forward where activations are computed again.
public final class Training {
    private static final Source NF4 = Source.of(
            Source.Kind.RUNTIME, "arXiv 2305.14314 (QLoRA): NF4 with double quantisation, 4 + 0.127 bits a weight");
    private static final Source FORMAT = Source.of(Source.Kind.DERIVED, "the precision chosen");
    private static final Source PASSES =
            Source.of(Source.Kind.DERIVED, "forward, back to the inputs, back to the weights, forward again");
    private static final double NF4_BITS = 4.127;
    private static final double SLACK = 0.15;

    private final Question.Training question;
    private final TrainingPlan plan;
    private final Machine machine;
    private final Learner learner;

    private Training(Question.Training question) {
        this.question = question;
        this.plan = question.plan();
        this.machine = question.machine();
        this.learner = switch (question.subject()) {
            case Subject.Language(var model) -> new TextLearner(model);
            case Subject.Diffusion(var model) -> new PictureLearner(model);
        };
    }

    /// @return what training takes, whether it fits, and how long a step takes
    public static Projection of(Question.Training question, Reach reach) {
        return new Training(question).projection(reach);
    }

    private Projection projection(Reach reach) {
        Room room = Room.primary(machine);
        Load load = room.with(1, items());
        Verdict verdict = room.verdict(load, slack(load));
        return new Projection(List.of(load), verdict, figures(verdict, reach), Speed.Evidence.E, remarks(verdict));
    }

    private static Bytes slack(Load load) {
        return load.item(Part.ACTIVATIONS)
                .flatMap(Answer::optional)
                .map(term -> term.bytes().times(SLACK))
                .orElse(Bytes.ZERO);
    }

    private List<Item> items() {
        Term trained = trained();
        var items = new ArrayList<Item>();
        items.add(new Item(Part.WEIGHTS, Answer.of(weights())));
        if (plan.method() != Method.FULL) {
            items.add(new Item(Part.ADAPTERS, Answer.of(each("adapters_bytes", trained, "bytes_each", weightBytes()))));
        }
        items.add(new Item(Part.GRADIENTS, Answer.of(each("gradients_bytes", trained, "bytes_each", weightBytes()))));
        items.add(
                new Item(Part.OPTIMISER, Answer.of(each("optimiser_bytes", trained, "optimiser_each", stateBytes()))));
        items.add(new Item(Part.ACTIVATIONS, Answer.of(learner.activations(plan))));
        return items;
    }

    private static Term each(String id, Term trained, String counted, long bytes) {
        return Term.derived(id, Unit.BYTES, Operation.PRODUCT, trained, Figures.count(counted, bytes, FORMAT));
    }

    private Term trained() {
        return plan.method() == Method.FULL
                ? learner.trainable()
                : Term.derived(
                        "adapter_weights",
                        Unit.COUNT,
                        Operation.PRODUCT,
                        Figures.chosen("rank", plan.rank()),
                        learner.adapterWidths(plan.targets()));
    }

    private Term weights() {
        var parts = new ArrayList<Term>();
        for (Learner.Weights part : learner.weights(plan)) {
            parts.add(weights(part));
        }
        return Term.derived("weights_bytes", Unit.BYTES, Operation.SUM, parts);
    }

    private Term weights(Learner.Weights part) {
        var parts = new ArrayList<Term>();
        boolean packed = plan.method() == Method.QLORA;
        long wide = part.sixteenBit() + (packed ? 0 : part.fourBit());
        if (packed && part.fourBit() > 0) {
            parts.add(Term.derived(
                    "packed_weights_bytes",
                    Unit.BYTES,
                    Operation.QUOTIENT,
                    Term.derived(
                            "packed_bits",
                            Unit.COUNT,
                            Operation.PRODUCT,
                            Figures.count("parameters", part.fourBit(), FORMAT),
                            Term.given("bits_per_weight", new BitsPerWeight(NF4_BITS), NF4)),
                    Figures.count("bits_in_a_byte", 8, NF4)));
        }
        if (wide > 0) {
            Term count = Figures.count("parameters", wide, FORMAT);
            parts.add(each("wide_weights_bytes", count, "bytes_each", isFull() ? weightBytes() : 2));
        }
        if (part.eightBit() > 0) {
            parts.add(each(
                    "eight_bit_weights_bytes", Figures.count("parameters", part.eightBit(), FORMAT), "bytes_each", 1));
        }
        return Term.derived(Figures.named(part.name()), Unit.BYTES, Operation.SUM, parts);
    }

    private boolean isFull() {
        return plan.method() == Method.FULL;
    }

    private long weightBytes() {
        return switch (plan.precision()) {
            case MIXED, BF16 -> 2;
            case F32 -> 4;
        };
    }

    /// The optimiser's states, and in mixed precision the 32-bit copy of each trained weight.
    private long stateBytes() {
        long copy = plan.precision() == Precision.MIXED ? 4 : 0;
        long state = plan.optimiser() == Optimiser.ADAMW_8BIT ? 1 : plan.precision() == Precision.BF16 ? 2 : 4;
        return copy + plan.optimiser().states() * state;
    }

    private List<Figure> figures(Verdict verdict, Reach reach) {
        var figures = new ArrayList<Figure>();
        figures.add(Figures.exact(Measure.TRAINED_WEIGHTS, trained()));
        Term work = work();
        figures.add(Figures.exact(Measure.STEP_WORK, work));
        switch (Work.rate(machine, reach, activity(), "bf16")) {
            case Work.Rate.Unknown(var fact) -> figures.add(Figures.unknown(Measure.STEP_TIME, fact));
            case Work.Rate.Known(Term reached) -> {
                if (!(verdict instanceof Verdict.DoesNotFit)) {
                    times(figures, work, reached);
                }
            }
        }
        return figures;
    }

    private void times(List<Figure> figures, Term work, Term reached) {
        Term time = Term.derived("training_step_time", Unit.SECONDS, Operation.QUOTIENT, work, reached);
        figures.add(Figures.about(Measure.STEP_TIME, time));
        if (question.subject() instanceof Subject.Language) {
            figures.add(Figures.about(
                    Measure.TRAINING_RATE,
                    Term.derived(
                            "training_tokens_per_second",
                            Unit.TOKENS_PER_SECOND,
                            Operation.QUOTIENT,
                            learner.seen(plan),
                            time)));
        }
    }

    private Term work() {
        long passes = (isFull() ? 3 : 2) + (plan.checkpointing().isOn() ? 1 : 0);
        return Term.derived(
                "training_step_work",
                Unit.FLOPS,
                Operation.PRODUCT,
                Figures.count("passes", passes, PASSES),
                learner.forward(plan));
    }

    private Reach.Activity activity() {
        return switch (plan.method()) {
            case FULL -> Reach.Activity.TRAIN_FULL;
            case LORA -> Reach.Activity.TRAIN_LORA;
            case QLORA -> Reach.Activity.TRAIN_QLORA;
        };
    }

    private List<Remark> remarks(Verdict verdict) {
        if (plan.method() == Method.QLORA || !(verdict instanceof Verdict.DoesNotFit)) {
            return List.of();
        }
        var lighter = new Training(new Question.Training(machine, question.subject(), plan.withMethod(Method.QLORA)));
        Room room = Room.primary(machine);
        Load load = room.with(1, lighter.items());
        return room.verdict(load, slack(load)).fits() ? List.of(Remark.ONLY_QLORA) : List.of();
    }
}
