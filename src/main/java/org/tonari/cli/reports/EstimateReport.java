package org.tonari.cli.reports;

import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tonari.domain.answer.Compatibility;
import org.tonari.domain.answer.Cost;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.Fit;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Verdict;
import org.tonari.engine.fit.Remarks;
import org.tonari.engine.memory.Refusals;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.profiles.requests.ScenarioRequest;
import org.tonari.text.CommonText;
import org.tonari.text.CostTable;
import org.tonari.text.Formats;
import org.tonari.text.Messages;
import org.tonari.text.Names;
import org.tonari.text.ProofText;
import org.tonari.text.QuestionNames;
import org.tonari.text.QuestionText;
import org.tonari.text.ScenarioSummary;

/// One estimate for reading: verdict, memory stack, speed, software, cost, remedies, and where the figures come from.
public final class EstimateReport {
    /// How far figures are explained.
    public enum Depth {
        SHORT,
        WHOLE
    }

    private final PrintWriter out;
    private final Messages messages;
    private final Formats formats;
    private final Names names;

    /// @param out      where it is printed
    /// @param messages the texts
    /// @param formats  how figures are written
    public EstimateReport(PrintWriter out, Messages messages, Formats formats) {
        this.out = out;
        this.messages = messages;
        this.formats = formats;
        this.names = new Names(messages, formats);
    }

    /// Prints an answer.
    public void print(ScenarioRequest request, Estimate estimate, Depth depth) {
        out.println(estimate.scenario().machine().name());
        if (request.machinesLinked() > 1) {
            out.println(linked(request));
        }
        out.println(new ScenarioSummary(messages, formats).line(estimate.scenario()));
        out.println();
        verdict(estimate);
        heading(messages.text(CommonText.MEMORY) + ", " + formats.unit().symbol());
        new StackReport(out, messages, formats).print(estimate.memory());
        speed(estimate);
        software(estimate.compatibility());
        cost(estimate);
        remedies(estimate.fit());
        new WhyReport(out, messages, formats).print(estimate, depth);
        out.println();
        out.println("tonari estimate " + ShellWords.joined(request.options()));
    }

    private String linked(ScenarioRequest request) {
        return messages.text(
                QuestionText.MACHINES,
                formats.whole(request.machinesLinked()),
                request.scenario().machine().shortName(),
                request.linking().link(),
                new QuestionNames(messages, formats)
                        .parallelism(request.linking().parallelism()));
    }

    private void verdict(Estimate estimate) {
        out.println(names.glyph(estimate.fit().verdict()) + " "
                + names.sentence(estimate.fit().verdict()));
        if (estimate.fit().verdict() instanceof Verdict.DoesNotFit(var _, Verdict.Reason reason)) {
            whyNot(estimate, reason).ifPresent(why -> out.println("  " + why));
        }
        String longest =
                switch (estimate.fit().longestContext()) {
                    case Answer.Known(var term) ->
                        term.value().magnitude() > 0
                                ? messages.text(CommonText.TOKENS, formats.whole((long)
                                        term.value().magnitude()))
                                : Formats.NOT_APPLICABLE;
                    case Answer.Unknown _ -> Formats.UNKNOWN;
                };
        out.println("  " + messages.text(CommonText.LONGEST_CONTEXT) + ": " + longest);
        Remarks.of(estimate).forEach(remark -> out.println("  " + names.remark(remark)));
    }

    private Optional<String> whyNot(Estimate estimate, Verdict.Reason reason) {
        return switch (reason) {
            case WEIGHTS_TOO_LARGE, CONTEXT_TOO_LONG, PARTS_TOO_LARGE, RESERVATION_TOO_LARGE, RESERVATION_TOO_SMALL ->
                Optional.empty();
            case OPTIONS_REFUSED -> Refusals.of(estimate.scenario()).map(names::refusal);
            case WEIGHTS_NOT_READ, RUNTIME_UNSUPPORTED ->
                Optional.of(names.finding(estimate.compatibility().why()));
        };
    }

    private void speed(Estimate estimate) {
        heading(messages.text(CommonText.SPEED) + ", " + messages.text(CommonText.ESTIMATE));
        switch (estimate.speed()) {
            case Speed.Unknown(MissingFact fact) -> out.println("  " + names.missing(fact));
            case Speed.NotRunning _ -> out.println("  " + Formats.NOT_APPLICABLE);
            case Speed.Known known -> {
                var table = new TextTable(_ -> false);
                rate(table, CommonText.DECODE, known.decode());
                if (estimate.scenario().workload().concurrency() > 1) {
                    rate(table, CommonText.AGGREGATE, known.aggregate());
                }
                rate(table, CommonText.PREFILL, known.prefill());
                duration(table, known.firstToken());
                table.lines().forEach(out::println);
                missing(known).forEach(fact -> out.println("  " + names.missing(fact)));
                out.println("  " + messages.text(CommonText.LIMITED_BY, names.limit(known.limitedBy())));
                out.println("  " + messages.text(CommonText.EVIDENCE) + " " + names.evidence(known.evidence()));
                known.shift()
                        .ifPresent(factor ->
                                out.println("  " + messages.text(ProofText.SHIFTED, formats.decimals(1 / factor, 2))));
            }
        }
    }

    private void rate(TextTable table, CommonText name, Speed.Prediction prediction) {
        switch (prediction) {
            case Speed.Unpredicted _ -> table.row("  " + messages.text(name), Formats.UNKNOWN);
            case Speed.Estimated speed ->
                table.row(
                        "  " + messages.text(name),
                        formats.tableRate(speed.value()) + " tok/s",
                        interval(formats.interval(speed.low(), speed.high())));
        }
    }

    private void duration(TextTable table, Speed.Prediction prediction) {
        String name = "  " + messages.text(CommonText.FIRST_TOKEN);
        switch (prediction) {
            case Speed.Unpredicted _ -> table.row(name, Formats.UNKNOWN);
            case Speed.Estimated time ->
                table.row(
                        name,
                        formats.duration(time.value()),
                        interval(formats.secondsInterval(time.low(), time.high())));
        }
    }

    private static Set<MissingFact> missing(Speed.Known known) {
        var facts = new LinkedHashSet<MissingFact>();
        for (Speed.Prediction prediction : List.of(known.prefill(), known.firstToken())) {
            if (prediction instanceof Speed.Unpredicted(MissingFact fact)) {
                facts.add(fact);
            }
        }
        return facts;
    }

    private String interval(String range) {
        return messages.text(CommonText.INTERVAL) + " " + range;
    }

    private void software(Compatibility compatibility) {
        heading(messages.text(CommonText.SOFTWARE));
        out.println("  " + names.compatibility(compatibility.state()) + ". " + names.finding(compatibility.why()));
        out.println("  " + names.source(compatibility.source()));
        for (Compatibility.Step step : compatibility.path()) {
            out.println("    " + names.step(step) + ": " + names.finding(step.finding()) + " → "
                    + names.next(compatibility, step));
        }
    }

    private void cost(Estimate estimate) {
        heading(messages.text(CommonText.COST));
        var costs = new CostTable(messages, formats);
        var table = new TextTable(column -> column == 1);
        for (Cost.Figure figure : Cost.Figure.values()) {
            table.row(
                    "  " + messages.text(CostTable.head(figure)),
                    costs.cell(estimate.cost(), figure).shown());
        }
        table.lines().forEach(out::println);
        out.println("  " + costs.assumed(estimate.cost().assumptions()));
        estimate.cost()
                .price()
                .ifPresent(price -> out.println("  " + messages.text(CommonText.PRICE) + ": "
                        + formats.money(price.amount()) + ", "
                        + messages.text(CommonText.AS_OF, price.source().date())));
    }

    private void remedies(Fit fit) {
        if (!fit.remedies().isEmpty()) {
            heading(messages.text(CommonText.REMEDIES));
            fit.remedies().forEach(remedy -> out.println("  " + names.remedyWithVerdict(remedy)));
        }
    }

    private void heading(String text) {
        out.println();
        out.println(text);
    }
}
