package org.tonari.cli;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tonari.cli.options.TableOptions;
import org.tonari.cli.reports.ClaimsReport;
import org.tonari.cli.session.ExitStatus;
import org.tonari.cli.session.Session;
import org.tonari.cli.session.Speech;
import org.tonari.domain.evidence.ClaimResult;
import org.tonari.engine.Estimator.Aspect;
import org.tonari.evidence.claims.Claims;
import org.tonari.export.ClaimsJson;
import org.tonari.export.FigureTableFile;
import org.tonari.export.JsonOutput;
import org.tonari.profiles.Catalogue;
import org.tonari.text.ClaimWords;
import org.tonari.text.ClaimsTable;
import org.tonari.text.PageText;
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

    @Option(names = "--csv", paramLabel = "FILE", description = "Write comma-separated values.")
    private @Nullable String csv;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write a table in Markdown.")
    private @Nullable String markdown;

    @Mixin
    private Speech speech = new Speech();

    ClaimsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Catalogue catalogue = session.catalogue();
        List<ClaimResult> results =
                Claims.evaluate(catalogue, session.wiring().estimators().of(catalogue, EnumSet.of(Aspect.SPEED)));
        if (csv != null || markdown != null) {
            files(results);
        } else if (json) {
            try (JsonGenerator generator = JsonOutput.indented(session.out())) {
                new ClaimsJson(generator).write(results);
            }
            session.out().println();
        } else {
            new ClaimsReport(session.out(), speech).print(results);
        }
        return ExitStatus.DONE;
    }

    private void files(List<ClaimResult> results) throws IOException {
        var file = new FigureTableFile(new ClaimsTable(speech.messages(), speech.formats()).of(results));
        if (csv != null) {
            TableOptions.write(session, csv, file::csv);
        }
        if (markdown != null) {
            String summary = new ClaimWords(speech.messages(), speech.formats()).summary(results);
            TableOptions.write(
                    session,
                    markdown,
                    writer -> file.markdown(writer, speech.messages().text(PageText.NAME_CLAIMS), summary));
        }
    }
}
