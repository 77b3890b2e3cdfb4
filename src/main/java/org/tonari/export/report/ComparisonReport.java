package org.tonari.export.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.scenario.Scenario;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.text.CommonText;
import org.tonari.text.ComparisonColumn;
import org.tonari.text.ComparisonTable;
import org.tonari.text.FiguresByHand;
import org.tonari.text.Formats;
import org.tonari.text.Messages;
import org.tonari.text.Names;
import org.tonari.text.ReportText;
import org.tonari.text.ScenarioSummary;

/// A comparison as one HTML page to hand on or print: the picture, the table, what was assumed, how each machine's
/// numbers come about, and every source.
///
/// @param messages in which language
/// @param formats  how numbers are written
/// @param version  of Tonari
/// @param date     of today, as it shall stand
public record ComparisonReport(Messages messages, Formats formats, String version, String date) {

    /// @param estimates one a machine, at least one, of scenarios that differ in their machine only
    /// @param picture   the comparison sheet as PNG
    /// @throws IOException where the writer cannot take more
    public void write(Writer writer, List<Estimate> estimates, byte[] picture) throws IOException {
        var html = new Html();
        head(html);
        title(html, estimates.getFirst().scenario());
        html.markup("<img class=\"sheet\" alt=\"")
                .text(new ScenarioSummary(messages, formats)
                        .line(estimates.getFirst().scenario()))
                .markup("\" src=\"data:image/png;base64,")
                .markup(Base64.getEncoder().encodeToString(picture))
                .markup("\">\n");
        table(html, estimates);
        assumptions(html, estimates);
        html.markup("<h2>").text(messages.text(ReportText.MACHINES)).markup("</h2>\n");
        var section = new MachineSection(messages, formats);
        estimates.forEach(estimate -> section.write(html, estimate));
        sources(html, estimates);
        html.markup("<footer>").text(caption()).markup("</footer>\n</main></body></html>\n");
        writer.write(html.toString());
    }

    private String caption() {
        return messages.text(CommonText.ESTIMATED_WITH, version) + " · " + date + " · "
                + messages.text(ReportText.DISCLAIMER);
    }

    private void head(Html html) {
        html.markup("<!doctype html>\n<html lang=\"")
                .text(messages.language().locale().toLanguageTag())
                .markup("\"><head><meta charset=\"utf-8\">\n")
                .markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:;"
                        + " style-src 'unsafe-inline'\">\n")
                .markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .element("title", messages.text(ReportText.TITLE))
                .markup("\n<style>\n" + style() + "</style></head><body><main>\n");
    }

    private static String style() {
        try (InputStream file = ComparisonReport.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(file, "report.css").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void title(Html html, Scenario scenario) {
        html.markup("<header>").element("h1", messages.text(ReportText.TITLE));
        html.element("p", "scenario", new ScenarioSummary(messages, formats).line(scenario));
        html.element("p", "caption", caption()).markup("</header>\n");
    }

    private void table(Html html, List<Estimate> estimates) {
        var table = new ComparisonTable(messages, formats);
        html.markup("<div class=\"wide\"><table><thead><tr>");
        table.heads().forEach(head -> html.element("th", head));
        html.markup("</tr></thead><tbody>\n");
        for (Estimate estimate : estimates) {
            html.markup("<tr>");
            List<String> cells = table.row(estimate);
            for (int i = 0; i < cells.size(); i++) {
                html.element("td", ComparisonColumn.values()[i].isNumeric() ? "number" : "word", cells.get(i));
            }
            html.markup("</tr>\n");
        }
        html.markup("</tbody></table></div>\n");
    }

    private void assumptions(Html html, List<Estimate> estimates) {
        html.element("h2", messages.text(ReportText.ASSUMPTIONS)).markup("<dl>");
        new Assumptions(messages, formats)
                .of(estimates.getFirst().scenario())
                .forEach((name, value) -> html.element("dt", name).element("dd", value));
        new FiguresByHand(messages, formats)
                .of(estimates)
                .forEach(figure ->
                        html.element("dt", messages.text(CommonText.YOUR_OWN)).element("dd", figure));
        html.markup("</dl>\n");
    }

    private void sources(Html html, List<Estimate> estimates) {
        var all = new LinkedHashSet<Source>();
        for (Estimate estimate : estimates) {
            MachineSection.numbers(estimate).forEach(term -> gather(term, all));
        }
        var names = new Names(messages, formats);
        html.element("h2", messages.text(ReportText.SOURCES)).markup("<ol class=\"sources\">\n");
        for (Source source : all) {
            if (source.kind() != Source.Kind.CHOICE && source.kind() != Source.Kind.DEFAULT) {
                html.markup("<li>")
                        .element("span", "kind", names.kind(source.kind()))
                        .markup(" ");
                html.citation(names.reason(source.citation()));
                html.text(source.date().isEmpty() ? "" : " (" + source.date() + ")");
                html.text(source.note().isEmpty() ? "" : " — " + names.reason(source.note()))
                        .markup("</li>\n");
            }
        }
        html.markup("</ol>\n");
    }

    private static void gather(Term term, SequencedSet<Source> found) {
        switch (term) {
            case Term.Given given -> found.add(given.source());
            case Term.Derived derived -> derived.parts().forEach(part -> gather(part, found));
        }
    }
}
