package org.tonari.export;

import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.tonari.domain.evidence.Trial;
import org.tonari.evidence.trials.TrialResult;
import org.tonari.evidence.trials.Trials;
import tools.jackson.core.JsonGenerator;

/// Published figures on bigger questions beside the estimates, as JSON.
public final class TrialsJson {
    private final JsonGenerator json;
    private final JsonFigures figures;

    /// @param json where the object goes
    public TrialsJson(JsonGenerator json) {
        this.json = json;
        this.figures = new JsonFigures(json);
    }

    /// @param results one for each published figure
    public void write(List<TrialResult> results) {
        json.writeStartObject();
        json.writeArrayPropertyStart("trials");
        results.forEach(this::trial);
        json.writeEndArray();
        json.writeArrayPropertyStart("groups");
        for (Trial.Kind kind : Trial.Kind.values()) {
            json.writeStartObject();
            json.writeStringProperty("question", Words.of(kind));
            json.writeStringProperty("tier", "E");
            optional("median_error", Trials.medianError(results, kind));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void trial(TrialResult result) {
        Trial trial = result.trial();
        json.writeStartObject();
        json.writeStringProperty("id", trial.id());
        json.writeStringProperty("question", Words.of(trial.kind()));
        json.writeName("words");
        figures.any(new TreeMap<>(trial.words()));
        json.writeStringProperty("quantity", Words.of(trial.quantity()));
        figures.field("published", trial.value());
        optional(
                "estimate",
                result.estimate()
                        .map(term -> OptionalDouble.of(term.value().magnitude()))
                        .orElseGet(OptionalDouble::empty));
        optional("error", result.difference());
        json.writeBooleanProperty("counted", result.error().isPresent());
        json.writeStringProperty("gate", Words.of(result.gate().outcome()));
        json.writeStringProperty("reason", trial.reason());
        json.writeStringProperty("source", trial.source());
        json.writeEndObject();
    }

    private void optional(String name, OptionalDouble value) {
        json.writeName(name);
        if (value.isPresent()) {
            figures.value(value.getAsDouble());
        } else {
            json.writeNull();
        }
    }
}
