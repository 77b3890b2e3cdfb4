package org.tonari.export;

import java.util.List;
import org.tonari.domain.evidence.Claim;
import org.tonari.domain.evidence.Claim.Quoted;
import org.tonari.domain.evidence.ClaimCheck;
import org.tonari.domain.evidence.ClaimResult;
import org.tonari.domain.evidence.ClaimResult.Finding;
import org.tonari.explain.Term;
import org.tonari.units.BitsPerWeight;
import org.tonari.units.ByteDifference;
import org.tonari.units.Bytes;
import org.tonari.units.BytesPerSecond;
import org.tonari.units.Count;
import org.tonari.units.Flops;
import org.tonari.units.FlopsPerSecond;
import org.tonari.units.JoulesPerToken;
import org.tonari.units.KilowattHours;
import org.tonari.units.Money;
import org.tonari.units.Quantity;
import org.tonari.units.Ratio;
import org.tonari.units.Seconds;
import org.tonari.units.Tokens;
import org.tonari.units.TokensPerSecond;
import org.tonari.units.Watts;
import tools.jackson.core.JsonGenerator;

/// The recomputed claims as JSON, with the arithmetic of each statement.
public final class ClaimsJson {
    private final JsonGenerator json;
    private final JsonFigures figures;

    /// @param json where the object goes
    public ClaimsJson(JsonGenerator json) {
        this.json = json;
        this.figures = new JsonFigures(json);
    }

    /// @param results one for each claim
    public void write(List<ClaimResult> results) {
        json.writeStartObject();
        json.writeArrayPropertyStart("claims");
        results.forEach(this::claim);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void claim(ClaimResult result) {
        Claim claim = result.claim();
        json.writeStartObject();
        json.writeStringProperty("id", claim.id());
        json.writeStringProperty("verdict", Words.of(result.verdict()));
        json.writeStringProperty("article", claim.article());
        json.writeStringProperty("quote", claim.quote());
        quoted(claim.quoted());
        json.writeArrayPropertyStart("computed");
        result.findings().forEach(this::computed);
        json.writeEndArray();
        json.writeArrayPropertyStart("explanation");
        result.findings().forEach(this::finding);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void quoted(Quoted quoted) {
        json.writeObjectPropertyStart("quoted");
        json.writeArrayPropertyStart("values");
        quoted.values().forEach(this::figureOrWord);
        json.writeEndArray();
        json.writeStringProperty("unit", quoted.unit());
        json.writeEndObject();
    }

    private void figureOrWord(String value) {
        if (value.matches("-?\\d+(\\.\\d+)?")) {
            figures.value(Double.parseDouble(value));
        } else {
            json.writeString(value);
        }
    }

    /// The number that a statement was held against; `null` where words or nothing were.
    private void computed(Finding finding) {
        if (finding.figures().isEmpty()) {
            json.writeNull();
            return;
        }
        Quantity value = finding.figures().getLast().value();
        json.writeStartObject();
        json.writeName("value");
        figures.value(value);
        json.writeStringProperty("unit", unit(value));
        json.writeEndObject();
    }

    private void finding(Finding finding) {
        json.writeStartObject();
        json.writeStringProperty("statement", finding.statement().says());
        json.writeStringProperty("weight", Words.of(finding.statement().weight()));
        json.writeStringProperty("outcome", Words.of(finding.outcome()));
        test(finding.statement().check());
        json.writeStringProperty("reading", finding.reading().english());
        json.writeArrayPropertyStart("figures");
        for (Term term : finding.figures()) {
            new TermJson(json).top(term.id(), term);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void test(ClaimCheck check) {
        switch (check) {
            case ClaimCheck.Near(var _, var _, double tolerance) -> {
                json.writeStringProperty("test", "near");
                figures.field("tolerance", tolerance);
            }
            case ClaimCheck.AtMost _ -> json.writeStringProperty("test", "at_most");
            case ClaimCheck.Unstated _ -> json.writeStringProperty("test", "unstated");
            case ClaimCheck.Fits(var _, var expected) -> json.writeStringProperty("test", Words.of(expected));
            case ClaimCheck.Mentions(var _, var _, String words, var expected) ->
                json.writeStringProperty("test", "words " + Words.of(expected) + ": " + words);
            case ClaimCheck.Kernels(var _, var states) ->
                json.writeStringProperty(
                        "test",
                        "kernels: "
                                + String.join(
                                        ", ",
                                        states.stream().map(Words::of).sorted().toList()));
            case ClaimCheck.Untestable _ -> json.writeStringProperty("test", "untestable");
        }
    }

    private static String unit(Quantity quantity) {
        return switch (quantity) {
            case Bytes _, ByteDifference _ -> "bytes";
            case BytesPerSecond _ -> "bytes/s";
            case Flops _ -> "FLOP";
            case FlopsPerSecond _ -> "FLOPS";
            case Tokens _ -> "tokens";
            case TokensPerSecond _ -> "tokens/s";
            case Seconds _ -> "s";
            case Watts _ -> "W";
            case JoulesPerToken _ -> "J/token";
            case BitsPerWeight _ -> "bit";
            case Money money -> money.currency().name();
            case KilowattHours _ -> "kWh";
            case Count _, Ratio _ -> "1";
        };
    }
}
