package org.tonari.export;

import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/// Writes plain objects as JSON: maps, lists, texts, numbers, switches; an empty [java.util.Optional] is `null`.
public final class JsonValue {
    private JsonValue() {}

    /// @param object fields by name, in their order
    public static void write(JsonGenerator json, Map<String, ?> object) {
        new JsonFigures(json).any(object);
    }

    /// @param tree what is already JSON
    public static void write(JsonGenerator json, JsonNode tree) {
        switch (tree.getNodeType()) {
            case OBJECT -> {
                json.writeStartObject();
                tree.properties().forEach(field -> {
                    json.writeName(field.getKey());
                    write(json, field.getValue());
                });
                json.writeEndObject();
            }
            case ARRAY -> {
                json.writeStartArray();
                tree.values().forEach(item -> write(json, item));
                json.writeEndArray();
            }
            case BOOLEAN -> json.writeBoolean(tree.booleanValue());
            case NUMBER -> json.writeNumber(tree.decimalValue());
            case STRING -> json.writeString(tree.stringValue());
            case NULL, MISSING, BINARY, POJO -> json.writeNull();
        }
    }
}
