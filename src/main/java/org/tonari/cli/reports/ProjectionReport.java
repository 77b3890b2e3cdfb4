package org.tonari.cli.reports;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.tonari.cli.reports.EstimateReport.Depth;
import org.tonari.domain.answer.Projection;
import org.tonari.domain.answer.Projection.Figure;
import org.tonari.domain.answer.Projection.Load;
import org.tonari.domain.answer.Projection.Part;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.question.Question;
import org.tonari.explain.Answer;
import org.tonari.explain.Term;
import org.tonari.text.CommonText;
import org.tonari.text.Formats;
import org.tonari.text.Formats.Detail;
import org.tonari.text.Messages;
import org.tonari.text.Names;
import org.tonari.text.QuestionNames;
import org.tonari.text.QuestionText;

/// The answer to a bigger question for reading: verdict, memory machine by machine, figures, remarks, reasons.
public final class ProjectionReport {
    private final PrintWriter out;
    private final Messages messages;
    private final Formats formats;
    private final Names names;
    private final QuestionNames questions;

    /// @param out      where it is printed
    /// @param messages the texts
    /// @param formats  how figures are written
    public ProjectionReport(PrintWriter out, Messages messages, Formats formats) {
        this.out = out;
        this.messages = messages;
        this.formats = formats;
        this.names = new Names(messages, formats);
        this.questions = new QuestionNames(messages, formats);
    }

    /// Prints a projection.
    public void print(Question question, Projection projection, Depth depth) {
        out.println(question.machine().name());
        out.println(questions.line(question));
        out.println();
        out.println(names.glyph(projection.verdict()) + " " + names.sentence(projection.verdict()));
        memory(projection.loads());
        figures(projection);
        projection.remarks().forEach(remark -> out.println("  " + questions.remark(remark)));
        out.println();
        out.println(messages.text(CommonText.WHY));
        why(projection, depth);
    }

    private void memory(List<Load> loads) {
        out.println();
        out.println(messages.text(CommonText.MEMORY) + ", " + formats.unit().symbol());
        var table = new TextTable(column -> column > 0);
        if (loads.size() > 1) {
            var head = new ArrayList<>(List.of("  "));
            boolean one = loads.stream().allMatch(load -> load.machine() == 1);
            loads.forEach(load -> head.add(
                    one
                            ? names.pool(load.pool())
                            : messages.text(QuestionText.MACHINE_NUMBER, formats.whole(load.machine()))));
            table.row(head);
        }
        row(
                table,
                messages.text(CommonText.SYSTEM),
                loads.stream().map(Load::osOverhead).toList());
        for (Part part : Part.values()) {
            if (loads.stream().anyMatch(load -> isThere(load, part))) {
                part(table, part, loads);
            }
        }
        required(table, loads);
        row(
                table,
                messages.text(CommonText.USABLE),
                loads.stream().map(Load::usable).toList());
        row(
                table,
                messages.text(CommonText.CAPACITY),
                loads.stream().map(Load::capacity).toList());
        table.lines().forEach(out::println);
    }

    private void part(TextTable table, Part part, List<Load> loads) {
        var cells = new ArrayList<>(List.of("  " + questions.part(part)));
        for (Load load : loads) {
            cells.add(load.item(part).map(this::size).orElse(Formats.NOT_APPLICABLE));
        }
        table.row(cells);
    }

    private String size(Answer size) {
        return size.optional()
                .map(term -> formats.memory(term.bytes(), Detail.TOTAL))
                .orElse(Formats.UNKNOWN);
    }

    private static boolean isThere(Load load, Part part) {
        return load.item(part)
                .filter(size -> size.optional()
                        .filter(term -> term.value().magnitude() == 0)
                        .isEmpty())
                .isPresent();
    }

    private void required(TextTable table, List<Load> loads) {
        var cells = new ArrayList<>(List.of("  " + messages.text(CommonText.REQUIRED)));
        loads.forEach(load -> cells.add(formats.memory(load.required(), Detail.TOTAL)));
        table.row(cells);
    }

    private void row(TextTable table, String name, List<Answer> sizes) {
        var cells = new ArrayList<>(List.of("  " + name));
        for (Answer size : sizes) {
            cells.add(size(size));
        }
        table.row(cells);
    }

    private void figures(Projection projection) {
        out.println();
        var table = new TextTable(column -> column == 1);
        for (Figure figure : projection.figures()) {
            String interval = questions.interval(figure);
            table.row(
                    "  " + questions.measure(figure),
                    questions.value(figure),
                    interval.isEmpty() ? "" : messages.text(CommonText.INTERVAL) + " " + interval);
        }
        table.lines().forEach(out::println);
        for (Figure figure : projection.figures()) {
            if (figure.value() instanceof Speed.Unpredicted(var fact)) {
                out.println("  " + questions.measure(figure) + ": " + names.missing(fact));
            }
        }
        out.println("  " + messages.text(CommonText.EVIDENCE) + " " + names.evidence(projection.evidence()));
    }

    private void why(Projection projection, Depth depth) {
        var report = new WhyReport(out, messages, formats);
        Load load = projection.fullest();
        report.answer(load.usable(), depth);
        load.items().forEach(item -> report.answer(item.size(), depth));
        for (Figure figure : projection.figures()) {
            if (figure.value() instanceof Speed.Estimated(var _, Term expected, var _)) {
                report.answer(Answer.of(expected), depth);
            }
        }
    }
}
