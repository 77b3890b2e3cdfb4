package org.tonari.view.questions;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.tonari.chart.MarkGlyph;
import org.tonari.domain.answer.Projection.Figure;
import org.tonari.domain.answer.Projection.Measure;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.machine.Machine;
import org.tonari.explain.Answer;
import org.tonari.export.picture.VerdictWords;
import org.tonari.export.picture.Wording;
import org.tonari.text.CommonText;
import org.tonari.text.Formats;
import org.tonari.text.Formats.Detail;
import org.tonari.text.QuestionNames;
import org.tonari.view.parts.Hint;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.pages.AnswersViewModel.Answered;

/// The figures of every machine side by side; each number opens its explanation.
final class AnswerGrid {
    private final Words words;
    private final BiConsumer<Machine, Answer> explain;
    private final GridPane grid = new GridPane();

    /// What stands in a row.
    ///
    /// @param measure what its figures say
    /// @param owner   which model they are about, or empty
    private record Row(Measure measure, String owner) {}

    /// @param explain opens the explanation of a number
    AnswerGrid(Words words, BiConsumer<Machine, Answer> explain) {
        this.words = words;
        this.explain = explain;
        grid.setId("question-figures");
        grid.getStyleClass().add("figure-table");
    }

    Region node() {
        return grid;
    }

    /// @param columnsStart where the chart's columns start
    void show(List<Answered> answers, double columnsStart) {
        Wording now = words.now();
        var names = new QuestionNames(now.messages(), now.formats());
        grid.getChildren().clear();
        columns(answers.size(), columnsStart);
        head(answers, now);
        required(answers, now);
        var rows = new LinkedHashSet<Row>();
        answers.forEach(answer ->
                answer.projection().figures().forEach(figure -> rows.add(new Row(figure.measure(), figure.owner()))));
        int line = 2;
        for (Row row : rows) {
            String measure = names.measure(row.measure());
            grid.add(
                    name(row.owner().isEmpty() ? measure : now.text(CommonText.LABELLED, row.owner(), measure)),
                    0,
                    line);
            for (int i = 0; i < answers.size(); i++) {
                grid.add(cell(answers.get(i), row, names, now), i + 1, line);
            }
            line++;
        }
    }

    private void columns(int machines, double columnsStart) {
        grid.getColumnConstraints().clear();
        var first = new ColumnConstraints();
        first.setMinWidth(Region.USE_PREF_SIZE);
        grid.getColumnConstraints().add(first);
        for (int i = 0; i < machines; i++) {
            // All as wide as the chart's: what stands in them does not count.
            var column = new ColumnConstraints(0, 1, Double.MAX_VALUE, Priority.ALWAYS, HPos.LEFT, true);
            grid.getColumnConstraints().add(column);
        }
        var least = new Region();
        least.setMinWidth(columnsStart);
        grid.add(least, 0, 0);
    }

    /// @return how far from the left the first machine's figures stand
    double namesWidth() {
        return grid.getChildren().stream()
                .filter(node -> GridPane.getColumnIndex(node) == 0)
                .mapToDouble(node -> node.prefWidth(-1))
                .max()
                .orElse(0);
    }

    private void head(List<Answered> answers, Wording now) {
        for (int i = 0; i < answers.size(); i++) {
            Answered answer = answers.get(i);
            var label = new Label(answer.machine().shortName());
            label.setGraphic(MarkGlyph.of(VerdictWords.mark(answer.projection().verdict())));
            label.getStyleClass().add("figure-head");
            Hint.on(label, now.names().sentence(answer.projection().verdict()));
            grid.add(label, i + 1, 0);
        }
    }

    private void required(List<Answered> answers, Wording now) {
        grid.add(name(now.text(CommonText.REQUIRED)), 0, 1);
        for (int i = 0; i < answers.size(); i++) {
            var label = new Label(now.formats()
                    .memoryWithUnit(answers.get(i).projection().fullest().required(), Detail.CHART));
            label.getStyleClass().add("figure");
            grid.add(label, i + 1, 1);
        }
    }

    private static Label name(String text) {
        var label = new Label(text);
        label.getStyleClass().add("figure-name");
        return label;
    }

    private Node cell(Answered answer, Row row, QuestionNames names, Wording now) {
        Optional<Figure> found = answer.projection().figures().stream()
                .filter(figure ->
                        figure.measure() == row.measure() && figure.owner().equals(row.owner()))
                .findFirst();
        return found.map(figure -> number(answer.machine(), figure, names, now))
                .orElseGet(() -> new Label(Formats.NOT_APPLICABLE));
    }

    private Node number(Machine machine, Figure figure, QuestionNames names, Wording now) {
        var link = new Hyperlink(names.value(figure));
        link.getStyleClass().addAll("figure", "figure-link");
        String interval = names.interval(figure);
        String tip =
                switch (figure.value()) {
                    case Speed.Unpredicted(var fact) -> now.names().missing(fact);
                    case Speed.Estimated _ -> interval.isEmpty() ? "" : now.text(CommonText.INTERVAL) + " " + interval;
                };
        Hint.on(link, tip);
        link.setAccessibleText(machine.shortName() + ", " + names.measure(figure) + ", " + names.value(figure));
        link.setOnAction(_ -> explain.accept(
                machine,
                switch (figure.value()) {
                    case Speed.Unpredicted(var fact) -> new Answer.Unknown(fact);
                    case Speed.Estimated known -> Answer.of(known.expected());
                }));
        return link;
    }
}
