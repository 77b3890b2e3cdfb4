package org.tonari.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tonari.cli.options.MachinesOption;
import org.tonari.cli.options.MeasuredOption;
import org.tonari.cli.options.PictureOptions;
import org.tonari.cli.options.PlainArguments;
import org.tonari.cli.options.SavedRequests;
import org.tonari.cli.options.ScenarioOptions;
import org.tonari.cli.options.TableOptions;
import org.tonari.cli.reports.TextTable;
import org.tonari.cli.session.Answers;
import org.tonari.cli.session.BadInput;
import org.tonari.cli.session.ExitStatus;
import org.tonari.cli.session.Session;
import org.tonari.cli.session.Speech;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.scenario.Anchor;
import org.tonari.export.ComparisonCsv;
import org.tonari.export.ComparisonMarkdown;
import org.tonari.export.EstimateJson;
import org.tonari.export.EstimatePart;
import org.tonari.export.JsonOutput;
import org.tonari.export.report.ComparisonReport;
import org.tonari.profiles.requests.ScenarioRequest;
import org.tonari.text.CommonText;
import org.tonari.text.ComparisonColumn;
import org.tonari.text.ComparisonTable;
import org.tonari.text.Formats;
import org.tonari.text.Messages;
import org.tonari.text.ScenarioSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;

/// `tonari compare`: one scenario on several machines, side by side.
@Command(
        name = "compare",
        description = "Compares the seven candidates, or the machines named, for one scenario.",
        footer = {
            "",
            "Without a file the table goes to standard output; - as a file is standard output.",
            "",
            "Examples:",
            "  tonari compare --model gpt-oss-120b --context 64k --sort decode",
            "  tonari compare --measured decode=41.5,machine=dgx-spark",
            "  tonari compare --work evening.tonari --markdown table.md",
            "  tonari compare --machines dgx-spark,rtx-4090-24 --csv table.csv --png sheet.png --scale 2"
        })
final class CompareCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private MachinesOption machines = new MachinesOption();

    @Option(
            names = "--work",
            paramLabel = "FILE",
            description = "A comparison saved in the window, in place of machines and of a scenario's options.")
    private @Nullable Path work;

    @Mixin
    private ScenarioOptions scenario = new ScenarioOptions();

    @Option(
            names = "--sort",
            paramLabel = "COLUMN",
            description = "Best first: verdict, spare, longest-context, decode, first-token, watts, joules-per-token,"
                    + " price, price-per-rate.")
    private String sort = "machine";

    @Option(names = "--csv", paramLabel = "FILE", description = "Write comma-separated values, bytes as integers.")
    private @Nullable String csv;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            arity = "0..1",
            fallbackValue = "-",
            description = "Write JSON with every figure's explanation; standard output where no file is named.")
    private @Nullable String json;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write a table in Markdown.")
    private @Nullable String markdown;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write one HTML page to hand on: picture, table, assumptions, explanations, sources.")
    private @Nullable String report;

    @Mixin
    private PictureOptions picture = new PictureOptions();

    @Mixin
    private MeasuredOption measured = new MeasuredOption();

    @Mixin
    private Speech speech = new Speech();

    CompareCommand(Session session) {
        this.session = session;
    }

    /// @return the command, where its arguments stand in their plainest form
    static Optional<CompareCommand> plain(Session session, String[] args) {
        var command = new CompareCommand(session);
        return PlainArguments.taken(args, command::takeFlag, command::takeOption)
                ? Optional.of(command)
                : Optional.empty();
    }

    /// `--json` may stand alone or before a file, so it is left to the library.
    private boolean takeFlag(String name) {
        return scenario.takeFlag(name);
    }

    private boolean takeOption(String name, String value) {
        switch (name) {
            case "--work" -> work = Path.of(value);
            case "--sort" -> sort = value;
            case "--csv" -> csv = value;
            case "--markdown" -> markdown = value;
            case "--report" -> report = value;
            default -> {
                return machines.takeOption(name, value)
                        || scenario.takeOption(name, value)
                        || measured.takeOption(name, value)
                        || speech.takeOption(name, value);
            }
        }
        return true;
    }

    /// A request and its answer.
    private record Column(ScenarioRequest request, Estimate estimate) {}

    @Override
    public Integer call() throws IOException {
        List<Column> columns = columns();
        List<Estimate> estimates = columns.stream().map(Column::estimate).toList();
        if (csv != null) {
            TableOptions.write(session, csv, writer -> new ComparisonCsv().write(writer, estimates));
        }
        if (json != null) {
            TableOptions.write(session, json, writer -> json(writer, columns));
        }
        if (markdown != null) {
            var table = new ComparisonMarkdown(speech.messages(), speech.formats(), caption(speech.messages()));
            TableOptions.write(session, markdown, writer -> table.write(writer, estimates));
        }
        if (report != null) {
            TableOptions.write(session, report, writer -> report(writer, estimates));
        }
        boolean drawn = picture.draw(session, estimates, speech);
        if (csv == null && json == null && markdown == null && report == null && !drawn) {
            table(estimates);
        }
        return ExitStatus.DONE;
    }

    private List<Column> columns() {
        Comparator<Estimate> order = order();
        List<ScenarioRequest> requests = work == null ? requests() : SavedRequests.of(session, saved(work));
        Answers answers = new Answers(session, EnumSet.allOf(EstimatePart.class)).with(anchors(requests));
        var columns = new ArrayList<Column>();
        for (ScenarioRequest request : requests) {
            columns.add(new Column(request, answers.of(request)));
        }
        columns.sort((one, other) -> order.compare(one.estimate(), other.estimate()));
        return columns;
    }

    /// A speed was measured on one machine; of several it must say on which.
    private List<Anchor> anchors(List<ScenarioRequest> requests) {
        if (measured.isGiven() && requests.size() > 1 && !measured.namesMachines()) {
            throw new BadInput("--measured: say on which machine, such as decode=52.1,machine=dgx-spark");
        }
        if (measured.isGiven() && (picture.isGiven() || report != null)) {
            throw new BadInput("--measured: curves of a picture do not shift; leave out --png and --report");
        }
        return measured.anchors(session, requests.getFirst());
    }

    private List<ScenarioRequest> requests() {
        return machines.words().stream()
                .map(machine -> scenario.request(session, machine))
                .toList();
    }

    private Path saved(Path file) {
        if (machines.areGiven() || scenario.areGiven()) {
            throw new BadInput("--work says what is compared; leave out --machines and the scenario's options");
        }
        return file;
    }

    private Comparator<Estimate> order() {
        return ComparisonColumn.of(sort)
                .orElseThrow(() -> new BadInput("--sort: found \"" + sort + "\", expected one of "
                        + Stream.of(ComparisonColumn.values())
                                .map(ComparisonColumn::word)
                                .collect(Collectors.joining(", "))))
                .bestFirst();
    }

    private static void json(Writer writer, List<Column> columns) throws IOException {
        try (JsonGenerator generator = JsonOutput.indented(writer)) {
            generator.writeStartObject();
            generator.writeArrayPropertyStart("estimates");
            for (Column column : columns) {
                new EstimateJson(generator)
                        .write(column.request().resolvedWords(), column.estimate(), EnumSet.allOf(EstimatePart.class));
            }
            generator.writeEndArray();
            generator.writeEndObject();
        }
        writer.write('\n');
    }

    private void report(Writer writer, List<Estimate> estimates) throws IOException {
        var page = new ComparisonReport(
                speech.messages(),
                speech.formats(),
                session.wiring().version(),
                session.wiring().today().get().toString());
        page.write(writer, estimates, picture.drawn(session, estimates, speech));
    }

    private void table(List<Estimate> estimates) {
        Messages messages = speech.messages();
        Formats formats = speech.formats();
        var comparison = new ComparisonTable(messages, formats);
        var table = new TextTable(column -> ComparisonColumn.values()[column].isNumeric());
        table.row(comparison.heads());
        estimates.forEach(estimate -> table.row(comparison.row(estimate)));
        session.out()
                .println(new ScenarioSummary(messages, formats)
                        .line(estimates.getFirst().scenario()));
        session.out().println();
        table.lines().forEach(session.out()::println);
        session.out().println();
        session.out().println(caption(messages));
    }

    private String caption(Messages messages) {
        return messages.text(CommonText.ESTIMATED_WITH, session.wiring().version()) + ", "
                + session.wiring().today().get();
    }
}
