package org.tonari.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.text.FigureTable;
import org.tonari.text.FigureTable.Align;
import org.tonari.text.FigureTable.Cell;
import org.tonari.text.FigureTable.Column;
import tools.jackson.core.JsonGenerator;

/// A table of figures as comma-separated values, Markdown or JSON.
///
/// @param table what is written
public record FigureTableFile(FigureTable table) {

    /// Writes plain figures in base units under the columns' names in files; unknown cells stay empty.
    ///
    /// @throws IOException where the writer cannot take more
    public void csv(Writer writer) throws IOException {
        writer.write(table.columns().stream().map(Column::key).collect(Collectors.joining(",")) + "\n");
        for (List<Cell> row : table.rows()) {
            writer.write(row.stream()
                            .map(cell -> ComparisonCsv.quoted(
                                    cell.number().isPresent() ? cell.plain() : ComparisonCsv.harmless(cell.plain())))
                            .collect(Collectors.joining(","))
                    + "\n");
        }
    }

    /// Writes the cells as people read them.
    ///
    /// @param title   stands above
    /// @param caption stands below, such as what was assumed
    /// @throws IOException where the writer cannot take more
    public void markdown(Writer writer, String title, String caption) throws IOException {
        writer.write("**" + ComparisonMarkdown.escaped(title) + "**\n\n");
        line(writer, table.heads());
        for (Column column : table.columns()) {
            writer.write(column.align() == Align.NUMBERS ? "| ---: " : "| --- ");
        }
        writer.write("|\n");
        for (List<Cell> row : table.rows()) {
            line(writer, row.stream().map(Cell::shown).toList());
        }
        writer.write("\n*" + ComparisonMarkdown.escaped(caption) + "*\n");
    }

    private static void line(Writer writer, List<String> cells) throws IOException {
        for (String cell : cells) {
            writer.write("| " + ComparisonMarkdown.escaped(cell) + " ");
        }
        writer.write("|\n");
    }

    /// Writes the table as a whole JSON text, one field a line.
    ///
    /// @param more fields before the rows
    /// @throws IOException where the writer cannot take more
    public void json(Writer writer, Map<String, ?> more) throws IOException {
        try (JsonGenerator generator = JsonOutput.indented(writer)) {
            json(generator, more);
        }
        writer.write('\n');
    }

    /// Writes an object whose array of the table's name holds an object for each row; a figure nobody knows is `null`,
    /// and `missing` says why.
    ///
    /// @param more fields before the rows
    private void json(JsonGenerator json, Map<String, ?> more) {
        json.writeStartObject();
        more.forEach((name, value) -> {
            json.writeName(name);
            new JsonFigures(json).any(value);
        });
        rows(json);
        json.writeEndObject();
    }

    private void rows(JsonGenerator json) {
        json.writeArrayPropertyStart(table.id());
        for (List<Cell> row : table.rows()) {
            json.writeStartObject();
            for (int i = 0; i < row.size(); i++) {
                json.writeName(table.columns().get(i).key());
                value(json, row.get(i));
            }
            missing(json, row);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void value(JsonGenerator json, Cell cell) {
        if (cell.number().isPresent()) {
            new JsonFigures(json).value(cell.number().get());
        } else if (cell.plain().isEmpty()) {
            json.writeNull();
        } else {
            json.writeString(cell.plain());
        }
    }

    private void missing(JsonGenerator json, List<Cell> row) {
        json.writeObjectPropertyStart("missing");
        for (int i = 0; i < row.size(); i++) {
            if (row.get(i).answer().orElse(null) instanceof Answer.Unknown(MissingFact fact)) {
                json.writeStringProperty(table.columns().get(i).key(), fact.path() + ": " + fact.reason());
            }
        }
        json.writeEndObject();
    }
}
