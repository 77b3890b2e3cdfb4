package org.tonari.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;
import org.tonari.domain.Estimate;
import org.tonari.export.EstimateJson;
import org.tonari.export.EstimatePart;
import org.tonari.export.JsonOutput;
import org.tonari.profiles.ProfileProblem;
import org.tonari.profiles.Reading;
import org.tonari.profiles.ScenarioRequest;
import org.tonari.profiles.ScenarioWords;
import tools.jackson.core.JsonGenerator;

/// Scenarios as JSON Lines in, estimates as JSON Lines out, in the same order and in constant memory.
///
/// A bad line becomes an object with its `error` and its `line`, and the rest goes on. Blank lines are passed over.
final class ScenarioStream {
    private static final int LONGEST_LINE = 1 << 20;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    /// How it went, from well to ill.
    enum Outcome {
        /// Every scenario fits or is tight.
        ALL_FIT,
        /// A scenario does not, or a line was bad.
        SOME_DO_NOT,
        /// Tonari itself failed on a line.
        FAULTY
    }

    private final Session session;
    private final Set<EstimatePart> parts;
    private final Answers answers;
    private final ScenarioWords words;

    ScenarioStream(Session session, Set<EstimatePart> parts) {
        this.session = session;
        this.parts = parts;
        this.answers = new Answers(session, parts);
        this.words = session.words();
    }

    /// @return how it went
    /// @throws IOException where the stream cannot be read
    Outcome run(InputStream lines) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8), 1 << 16);
        PrintWriter out = session.out();
        Outcome outcome = Outcome.ALL_FIT;
        var line = new StringBuilder();
        for (long number = 1; read(reader, line); number++) {
            if (!line.toString().isBlank()) {
                Outcome one = answered(line.toString(), number);
                outcome = one.compareTo(outcome) > 0 ? one : outcome;
            }
            if (!reader.ready() && out.checkError()) {
                return outcome;
            }
        }
        return outcome;
    }

    /// A fault on one line must not cost the others their answers.
    private Outcome answered(String line, long number) {
        try {
            ScenarioRequest request = request(line, number);
            Estimate estimate = answers.of(request);
            write(json -> new EstimateJson(json).write(request.resolvedWords(), estimate, parts));
            return estimate.fit().verdict().fits() ? Outcome.ALL_FIT : Outcome.SOME_DO_NOT;
        } catch (BadInput bad) {
            error(String.valueOf(bad.getMessage()), number);
            return Outcome.SOME_DO_NOT;
        } catch (RuntimeException fault) {
            FaultLog.Entry entry = session.wiring().faults().keep(fault);
            error("internal fault " + entry.code() + "; the details are in " + entry.place(), number);
            return Outcome.FAULTY;
        }
    }

    private void error(String message, long number) {
        write(json -> json.writeStartObject()
                .writeStringProperty("error", message)
                .writeNumberProperty("line", number)
                .writeEndObject());
    }

    private ScenarioRequest request(String line, long number) {
        if (line.length() > LONGEST_LINE) {
            throw new BadInput(
                    "line " + number + ": found more than " + LONGEST_LINE + " characters, expected one" + " scenario");
        }
        return switch (words.readJson("line " + number, line)) {
            case Reading.Read<ScenarioRequest>(ScenarioRequest request) -> request;
            case Reading.Refused<ScenarioRequest>(ProfileProblem problem) -> throw BadInput.of(problem);
        };
    }

    private void write(Consumer<JsonGenerator> object) {
        try (JsonGenerator json = JsonOutput.compact(session.out())) {
            object.accept(json);
        }
        session.out().write('\n');
    }

    /// Reads one line, without a byte order mark; of one that is too long, only as much as shows that it is.
    private static boolean read(BufferedReader reader, StringBuilder line) throws IOException {
        line.setLength(0);
        int sign = reader.read();
        boolean any = sign >= 0;
        while (sign >= 0 && sign != '\n') {
            if (line.length() <= LONGEST_LINE && sign != BYTE_ORDER_MARK) {
                line.append((char) sign);
            }
            sign = reader.read();
        }
        return any;
    }
}
