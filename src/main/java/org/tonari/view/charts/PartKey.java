package org.tonari.view.charts;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.tonari.chart.MemoryPart;
import org.tonari.chart.memory.MemoryColumn;
import org.tonari.chart.memory.MemoryStackChart;
import org.tonari.chart.memory.PartBox;
import org.tonari.view.parts.YieldingRow;

/// The colours of the memory chart's parts by name, there where columns have no room for names.
final class PartKey {
    private final YieldingRow row = new YieldingRow();
    private Map<MemoryPart, String> shown = Map.of();

    private PartKey(MemoryStackChart chart) {
        row.setId("part-key");
        row.getStyleClass().addAll("key", "part-key");
        row.visibleProperty().bind(chart.namedProperty().not());
        row.managedProperty().bind(row.visibleProperty());
        chart.stacksProperty().subscribe(this::show);
    }

    static Region build(MemoryStackChart chart) {
        return new PartKey(chart).row;
    }

    private void show(List<MemoryColumn> columns) {
        var names = new TreeMap<MemoryPart, String>();
        columns.stream()
                .flatMap(column -> column.pools().stream())
                .flatMap(pool -> pool.stack().stream())
                .filter(part -> part.origin() == PartBox.Origin.RESIDENT)
                .forEach(part -> names.putIfAbsent(part.part(), part.name()));
        if (!names.equals(shown)) {
            shown = names;
            row.getChildren()
                    .setAll(names.entrySet().stream()
                            .map(entry -> label(entry.getKey(), entry.getValue()))
                            .toList());
        }
    }

    private static Label label(MemoryPart part, String name) {
        var swatch = new Region();
        swatch.getStyleClass().addAll("swatch", style(part));
        var label = new Label(name, swatch);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static String style(MemoryPart part) {
        return switch (part) {
            case SYSTEM -> "system";
            case RUNTIME, OTHER, SPARE, KEPT_FREE -> "launches";
            case WEIGHTS -> "weights";
            case KV_CACHE, STATE -> "cache";
            case ADAPTERS -> "adapters";
            case GRADIENTS -> "gradients";
            case OPTIMISER -> "optimiser";
            case ACTIVATIONS -> "other";
        };
    }
}
