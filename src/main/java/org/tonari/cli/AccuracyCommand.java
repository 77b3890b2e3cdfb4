package org.tonari.cli;

import java.util.EnumSet;
import java.util.concurrent.Callable;
import org.tonari.cli.reports.AccuracyReport;
import org.tonari.cli.session.BadInput;
import org.tonari.cli.session.ExitStatus;
import org.tonari.cli.session.Session;
import org.tonari.cli.session.Speech;
import org.tonari.engine.Estimator;
import org.tonari.engine.Estimator.Aspect;
import org.tonari.evidence.Accuracy;
import org.tonari.evidence.Progress;
import org.tonari.evidence.Proof;
import org.tonari.export.AccuracyJson;
import org.tonari.export.JsonOutput;
import org.tonari.profiles.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;

/// `tonari accuracy`: estimates against the published measurements.
@Command(
        name = "accuracy",
        description = "Estimates against published measurements, each estimated without the rows kept back with it.",
        footer = {
            "",
            "Errors are medians over groups: one source, machine, runtime, build, model and weight format.",
            "This fits the rates anew for every fold and takes about a minute.",
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
            description = "Show only all, machine, runtime, model, family or tier. Default: all")
    private String by = "all";

    @Mixin
    private Speech speech = new Speech();

    AccuracyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (!Accuracy.keysInCommon().contains(by)) {
            throw new BadInput("--by: found " + by + ", expected " + String.join(", ", Accuracy.keysInCommon()));
        }
        Catalogue catalogue = session.catalogue();
        Estimator estimator = session.wiring().estimators().of(catalogue, EnumSet.noneOf(Aspect.class));
        Proof proof = Proof.of(catalogue, estimator, Progress.NONE);
        if (json) {
            try (JsonGenerator generator = JsonOutput.indented(session.out())) {
                new AccuracyJson(generator).write(proof);
            }
            session.out().println();
        } else {
            new AccuracyReport(session.out(), speech).print(proof, by);
        }
        return ExitStatus.DONE;
    }
}
