package org.tonari.engine.memory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.scenario.Scenario;

/// vLLM's pool once more, in plain arithmetic: pages of one size for layers of every kind.
final class PlainPool {
    private static final List<String> WIDE_STATES = List.of("qwen35", "qwen35moe", "nemotron_h", "nemotron_h_moe");

    private final Scenario scenario;
    private final PlainCache plain;
    private final long context;

    PlainPool(Scenario scenario, PlainCache plain) {
        this.scenario = scenario;
        this.plain = plain;
        this.context = scenario.workload().context().count();
    }

    /// Layers that vLLM's pool treats alike.
    private static final class Kind {
        private final long row;
        private final Attention first;
        private long layers;

        private Kind(long row, Attention first) {
            this.row = row;
            this.first = first;
        }
    }

    long bytes() {
        Map<String, Kind> kinds = kinds();
        if (kinds.isEmpty()) {
            return 0;
        }
        long reaches = kinds.values().stream()
                .map(kind -> reach(kind.first))
                .distinct()
                .count();
        long fewest =
                kinds.values().stream().mapToLong(kind -> kind.layers).min().getAsLong();
        long most = kinds.values().stream().mapToLong(kind -> kind.layers).max().getAsLong();
        long group = most < 1.5 * fewest ? most : fewest;
        long block = kinds.values().stream()
                .filter(kind -> !isState(kind.first))
                .mapToLong(kind -> 16 * kind.row)
                .max()
                .orElse(0);
        long largestState = kinds.values().stream()
                .filter(kind -> isState(kind.first))
                .mapToLong(kind -> kind.row)
                .max()
                .orElse(0);
        long page = largestState == 0 ? block : reaches == 1 ? 0 : PlainCache.up(largestState, block);
        long bytes = 0;
        for (Kind kind : kinds.values()) {
            if (reaches == 1) {
                bytes += kind.layers * (isState(kind.first) ? kind.row : blocks(kind.first, 16) * 16 * kind.row);
            } else {
                long blocks = isState(kind.first) ? 1 : blocks(kind.first, page / (16 * kind.row) * 16);
                bytes += PlainCache.up(kind.layers, group) * blocks * page;
            }
        }
        return scenario.workload().concurrency() * bytes;
    }

    private Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (LayerGroup group : scenario.model().groups()) {
            for (long row : rows(group.attention())) {
                String alike = group.attention().getClass() + reach(group.attention()) + " " + row;
                boolean indexer = group.attention() instanceof Attention.SparseLatentAttention sparse
                        && row == PlainCache.indexerRow(sparse);
                String name = isState(group.attention())
                        ? "state " + row
                        : alike.replace("SparseLatent", indexer ? "Indexer" : "Latent");
                kinds.computeIfAbsent(name, _ -> new Kind(row, group.attention())).layers += group.count();
            }
        }
        return kinds;
    }

    private long[] rows(Attention attention) {
        boolean wide = WIDE_STATES.contains(scenario.model().family());
        return switch (attention) {
            case Attention.FullAttention(Heads heads) -> owned(plain.row(heads));
            case Attention.SlidingWindowAttention(Heads heads, long _) -> owned(plain.row(heads));
            case Attention.ChunkedAttention(Heads heads, long _) -> owned(plain.row(heads));
            case Attention.LatentAttention latent -> owned(plain.latentRow(latent.latentRank() + latent.ropeSize()));
            case Attention.SparseLatentAttention sparse ->
                new long[] {plain.sparseRow(sparse), PlainCache.indexerRow(sparse)};
            default -> owned(PlainCache.state(attention, 2, wide ? 4 : 2));
        };
    }

    private static long[] owned(long bytes) {
        return bytes == 0 ? new long[0] : new long[] {bytes};
    }

    private long blocks(Attention attention, long block) {
        return switch (attention) {
            case Attention.SlidingWindowAttention(Heads _, long window) ->
                PlainCache.up(Math.min(context, window - 1 + PlainCache.STEP), block) / block + 1;
            case Attention.ChunkedAttention(Heads _, long chunk) ->
                PlainCache.up(Math.min(context, chunk + PlainCache.STEP), block) / block;
            default -> PlainCache.up(context, block) / block;
        };
    }

    private static String reach(Attention attention) {
        return switch (attention) {
            case Attention.SlidingWindowAttention(Heads _, long window) -> "window " + window;
            case Attention.ChunkedAttention(Heads _, long chunk) -> "chunk " + chunk;
            default -> isState(attention) ? "state" : "all";
        };
    }

    private static boolean isState(Attention attention) {
        return attention instanceof Attention.StateSpace
                || attention instanceof Attention.GatedDelta
                || attention instanceof Attention.ShortConvolution;
    }
}
