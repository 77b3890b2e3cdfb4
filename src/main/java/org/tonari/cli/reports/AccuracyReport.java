package org.tonari.cli.reports;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.tonari.cli.session.Speech;
import org.tonari.domain.scenario.Scenario;
import org.tonari.evidence.AccuracyGroup;
import org.tonari.evidence.Attempts.Attempt;
import org.tonari.evidence.Mapping;
import org.tonari.evidence.MemoryErrors;
import org.tonari.evidence.Proof;
import org.tonari.evidence.Target;
import org.tonari.evidence.Target.Figure;
import org.tonari.text.Messages;
import org.tonari.text.ProofText;

/// How right estimates are, for people: targets, errors by group, and what became of the published rows.
public final class AccuracyReport {
    private static final int FIRST_NUMBER = 3;
    private static final int FURTHEST = 5;

    private final PrintWriter out;
    private final Messages messages;

    /// @param out    where it is printed
    /// @param speech the language
    public AccuracyReport(PrintWriter out, Speech speech) {
        this.out = out;
        this.messages = speech.messages();
    }

    /// @param by what the rows of a line have in common
    public void print(Proof proof, String by) {
        targets(proof.targets());
        out.println();
        groups(proof.groups(), by);
        out.println();
        mapping(proof.mapping());
        out.println();
        attempts(proof.attempts());
        out.println();
        memory(proof);
    }

    /// Memory that runs printed: by part, then the readings furthest off.
    private void memory(Proof proof) {
        out.println(messages.text(
                ProofText.MEMORY_READ, Integer.toString(proof.memory().size())));
        var table = new TextTable(column -> column >= 1);
        table.row("", "rows", "median %", "P90 %", "bias %", "in margin %", "± %");
        proof.groups().stream()
                .filter(group -> group.quantity().equals("memory")
                        && (group.by().equals("all") || group.by().equals("part")))
                .forEach(group -> table.row(
                        group.key().isEmpty() ? "all" : group.key(),
                        Integer.toString(group.rows()),
                        percent(group.medianError()),
                        percent(group.p90Error()),
                        percent(group.bias()),
                        percent(group.coverage()),
                        percent(group.medianHalfWidth())));
        table.lines().forEach(out::println);
        out.println(messages.text(ProofText.MEMORY_FURTHEST));
        MemoryErrors.furthestFirst(proof.memory()).stream()
                .limit(FURTHEST)
                .forEach(row -> out.println(String.format(
                        Locale.ROOT,
                        "  %+6.1f %%  %s, %s %s, %s: %s",
                        100 * row.error(),
                        row.reading().part().name().toLowerCase(Locale.ROOT),
                        row.scenario().model().id(),
                        row.scenario().weights().id(),
                        row.scenario().runtime().id(),
                        row.reading().source().citation())));
    }

    /// Only where a verdict and what happened disagree.
    private void attempts(List<Attempt> attempts) {
        List<Attempt> wrong =
                attempts.stream().filter(attempt -> !attempt.agrees()).toList();
        out.println(
                messages.text(ProofText.ATTEMPTS, Integer.toString(wrong.size()), Integer.toString(attempts.size())));
        var table = new TextTable(_ -> false);
        for (Attempt attempt : wrong) {
            Scenario tried = attempt.scenario();
            table.row(
                    "",
                    attempt.id(),
                    tried.machine().id(),
                    tried.runtime().id(),
                    tried.model().id(),
                    tried.weights().id(),
                    Long.toString(tried.workload().context().count()),
                    attempt.verdict().getClass().getSimpleName());
        }
        table.lines().forEach(out::println);
    }

    private void targets(List<Target> targets) {
        var table = new TextTable(column -> column == 2);
        table.row(
                messages.text(ProofText.TARGET),
                messages.text(ProofText.FIGURE),
                messages.text(ProofText.OUT_OF),
                messages.text(ProofText.LIMIT),
                messages.text(ProofText.REACHED),
                "");
        for (Target target : targets) {
            String name = messages.text(ProofText.promise(target.promise().name()));
            for (Figure figure : target.figures()) {
                table.row(
                        name,
                        messages.text(ProofText.figure(figure.kind().name())),
                        Integer.toString(target.rows()),
                        limit(figure),
                        reached(figure),
                        messages.text(figure.met() ? ProofText.MET : ProofText.NOT_MET));
                name = "";
            }
        }
        table.lines().forEach(out::println);
    }

    private String limit(Figure figure) {
        if (Double.isInfinite(figure.least())) {
            return messages.text(ProofText.AT_MOST, number(figure, figure.most()));
        }
        return Double.isInfinite(figure.most())
                ? messages.text(ProofText.AT_LEAST, number(figure, figure.least()))
                : messages.text(ProofText.BETWEEN, number(figure, figure.least()), number(figure, figure.most()));
    }

    private String reached(Figure figure) {
        String value = number(figure, figure.reached());
        return figure.spread()
                .map(spread -> messages.text(
                        ProofText.SPREAD, value, number(figure, spread.low()), number(figure, spread.high())))
                .orElse(value);
    }

    private static String number(Figure figure, double value) {
        return switch (figure.kind()) {
            case MEDIAN, P90, SHARE, SHARE_BY_MACHINE, HALF_WIDTH -> percent(value) + " %";
            case TAU -> String.format(Locale.ROOT, "%.3f", value);
            case COUNT, FALSE_FITS -> Long.toString(Math.round(value));
        };
    }

    private void groups(List<AccuracyGroup> groups, String by) {
        var table = new TextTable(column -> column >= FIRST_NUMBER);
        table.row(
                "quantity",
                "kept back",
                "of",
                "rows",
                "groups",
                "median %",
                "P90 %",
                "bias %",
                "in 80 % %",
                "± %",
                "tau");
        groups.stream()
                .filter(group -> group.by().equals(by) && !group.quantity().equals("memory"))
                .forEach(group -> group(table, group));
        table.lines().forEach(out::println);
    }

    private static void group(TextTable table, AccuracyGroup group) {
        table.row(
                group.quantity(),
                group.protocol().key(),
                group.key(),
                Integer.toString(group.rows()),
                Integer.toString(group.groups()),
                percent(group.medianError()),
                percent(group.p90Error()),
                percent(group.bias()),
                percent(group.coverage()),
                percent(group.medianHalfWidth()),
                tau(group.kendallTau()));
    }

    private void mapping(Mapping mapping) {
        out.println(messages.text(
                ProofText.MAPPED,
                Integer.toString(mapping.mapped()),
                Integer.toString(mapping.rows()),
                Integer.toString(mapping.decode()),
                Integer.toString(mapping.prefill()),
                Integer.toString(mapping.batches())));
        out.println(messages.text(ProofText.LEFT_OUT));
        for (Mapping.Reason reason : mapping.leftOut()) {
            out.println(String.format(Locale.ROOT, "%6d  %s", reason.rows(), reason.says()));
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    private static String tau(OptionalDouble tau) {
        return tau.isPresent() ? String.format(Locale.ROOT, "%.2f", tau.getAsDouble()) : "";
    }
}
