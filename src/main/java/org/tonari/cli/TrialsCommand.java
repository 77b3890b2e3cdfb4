package org.tonari.cli;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.tonari.cli.reports.TextTable;
import org.tonari.cli.session.ExitStatus;
import org.tonari.cli.session.Session;
import org.tonari.domain.evidence.Trial;
import org.tonari.evidence.trials.TrialResult;
import org.tonari.evidence.trials.TrialResult.Gate;
import org.tonari.evidence.trials.Trials;
import org.tonari.export.JsonOutput;
import org.tonari.export.TrialsJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;

/// `tonari trials`: published figures on bigger questions beside the estimates.
@Command(
        name = "trials",
        description = "Published figures on models together, linked machines, training and generation, beside the"
                + " estimates.",
        footer = {
            "",
            "Evidence is tier E: few rows, some of which the shares of the peak were taken from.",
            "Figures that need more work than a machine's dense peak allows are called impossible.",
            "",
            "Example:",
            "  tonari trials --json"
        })
final class TrialsCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "Answer as JSON.")
    private boolean json;

    TrialsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<TrialResult> results = Trials.of(session.catalogue());
        if (json) {
            try (JsonGenerator generator = JsonOutput.indented(session.out())) {
                new TrialsJson(generator).write(results);
            }
            session.out().println();
        } else {
            table(results);
        }
        return ExitStatus.DONE;
    }

    private void table(List<TrialResult> results) {
        var table = new TextTable(column -> column == 3 || column == 4 || column == 5);
        table.row("question", "row", "quantity", "published", "estimate", "error %", "note");
        results.forEach(result -> table.row(
                lower(result.trial().kind()),
                result.trial().id(),
                lower(result.trial().quantity()),
                number(result.trial().value()),
                result.estimate().map(term -> number(term.value().magnitude())).orElse("?"),
                percent(result.difference()),
                note(result)));
        table.lines().forEach(session.out()::println);
        session.out().println();
        for (Trial.Kind kind : Trial.Kind.values()) {
            session.out()
                    .println(lower(kind) + ": median error "
                            + percent(Trials.medianError(results, kind)).replace("+", "") + " %");
        }
    }

    private static String note(TrialResult result) {
        if (result.gate().outcome() == Gate.Outcome.FAILED) {
            return String.format(
                    Locale.ROOT,
                    "impossible: needs %.0f of %.0f TFLOPS",
                    result.gate().work().orElseThrow() / 1e12,
                    result.gate().peak().orElseThrow() / 1e12);
        }
        return result.trial().use() == Trial.Use.CHECK
                ? ""
                : "not counted: " + result.trial().reason();
    }

    private static String number(double value) {
        return value >= 1e9
                ? String.format(Locale.ROOT, "%.1fe9", value / 1e9)
                : String.format(Locale.ROOT, "%.2f", value);
    }

    private static String percent(OptionalDouble share) {
        return share.isPresent() ? String.format(Locale.ROOT, "%+.1f", 100 * share.getAsDouble()) : "?";
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
