package org.tonari.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tonari.cli.reports.CacheList;
import org.tonari.cli.reports.MachineList;
import org.tonari.cli.reports.ModelList;
import org.tonari.cli.reports.ProfileList;
import org.tonari.cli.reports.RuntimeList;
import org.tonari.cli.reports.TextTable;
import org.tonari.cli.reports.WeightList;
import org.tonari.cli.session.BadInput;
import org.tonari.cli.session.ExitStatus;
import org.tonari.cli.session.Session;
import org.tonari.cli.session.Speech;
import org.tonari.export.JsonOutput;
import org.tonari.export.JsonValue;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.OwnProfiles;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.text.Formats;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;

/// `tonari list`: the profiles of one kind with their key figures.
@Command(
        name = "list",
        description = "Lists machines, models, weights, caches or runtimes with their ids and key figures.",
        footer = {"", "Example:", "  tonari list machines --json"})
final class ListCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "machines|models|weights|caches|runtimes", description = "What to list.")
    private String kind = "";

    @Option(names = "--json", description = "Answer as JSON.")
    private boolean json;

    @Mixin
    private Speech speech = new Speech();

    ListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Formats formats = speech.formats();
        Catalogue catalogue = session.catalogue();
        ProfileList list =
                switch (kind) {
                    case "machines" -> new MachineList(catalogue.machines(), new OwnProfiles(catalogue), formats);
                    case "models" -> new ModelList(catalogue.models(), formats);
                    case "weights" -> new WeightList(catalogue.weights(), formats);
                    case "caches" -> new CacheList(catalogue.caches(), formats);
                    case "runtimes" -> new RuntimeList(catalogue.runtimes());
                    default ->
                        throw new BadInput(
                                "found \"" + kind + "\", expected machines, models, weights, caches or" + " runtimes");
                };
        if (json) {
            json(list);
        } else {
            table(list);
        }
        warn(catalogue.problems());
        return ExitStatus.DONE;
    }

    private void json(ProfileList list) {
        try (JsonGenerator generator = JsonOutput.indented(session.out())) {
            JsonValue.write(generator, Map.of(kind, list.objects()));
        }
        session.out().println();
    }

    private void table(ProfileList list) {
        var table = new TextTable(list::isNumeric);
        table.row(list.heads());
        list.rows().forEach(table::row);
        table.lines().forEach(session.out()::println);
    }

    private void warn(List<ProfileProblem> problems) {
        if (!problems.isEmpty()) {
            session.err().println(problems.size() + " profiles were not loaded:");
            problems.forEach(problem -> session.err().println("  " + problem.sentence()));
        }
    }
}
