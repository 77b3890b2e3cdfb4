package org.tonari.view.questions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.tonari.domain.evidence.Trial;
import org.tonari.domain.question.Questions;
import org.tonari.domain.question.TrainingPlan;
import org.tonari.domain.question.TrainingPlan.Encoders;
import org.tonari.domain.question.TrainingPlan.Method;
import org.tonari.domain.question.TrainingPlan.Optimiser;
import org.tonari.domain.question.TrainingPlan.Precision;
import org.tonari.domain.question.TrainingPlan.Targets;
import org.tonari.domain.scenario.Workload;
import org.tonari.domain.scenario.Workload.Toggle;
import org.tonari.export.picture.Wording;
import org.tonari.text.CommonText;
import org.tonari.text.PageText;
import org.tonari.text.QuestionNames;
import org.tonari.units.Tokens;
import org.tonari.view.parts.TermPanel;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.choosing.EntryViewModel;
import org.tonari.viewmodel.pages.Page;
import org.tonari.viewmodel.pages.QuestionsViewModel;

/// Fine-tuning a language model or a model of pictures on each machine.
public final class TrainingPage {
    private final QuestionsViewModel questions;
    private final Controls controls;
    private final ObservableValue<TrainingPlan> plan;
    private final Map<String, String> subjects = new LinkedHashMap<>();

    private TrainingPage(Workbench workbench, Words words) {
        this.questions = workbench.pages().questions();
        this.controls = new Controls(words);
        this.plan = questions.settingsProperty().map(Questions::training);
        workbench.root().choices().models().forEach(model -> subjects.put(model.id(), model.name()));
        questions.diffusionModels().forEach(model -> subjects.put(model.id(), model.name()));
    }

    /// @param explanation explains a number of the page
    public static Region build(Workbench workbench, Words words, TermPanel explanation) {
        return QuestionPage.build(
                "training-page",
                workbench,
                words,
                explanation,
                Page.TRAINING,
                Trial.Kind.TRAINING,
                PageText.NAME_TRAINING,
                words.text(PageText.TRAINING_SENTENCE),
                new TrainingPage(workbench, words).controls());
    }

    private List<Node> controls() {
        Node resolution = controls.number(
                PageText.RESOLUTION,
                "training-resolution",
                entry(
                        TrainingPlan.MOST_PIXELS,
                        TrainingPlan::resolution,
                        now -> n -> now.withSamples(now.sequence(), (int) n, now.batch())));
        Node encoders = controls.segments(
                PageText.ENCODERS,
                List.of(Encoders.values()),
                now -> names(now)::encoders,
                plan.map(TrainingPlan::encoders),
                chosen -> change(now -> now.withEncoders(chosen)));
        Node sequence = controls.number(
                PageText.SEQUENCE,
                "training-sequence",
                entry(
                        Workload.MOST_TOKENS,
                        now -> now.sequence().count(),
                        now -> n -> now.withSamples(new Tokens(n), now.resolution(), now.batch())));
        plan.map(this::isPictures).subscribe(pictures -> {
            show(resolution, pictures);
            show(encoders, pictures);
            show(sequence, !pictures);
        });
        return List.of(
                controls.field(
                        CommonText.MODEL,
                        controls.combo(
                                "training-model",
                                List.copyOf(subjects.keySet()),
                                _ -> id -> subjects.getOrDefault(id, id),
                                plan.map(TrainingPlan::subject),
                                id -> change(now -> now.withSubject(id)))),
                controls.segments(
                        PageText.METHOD,
                        List.of(Method.values()),
                        now -> names(now)::method,
                        plan.map(TrainingPlan::method),
                        chosen -> change(now -> now.withMethod(chosen))),
                controls.field(
                        PageText.OPTIMISER,
                        controls.combo(
                                "training-optimiser",
                                List.of(Optimiser.values()),
                                now -> names(now)::optimiser,
                                plan.map(TrainingPlan::optimiser),
                                chosen -> change(now -> now.with(chosen, now.precision())))),
                controls.field(
                        PageText.PRECISION,
                        controls.combo(
                                "training-precision",
                                List.of(Precision.values()),
                                now -> names(now)::precision,
                                plan.map(TrainingPlan::precision),
                                chosen -> change(now -> now.with(now.optimiser(), chosen)))),
                sequence,
                resolution,
                controls.number(
                        PageText.BATCH,
                        "training-batch",
                        entry(
                                TrainingPlan.MOST_SAMPLES,
                                TrainingPlan::batch,
                                now -> n -> now.withSamples(now.sequence(), now.resolution(), (int) n))),
                controls.number(
                        PageText.RANK,
                        "training-rank",
                        entry(
                                TrainingPlan.MOST_RANK,
                                TrainingPlan::rank,
                                now -> n -> now.withAdapters((int) n, now.targets()))),
                controls.segments(
                        PageText.TARGETS,
                        List.of(Targets.values()),
                        now -> names(now)::targets,
                        plan.map(TrainingPlan::targets),
                        chosen -> change(now -> now.withAdapters(now.rank(), chosen))),
                encoders,
                controls.check(
                        "training-checkpointing",
                        PageText.CHECKPOINTING,
                        plan.map(now -> now.checkpointing().isOn()),
                        on -> change(now -> now.withCheckpointing(on ? Toggle.ON : Toggle.OFF))));
    }

    private boolean isPictures(TrainingPlan now) {
        return questions.diffusionModels().stream().anyMatch(model -> model.id().equals(now.subject()));
    }

    private static void show(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private EntryViewModel entry(
            long most, ToLongFunction<TrainingPlan> read, Function<TrainingPlan, LongFunction<TrainingPlan>> change) {
        return questions.entry(
                1,
                most,
                all -> read.applyAsLong(all.training()),
                number -> all -> all.withTraining(change.apply(all.training()).apply(number)));
    }

    private void change(UnaryOperator<TrainingPlan> change) {
        questions.change(all -> all.withTraining(change.apply(all.training())));
    }

    private static QuestionNames names(Wording now) {
        return new QuestionNames(now.messages(), now.formats());
    }
}
