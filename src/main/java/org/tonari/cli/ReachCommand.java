package org.tonari.cli;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tonari.cli.options.MachinesOption;
import org.tonari.cli.options.ScenarioOptions;
import org.tonari.cli.options.TableOptions;
import org.tonari.cli.reports.EstimateReport;
import org.tonari.cli.reports.WhyReport;
import org.tonari.cli.session.ExitStatus;
import org.tonari.cli.session.Session;
import org.tonari.cli.session.Speech;
import org.tonari.domain.answer.Roofline;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Estimator;
import org.tonari.engine.Estimator.Aspect;
import org.tonari.engine.reach.Reaches;
import org.tonari.text.ReachTable;
import org.tonari.text.ReachText;
import org.tonari.text.ScenarioSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tonari reach`: stickers against what a workload reaches.
@Command(
        name = "reach",
        description = "Sets a workload against the sticker: peaks, sparsity, bandwidth and the roofline.",
        footer = {
            "",
            "Examples:",
            "  tonari reach --model gpt-oss-120b --concurrency 16",
            "  tonari reach --stickers --json"
        })
final class ReachCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private MachinesOption machines = new MachinesOption();

    @Mixin
    private ScenarioOptions scenario = new ScenarioOptions();

    @Option(names = "--stickers", description = "List every peak that sources state, instead of the roofline.")
    private boolean stickers;

    @Option(names = "--why", description = "Explain every figure to its sources.")
    private boolean why;

    @Mixin
    private TableOptions table = new TableOptions();

    @Mixin
    private Speech speech = new Speech();

    ReachCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Estimator estimator = session.wiring().estimators().of(session.catalogue(), EnumSet.of(Aspect.SPEED));
        List<Scenario> scenarios = machines.words().stream()
                .map(machine -> scenario.request(session, machine).scenario())
                .toList();
        List<Roofline> reaches =
                scenarios.stream().map(each -> Reaches.of(estimator, each)).toList();
        var tables = new ReachTable(speech.messages(), speech.formats());
        var summary = new ScenarioSummary(speech.messages(), speech.formats());
        table.write(
                session,
                stickers ? tables.stickers(reaches) : tables.points(reaches),
                new TableOptions.Frame(
                        summary.line(scenarios.getFirst()), speech.messages().text(ReachText.SENTENCE), Map.of()));
        if (why) {
            reaches.forEach(this::explain);
        }
        return ExitStatus.DONE;
    }

    private void explain(Roofline reach) {
        session.out().println();
        session.out().println(reach.machine().name());
        var report = new WhyReport(session.out(), speech.messages(), speech.formats());
        for (Roofline.Point point : reach.points()) {
            Stream.of(point.attainable(), point.share())
                    .forEach(answer -> report.answer(answer, EstimateReport.Depth.WHOLE));
        }
    }
}
