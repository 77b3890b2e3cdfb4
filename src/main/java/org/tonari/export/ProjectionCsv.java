package org.tonari.export;

import java.util.List;
import java.util.Locale;
import org.tonari.domain.answer.Projection;
import org.tonari.domain.answer.Projection.Figure;
import org.tonari.domain.answer.Projection.Item;
import org.tonari.domain.answer.Projection.Load;
import org.tonari.domain.answer.Speed;
import org.tonari.explain.Term;
import org.tonari.text.Names;

/// Answers to a bigger question as CSV: one line for each part of a memory and each figure, in base units.
public final class ProjectionCsv {
    private final StringBuilder text = new StringBuilder("machine,verdict,what,of,low,expected,high,unit\r\n");

    /// One machine's answer.
    ///
    /// @param machine    its id
    /// @param projection what it comes to
    public record Row(String machine, Projection projection) {}

    private ProjectionCsv() {}

    /// @return the answers in their order, lines ended as RFC 4180 asks
    public static String of(List<Row> rows) {
        var csv = new ProjectionCsv();
        rows.forEach(csv::add);
        return csv.text.toString();
    }

    private void add(Row row) {
        for (Load load : row.projection().loads()) {
            for (Item item : load.items()) {
                String size = item.size()
                        .optional()
                        .map(Term::bytes)
                        .map(bytes -> Long.toString(bytes.count()))
                        .orElse("");
                line(row, Words.of(item.part()), "machine " + load.machine(), size, size, size, "bytes");
            }
            String required = Long.toString(load.required().count());
            line(row, "required", "machine " + load.machine(), required, required, required, "bytes");
        }
        row.projection().figures().forEach(figure -> figure(row, figure));
    }

    private void figure(Row row, Figure figure) {
        String unit = ProjectionJson.unit(figure.measure());
        switch (figure.value()) {
            case Speed.Unpredicted _ -> line(row, Words.of(figure.measure()), owner(figure), "", "", "", unit);
            case Speed.Estimated known ->
                line(
                        row,
                        Words.of(figure.measure()),
                        owner(figure),
                        number(known.low()),
                        number(known.value()),
                        number(known.high()),
                        unit);
        }
    }

    /// A name of anybody's making, such as a model's.
    private static String owner(Figure figure) {
        return ComparisonCsv.harmless(figure.owner());
    }

    private void line(Row row, String... cells) {
        text.append(row.machine())
                .append(',')
                .append(Names.word(row.projection().verdict()));
        for (String cell : cells) {
            text.append(',').append(ComparisonCsv.quoted(cell));
        }
        text.append("\r\n");
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.6g", value);
    }
}
