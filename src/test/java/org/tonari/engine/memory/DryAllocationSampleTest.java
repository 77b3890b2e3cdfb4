package org.tonari.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.memory.compute.ComputeBuffer;

/// A few of each model's dry allocations: what all of them hold byte for byte, in a tenth of the time.
class DryAllocationSampleTest {
    private static final int ROWS_OF_A_MODEL = 12;

    static Stream<Arguments> models() {
        var models = new TreeMap<String, List<Map<String, String>>>();
        Stream.of("/dry-allocations/rows.csv", "/dry-allocations/held-out.csv", "/dry-allocations/families.csv")
                .flatMap(table -> DryRows.of(table).stream())
                .filter(row -> row.getOrDefault("error", "").isEmpty())
                .forEach(row -> models.computeIfAbsent(row.get("model"), _ -> new ArrayList<>())
                        .add(row));
        return models.entrySet().stream().map(model -> Arguments.of(model.getKey(), spread(model.getValue())));
    }

    /// Rows from the first to the last, evenly apart.
    private static List<Map<String, String>> spread(List<Map<String, String>> rows) {
        var some = new ArrayList<Map<String, String>>();
        int wanted = Math.min(ROWS_OF_A_MODEL, rows.size());
        for (int i = 0; i < wanted; i++) {
            some.add(rows.get((int) ((long) i * (rows.size() - 1) / Math.max(1, wanted - 1))));
        }
        return some;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void buffersEqualLlamasOwnAndTheirTreeAddsUp(String model, List<Map<String, String>> rows) {
        for (Map<String, String> row : rows) {
            Scenario scenario = DryScenarios.of(row);

            assertThat(ComputeBuffer.size(scenario).count())
                    .as(row.toString())
                    .isEqualTo(Long.parseLong(row.get("compute_bytes")));
        }
        Scenario first = DryScenarios.of(rows.getFirst());
        assertThat(ComputeBuffer.of(first).optional().orElseThrow().bytes()).isEqualTo(ComputeBuffer.size(first));
    }
}
