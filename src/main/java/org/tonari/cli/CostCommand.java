package org.tonari.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tonari.cli.options.CostOptions;
import org.tonari.cli.options.MachinesOption;
import org.tonari.cli.options.ScenarioOptions;
import org.tonari.cli.options.TableOptions;
import org.tonari.cli.reports.EstimateReport;
import org.tonari.cli.reports.WhyReport;
import org.tonari.cli.session.Answers;
import org.tonari.cli.session.ExitStatus;
import org.tonari.cli.session.Session;
import org.tonari.cli.session.Speech;
import org.tonari.domain.answer.Cost;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.question.CostAssumptions;
import org.tonari.domain.scenario.Scenario;
import org.tonari.export.EstimatePart;
import org.tonari.text.CostTable;
import org.tonari.text.CostText;
import org.tonari.text.ScenarioSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tonari cost`: what the candidates and their running cost, side by side.
@Command(
        name = "cost",
        description = "Watts, energy and yen for a million tokens, price for what one gets, and break-even.",
        footer = {
            "",
            "Amounts are in yen. Energy is that of the load while tokens are made.",
            "",
            "Examples:",
            "  tonari cost --model gpt-oss-120b --hours 8 --cloud-price 90",
            "  tonari cost --machines dgx-spark,mac-studio-m3-ultra-512 --utilisation 0.3 --json"
        })
final class CostCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private MachinesOption machines = new MachinesOption();

    @Mixin
    private ScenarioOptions scenario = new ScenarioOptions();

    @Mixin
    private CostOptions cost = new CostOptions();

    @Option(names = "--why", description = "Explain every figure to its sources.")
    private boolean why;

    @Mixin
    private TableOptions table = new TableOptions();

    @Mixin
    private Speech speech = new Speech();

    CostCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        CostAssumptions assumed = cost.assumptions();
        var answers = new Answers(session, EnumSet.of(EstimatePart.SPEED, EstimatePart.MEMORY));
        var estimates = new ArrayList<Estimate>();
        for (String machine : machines.words()) {
            estimates.add(answers.of(scenario.request(session, machine), assumed));
        }
        var costs = new CostTable(speech.messages(), speech.formats());
        Scenario first = estimates.getFirst().scenario();
        String title = new ScenarioSummary(speech.messages(), speech.formats()).line(first);
        table.write(
                session,
                costs.of(estimates),
                new TableOptions.Frame(
                        title,
                        costs.assumed(assumed) + "\n" + speech.messages().text(CostText.NOTE),
                        Map.of("assumptions", CostOptions.fields(assumed))));
        if (why) {
            estimates.forEach(this::explain);
        }
        return ExitStatus.DONE;
    }

    private void explain(Estimate estimate) {
        session.out().println();
        session.out().println(estimate.scenario().machine().name());
        var report = new WhyReport(session.out(), speech.messages(), speech.formats());
        for (Cost.Figure figure : Cost.Figure.values()) {
            report.answer(estimate.cost().of(figure), EstimateReport.Depth.WHOLE);
        }
    }
}
