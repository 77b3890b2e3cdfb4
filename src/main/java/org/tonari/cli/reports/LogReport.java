package org.tonari.cli.reports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tonari.cli.session.Answers;
import org.tonari.cli.session.BadInput;
import org.tonari.cli.session.Session;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.evidence.logs.ServerLog;
import org.tonari.evidence.logs.ServerLog.Buffer;
import org.tonari.evidence.logs.ServerLog.Use;
import org.tonari.export.EstimatePart;
import org.tonari.profiles.requests.ScenarioRequest;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.Reading;
import org.tonari.text.Formats;
import org.tonari.text.Formats.Detail;
import org.tonari.units.Bytes;
import tools.jackson.core.JsonGenerator;

/// What a log of llama.cpp says its run took, beside what Tonari estimates for the same.
public final class LogReport {
    private final Session session;
    private final Formats formats;
    private final ServerLog log;
    private final Optional<Estimate> estimate;

    /// One line of the comparison.
    ///
    /// @param name   what is compared
    /// @param logged what the log has
    /// @param part   of the estimate
    private record Line(String name, Optional<Bytes> logged, List<Part> part) {}

    /// @param machine id of the machine that the estimate is made for; without separate memories it makes no difference
    /// @param model   id, file or address of the model; the log's own file where none is named
    public LogReport(Session session, Formats formats, ServerLog log, String machine, Optional<String> model) {
        this.session = session;
        this.formats = formats;
        this.log = log;
        this.estimate = model.or(() -> log.modelFile().filter(file -> Files.isRegularFile(Path.of(file))))
                .map(named -> estimate(machine, named));
    }

    private Estimate estimate(String machine, String model) {
        Map<String, String> words = new TreeMap<>(log.scenarioWords());
        words.put("machine", machine);
        words.put("model", model);
        words.put("runtime", "llama.cpp");
        return switch (session.words().read(BadInput.COMMAND_LINE, words, Map.of())) {
            case Reading.Read<ScenarioRequest>(ScenarioRequest request) ->
                new Answers(session, Set.of(EstimatePart.MEMORY)).of(request);
            case Reading.Refused<ScenarioRequest>(ProfileProblem problem) -> throw BadInput.of(problem);
        };
    }

    private List<Line> lines() {
        return List.of(
                new Line("weights", log.taken(Use.WEIGHTS), List.of(Part.WEIGHTS)),
                new Line("KV cache and state", log.contextMemory(), List.of(Part.KV_CACHE, Part.RECURRENT_STATE)),
                new Line("compute buffers", log.taken(Use.COMPUTE), List.of(Part.ACTIVATIONS)));
    }

    /// Prints what a log says beside the estimate.
    public void print() {
        log.modelFile().ifPresent(file -> session.out().println(Path.of(file).getFileName()));
        var table = new TextTable(column -> column > 0);
        table.row("", "log", "estimate", "difference");
        for (Line line : lines()) {
            table.row(
                    line.name(),
                    line.logged().map(this::shown).orElse("–"),
                    estimated(line).map(this::shown).orElse("–"),
                    difference(line).map(LogReport::percent).orElse(""));
        }
        table.lines().forEach(session.out()::println);
        for (Buffer buffer : log.buffers()) {
            session.out().println("  " + buffer.device() + " " + name(buffer.use()) + " " + shown(buffer.size()));
        }
        for (ServerLog.Speed speed : log.speeds()) {
            session.out()
                    .printf(
                            Locale.ROOT,
                            "  prompt of %d: %.2f tok/s; answer of %d: %.2f tok/s%n",
                            speed.prompt(),
                            speed.prefill(),
                            speed.answer(),
                            speed.decode());
        }
        if (estimate.isEmpty()) {
            session.out().println("  name the model with --model to compare with the estimate");
        }
    }

    /// Writes the same as an object.
    public void json(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("kind", "server_log");
        json.writeObjectPropertyStart("settings");
        log.scenarioWords().forEach(json::writeStringProperty);
        json.writeEndObject();
        for (Line line : lines()) {
            json.writeObjectPropertyStart(line.name().toLowerCase(Locale.ROOT).replace(' ', '_'));
            number(json, "log_bytes", line.logged());
            number(json, "estimate_bytes", estimated(line));
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, Optional<Bytes> bytes) {
        json.writeName(name);
        bytes.ifPresentOrElse(size -> json.writeNumber(size.count()), json::writeNull);
    }

    private Optional<Bytes> estimated(Line line) {
        return estimate.map(
                made -> line.part().stream().map(made.memory()::size).reduce(Bytes.ZERO, Bytes::plus));
    }

    private Optional<Double> difference(Line line) {
        return line.logged()
                .filter(bytes -> bytes.count() > 0)
                .flatMap(logged ->
                        estimated(line).map(made -> (made.count() - (double) logged.count()) / logged.count()));
    }

    private String shown(Bytes bytes) {
        return formats.memoryWithUnit(bytes, Detail.TOTAL) + ", " + formats.exact(bytes);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%+.2f %%", 100 * share);
    }

    private static String name(Use use) {
        return use.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
