package org.tonari.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tonari.domain.evidence.MemoryReading;
import org.tonari.domain.evidence.MemoryReading.Part;
import org.tonari.engine.ShippedScenarios;
import org.tonari.evidence.MemoryErrors;
import org.tonari.evidence.MemoryErrors.Row;

/// Memory that published runs print, against the engine: caches and states to their rounding, the rest within what its
/// kind allows.
///
/// The readings are `profiles/memory`; a source without an address says so. The errors go to
/// `target/reports/measured-memory.txt`.
class MeasuredMemoryTest {
    private static final List<Row> ROWS = MemoryErrors.of(ShippedScenarios.CATALOGUE, ShippedScenarios.estimator());

    /// Buffers of three Metal logs hold a second set of logits, and a loaded checkpoint its drafting head in 16 bits.
    private static final Map<String, Double> FURTHER =
            Map.of("memory-05", 0.65, "memory-06", 0.65, "memory-07", 0.65, "memory-69", 0.15);

    @Test
    void everyReadingHasProfiles() {
        assertThat(ROWS)
                .hasSameSizeAs(ShippedScenarios.CATALOGUE.memoryReadings())
                .hasSizeGreaterThanOrEqualTo(80);
    }

    @TestFactory
    List<DynamicTest> anEstimateLiesNearWhatARunPrinted() {
        return ROWS.stream()
                .map(row -> DynamicTest.dynamicTest(
                        name(row), () -> assertThat(Math.abs(row.error())).isLessThanOrEqualTo(within(row.reading()))))
                .toList();
    }

    @Test
    void theMedianErrorOfEveryKindOfMemoryIsSmall() throws IOException {
        Map<Part, List<Double>> errors = ROWS.stream()
                .collect(Collectors.groupingBy(
                        row -> row.reading().part(),
                        () -> new EnumMap<>(Part.class),
                        Collectors.mapping(row -> Math.abs(row.error()), Collectors.toList())));

        var report = new Report("measured-memory.txt");
        report.line("%-16s %5s %9s %9s", "part", "rows", "median", "worst");
        errors.forEach((part, each) -> {
            List<Double> sorted = each.stream().sorted().toList();
            double median = sorted.get(sorted.size() / 2);
            report.line("%-16s %5d %8.2f%% %8.2f%%", part, sorted.size(), 100 * median, 100 * sorted.getLast());
            assertThat(median).as(part.name()).isLessThan(0.03);
        });
        for (Row row : ROWS) {
            report.line(
                    "%+8.2f%%  %s  (%s)",
                    100 * row.error(), name(row), row.reading().source().citation());
        }
        report.write();
    }

    private static double within(MemoryReading reading) {
        Double further = FURTHER.get(reading.id());
        return further != null ? further : usual(reading);
    }

    private static double usual(MemoryReading reading) {
        return switch (reading.part()) {
            case KV_CACHE, RECURRENT_STATE -> 0.001;
            case WEIGHTS -> 0.08;
            case ACTIVATIONS -> 0.15;
            case WITHOUT_RUNTIME -> 0.1;
            case REQUIRED -> 0.12;
        };
    }

    private static String name(Row row) {
        return row.reading().id() + ": " + row.reading().part() + " of "
                + row.reading().words();
    }
}
