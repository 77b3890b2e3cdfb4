package org.tonari.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.domain.evidence.MemoryReading;
import org.tonari.domain.evidence.MemoryReading.Host;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Estimator;
import org.tonari.engine.Estimator.Aspect;
import org.tonari.engine.memory.Uncertainty;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.ModelFiles;
import org.tonari.profiles.requests.ScenarioRequest;
import org.tonari.profiles.requests.ScenarioWords;
import org.tonari.profiles.tree.Reading;
import org.tonari.units.Bytes;

/// Memory that published runs printed beside what is estimated for it. Nothing of memory is fitted to rows, so nothing
/// is kept back.
public final class MemoryErrors {
    /// Caches and states are exact; logs print four digits.
    private static final double ROUNDING = 0.001;

    private static final double NINETY = 0.9;

    private MemoryErrors() {}

    /// A reading beside its estimate.
    ///
    /// @param reading   what was measured
    /// @param scenario  what ran
    /// @param estimated by the engine
    /// @param margin    how far the engine says it may be off, either way
    public record Row(MemoryReading reading, Scenario scenario, Bytes estimated, Bytes margin) {
        /// @return how far the estimate is off, as a share: above 0 where it is too much
        public double error() {
            return estimated.magnitude() / reading.measured().magnitude() - 1;
        }

        /// @return whether what was measured lies within the engine's own margin
        public boolean isInMargin() {
            return Math.abs(reading.measured().magnitude() - estimated.magnitude()) <= margin.magnitude();
        }
    }

    /// @return every reading whose ids have profiles, in the order they are kept
    public static List<Row> of(Catalogue catalogue, Estimator estimator) {
        var words = new ScenarioWords(catalogue, ModelFiles.none());
        var rows = new ArrayList<Row>();
        for (MemoryReading reading : catalogue.memoryReadings()) {
            if (words.read(reading.id(), reading.words(), Map.of())
                    instanceof Reading.Read<ScenarioRequest>(ScenarioRequest request)) {
                rows.add(row(reading, request.scenario(), estimator));
            }
        }
        return List.copyOf(rows);
    }

    private static Row row(MemoryReading reading, Scenario scenario, Estimator estimator) {
        MemoryStack stack =
                estimator.estimate(scenario, EnumSet.noneOf(Aspect.class)).memory();
        Bytes estimated = estimated(reading.part(), stack);
        return new Row(reading, scenario, estimated, margin(reading, scenario, stack));
    }

    private static Bytes estimated(MemoryReading.Part part, MemoryStack stack) {
        return switch (part) {
            case WEIGHTS -> stack.size(Part.WEIGHTS);
            case KV_CACHE -> stack.size(Part.KV_CACHE);
            case RECURRENT_STATE -> stack.size(Part.RECURRENT_STATE);
            case ACTIVATIONS -> stack.size(Part.ACTIVATIONS);
            case WITHOUT_RUNTIME -> stack.required().bytes().minus(stack.size(Part.RUNTIME));
            case REQUIRED -> stack.required().bytes();
        };
    }

    private static Bytes margin(MemoryReading reading, Scenario scenario, MemoryStack stack) {
        return switch (reading.part()) {
            case WEIGHTS -> Uncertainty.ofWeights(scenario, stack);
            case KV_CACHE, RECURRENT_STATE -> reading.measured().times(ROUNDING);
            case ACTIVATIONS -> Uncertainty.ofBuffers(scenario, stack);
            case WITHOUT_RUNTIME, REQUIRED ->
                stack.requiredHigh().minusOrZero(stack.required().bytes());
        };
    }

    /// @return accuracy over all readings, then by part and by what rows have in common
    static List<AccuracyGroup> groups(List<Row> rows) {
        var groups = new ArrayList<AccuracyGroup>();
        keys().forEach((by, key) -> {
            Map<String, List<Row>> split =
                    rows.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
            split.forEach((value, own) -> groups.add(group(by, value, own)));
        });
        return groups;
    }

    private static Map<String, Function<Row, String>> keys() {
        var keys = new LinkedHashMap<String, Function<Row, String>>();
        keys.put("all", _ -> "");
        keys.put("part", row -> row.reading().part().name().toLowerCase(Locale.ROOT));
        keys.put(
                "machine",
                row -> row.reading().host() == Host.OTHER
                        ? "other"
                        : row.scenario().machine().id());
        keys.put("runtime", row -> row.scenario().runtime().id());
        keys.put("model", row -> row.scenario().model().id());
        keys.put("family", row -> row.scenario().model().family());
        return keys;
    }

    private static AccuracyGroup group(String by, String key, List<Row> rows) {
        double[] errors =
                rows.stream().mapToDouble(row -> Math.abs(row.error())).toArray();
        double[] signed = rows.stream().mapToDouble(Row::error).toArray();
        double[] widths = rows.stream()
                .mapToDouble(row ->
                        row.margin().magnitude() / Math.max(1, row.estimated().magnitude()))
                .toArray();
        long inside = rows.stream().filter(Row::isInMargin).count();
        return new AccuracyGroup(
                "memory",
                Protocol.IN_SAMPLE,
                by,
                key,
                rows.size(),
                (int) rows.stream()
                        .map(row -> row.reading().source().citation())
                        .distinct()
                        .count(),
                Statistics.median(errors),
                Statistics.quantile(NINETY, errors),
                Statistics.median(signed),
                (double) inside / rows.size(),
                Statistics.median(widths),
                OptionalDouble.empty());
    }

    /// @return the readings, those furthest off first
    public static List<Row> furthestFirst(List<Row> rows) {
        return rows.stream()
                .sorted(Comparator.comparingDouble((Row row) -> -Math.abs(row.error())))
                .toList();
    }
}
