package org.tonari.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tonari.cli.options.CostOptions;
import org.tonari.cli.options.MeasuredOption;
import org.tonari.cli.options.PlainArguments;
import org.tonari.cli.options.ScenarioOptions;
import org.tonari.cli.reports.EstimateReport;
import org.tonari.cli.session.Answers;
import org.tonari.cli.session.BadInput;
import org.tonari.cli.session.ExitStatus;
import org.tonari.cli.session.Session;
import org.tonari.cli.session.Speech;
import org.tonari.cli.streams.Fields;
import org.tonari.cli.streams.ScenarioStream;
import org.tonari.cli.streams.StreamOutcome;
import org.tonari.domain.answer.Estimate;
import org.tonari.export.EstimateJson;
import org.tonari.export.EstimatePart;
import org.tonari.export.JsonOutput;
import org.tonari.profiles.requests.ScenarioRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;

/// `tonari estimate`: one scenario, or many as JSON Lines.
@Command(
        name = "estimate",
        description = "Estimates one scenario: its memory, whether it fits, how fast it runs, and why.",
        footer = {
            "",
            "Examples:",
            "  tonari estimate --machine dgx-spark --model gpt-oss-120b --context 32k",
            "  tonari estimate --machine mac-mini-m4-pro-64 --kv q8_0 --json --require-fit",
            "  tonari estimate --machine dgx-spark --model qwen3-32b --measured decode=52.1,model=gpt-oss-120b",
            "  tonari estimate --scenarios questions.jsonl --json --fields memory,fit"
        })
final class EstimateCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--machine", paramLabel = "ID|FILE", description = "The machine's id or profile.")
    private @Nullable String machine;

    @Mixin
    private ScenarioOptions scenario = new ScenarioOptions();

    @Option(
            names = "--scenarios",
            paramLabel = "FILE|-",
            description = "Scenarios as JSON Lines, from a file or standard input; needs --json.")
    private @Nullable String scenarios;

    @Option(names = "--json", description = "Answer as JSON, one object a scenario.")
    private boolean json;

    @Option(
            names = "--fields",
            paramLabel = "memory,fit,…",
            description = "Parts of the JSON to compute: memory, fit, speed, compatibility, cost, explanation.")
    private String fields = "";

    @Option(names = "--require-fit", description = "Exit with 1 unless the verdict is fits or tight.")
    private boolean requireFit;

    @Option(names = "--why", description = "Explain every figure to its sources.")
    private boolean why;

    @Mixin
    private CostOptions cost = new CostOptions();

    @Mixin
    private MeasuredOption measured = new MeasuredOption();

    @Mixin
    private Speech speech = new Speech();

    EstimateCommand(Session session) {
        this.session = session;
    }

    /// @return the command, where its arguments stand in their plainest form
    static Optional<EstimateCommand> plain(Session session, String[] args) {
        var command = new EstimateCommand(session);
        return PlainArguments.taken(args, command::takeFlag, command::takeOption)
                ? Optional.of(command)
                : Optional.empty();
    }

    private boolean takeFlag(String name) {
        switch (name) {
            case "--json" -> json = true;
            case "--require-fit" -> requireFit = true;
            case "--why" -> why = true;
            default -> {
                return scenario.takeFlag(name);
            }
        }
        return true;
    }

    private boolean takeOption(String name, String value) {
        switch (name) {
            case "--machine" -> machine = value;
            case "--scenarios" -> scenarios = value;
            case "--fields" -> fields = value;
            default -> {
                return scenario.takeOption(name, value)
                        || cost.takeOption(name, value)
                        || measured.takeOption(name, value)
                        || speech.takeOption(name, value);
            }
        }
        return true;
    }

    @Override
    public Integer call() throws IOException {
        if (!fields.isBlank() && !json) {
            throw new BadInput("--fields chooses parts of the JSON; add --json");
        }
        Set<EstimatePart> parts = Fields.parse(fields);
        return scenarios == null ? one(parts) : many(scenarios, parts);
    }

    private int one(Set<EstimatePart> parts) {
        if (machine == null) {
            throw new BadInput("name a machine with --machine ID; tonari list machines shows them");
        }
        ScenarioRequest request = scenario.request(session, machine);
        var answers = new Answers(session, parts).with(measured.anchors(session, request));
        Estimate estimate = cost.areGiven() ? answers.of(request, cost.assumptions()) : answers.of(request);
        if (json) {
            try (JsonGenerator generator = JsonOutput.indented(session.out())) {
                new EstimateJson(generator).write(request.resolvedWords(), estimate, parts);
            }
            session.out().println();
        } else {
            var depth = why ? EstimateReport.Depth.WHOLE : EstimateReport.Depth.SHORT;
            new EstimateReport(session.out(), speech.messages(), speech.formats()).print(request, estimate, depth);
        }
        return requireFit && !estimate.fit().verdict().fits() ? ExitStatus.NO_FIT : ExitStatus.DONE;
    }

    private int many(String source, Set<EstimatePart> parts) throws IOException {
        if (!json) {
            throw new BadInput("--scenarios answers as JSON Lines; add --json");
        }
        if (machine != null || scenario.areGiven()) {
            throw new BadInput("--scenarios takes every scenario from its lines; leave the other options out");
        }
        var stream = new ScenarioStream(session, parts);
        return switch (source.equals("-") ? stream.run(session.in()) : fromFile(stream, Path.of(source))) {
            case ALL_FIT -> ExitStatus.DONE;
            case SOME_DO_NOT -> requireFit ? ExitStatus.NO_FIT : ExitStatus.DONE;
            case FAULTY -> ExitStatus.FAULT;
        };
    }

    private static StreamOutcome fromFile(ScenarioStream stream, Path file) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new BadInput("--scenarios: " + file + " is no readable file");
        }
        try (InputStream lines = Files.newInputStream(file)) {
            return stream.run(lines);
        }
    }
}
