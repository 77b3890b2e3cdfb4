package org.tonari.cli.streams;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.tonari.cli.session.Answers;
import org.tonari.cli.session.BadInput;
import org.tonari.cli.session.FaultLog;
import org.tonari.cli.session.Session;
import org.tonari.cli.streams.ScenarioLines.Line;
import org.tonari.domain.answer.Estimate;
import org.tonari.export.EstimateJson;
import org.tonari.export.EstimatePart;
import org.tonari.export.JsonOutput;
import org.tonari.profiles.requests.ScenarioRequest;
import org.tonari.profiles.requests.ScenarioWords;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.Reading;
import tools.jackson.core.JsonGenerator;

/// Answers lines that each hold a scenario. Thread-safe.
final class ScenarioAnswers {
    private static final int USUAL_EXPLANATION = 1 << 14;
    private static final int USUAL_FIGURES = 1 << 11;

    private final Set<EstimatePart> parts;
    private final int usualAnswer;
    private final Answers answers;
    private final ScenarioWords words;
    private final FaultLog faults;

    /// What came of some lines.
    ///
    /// @param outcome of the one that went worst
    /// @param text    an object a line, in UTF-8
    record Answered(StreamOutcome outcome, ByteArrayOutputStream text) {}

    ScenarioAnswers(Session session, Set<EstimatePart> parts) {
        this.parts = parts;
        this.usualAnswer = parts.contains(EstimatePart.EXPLANATION) ? USUAL_EXPLANATION : USUAL_FIGURES;
        this.answers = new Answers(session, parts);
        this.words = session.words();
        this.faults = session.wiring().faults();
    }

    /// @return the answers, in the order of the lines
    Answered of(List<Line> lines) {
        var text = new ByteArrayOutputStream(lines.size() * usualAnswer);
        StreamOutcome outcome = StreamOutcome.ALL_FIT;
        for (Line line : lines) {
            StreamOutcome one = answered(line, text);
            outcome = one.compareTo(outcome) > 0 ? one : outcome;
        }
        return new Answered(outcome, text);
    }

    /// A fault on one line must not cost the others their answers.
    private StreamOutcome answered(Line line, ByteArrayOutputStream text) {
        try {
            ScenarioRequest request = request(line);
            Estimate estimate = answers.of(request);
            write(text, json -> new EstimateJson(json).write(request.resolvedWords(), estimate, parts));
            return estimate.fit().verdict().fits() ? StreamOutcome.ALL_FIT : StreamOutcome.SOME_DO_NOT;
        } catch (BadInput bad) {
            error(text, String.valueOf(bad.getMessage()), line.number());
            return StreamOutcome.SOME_DO_NOT;
        } catch (RuntimeException fault) {
            FaultLog.Entry entry = keep(fault);
            error(text, "internal fault " + entry.code() + "; the details are in " + entry.place(), line.number());
            return StreamOutcome.FAULTY;
        }
    }

    private synchronized FaultLog.Entry keep(RuntimeException fault) {
        return faults.keep(fault);
    }

    private static void error(ByteArrayOutputStream text, String message, long number) {
        write(
                text,
                json -> json.writeStartObject()
                        .writeStringProperty("error", message)
                        .writeNumberProperty("line", number)
                        .writeEndObject());
    }

    private ScenarioRequest request(Line line) {
        String place = "line " + line.number();
        if (line.text().length() > ScenarioLines.LONGEST_LINE) {
            throw new BadInput(
                    place + ": found more than " + ScenarioLines.LONGEST_LINE + " characters, expected one scenario");
        }
        return switch (words.readJson(place, line.text())) {
            case Reading.Read<ScenarioRequest>(ScenarioRequest request) -> request;
            case Reading.Refused<ScenarioRequest>(ProfileProblem problem) -> throw BadInput.of(problem);
        };
    }

    private static void write(ByteArrayOutputStream text, Consumer<JsonGenerator> object) {
        try (JsonGenerator json = JsonOutput.compact(text)) {
            object.accept(json);
        }
        text.write('\n');
    }
}
