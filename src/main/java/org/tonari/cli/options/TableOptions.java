package org.tonari.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tonari.cli.reports.TextTable;
import org.tonari.cli.session.BadInput;
import org.tonari.cli.session.Session;
import org.tonari.export.FigureTableFile;
import org.tonari.export.FileTarget;
import org.tonari.text.FigureTable;
import org.tonari.text.FigureTable.Align;
import org.tonari.text.FigureTable.Cell;
import picocli.CommandLine.Option;

/// Where a table of figures goes: to standard output for reading, or to files.
public class TableOptions {
    @Option(names = "--csv", paramLabel = "FILE", description = "Write comma-separated values.")
    private @Nullable String csv;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            arity = "0..1",
            fallbackValue = "-",
            description = "Write JSON; standard output where no file is named.")
    private @Nullable String json;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write a table in Markdown.")
    private @Nullable String markdown;

    /// What stands around a table.
    ///
    /// @param title   above it
    /// @param caption below it
    /// @param more    further fields of the JSON object, before the rows
    public record Frame(String title, String caption, Map<String, ?> more) {
        public Frame {
            more = new LinkedHashMap<>(more);
        }
    }

    /// Writes the files that were asked for, or prints the table where none was.
    public void write(Session session, FigureTable table, Frame frame) throws IOException {
        var file = new FigureTableFile(table);
        if (csv != null) {
            write(session, csv, file::csv);
        }
        if (markdown != null) {
            write(session, markdown, writer -> file.markdown(writer, frame.title(), frame.caption()));
        }
        if (json != null) {
            write(session, json, writer -> file.json(writer, frame.more()));
        }
        if (csv == null && markdown == null && json == null) {
            print(session, table, frame);
        }
    }

    private static void print(Session session, FigureTable table, Frame frame) {
        session.out().println(frame.title());
        session.out().println();
        lines(table).forEach(session.out()::println);
        session.out().println();
        session.out().println(frame.caption());
    }

    /// @return the table in aligned columns
    static List<String> lines(FigureTable table) {
        var text = new TextTable(column -> table.columns().get(column).align() == Align.NUMBERS);
        text.row(table.heads());
        table.rows().forEach(row -> text.row(row.stream().map(Cell::shown).toList()));
        return text.lines();
    }

    /// Writes a text to a file, or to standard output where the file is `-`.
    public static void write(Session session, String file, FileTarget.Text text) throws IOException {
        if (file.equals("-")) {
            text.writeTo(session.out());
            return;
        }
        try {
            new FileTarget(Path.of(file)).writeText(text);
        } catch (FileTarget.Unwritable refused) {
            throw new BadInput(String.valueOf(refused.getMessage()));
        }
    }
}
