package org.tonari.cli.streams;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tonari.cli.reports.TextTable;
import org.tonari.cli.session.Answers;
import org.tonari.cli.session.Session;
import org.tonari.cli.session.Speech;
import org.tonari.cli.streams.Sweep.Row;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Estimator.CurvePoint;
import org.tonari.export.EstimatePart;
import org.tonari.text.Formats;
import org.tonari.text.Names;
import org.tonari.units.Tokens;

/// Many models on many machines, in many formats, at several contexts.
public final class SweepReport {
    private final PrintWriter out;
    private final Formats formats;
    private final Names names;
    private final List<Tokens> contexts;
    private final Sweep sweep;

    /// @param contexts tokens in the cache of each sequence, at least one
    public SweepReport(Session session, Speech speech, List<Tokens> contexts) {
        this.out = session.out();
        this.formats = speech.formats();
        this.names = new Names(speech.messages(), formats);
        this.contexts = contexts;
        this.sweep = new Sweep(new Answers(session, EnumSet.of(EstimatePart.SPEED)), contexts);
    }

    /// An object of `contexts` and `rows`, a row on each line.
    ///
    /// @param models the scenarios of one model after the other
    public void json(Stream<List<Scenario>> models) {
        String written =
                contexts.stream().map(context -> Long.toString(context.count())).collect(Collectors.joining(","));
        out.write("{\"contexts\":[" + written + "],\"rows\":[");
        boolean first = true;
        for (List<Scenario> scenarios : (Iterable<List<Scenario>>) models::iterator) {
            sweep.write(scenarios, first, out);
            first = false;
        }
        out.write("\n]}\n");
    }

    /// Models with their formats down, machines across: the longest of the contexts that runs, and the speed there.
    ///
    /// @param models the scenarios of one model after the other
    public void table(Stream<List<Scenario>> models) {
        var table = new TextTable(_ -> false);
        boolean first = true;
        for (List<Scenario> scenarios : (Iterable<List<Scenario>>) models::iterator) {
            List<Row> rows = sweep.rows(scenarios);
            List<Machine> machines = rows.stream()
                    .map(row -> row.scenario().machine())
                    .distinct()
                    .toList();
            if (first) {
                table.row(heads(machines));
                first = false;
            }
            byName(rows).forEach((name, cells) -> {
                var line = new ArrayList<>(List.of(name));
                machines.forEach(machine -> line.add(cells.getOrDefault(machine.id(), "")));
                table.row(line);
            });
        }
        table.lines().forEach(out::println);
    }

    private static List<String> heads(List<Machine> machines) {
        var heads = new ArrayList<>(List.of(""));
        machines.forEach(machine -> heads.add(machine.shortName()));
        return heads;
    }

    /// @return cells by machine, for each model and format
    private Map<String, Map<String, String>> byName(List<Row> rows) {
        var byName = new LinkedHashMap<String, Map<String, String>>();
        for (Row row : rows) {
            Scenario scenario = row.scenario();
            String name = scenario.model().id() + " " + scenario.weights().id();
            byName.computeIfAbsent(name, _ -> new LinkedHashMap<>())
                    .put(scenario.machine().id(), cell(row.points()));
        }
        return byName;
    }

    private String cell(List<CurvePoint> points) {
        CurvePoint shown = points.getFirst();
        for (CurvePoint point : points) {
            boolean longer = point.context().compareTo(shown.context()) > 0
                    || !shown.verdict().runs();
            if (point.verdict().runs() && longer) {
                shown = point;
            }
        }
        String glyph = names.glyph(shown.verdict());
        return shown.verdict().runs()
                ? glyph + " " + formats.contextLabel(shown.context()) + " " + rate(shown.speed())
                : glyph;
    }

    private String rate(Speed speed) {
        return speed instanceof Speed.Known known
                ? formats.chartRate(known.decode().value())
                : Formats.UNKNOWN;
    }
}
