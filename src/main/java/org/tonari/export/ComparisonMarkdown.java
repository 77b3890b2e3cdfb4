package org.tonari.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.tonari.domain.answer.Estimate;
import org.tonari.text.ComparisonColumn;
import org.tonari.text.ComparisonTable;
import org.tonari.text.Formats;
import org.tonari.text.Messages;
import org.tonari.text.ScenarioSummary;

/// A comparison of machines as a table in Markdown, with the scenario above and a caption below.
///
/// @param messages in which language
/// @param formats  how numbers are written
/// @param caption  what stands below, such as version and date
public record ComparisonMarkdown(Messages messages, Formats formats, String caption) {

    /// @param estimates one a machine, at least one, of scenarios that differ in their machine only
    /// @throws IOException where the writer cannot take more
    public void write(Writer writer, List<Estimate> estimates) throws IOException {
        var table = new ComparisonTable(messages, formats);
        var summary = new ScenarioSummary(messages, formats);
        writer.write("**" + escaped(summary.line(estimates.getFirst().scenario())) + "**\n\n");
        row(writer, table.heads());
        for (ComparisonColumn column : ComparisonColumn.values()) {
            writer.write(column.isNumeric() ? "| ---: " : "| --- ");
        }
        writer.write("|\n");
        for (Estimate estimate : estimates) {
            row(writer, table.row(estimate));
        }
        writer.write("\n*" + escaped(caption) + "*\n");
    }

    private static void row(Writer writer, List<String> cells) throws IOException {
        for (String cell : cells) {
            writer.write("| " + escaped(cell) + " ");
        }
        writer.write("|\n");
    }

    /// Names come from profiles of anybody's making: nothing of theirs may become markup.
    static String escaped(String text) {
        var escaped = new StringBuilder(text.length() + 8);
        for (char each : text.toCharArray()) {
            switch (each) {
                case '|', '*', '_', '`', '[', ']', '\\' -> escaped.append('\\').append(each);
                case '<' -> escaped.append("&lt;");
                case '&' -> escaped.append("&amp;");
                case '\n', '\r' -> escaped.append(' ');
                default -> escaped.append(each);
            }
        }
        return escaped.toString();
    }
}
