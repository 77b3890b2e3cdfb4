package org.tonari.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.tonari.domain.ClaimResult;
import org.tonari.engine.Estimator.Aspect;
import org.tonari.evidence.claims.Claims;
import org.tonari.export.ClaimsJson;
import org.tonari.export.JsonOutput;
import org.tonari.profiles.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;

/// `tonari claims`: the articles' claims, recomputed.
@Command(
        name = "claims",
        description = "Recomputes the claims of the articles: reproduced, partly, refuted or untestable.",
        footer = {
            "",
            "Each claim is taken apart into statements: ● holds, ■ fails, ◇ could not be tested.",
            "",
            "Example:",
            "  tonari claims --json"
        })
final class ClaimsCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "Answer as JSON.")
    private boolean json;

    @Mixin
    private Speech speech = new Speech();

    ClaimsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Catalogue catalogue = session.catalogue();
        List<ClaimResult> results =
                Claims.evaluate(catalogue, session.wiring().estimators().of(catalogue, EnumSet.of(Aspect.SPEED)));
        if (json) {
            try (JsonGenerator generator = JsonOutput.indented(session.out())) {
                new ClaimsJson(generator).write(results);
            }
            session.out().println();
        } else {
            new ClaimsReport(session.out(), speech).print(results);
        }
        return ExitStatus.DONE;
    }
}
