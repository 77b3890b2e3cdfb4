package org.tonari.export;

import java.util.Map;
import tools.jackson.core.JsonGenerator;

/// Writes plain objects as JSON: maps, lists, texts, numbers, switches; an empty [java.util.Optional] is `null`.
public final class JsonValue {
    private JsonValue() {}

    /// @param object fields by name, in their order
    public static void write(JsonGenerator json, Map<String, ?> object) {
        new JsonFigures(json).any(object);
    }
}
