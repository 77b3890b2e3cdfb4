package org.tonari.profiles.writers;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.tonari.domain.evidence.Calibration.Entry;
import org.tonari.domain.evidence.Calibration.Interval;
import org.tonari.explain.Source;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes fitted parameters as `profiles/calibration/*.json`, in the form [CalibrationReader] reads.
public final class CalibrationWriter {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Enough digits that reading back changes no estimate shown.
    private static final double SIGNIFICANT = 1e6;

    private CalibrationWriter() {}

    /// @param id of the file
    /// @return the file's text, an entry a line, so that a change of one machine is a change of its line
    public static String text(String id, List<Entry> entries, List<Interval> intervals) {
        var text = new StringBuilder();
        text.append("{\n  \"kind\": \"calibration\",\n  \"schema\": 1,\n  \"id\": ")
                .append(JSON.writeValueAsString(id))
                .append(",\n  \"entries\": [\n");
        text.append(lines(entries.stream().map(CalibrationWriter::entry).toList()));
        text.append("\n  ],\n  \"intervals\": [\n");
        text.append(lines(intervals.stream().map(CalibrationWriter::interval).toList()));
        return text.append("\n  ]\n}\n").toString();
    }

    private static String lines(List<ObjectNode> nodes) {
        return String.join(
                ",\n",
                nodes.stream()
                        .map(node -> "    " + JSON.writeValueAsString(node))
                        .toList());
    }

    private static ObjectNode entry(Entry entry) {
        ObjectNode node = JSON.createObjectNode();
        node.put("scope", entry.scope().name().toLowerCase(Locale.ROOT));
        node.put("key", entry.key()).put("runtime", entry.runtime()).put("build", entry.build());
        node.put("rows", entry.rows());
        var models = node.putArray("models");
        entry.models().forEach(models::add);
        Source source = entry.source();
        node.putObject("source")
                .put("citation", source.citation())
                .put("kind", source.kind().name().toLowerCase(Locale.ROOT))
                .put("date", source.date())
                .put("note", source.note());
        ObjectNode parameters = node.putObject("parameters");
        new TreeMap<>(entry.parameters())
                .forEach((name, parameter) -> parameters
                        .putObject(name)
                        .put("value", rounded(parameter.value()))
                        .put("rows", parameter.rows()));
        return node;
    }

    private static ObjectNode interval(Interval interval) {
        return JSON.createObjectNode()
                .put("tier", interval.tier().name())
                .put("runtime", interval.runtime())
                .put("quantity", interval.quantity())
                .put("factor", rounded(interval.factor()));
    }

    private static double rounded(double value) {
        if (value == 0) {
            return 0;
        }
        double scale = Math.pow(10, Math.floor(Math.log10(Math.abs(value))));
        return Math.round(value / scale * SIGNIFICANT) / SIGNIFICANT * scale;
    }
}
