package org.tonari.view.questions;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.tonari.domain.evidence.Trial;
import org.tonari.domain.model.DiffusionJob;
import org.tonari.domain.model.DiffusionJob.Format;
import org.tonari.domain.model.DiffusionJob.Guidance;
import org.tonari.domain.model.DiffusionJob.Residence;
import org.tonari.domain.model.DiffusionModel;
import org.tonari.domain.question.Questions;
import org.tonari.export.picture.Wording;
import org.tonari.text.CommonText;
import org.tonari.text.PageText;
import org.tonari.text.QuestionNames;
import org.tonari.view.parts.TermPanel;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.pages.Page;
import org.tonari.viewmodel.pages.QuestionsViewModel;

/// Generating a picture or a clip on each machine.
public final class PicturesPage {
    private final QuestionsViewModel questions;
    private final Controls controls;
    private final ObservableValue<DiffusionJob> job;

    private PicturesPage(Workbench workbench, Words words) {
        this.questions = workbench.pages().questions();
        this.controls = new Controls(words);
        this.job = questions.settingsProperty().map(Questions::pictures);
    }

    /// @param explanation explains a number of the page
    public static Region build(Workbench workbench, Words words, TermPanel explanation) {
        return QuestionPage.build(
                "pictures-page",
                workbench,
                words,
                explanation,
                Page.PICTURES,
                Trial.Kind.GENERATION,
                PageText.NAME_PICTURES,
                words.text(PageText.PICTURES_SENTENCE),
                new PicturesPage(workbench, words).controls());
    }

    private List<Node> controls() {
        Node frames = number(
                PageText.FRAMES,
                "frames",
                DiffusionJob.MOST_FRAMES,
                DiffusionJob::frames,
                now -> n -> now.withLength(now.steps(), (int) n));
        job.map(this::isVideo).subscribe(video -> {
            frames.setVisible(video);
            frames.setManaged(video);
        });
        return List.of(
                controls.field(
                        CommonText.MODEL,
                        controls.combo(
                                "pictures-model",
                                questions.diffusionModels().stream()
                                        .map(DiffusionModel::id)
                                        .toList(),
                                _ -> this::name,
                                job.map(DiffusionJob::model),
                                this::pick)),
                controls.segments(
                        PageText.FORMAT,
                        List.of(Format.values()),
                        now -> names(now)::format,
                        job.map(DiffusionJob::format),
                        chosen -> change(now -> now.withFormat(chosen))),
                number(
                        PageText.WIDTH,
                        "pictures-width",
                        DiffusionJob.MOST_PIXELS,
                        DiffusionJob::width,
                        now -> n -> now.withSize((int) n, now.height())),
                number(
                        PageText.HEIGHT,
                        "pictures-height",
                        DiffusionJob.MOST_PIXELS,
                        DiffusionJob::height,
                        now -> n -> now.withSize(now.width(), (int) n)),
                number(
                        PageText.STEPS,
                        "pictures-steps",
                        DiffusionJob.MOST_STEPS,
                        DiffusionJob::steps,
                        now -> n -> now.withLength((int) n, now.frames())),
                frames,
                controls.segments(
                        PageText.GUIDANCE,
                        List.of(Guidance.values()),
                        now -> names(now)::guidance,
                        job.map(DiffusionJob::guidance),
                        chosen -> change(now -> now.withGuidance(chosen))),
                controls.segments(
                        PageText.RESIDENCE,
                        List.of(Residence.values()),
                        now -> names(now)::residence,
                        job.map(DiffusionJob::residence),
                        chosen -> change(now -> now.withResidence(chosen))));
    }

    /// Another model comes with its own steps, size and guidance.
    private void pick(String id) {
        questions.diffusionModels().stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .ifPresent(model -> change(
                        now -> DiffusionJob.of(model).withFormat(now.format()).withResidence(now.residence())));
    }

    private String name(String id) {
        return questions.diffusionModels().stream()
                .filter(model -> model.id().equals(id))
                .map(DiffusionModel::name)
                .findFirst()
                .orElse(id);
    }

    private boolean isVideo(DiffusionJob now) {
        return questions.diffusionModels().stream()
                .anyMatch(model -> model.id().equals(now.model()) && model.media() == DiffusionModel.Media.VIDEO);
    }

    private Node number(
            PageText name,
            String id,
            long most,
            ToLongFunction<DiffusionJob> read,
            Function<DiffusionJob, LongFunction<DiffusionJob>> change) {
        return controls.number(
                name,
                id,
                questions.entry(
                        1,
                        most,
                        all -> read.applyAsLong(all.pictures()),
                        number -> all ->
                                all.withPictures(change.apply(all.pictures()).apply(number))));
    }

    private void change(UnaryOperator<DiffusionJob> change) {
        questions.change(all -> all.withPictures(change.apply(all.pictures())));
    }

    private static QuestionNames names(Wording now) {
        return new QuestionNames(now.messages(), now.formats());
    }
}
