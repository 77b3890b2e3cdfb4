package org.tonari.export;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonari.domain.answer.Projection;
import org.tonari.domain.answer.Projection.Figure;
import org.tonari.domain.answer.Projection.Load;
import org.tonari.domain.answer.Projection.Measure;
import org.tonari.domain.answer.Projection.Part;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Verdict;
import org.tonari.explain.Answer;
import org.tonari.text.Names;
import org.tonari.units.Bytes;
import tools.jackson.core.JsonGenerator;

/// The answer to a bigger question as JSON.
///
/// `memory` has one object for each memory that is filled, `required_bytes` the sum of its parts; `figures` one for
/// each figure, `explanation` the tree behind every number.
public final class ProjectionJson {
    private final JsonGenerator json;
    private final JsonFigures figures;

    /// @param json where the object goes
    public ProjectionJson(JsonGenerator json) {
        this.json = json;
        this.figures = new JsonFigures(json);
    }

    /// One machine's answer.
    ///
    /// @param command    the command line that asks it again
    /// @param projection what it comes to
    public record Answered(String command, Projection projection) {}

    /// @return answers as one object with a list, indented
    public static String text(List<Answered> answers) {
        var text = new StringWriter();
        try (JsonGenerator json = JsonOutput.indented(text)) {
            var writer = new ProjectionJson(json);
            json.writeStartObject();
            json.writeArrayPropertyStart("answers");
            answers.forEach(answer -> writer.write(Map.of("command", answer.command()), answer.projection()));
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    /// @param words the question in the words of the command line
    public void write(Map<String, ?> words, Projection projection) {
        json.writeStartObject();
        json.writeName("question");
        figures.any(words);
        json.writeArrayPropertyStart("memory");
        projection.loads().forEach(this::load);
        json.writeEndArray();
        fit(projection.verdict());
        json.writeArrayPropertyStart("figures");
        projection.figures().forEach(this::figure);
        json.writeEndArray();
        json.writeStringProperty("evidence", projection.evidence().name());
        json.writeArrayPropertyStart("remarks");
        projection.remarks().forEach(remark -> json.writeString(Words.of(remark)));
        json.writeEndArray();
        explanation(projection);
        json.writeEndObject();
    }

    private void load(Load load) {
        json.writeStartObject();
        json.writeNumberProperty("machine", load.machine());
        json.writeStringProperty("pool", Words.of(load.pool()));
        figures.field("capacity_bytes", load.capacity());
        figures.field("os_overhead_bytes", load.osOverhead());
        figures.field("usable_bytes", load.usable());
        figures.field("kept_free_bytes", load.keptFree());
        for (Part part : Part.values()) {
            load.item(part).ifPresent(size -> figures.field(Words.of(part) + "_bytes", size));
        }
        figures.field("required_bytes", Optional.of(load.required()));
        figures.field(
                "spare_bytes",
                load.usable().optional().map(usable -> usable.bytes().differenceFrom(load.required())));
        json.writeEndObject();
    }

    private void fit(Verdict verdict) {
        json.writeObjectPropertyStart("fit");
        json.writeStringProperty("verdict", Names.word(verdict));
        figures.field("missing_bytes", missing(verdict));
        json.writeEndObject();
    }

    private static Optional<Bytes> missing(Verdict verdict) {
        return switch (verdict) {
            case Verdict.DoesNotFit(Bytes bytes, var _) -> Optional.of(bytes);
            case Verdict.Spills(Bytes bytes) -> Optional.of(bytes);
            case Verdict.Fits _, Verdict.Tight _, Verdict.Unknown _ -> Optional.empty();
        };
    }

    private void figure(Figure figure) {
        json.writeStartObject();
        json.writeStringProperty("measure", Words.of(figure.measure()));
        if (!figure.owner().isEmpty()) {
            json.writeStringProperty("model", figure.owner());
        }
        json.writeStringProperty("unit", unit(figure.measure()));
        switch (figure.value()) {
            case Speed.Estimated known -> {
                figures.field("low", known.low());
                figures.field("expected", known.value());
                figures.field("high", known.high());
            }
            case Speed.Unpredicted(var fact) -> {
                json.writeNullProperty("expected");
                json.writeStringProperty("reason", fact.path() + ": " + fact.reason());
            }
        }
        json.writeEndObject();
    }

    static String unit(Measure measure) {
        return switch (measure) {
            case DECODE, AGGREGATE, PREFILL, TRAINING_RATE -> "tokens/s";
            case FIRST_TOKEN, STEP_TIME, MAKING_TIME -> "s";
            case STEP_WORK -> "FLOP";
            case GAIN, MACHINES_NEEDED, TRAINED_WEIGHTS -> "1";
        };
    }

    private void explanation(Projection projection) {
        var explanations = new TermJson(json);
        json.writeArrayPropertyStart("explanation");
        for (Load load : projection.loads()) {
            String place = projection.loads().size() == 1
                    ? ""
                    : "machine_" + load.machine() + "." + Words.of(load.pool()) + ".";
            parts(explanations, place, load);
        }
        for (Figure figure : projection.figures()) {
            if (figure.value() instanceof Speed.Estimated known) {
                String owner = figure.owner().isEmpty() ? "" : figure.owner() + ".";
                explanations.whole(owner + known.expected().id(), known.expected());
            }
        }
        json.writeEndArray();
    }

    private static void parts(TermJson explanations, String place, Load load) {
        List<Answer> answers = new ArrayList<>(List.of(load.usable()));
        load.items().forEach(item -> answers.add(item.size()));
        for (Answer answer : answers) {
            answer.optional()
                    .filter(term -> term.value().magnitude() > 0)
                    .ifPresent(term -> explanations.whole(place + term.id(), term));
        }
    }
}
