package org.tonari.cli.streams;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.tonari.cli.session.Answers;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Estimator.CurvePoint;
import org.tonari.export.JsonOutput;
import org.tonari.text.Names;
import org.tonari.units.Tokens;
import tools.jackson.core.JsonGenerator;

/// Scenarios at several contexts each: whether they run there, and how fast they decode. Answered on all processors.
public final class Sweep {
    private final Answers answers;
    private final List<Tokens> contexts;

    /// A scenario at every context.
    ///
    /// @param scenario with any context
    /// @param points   in the order of the contexts
    record Row(Scenario scenario, List<CurvePoint> points) {}

    /// @param contexts tokens in the cache of each sequence, at least one
    Sweep(Answers answers, List<Tokens> contexts) {
        this.answers = answers;
        this.contexts = List.copyOf(contexts);
    }

    /// @return the scenario in every format that its runtime reads, as it stands where there is none
    public static List<Scenario> inEveryFormat(Scenario scenario, List<WeightFormat> formats) {
        var all = new ArrayList<Scenario>();
        for (WeightFormat format : formats) {
            if (format.isReadBy(scenario.runtime())) {
                all.add(scenario.withWeights(format));
            }
        }
        return all.isEmpty() ? List.of(scenario) : all;
    }

    /// @return a row for each scenario, in their order
    List<Row> rows(List<Scenario> scenarios) {
        return scenarios.parallelStream().map(this::row).toList();
    }

    private Row row(Scenario scenario) {
        return new Row(scenario, answers.curve(scenario, contexts));
    }

    /// Writes rows as objects, one on a line, with commas between.
    ///
    /// @param first whether nothing stands before them
    void write(List<Scenario> scenarios, boolean first, PrintWriter out) {
        List<ByteArrayOutputStream> lines = scenarios.parallelStream()
                .map(scenario -> written(row(scenario)))
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            out.write(first && i == 0 ? "\n" : ",\n");
            Utf8Writer.write(lines.get(i), out);
        }
    }

    private static ByteArrayOutputStream written(Row row) {
        var line = new ByteArrayOutputStream(1 << 10);
        try (JsonGenerator json = JsonOutput.compact(line)) {
            Scenario scenario = row.scenario();
            json.writeStartObject();
            json.writeStringProperty("machine", scenario.machine().id());
            json.writeStringProperty("model", scenario.model().id());
            json.writeStringProperty("weights", scenario.weights().id());
            json.writeStringProperty("runtime", scenario.runtime().id());
            json.writeArrayPropertyStart("verdicts");
            row.points().forEach(point -> json.writeString(Names.word(point.verdict())));
            json.writeEndArray();
            json.writeArrayPropertyStart("decode_tokens_per_second");
            row.points().forEach(point -> writeRate(json, point.speed()));
            json.writeEndArray();
            json.writeEndObject();
        }
        return line;
    }

    private static void writeRate(JsonGenerator json, Speed speed) {
        if (speed instanceof Speed.Known known) {
            json.writeNumber(known.decode().value());
        } else {
            json.writeNull();
        }
    }
}
