package org.tonari.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tonari.cli.options.ScenarioOptions;
import org.tonari.cli.reports.TextTable;
import org.tonari.cli.session.Answers;
import org.tonari.cli.session.BadInput;
import org.tonari.cli.session.ExitStatus;
import org.tonari.cli.session.Session;
import org.tonari.cli.session.Speech;
import org.tonari.cli.streams.Fields;
import org.tonari.cli.streams.Sweep;
import org.tonari.cli.streams.SweepReport;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload;
import org.tonari.export.EstimateJson;
import org.tonari.export.EstimatePart;
import org.tonari.export.JsonOutput;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.requests.ScenarioRequest;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.text.ContextNumber;
import org.tonari.text.EstimateFigures;
import org.tonari.text.Formats;
import org.tonari.text.Names;
import org.tonari.units.Tokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;

/// `tonari matrix`: which models fit which machines.
@Command(
        name = "matrix",
        description = "Shows what fits where: models down, machines across.",
        footer = {
            "",
            "A cell reads: ● fits, ▲ tight or spills, ■ does not fit, ◇ unknown; tokens a second at the context.",
            "",
            "Examples:",
            "  tonari matrix --context 32k --models gpt-oss-20b,gpt-oss-120b",
            "  tonari matrix --machines all --every-weights --contexts 4k,32k,128k --json"
        })
final class MatrixCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--models", split = ",", paramLabel = "ID", description = "Models, by id. Default: all")
    private List<String> models = List.of();

    @Option(
            names = "--machines",
            split = ",",
            paramLabel = "ID",
            description = "Machines, by id or file, or all. Default: the seven candidates")
    private List<String> machines = List.of();

    @Option(
            names = "--contexts",
            split = ",",
            paramLabel = "N|32k",
            description = "Several contexts at once: verdict and decoding speed at each.")
    private List<String> contexts = List.of();

    @Option(names = "--every-weights", description = "A row for each weight format that the runtime reads.")
    private boolean everyWeights;

    @Mixin
    private ScenarioOptions scenario = new ScenarioOptions();

    @Option(names = "--json", description = "Answer as JSON.")
    private boolean json;

    @Option(
            names = "--fields",
            paramLabel = "memory,fit,…",
            description = "Parts of the JSON to compute: memory, fit, speed, compatibility, cost, explanation.")
    private String fields = "";

    @Mixin
    private Speech speech = new Speech();

    MatrixCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<String> rows = rows();
        if (everyWeights || !contexts.isEmpty()) {
            sweep(rows);
        } else if (json) {
            json(rows, columns(), Fields.parse(fields));
        } else {
            table(rows, columns());
        }
        return ExitStatus.DONE;
    }

    /// The models named, be it one by the scenario's own option, else all.
    private List<String> rows() {
        if (scenario.model().isPresent() && !models.isEmpty()) {
            throw new BadInput("--model and --models both name models; name them all in --models ID,ID");
        }
        return models.isEmpty()
                ? scenario.model()
                        .map(List::of)
                        .orElseGet(() -> session.catalogue().ids(ProfileKind.MODEL))
                : models;
    }

    private List<String> columns() {
        if (machines.equals(List.of("all"))) {
            return session.catalogue().ids(ProfileKind.MACHINE);
        }
        return machines.isEmpty() ? Catalogue.CANDIDATES : machines;
    }

    private void sweep(List<String> rows) {
        if (!fields.isBlank()) {
            throw new BadInput("--contexts and --every-weights answer with verdicts and speeds; leave --fields out");
        }
        var report = new SweepReport(session, speech, contexts());
        if (json) {
            report.json(rows.stream().map(model -> scenarios(model, columns())));
        } else {
            report.table(rows.stream().map(model -> scenarios(model, columns())));
        }
    }

    /// The contexts named, else the one of the scenario.
    private List<Tokens> contexts() {
        if (scenario.namesContext() && !contexts.isEmpty()) {
            throw new BadInput("--context and --contexts both say the context; name them all in --contexts N,N");
        }
        List<String> texts = contexts.isEmpty() ? List.of(scenario.context()) : contexts;
        return texts.stream()
                .map(text -> ContextNumber.parse(text)
                        .filter(context -> context.count() > 0 && context.count() <= Workload.MOST_TOKENS)
                        .orElseThrow(() -> new BadInput("--contexts: found \"" + text
                                + "\", expected numbers of tokens such as 4096,32k with commas between")))
                .toList();
    }

    private List<Scenario> scenarios(String model, List<String> columns) {
        List<WeightFormat> formats = session.catalogue().weights();
        return requests(model, columns).stream()
                .map(ScenarioRequest::scenario)
                .flatMap(asked -> (everyWeights ? Sweep.inEveryFormat(asked, formats) : List.of(asked)).stream())
                .toList();
    }

    private void json(List<String> rows, List<String> columns, Set<EstimatePart> parts) {
        var answers = new Answers(session, parts);
        try (JsonGenerator generator = JsonOutput.compact(session.out())) {
            generator.writeStartObject();
            generator.writeArrayPropertyStart("estimates");
            for (String model : rows) {
                List<ScenarioRequest> requests = requests(model, columns);
                List<Estimate> estimates = answered(answers, requests);
                for (int i = 0; i < estimates.size(); i++) {
                    new EstimateJson(generator).write(requests.get(i).resolvedWords(), estimates.get(i), parts);
                }
            }
            generator.writeEndArray();
            generator.writeEndObject();
        }
        session.out().println();
    }

    private void table(List<String> rows, List<String> columns) {
        var answers = new Answers(session, EnumSet.of(EstimatePart.SPEED));
        var names = new Names(speech.messages(), speech.formats());
        var table = new TextTable(_ -> false);
        for (String model : rows) {
            var cells = new ArrayList<String>();
            var heads = new ArrayList<>(List.of(""));
            cells.add(model);
            for (Estimate estimate : answered(answers, requests(model, columns))) {
                heads.add(estimate.scenario().machine().shortName());
                cells.add(names.glyph(estimate.fit().verdict()) + " " + rate(estimate));
            }
            if (model.equals(rows.getFirst())) {
                table.row(heads);
            }
            table.row(cells);
        }
        table.lines().forEach(session.out()::println);
    }

    private String rate(Estimate estimate) {
        var figures = new EstimateFigures(estimate);
        return figures.runs()
                ? figures.decode()
                        .map(Speed.Estimated::value)
                        .map(speech.formats()::chartRate)
                        .orElse(Formats.UNKNOWN)
                : Formats.NOT_APPLICABLE;
    }

    private List<ScenarioRequest> requests(String model, List<String> columns) {
        return columns.stream()
                .map(machine -> scenario.request(session, machine.strip(), model.strip()))
                .toList();
    }

    /// On all processors; what was asked first is answered first.
    private static List<Estimate> answered(Answers answers, List<ScenarioRequest> requests) {
        return requests.parallelStream().map(answers::of).toList();
    }
}
