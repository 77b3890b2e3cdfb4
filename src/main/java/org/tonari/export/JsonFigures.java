package org.tonari.export;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonari.explain.Answer;
import org.tonari.explain.Term;
import org.tonari.units.Exact;
import org.tonari.units.Quantity;
import tools.jackson.core.JsonGenerator;

/// Writes figures into JSON: whole ones as integers, unknown ones as `null`, never as 0 or NaN.
final class JsonFigures {
    private final JsonGenerator json;

    JsonFigures(JsonGenerator json) {
        this.json = json;
    }

    void field(String name, Answer answer) {
        json.writeName(name);
        if (answer instanceof Answer.Known(Term term)) {
            value(term.value());
        } else {
            json.writeNull();
        }
    }

    void field(String name, Optional<? extends Quantity> quantity) {
        json.writeName(name);
        quantity.ifPresentOrElse(this::value, json::writeNull);
    }

    void field(String name, double value) {
        json.writeName(name);
        value(value);
    }

    void value(Quantity quantity) {
        if (quantity instanceof Exact exact) {
            json.writeNumber(exact.whole());
        } else {
            value(quantity.magnitude());
        }
    }

    /// A whole number has no point and no exponent, whatever its type was.
    void value(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            json.writeNumber((long) value);
        } else {
            json.writeNumber(value);
        }
    }

    /// Writes words, numbers, switches, lists and objects as they are.
    void any(Object value) {
        switch (value) {
            case Map<?, ?> object -> {
                json.writeStartObject();
                object.forEach((name, each) -> {
                    json.writeName(String.valueOf(name));
                    any(each);
                });
                json.writeEndObject();
            }
            case List<?> items -> {
                json.writeStartArray();
                items.forEach(this::any);
                json.writeEndArray();
            }
            case Optional<?> known -> known.ifPresentOrElse(this::any, json::writeNull);
            case Boolean flag -> json.writeBoolean(flag);
            case Double number -> value(number);
            case Number number -> json.writeNumber(number.longValue());
            default -> json.writeString(value.toString());
        }
    }
}
