package org.tonari.export.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.Fit;
import org.tonari.domain.answer.MemoryStack.PoolStack;
import org.tonari.domain.answer.MemoryStack.Slice;
import org.tonari.domain.answer.Speed;
import org.tonari.explain.Answer;
import org.tonari.explain.Term;
import org.tonari.text.CommonText;
import org.tonari.text.EstimateFigures;
import org.tonari.text.ExplainedTerm;
import org.tonari.text.Explanations;
import org.tonari.text.Formats;
import org.tonari.text.Formats.Detail;
import org.tonari.text.Messages;
import org.tonari.text.Names;
import org.tonari.text.ReportText;

/// One machine of a report: verdict, memory part by part, speeds with their ranges, what would help, and why.
final class MachineSection {
    private final Messages messages;
    private final Formats formats;
    private final Names names;
    private final Explanations explanations;

    MachineSection(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
        this.names = new Names(messages, formats);
        this.explanations = new Explanations(messages, formats);
    }

    /// @return the numbers that a section explains
    static List<Term> numbers(Estimate estimate) {
        var all = new ArrayList<Term>();
        all.add(estimate.memory().required());
        estimate.memory().pools().stream()
                .flatMap(pool -> Stream.of(pool.capacity(), pool.osOverhead(), pool.usable()))
                .flatMap(answer -> answer.optional().stream())
                .forEach(all::add);
        if (estimate.speed() instanceof Speed.Known known) {
            all.add(known.stepTime());
            Stream.of(known.prefill(), known.firstToken())
                    .filter(Speed.Estimated.class::isInstance)
                    .map(Speed.Estimated.class::cast)
                    .map(Speed.Estimated::expected)
                    .forEach(all::add);
        }
        return all;
    }

    void write(Html html, Estimate estimate) {
        html.markup("<section>").element("h3", estimate.scenario().machine().name());
        html.element(
                "p",
                "verdict",
                names.glyph(estimate.fit().verdict()) + " "
                        + names.sentence(estimate.fit().verdict()));
        html.markup("<div class=\"two\">");
        memory(html, estimate);
        speed(html, estimate);
        html.markup("</div>");
        remedies(html, estimate.fit().remedies());
        html.markup("<details>").element("summary", messages.text(ReportText.HOW));
        numbers(estimate).forEach(term -> {
            html.markup("<ul class=\"why\">");
            tree(html, explanations.explain(term));
            html.markup("</ul>");
        });
        html.markup("</details></section>\n");
    }

    private void memory(Html html, Estimate estimate) {
        html.markup("<table class=\"memory\"><caption>")
                .text(messages.text(CommonText.MEMORY))
                .markup("</caption>");
        for (PoolStack pool : estimate.memory().pools()) {
            html.markup("<tr class=\"pool\">")
                    .element("th", names.pool(pool.kind()))
                    .element("td", "number", size(pool.capacity()))
                    .element("td", "number", exact(pool.capacity()))
                    .markup("</tr>\n");
            line(html, messages.text(CommonText.SYSTEM), pool.osOverhead());
            for (Slice slice : pool.slices()) {
                line(html, names.part(slice.part()), slice.size());
            }
            line(html, messages.text(CommonText.USABLE), pool.usable());
        }
        html.markup("<tr class=\"sum\">")
                .element("th", messages.text(CommonText.REQUIRED))
                .element("td", "number", size(Answer.of(estimate.memory().required())))
                .element("td", "number", exact(Answer.of(estimate.memory().required())))
                .markup("</tr></table>");
    }

    private void line(Html html, String name, Answer size) {
        html.markup("<tr>")
                .element("th", name)
                .element("td", "number", size(size))
                .element("td", "number", exact(size))
                .markup("</tr>\n");
    }

    private String size(Answer answer) {
        return answer.optional()
                .map(term -> formats.memoryWithUnit(term.bytes(), Detail.TOTAL))
                .orElse(Formats.UNKNOWN);
    }

    private String exact(Answer answer) {
        return answer.optional().map(term -> formats.exact(term.bytes())).orElse("");
    }

    private void speed(Html html, Estimate estimate) {
        var figures = new EstimateFigures(estimate);
        html.markup("<table class=\"speed\"><caption>")
                .text(messages.text(CommonText.SPEED))
                .markup("</caption>");
        figures.decode().ifPresent(decode -> rate(html, CommonText.DECODE, decode));
        figures.aggregate()
                .filter(_ -> estimate.scenario().workload().concurrency() > 1)
                .ifPresent(all -> rate(html, CommonText.AGGREGATE, all));
        figures.prefill().ifPresent(prefill -> rate(html, CommonText.PREFILL, prefill));
        figures.firstToken()
                .ifPresent(first -> html.markup("<tr>")
                        .element("th", messages.text(CommonText.FIRST_TOKEN))
                        .element("td", "number", formats.duration(first.value()))
                        .element("td", "number", formats.secondsInterval(first.low(), first.high()) + " s")
                        .markup("</tr>"));
        if (estimate.speed() instanceof Speed.Known known) {
            fact(html, messages.text(CommonText.LIMITED_BY, "").strip(), names.limit(known.limitedBy()));
            fact(html, messages.text(CommonText.EVIDENCE), names.evidence(known.evidence()));
        }
        fact(
                html,
                messages.text(CommonText.SOFTWARE),
                names.compatibility(estimate.compatibility().state()));
        html.markup("</table>");
    }

    private void rate(Html html, CommonText name, Speed.Estimated rate) {
        html.markup("<tr>")
                .element("th", messages.text(name))
                .element("td", "number", formats.tableRate(rate.value()) + " tok/s")
                .element("td", "number", formats.interval(rate.low(), rate.high()))
                .markup("</tr>");
    }

    private static void fact(Html html, String name, String fact) {
        html.markup("<tr>")
                .element("th", name)
                .markup("<td colspan=\"2\">")
                .text(fact)
                .markup("</td></tr>");
    }

    private void remedies(Html html, List<Fit.Remedy> remedies) {
        if (!remedies.isEmpty()) {
            html.element("h4", messages.text(CommonText.REMEDIES)).markup("<ul>");
            remedies.forEach(remedy -> html.element("li", names.remedyWithVerdict(remedy)));
            html.markup("</ul>");
        }
    }

    private void tree(Html html, ExplainedTerm term) {
        html.markup("<li>").element("b", term.name()).text(" = " + term.value());
        if (!term.formula().isEmpty()) {
            html.markup(" ").element("code", term.formula());
        }
        if (!term.source().isEmpty()) {
            html.markup(" <small>").text(term.source()).markup("</small>");
        }
        if (!term.parts().isEmpty()) {
            html.markup("<ul>");
            term.parts().forEach(part -> tree(html, part));
            html.markup("</ul>");
        }
        html.markup("</li>\n");
    }
}
