package org.tonari.view.questions;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tonari.chart.Mark;
import org.tonari.chart.MemoryPart;
import org.tonari.chart.memory.MemoryStackChart;
import org.tonari.chart.memory.ScaleMode;
import org.tonari.domain.answer.Projection;
import org.tonari.domain.answer.Projection.Load;
import org.tonari.domain.answer.Projection.Remark;
import org.tonari.domain.evidence.Trial;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.question.Question;
import org.tonari.explain.Answer;
import org.tonari.export.picture.Pictured;
import org.tonari.export.picture.ProjectionColumns;
import org.tonari.export.picture.Wording;
import org.tonari.text.CommonText;
import org.tonari.text.Formats.Detail;
import org.tonari.text.MessageKey;
import org.tonari.text.QuestionNames;
import org.tonari.text.QuestionText;
import org.tonari.units.Bytes;
import org.tonari.view.parts.PageFrame;
import org.tonari.view.parts.Scrolls;
import org.tonari.view.parts.TermPanel;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.pages.AnswersViewModel;
import org.tonari.viewmodel.pages.AnswersViewModel.Answered;
import org.tonari.viewmodel.pages.Page;
import org.tonari.viewmodel.pages.QuestionsViewModel.Published;
import org.tonari.viewmodel.why.Explained;

/// What every page of questions shows: its controls, the memory of each machine, the figures side by side, what should
/// be said beside them, and what was published.
final class QuestionPage {
    private final Workbench workbench;
    private final Words words;
    private final Page page;
    private final Trial.Kind kind;
    private final AnswersViewModel answers;
    private final MemoryStackChart chart = new MemoryStackChart();
    private final AnswerGrid figures;
    private final VBox remarks = new VBox();
    private final VBox published = new VBox();

    private QuestionPage(Workbench workbench, Words words, Page page, Trial.Kind kind) {
        this.workbench = workbench;
        this.words = words;
        this.page = page;
        this.kind = kind;
        this.answers = workbench.pages().questions().answers(page);
        this.figures = new AnswerGrid(words, this::explain);
    }

    /// @param id       how tests and styles call the page
    /// @param kind     which published figures stand below
    /// @param title    what the page is
    /// @param sentence what it answers
    /// @param controls what can be set, in their order
    static Region build(
            String id,
            Workbench workbench,
            Words words,
            TermPanel explanation,
            Page page,
            Trial.Kind kind,
            MessageKey title,
            ObservableValue<String> sentence,
            List<Node> controls) {
        return PageFrame.build(
                id,
                words,
                title,
                sentence,
                new QuestionPage(workbench, words, page, kind).content(controls),
                explanation,
                CopyMenu.build(workbench.pages().questions(), page, words));
    }

    private Region content(List<Node> controls) {
        var settings = new FlowPane();
        settings.getChildren().setAll(controls);
        settings.getStyleClass().add("question-controls");
        chart.setId("question-chart");
        chart.summaryProperty().bind(words.text(CommonText.MEMORY));
        chart.getStyleClass().add("question-chart");
        chart.setScaleMode(ScaleMode.SAME_SCALE);
        chart.zoomProperty().bind(workbench.appearance().zoomProperty());
        chart.unitProperty().bind(words.map(Wording::memoryUnit));
        chart.setOnSelect(this::explain);
        remarks.getStyleClass().add("remarks");
        published.getStyleClass().add("published");
        var answered = new UnderColumns(chart, figures);
        VBox.setVgrow(answered, Priority.ALWAYS);
        var body = new VBox(settings, answered, remarks, published);
        body.getStyleClass().add("question-body");
        var scroll = Scrolls.of(body);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("question-scroll");
        follow();
        return scroll;
    }

    private void follow() {
        workbench.pages().shownProperty().subscribe(shown -> answers.setActive(shown == page));
        answers.busyProperty().subscribe(busy -> chart.setOpacity(busy ? 0.6 : 1));
        answers.answersProperty().subscribe(_ -> show());
        chart.zoomProperty().subscribe((_, _) -> show());
        answers.problemProperty().subscribe(_ -> show());
        words.wording().subscribe(_ -> show());
        workbench.pages().questions().publishedProperty().subscribe(_ -> showPublished());
        words.wording().subscribe(_ -> showPublished());
    }

    private void show() {
        List<Answered> now = answers.answersProperty().get();
        var columns = new ProjectionColumns(words.now());
        chart.setStacks(now.stream()
                .map(answer -> columns.column(Pictured.mark(answer.machine(), answer.place()), answer.projection()))
                .toList());
        figures.show(now, chart.columnsStart());
        var lines = new ArrayList<Node>();
        if (!now.isEmpty()) {
            String tier =
                    words.now().names().evidence(now.getFirst().projection().evidence());
            lines.add(line(words.now().text(CommonText.EVIDENCE) + " " + tier, "evidence"));
        }
        answers.problemProperty()
                .get()
                .ifPresent(problem -> lines.add(line(words.now().names().said(problem), "problem")));
        said(now).forEach(remark -> lines.add(line(names().remark(remark), "remark")));
        remarks.getChildren().setAll(lines);
    }

    private QuestionNames names() {
        return new QuestionNames(words.now().messages(), words.now().formats());
    }

    private static LinkedHashSet<Remark> said(List<Answered> answers) {
        var said = new LinkedHashSet<Remark>();
        answers.forEach(answer -> said.addAll(answer.projection().remarks()));
        return said;
    }

    private static Label line(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private void showPublished() {
        List<Published> rows = workbench.pages().questions().publishedProperty().get().stream()
                .filter(row -> row.trial().kind() == kind)
                .toList();
        var lines = new ArrayList<Node>();
        if (!rows.isEmpty()) {
            lines.add(line(words.now().text(QuestionText.PUBLISHED), "section-title"));
            workbench
                    .pages()
                    .questions()
                    .medianError(kind)
                    .ifPresent(error -> lines.add(line(
                            words.now()
                                    .text(
                                            QuestionText.MEDIAN,
                                            words.now().formats().share(error)),
                            "remark")));
            rows.forEach(row -> lines.add(line(sentence(row), "published-row")));
        }
        published.getChildren().setAll(lines);
    }

    private String sentence(Published row) {
        Wording now = words.now();
        String figure = now.text(
                QuestionText.PUBLISHED_OF,
                subject(row),
                value(row.trial().value(), row.trial().quantity()),
                row.estimate()
                        .map(term -> value(term.value().magnitude(), row.trial().quantity()))
                        .orElse("?"));
        String gate = row.impossible() ? " — " + now.text(QuestionText.GATE_FAILED) : "";
        return figure + gate + "  (" + row.trial().source() + ")";
    }

    private String subject(Published row) {
        String line = names().line(row.question());
        return row.question() instanceof Question.Linked
                ? line
                : words.now()
                        .text(QuestionText.ON_MACHINE, row.question().machine().shortName(), line);
    }

    private String value(double value, Trial.Quantity quantity) {
        var formats = words.now().formats();
        return switch (quantity) {
            case MEMORY -> formats.memoryWithUnit(new Bytes(Math.round(value)), Detail.CHART);
            case DECODE, AGGREGATE, TRAINING_RATE -> formats.tableRate(value) + " tok/s";
            case GAIN -> formats.decimals(value, 2) + "×";
            case STEP_TIME, MAKING_TIME -> formats.duration(value);
        };
    }

    private void explain(Mark mark) {
        if (mark instanceof Mark.Part(String machine, int pool, MemoryPart part)) {
            for (Answered answer : answers.answersProperty().get()) {
                if (answer.machine().id().equals(machine)) {
                    term(load(answer.projection(), pool), part).ifPresent(term -> explain(answer.machine(), term));
                }
            }
        }
    }

    private static Load load(Projection projection, int pool) {
        boolean oneMachine = projection.loads().stream().allMatch(load -> load.machine() == 1);
        return oneMachine ? projection.loads().get(pool) : projection.fullest();
    }

    private static Optional<Answer> term(Load load, MemoryPart part) {
        return switch (part) {
            case SYSTEM -> Optional.of(load.osOverhead());
            case SPARE -> Optional.of(load.usable());
            case KEPT_FREE -> Optional.of(load.keptFree());
            case RUNTIME, WEIGHTS, KV_CACHE, STATE, ADAPTERS, GRADIENTS, OPTIMISER, ACTIVATIONS, OTHER ->
                ProjectionColumns.shownBy(part).flatMap(load::item);
        };
    }

    private void explain(Machine machine, Answer answer) {
        workbench.pages().explainedProperty().set(Optional.of(new Explained(machine.shortName(), answer)));
    }
}
