package org.tonari.engine.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The rows of a table of dry allocations, by the names of its columns.
final class DryRows {
    private DryRows() {}

    /// @param resource name of a CSV file beside the tests, its first line the columns
    static List<Map<String, String>> of(String resource) {
        try (var stream = Objects.requireNonNull(DryRows.class.getResourceAsStream(resource), resource)) {
            List<String> lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            String[] columns = lines.getFirst().split(",");
            var rows = new ArrayList<Map<String, String>>();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                var row = new HashMap<String, String>();
                for (int i = 0; i < columns.length; i++) {
                    row.put(columns[i], cells[i]);
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
