package org.tonari.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tonari.domain.MemoryStack;
import org.tonari.domain.MemoryStack.Part;
import org.tonari.domain.Scenario;
import org.tonari.engine.ShippedScenarios;
import org.tonari.profiles.ModelFiles;
import org.tonari.profiles.ScenarioWords;
import org.tonari.units.Bytes;

/// Memory that published runs print, against the engine: caches and states to their rounding, the rest within what its
/// kind allows.
///
/// `measured.csv` names the run, what was measured and where; a source without an address says so. The errors go to
/// `target/reports/measured-memory.txt`.
class MeasuredMemoryTest {
    private static final List<String> NOT_WORDS = List.of("what", "gib", "within", "source");

    @TestFactory
    List<DynamicTest> anEstimateLiesNearWhatARunPrinted() throws IOException {
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(
                        name(row),
                        () -> assertThat(Math.abs(error(row)))
                                .isLessThanOrEqualTo(Double.parseDouble(Objects.requireNonNull(row.get("within"))))))
                .toList();
    }

    @Test
    void theMedianErrorOfEveryKindOfMemoryIsSmall() throws IOException {
        Map<String, List<Double>> errors = new TreeMap<>();
        for (Map<String, String> row : rows()) {
            errors.computeIfAbsent(Objects.requireNonNull(row.get("what")), _ -> new ArrayList<>())
                    .add(Math.abs(error(row)));
        }

        var report = new Report("measured-memory.txt");
        report.line("%-10s %5s %9s %9s", "what", "rows", "median", "worst");
        errors.forEach((what, each) -> {
            each.sort(null);
            double median = each.get(each.size() / 2);
            report.line("%-10s %5d %8.2f%% %8.2f%%", what, each.size(), 100 * median, 100 * each.getLast());
            assertThat(median).as(what).isLessThan(0.03);
        });
        for (Map<String, String> row : rows()) {
            report.line("%+8.2f%%  %s  (%s)", 100 * error(row), name(row), row.get("source"));
        }
        report.write();
    }

    private static double error(Map<String, String> row) {
        double measured = Double.parseDouble(Objects.requireNonNull(row.get("gib"))) * Bytes.PER_GIB;
        return estimated(row).magnitude() / measured - 1;
    }

    private static Bytes estimated(Map<String, String> row) {
        MemoryStack stack = MemoryStacks.of(scenario(row));
        return switch (Objects.requireNonNull(row.get("what"))) {
            case "weights" -> stack.size(Part.WEIGHTS);
            case "cache" -> stack.size(Part.KV_CACHE);
            case "state" -> stack.size(Part.RECURRENT_STATE);
            case "buffers" -> stack.size(Part.ACTIVATIONS);
            case "peak" -> stack.required().bytes().minus(stack.size(Part.RUNTIME));
            case "all" -> stack.required().bytes();
            case String other -> throw new IllegalArgumentException("nothing measures " + other);
        };
    }

    private static Scenario scenario(Map<String, String> row) {
        var words = new HashMap<>(row);
        NOT_WORDS.forEach(words::remove);
        words.values().removeIf(String::isEmpty);
        return new ScenarioWords(ShippedScenarios.CATALOGUE, ModelFiles.none())
                .read("measured.csv", words, Map.of())
                .optional()
                .orElseThrow()
                .scenario();
    }

    private static String name(Map<String, String> row) {
        return "%s of %s %s at %s, %s, %s"
                .formatted(
                        row.get("what"),
                        row.get("model"),
                        row.get("weights"),
                        row.get("context"),
                        row.get("runtime"),
                        row.get("machine"));
    }

    private static List<Map<String, String>> rows() throws IOException {
        var rows = new ArrayList<Map<String, String>>();
        try (var text = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(MeasuredMemoryTest.class.getResourceAsStream("measured.csv")),
                StandardCharsets.UTF_8))) {
            String[] columns = text.readLine().split(",", -1);
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    rows.add(row(columns, line.split(",", columns.length)));
                }
            }
        }
        return rows;
    }

    private static Map<String, String> row(String[] columns, String[] cells) {
        var row = new HashMap<String, String>();
        for (int i = 0; i < columns.length; i++) {
            row.put(columns[i], cells[i].strip());
        }
        return row;
    }
}
