package org.tonari.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.tonari.domain.answer.Compatibility;
import org.tonari.domain.answer.Cost;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.Fit;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.scenario.Change;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.text.Names;
import tools.jackson.core.JsonGenerator;

/// One estimate as JSON, in the order and with the names that other programs rely on.
///
/// Bytes are integers; an unknown figure is `null`, with its reason in `explanation`.
public final class EstimateJson {
    private final JsonGenerator json;
    private final JsonFigures figures;

    /// @param json where the object goes
    public EstimateJson(JsonGenerator json) {
        this.json = json;
        this.figures = new JsonFigures(json);
    }

    /// @param scenario the scenario's words, everything resolved
    /// @param parts    which parts to write
    public void write(Map<String, Object> scenario, Estimate estimate, Set<EstimatePart> parts) {
        json.writeStartObject();
        json.writeName("scenario");
        figures.any(scenario);
        for (EstimatePart part : EstimatePart.values()) {
            if (parts.contains(part)) {
                json.writeName(part.word());
                write(part, estimate, parts);
            }
        }
        json.writeEndObject();
    }

    private void write(EstimatePart part, Estimate estimate, Set<EstimatePart> parts) {
        switch (part) {
            case MEMORY -> new MemoryJson(json).write(estimate.memory());
            case FIT -> fit(estimate.fit());
            case SPEED -> speed(estimate.speed());
            case COMPATIBILITY -> compatibility(estimate.compatibility());
            case COST -> cost(estimate);
            case EXPLANATION -> new ExplanationJson(json).write(estimate, parts);
        }
    }

    private void fit(Fit fit) {
        json.writeStartObject();
        json.writeStringProperty("verdict", Names.word(fit.verdict()));
        reason(fit.verdict());
        figures.field("longest_context", fit.longestContext());
        json.writeArrayPropertyStart("remedies");
        for (Fit.Remedy remedy : fit.remedies()) {
            json.writeStartObject();
            json.writeName("change");
            figures.any(change(remedy.change()));
            json.writeNumberProperty("saves_bytes", remedy.saves().count());
            json.writeStringProperty("verdict", Names.word(remedy.verdict()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void reason(Verdict verdict) {
        switch (verdict) {
            case Verdict.Fits _, Verdict.Tight _, Verdict.Spills _ -> json.writeNullProperty("reason");
            case Verdict.DoesNotFit(var _, Verdict.Reason reason) ->
                json.writeStringProperty("reason", Words.of(reason));
            case Verdict.Unknown(MissingFact fact) ->
                json.writeStringProperty("reason", fact.path() + ": " + fact.reason());
        }
    }

    /// @return a change in the words of a scenario
    private static Map<String, Object> change(Change change) {
        var words = new LinkedHashMap<String, Object>();
        switch (change) {
            case Change.Cache(var format) -> words.put("kv", format.id());
            case Change.Ubatch(var ubatch) -> words.put("ubatch", ubatch.count());
            case Change.Concurrency(int concurrency) -> words.put("concurrency", (long) concurrency);
            case Change.Context(var context) -> words.put("context", context.count());
            case Change.Weights(var format) -> words.put("weights", format.id());
        }
        return words;
    }

    private void speed(Speed speed) {
        json.writeStartObject();
        switch (speed) {
            case Speed.Known known -> known(known);
            case Speed.Unknown _, Speed.NotRunning _ -> {
                for (String name : SpeedFigures.NAMES) {
                    json.writeNullProperty(name);
                }
                json.writeNullProperty("limited_by");
                json.writeNullProperty("evidence");
            }
        }
        json.writeEndObject();
    }

    private void known(Speed.Known speed) {
        SpeedFigures.of(speed).forEach(this::prediction);
        json.writeStringProperty("limited_by", Words.of(speed.limitedBy()));
        json.writeStringProperty("evidence", speed.evidence().name());
        if (speed.shift().isPresent()) {
            json.writeNumberProperty(
                    "measured_over_estimated", 1 / speed.shift().getAsDouble());
        }
    }

    private void prediction(String name, Speed.Prediction prediction) {
        switch (prediction) {
            case Speed.Unpredicted _ -> json.writeNullProperty(name);
            case Speed.Estimated estimated -> interval(name, estimated.low(), estimated.value(), estimated.high());
        }
    }

    private void interval(String name, double low, double expected, double high) {
        json.writeObjectPropertyStart(name);
        figures.field("low", low);
        figures.field("expected", expected);
        figures.field("high", high);
        json.writeEndObject();
    }

    private void compatibility(Compatibility compatibility) {
        json.writeStartObject();
        json.writeStringProperty("state", Words.of(compatibility.state()));
        json.writeStringProperty("why", compatibility.why().sentence());
        json.writeStringProperty("source", compatibility.source().citation());
        json.writeStringProperty("as_of", compatibility.source().date());
        json.writeStringProperty("effect", Words.of(compatibility.effect()));
        figures.field("decode_factor", compatibility.decode().optional());
        json.writeArrayPropertyStart("path");
        compatibility.path().forEach(step -> step(compatibility, step));
        json.writeEndArray();
        json.writeEndObject();
    }

    private void step(Compatibility compatibility, Compatibility.Step step) {
        json.writeStartObject();
        json.writeStringProperty("question", Words.of(step.question()));
        json.writeStringProperty("answer", Words.of(step.reply()));
        json.writeStringProperty("finding", step.finding().sentence());
        json.writeStringProperty("source", step.source().citation());
        json.writeStringProperty("as_of", step.source().date());
        json.writeName("next");
        compatibility.after(step).ifPresentOrElse(next -> json.writeString(Words.of(next.question())), json::writeNull);
        json.writeEndObject();
    }

    private void cost(Estimate estimate) {
        Cost cost = estimate.cost();
        json.writeStartObject();
        watts(cost.watts());
        joules(cost, estimate.speed());
        cost.price().ifPresentOrElse(this::price, () -> json.writeNullProperty("price"));
        for (Cost.Figure figure : Cost.Figure.values()) {
            if (figure != Cost.Figure.WATTS && figure != Cost.Figure.JOULES_PER_TOKEN) {
                figures.field(Words.of(figure), cost.of(figure));
            }
        }
        json.writeEndObject();
    }

    /// Watts are read, not estimated: no interval belongs to them.
    private void watts(Answer watts) {
        watts.optional()
                .map(term -> term.value().magnitude())
                .ifPresentOrElse(
                        value -> interval("watts", value, value, value), () -> json.writeNullProperty("watts"));
    }

    /// The interval of a token's energy is that of the rate it is divided by.
    private void joules(Cost cost, Speed speed) {
        var expected = cost.joulesPerToken().optional().map(term -> term.value().magnitude());
        var rate = speed.known().map(Speed.Known::aggregate).filter(known -> known.low() > 0);
        if (expected.isEmpty() || rate.isEmpty()) {
            json.writeNullProperty("joules_per_token");
            return;
        }
        double value = expected.get();
        double middle = rate.get().value();
        interval(
                "joules_per_token",
                value * middle / rate.get().high(),
                value,
                value * middle / rate.get().low());
    }

    private void price(Machine.Price price) {
        json.writeObjectPropertyStart("price");
        figures.field("amount", price.amount().amount());
        json.writeStringProperty("currency", price.amount().currency().name());
        json.writeStringProperty("as_of", price.source().date());
        json.writeEndObject();
    }
}
