package org.tonari.cli;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.tonari.evidence.Accuracy;
import org.tonari.evidence.AccuracyGroup;
import org.tonari.export.JsonOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;

/// `tonari accuracy`: estimates against the published measurements.
@Command(
        name = "accuracy",
        description = "Estimates against published measurements, each estimated without the rows kept back with it.",
        footer = {
            "",
            "Errors are medians over groups: one source, machine, runtime, build, model and weight format.",
            "This fits the rates anew for every fold and takes about half a minute.",
            "",
            "Example:",
            "  tonari accuracy --json"
        })
final class AccuracyCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "Answer as JSON.")
    private boolean json;

    @Option(
            names = "--by",
            paramLabel = "KEY",
            description = "Show only all, machine, runtime, model or tier. Default: all")
    private String by = "all";

    AccuracyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (!List.of("all", "machine", "runtime", "model", "tier").contains(by)) {
            throw new BadInput("--by: found " + by + ", expected all, machine, runtime, model or tier");
        }
        List<AccuracyGroup> groups = Accuracy.of(session.catalogue());
        if (json) {
            json(groups);
        } else {
            table(groups);
        }
        return ExitStatus.DONE;
    }

    private void table(List<AccuracyGroup> groups) {
        var table = new TextTable(column -> column >= 3);
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
                .filter(group -> group.by().equals(by))
                .forEach(group -> table.row(
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
                        tau(group.kendallTau())));
        table.lines().forEach(session.out()::println);
    }

    private void json(List<AccuracyGroup> groups) {
        try (JsonGenerator generator = JsonOutput.indented(session.out())) {
            generator.writeStartObject();
            generator.writeArrayPropertyStart("groups");
            groups.forEach(group -> json(generator, group));
            generator.writeEndArray();
            generator.writeEndObject();
        }
        session.out().println();
    }

    private static void json(JsonGenerator generator, AccuracyGroup group) {
        generator.writeStartObject();
        generator.writeStringProperty("quantity", group.quantity());
        generator.writeStringProperty("protocol", group.protocol().key());
        generator.writeStringProperty("by", group.by());
        generator.writeStringProperty("key", group.key());
        generator.writeNumberProperty("rows", group.rows());
        generator.writeNumberProperty("groups", group.groups());
        generator.writeNumberProperty("median_error", group.medianError());
        generator.writeNumberProperty("p90_error", group.p90Error());
        generator.writeNumberProperty("bias", group.bias());
        generator.writeNumberProperty("coverage_80", group.coverage());
        generator.writeNumberProperty("median_half_width", group.medianHalfWidth());
        if (group.kendallTau().isPresent()) {
            generator.writeNumberProperty("kendall_tau", group.kendallTau().getAsDouble());
        } else {
            generator.writeNullProperty("kendall_tau");
        }
        generator.writeEndObject();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    private static String tau(OptionalDouble tau) {
        return tau.isPresent() ? String.format(Locale.ROOT, "%.2f", tau.getAsDouble()) : "";
    }
}
