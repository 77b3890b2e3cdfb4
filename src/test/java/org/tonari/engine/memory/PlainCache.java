package org.tonari.engine.memory;

import java.util.Map;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.scenario.Scenario;

/// Cache and state once more, in plain arithmetic read off the runtimes' rules and sharing nothing with the engine.
///
/// On a machine of 70 to 160 GiB, with nothing drafted ahead; vLLM and SGLang take steps of 8,192 tokens there.
final class PlainCache {
    /// Elements in a block and its bytes, by cache format.
    private static final Map<String, long[]> BLOCKS = Map.ofEntries(
            Map.entry("f32", new long[] {1, 4}),
            Map.entry("f16", new long[] {1, 2}),
            Map.entry("bf16", new long[] {1, 2}),
            Map.entry("fp8", new long[] {1, 1}),
            Map.entry("q8_0", new long[] {32, 34}),
            Map.entry("q5_1", new long[] {32, 24}),
            Map.entry("q5_0", new long[] {32, 22}),
            Map.entry("q4_1", new long[] {32, 20}),
            Map.entry("q4_0", new long[] {32, 18}),
            Map.entry("iq4_nl", new long[] {32, 18}),
            Map.entry("nvfp4", new long[] {16, 9}),
            Map.entry("mlx-8bit", new long[] {64, 68}),
            Map.entry("mlx-4bit", new long[] {64, 36}));

    static final long STEP = 8192;

    private final Scenario scenario;
    private final long context;
    private final long users;
    private final String keys;
    private final String values;

    PlainCache(Scenario scenario) {
        this.scenario = scenario;
        this.context = scenario.workload().context().count();
        this.users = scenario.workload().concurrency();
        this.keys = scenario.keys().id();
        this.values = scenario.values().id();
    }

    /// @return bytes of cache and state together
    long bytes() {
        return switch (scenario.runtime().id()) {
            case "llama.cpp", "ollama" -> each(this::llama);
            case "mlx" -> each(this::mlx);
            case "sglang" -> each(attention -> paged(attention, 1, true));
            case "tensorrt-llm" -> each(attention -> paged(attention, 32, false));
            case "vllm" -> new PlainPool(scenario, this).bytes();
            default -> throw new IllegalArgumentException(scenario.runtime().id());
        };
    }

    private interface OneLayer {
        long bytes(Attention attention);
    }

    private long each(OneLayer layer) {
        long bytes = 0;
        for (LayerGroup group : scenario.model().groups()) {
            bytes += group.count() * layer.bytes(group.attention());
        }
        return bytes;
    }

    private long llama(Attention attention) {
        boolean unified = scenario.workload().unifiedCache().isOn();
        long streams = unified ? 1 : users;
        long all = up(context * users, 256);
        long cells = unified ? all : up(all / users, 256);
        boolean whole = scenario.workload().fullWindow().isOn();
        long step = scenario.workload().ubatch().count();
        return switch (attention) {
            case Attention.FullAttention(Heads heads) -> streams * cells * transposedRow(heads);
            case Attention.SlidingWindowAttention(Heads heads, long window) ->
                streams
                        * (whole ? cells : up(Math.min(cells, window * (unified ? users : 1) + step), 256))
                        * transposedRow(heads);
            case Attention.ChunkedAttention(Heads heads, long chunk) ->
                streams
                        * (whole ? cells : up(Math.min(cells, chunk * (unified ? users : 1) + step), 256))
                        * transposedRow(heads);
            case Attention.LatentAttention latent ->
                streams * cells * row(keys, latent.latentRank() + latent.ropeSize());
            case Attention.SparseLatentAttention sparse ->
                streams
                        * cells
                        * (row(
                                        keys,
                                        sparse.latent().latentRank()
                                                + sparse.latent().ropeSize())
                                + row(keys, sparse.indexerSize()));
            default -> users * state(attention, 4, 4);
        };
    }

    /// Without flash attention values lie transposed, each layer's as wide as the widest.
    private long transposedRow(Heads heads) {
        if (heads.traits().contains(Attention.Trait.SHARED_CACHE)) {
            return 0;
        }
        long width = heads.keyValue() * heads.valueSize();
        if (!scenario.workload().flashAttention().isOn()) {
            for (LayerGroup group : scenario.model().groups()) {
                width = Math.max(width, valueWidth(group.attention()));
            }
        }
        return row(keys, heads.keyValue() * heads.keySize()) + row(values, width);
    }

    private static long valueWidth(Attention attention) {
        return switch (attention) {
            case Attention.FullAttention(Heads heads) -> heads.keyValue() * heads.valueSize();
            case Attention.SlidingWindowAttention(Heads heads, long _) -> heads.keyValue() * heads.valueSize();
            case Attention.ChunkedAttention(Heads heads, long _) -> heads.keyValue() * heads.valueSize();
            default -> 0;
        };
    }

    private long mlx(Attention attention) {
        long all = up(context, 256);
        return users
                * switch (attention) {
                    case Attention.FullAttention(Heads heads) -> all * row(heads);
                    case Attention.SlidingWindowAttention(Heads heads, long window) ->
                        Math.min(all, window + 2047) * row(heads);
                    case Attention.ChunkedAttention(Heads heads, long chunk) ->
                        Math.min(all, chunk + 2047) * row(heads);
                    case Attention.LatentAttention latent -> all * row(keys, latent.latentRank() + latent.ropeSize());
                    case Attention.SparseLatentAttention sparse ->
                        all
                                * (row(
                                                keys,
                                                sparse.latent().latentRank()
                                                        + sparse.latent().ropeSize())
                                        + row(keys, sparse.indexerSize()));
                    default -> state(attention, 2, 4);
                };
    }

    private long paged(Attention attention, long block, boolean windows) {
        return switch (attention) {
            case Attention.FullAttention(Heads heads) -> users * up(context, block) * row(heads);
            case Attention.SlidingWindowAttention(Heads heads, long window) ->
                users * up(windows ? Math.min(context, window + STEP) : context, block) * row(heads);
            case Attention.ChunkedAttention(Heads heads, long chunk) ->
                users * up(windows ? Math.min(context, chunk + STEP) : context, block) * row(heads);
            case Attention.LatentAttention latent ->
                users * up(context, block) * row(keys, latent.latentRank() + latent.ropeSize());
            case Attention.SparseLatentAttention sparse ->
                users * up(context, block) * (sparseRow(sparse) + indexerRow(sparse));
            default -> users * state(attention, 2, 4);
        };
    }

    /// One layer's state of one sequence.
    static long state(Attention attention, long convolutionBytes, long recurrenceBytes) {
        return switch (attention) {
            case Attention.StateSpace space -> {
                boolean second = space.variant() == Attention.StateSpace.Variant.MAMBA_2;
                long channels = space.innerSize() + (second ? 2 * space.groups() * space.stateSize() : 0);
                yield (space.convolution() - 1) * channels * convolutionBytes
                        + space.stateSize() * space.innerSize() * recurrenceBytes;
            }
            case Attention.GatedDelta delta -> {
                long inner = delta.valueHeads() * delta.valueSize();
                long channels = inner + 2 * delta.keyHeads() * delta.keySize();
                yield (delta.convolution() - 1) * channels * convolutionBytes
                        + delta.keySize() * inner * recurrenceBytes;
            }
            case Attention.ShortConvolution(long width, long taps) -> (taps - 1) * width * convolutionBytes;
            default -> 0;
        };
    }

    long row(Heads heads) {
        return heads.traits().contains(Attention.Trait.SHARED_CACHE)
                ? 0
                : row(keys, heads.keyValue() * heads.keySize()) + row(values, heads.keyValue() * heads.valueSize());
    }

    long latentRow(long elements) {
        return row(keys, elements);
    }

    /// 8 bits for the latent vector with four bytes of scale for 128 elements, 16 bits for the rotary key.
    long sparseRow(Attention.SparseLatentAttention sparse) {
        long rank = sparse.latent().latentRank();
        long rope = sparse.latent().ropeSize();
        return keys.equals("fp8") ? rank + (rank + 127) / 128 * 4 + 2 * rope : row(keys, rank + rope);
    }

    static long indexerRow(Attention.SparseLatentAttention sparse) {
        return sparse.indexerSize() + (sparse.indexerSize() + 127) / 128 * 4;
    }

    static long row(String format, long elements) {
        long[] block = BLOCKS.get(format);
        return elements / block[0] * block[1];
    }

    static long up(long value, long step) {
        return (value + step - 1) / step * step;
    }
}
