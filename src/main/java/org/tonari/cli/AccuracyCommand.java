package org.tonari.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.tonari.engine.Estimator;
import org.tonari.engine.Estimator.Aspect;
import org.tonari.evidence.Accuracy;
import org.tonari.evidence.AccuracyGroup;
import org.tonari.evidence.Attempts;
import org.tonari.evidence.Attempts.Attempt;
import org.tonari.evidence.HeldOut;
import org.tonari.evidence.Mapping;
import org.tonari.evidence.Progress;
import org.tonari.evidence.Scorecard;
import org.tonari.evidence.Target;
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
        HeldOut held = HeldOut.of(catalogue, Progress.NONE);
        List<AccuracyGroup> groups = Accuracy.of(held, catalogue.calibration());
        Estimator estimator = session.wiring().estimators().of(catalogue, EnumSet.noneOf(Aspect.class));
        List<Attempt> attempts = Attempts.of(catalogue, estimator);
        List<Target> targets = Scorecard.of(held, attempts);
        Mapping mapping = Mapping.of(catalogue);
        if (json) {
            try (JsonGenerator generator = JsonOutput.indented(session.out())) {
                new AccuracyJson(generator).write(groups, targets, mapping, attempts);
            }
            session.out().println();
        } else {
            new AccuracyReport(session.out(), speech).print(groups, by, targets, mapping, attempts);
        }
        return ExitStatus.DONE;
    }
}
