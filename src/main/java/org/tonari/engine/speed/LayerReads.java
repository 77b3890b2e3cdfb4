package org.tonari.engine.speed;

import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.runtime.CacheFormat;
import org.tonari.domain.scenario.Scenario;

/// What one sequence makes a decoding step read and compute beside the weights, and how many layers it passes.
///
/// Work counts a multiply-add as two: `2 · heads · (key + value) · tokens`.
///
/// @param cacheBytes      keys and values of grouped-query attention, windows capped
/// @param latentBytes     the compressed vectors of latent attention, and an indexer's keys
/// @param deltaBytes      fixed state of delta-rule layers, once
/// @param mambaBytes      fixed state of state-space layers, once
/// @param attentionWork   of grouped-query attention with heads of up to 256 elements
/// @param wideWork        of grouped-query attention with wider heads, which have kernels of their own
/// @param latentWork      of latent attention, with full heads
/// @param attentionLayers layers with attention over a cache
/// @param recurrentLayers layers with a fixed state
/// @param expertLayers    layers with a router
record LayerReads(
        double cacheBytes,
        double latentBytes,
        double deltaBytes,
        double mambaBytes,
        double attentionWork,
        double wideWork,
        double latentWork,
        int attentionLayers,
        int recurrentLayers,
        int expertLayers) {
    private static final LayerReads NOTHING = new LayerReads(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    private static final long STATE_BYTES = 4;
    private static final long CONVOLUTION_BYTES = 2;
    private static final long WIDEST_PLAIN_HEAD = 256;

    /// @param depth tokens already in the cache
    static LayerReads of(Scenario scenario, double depth) {
        LayerReads all = NOTHING;
        for (LayerGroup group : scenario.model().groups()) {
            all = all.plus(attention(group, scenario, depth)).plus(feedForward(group));
        }
        return all;
    }

    /// @return fixed state, once
    double stateBytes() {
        return deltaBytes + mambaBytes;
    }

    /// @return layers of each kind a step launches kernels for
    long launches() {
        return (long) attentionLayers + recurrentLayers + expertLayers;
    }

    private static LayerReads attention(LayerGroup group, Scenario scenario, double depth) {
        return switch (group.attention()) {
            case Attention.FullAttention(Heads heads) -> softmax(group, heads, scenario, depth);
            case Attention.SlidingWindowAttention(Heads heads, long window) ->
                softmax(group, heads, scenario, Math.min(depth, window));
            case Attention.ChunkedAttention(Heads heads, long chunk) ->
                softmax(group, heads, scenario, Math.min(depth, chunk));
            case Attention.LatentAttention latent -> latent(group, latent, scenario, depth, 0);
            case Attention.SparseLatentAttention sparse ->
                latent(
                        group,
                        sparse.latent(),
                        scenario,
                        Math.min(depth, sparse.selectedTokens()),
                        row(scenario.keys(), sparse.indexerSize()) * depth);
            case Attention.StateSpace space -> mamba(group, space);
            case Attention.GatedDelta delta -> delta(group, delta);
            case Attention.ShortConvolution(long width, long taps) -> {
                double bytes = bytes(0, width * (taps - 1));
                yield new LayerReads(0, 0, 0, bytes * group.count(), 0, 0, 0, 0, group.count(), 0);
            }
            case Attention.None _, Attention.Undescribed _ -> NOTHING;
        };
    }

    private static LayerReads softmax(LayerGroup group, Heads heads, Scenario scenario, double tokens) {
        int layers = group.count();
        double row = row(scenario.keys(), heads.keyWidth()) + row(scenario.values(), heads.valueWidth());
        double work = layers * 2.0 * heads.query() * (heads.keySize() + heads.valueSize()) * tokens;
        boolean wide = heads.keySize() > WIDEST_PLAIN_HEAD;
        return new LayerReads(layers * row * tokens, 0, 0, 0, wide ? 0 : work, wide ? work : 0, 0, layers, 0, 0);
    }

    /// @param tokens  that attention itself reads
    /// @param indexed bytes that an indexer reads first
    private static LayerReads latent(
            LayerGroup group, Attention.LatentAttention latent, Scenario scenario, double tokens, double indexed) {
        int layers = group.count();
        double row = row(scenario.keys(), latent.cacheWidth());
        long head = latent.plainSize() + latent.ropeSize() + latent.valueSize();
        double work = layers * 2.0 * latent.heads() * head * tokens;
        return new LayerReads(0, layers * (row * tokens + indexed), 0, 0, 0, 0, work, layers, 0, 0);
    }

    private static LayerReads mamba(LayerGroup group, Attention.StateSpace space) {
        long groups = space.variant() == Attention.StateSpace.Variant.MAMBA_1 ? 0 : space.groups();
        long convolved = (space.innerSize() + 2 * groups * space.stateSize()) * (space.convolution() - 1);
        double bytes = bytes(space.innerSize() * space.stateSize(), convolved);
        return new LayerReads(0, 0, 0, bytes * group.count(), 0, 0, 0, 0, group.count(), 0);
    }

    private static LayerReads delta(LayerGroup group, Attention.GatedDelta delta) {
        long inner = delta.valueHeads() * delta.valueSize();
        long convolved = (inner + 2 * delta.keyHeads() * delta.keySize()) * (delta.convolution() - 1);
        double bytes = bytes(inner * delta.keySize(), convolved);
        return new LayerReads(0, 0, bytes * group.count(), 0, 0, 0, 0, 0, group.count(), 0);
    }

    private static double bytes(long state, long convolved) {
        return (double) state * STATE_BYTES + (double) convolved * CONVOLUTION_BYTES;
    }

    private static LayerReads feedForward(LayerGroup group) {
        return switch (group.feedForward()) {
            case FeedForward.MixtureOfExperts _ -> new LayerReads(0, 0, 0, 0, 0, 0, 0, 0, 0, group.count());
            case FeedForward.Dense _, FeedForward.None _ -> NOTHING;
        };
    }

    private static double row(CacheFormat format, long elements) {
        return (double) elements * format.block().bytes() / format.block().elements();
    }

    private LayerReads plus(LayerReads other) {
        return new LayerReads(
                cacheBytes + other.cacheBytes,
                latentBytes + other.latentBytes,
                deltaBytes + other.deltaBytes,
                mambaBytes + other.mambaBytes,
                attentionWork + other.attentionWork,
                wideWork + other.wideWork,
                latentWork + other.latentWork,
                attentionLayers + other.attentionLayers,
                recurrentLayers + other.recurrentLayers,
                expertLayers + other.expertLayers);
    }
}
