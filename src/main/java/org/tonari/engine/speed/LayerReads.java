package org.tonari.engine.speed;

import org.tonari.domain.Attention;
import org.tonari.domain.Attention.Heads;
import org.tonari.domain.CacheFormat;
import org.tonari.domain.FeedForward;
import org.tonari.domain.LayerGroup;
import org.tonari.domain.Scenario;

/// What one sequence makes a decoding step read beside the weights, and how many layers it passes.
///
/// @param cacheBytes        keys and values of grouped-query attention, windows capped
/// @param latentBytes       the compressed vectors of latent attention, and an indexer's keys
/// @param stateBytes        fixed state, read and written
/// @param attentionWork     multiply-adds of attention times two: `2 · heads · (key + value) · tokens`
/// @param attentionLayers   layers with attention over a cache
/// @param recurrentLayers   layers with a fixed state
/// @param expertLayers      layers with a router
/// @param feedForwardLayers layers with a dense network
record LayerReads(
        double cacheBytes,
        double latentBytes,
        double stateBytes,
        double attentionWork,
        int attentionLayers,
        int recurrentLayers,
        int expertLayers,
        int feedForwardLayers) {
    private static final LayerReads NOTHING = new LayerReads(0, 0, 0, 0, 0, 0, 0, 0);
    private static final long STATE_BYTES = 4;
    private static final long CONVOLUTION_BYTES = 2;

    /// @param depth tokens already in the cache
    static LayerReads of(Scenario scenario, double depth) {
        LayerReads all = NOTHING;
        for (LayerGroup group : scenario.model().groups()) {
            all = all.plus(attention(group, scenario, depth)).plus(feedForward(group));
        }
        return all;
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
            case Attention.StateSpace space ->
                state(
                        group,
                        space.innerSize() * space.stateSize(),
                        (space.innerSize() + 2 * space.groups() * space.stateSize()) * (space.convolution() - 1));
            case Attention.GatedDelta delta ->
                state(
                        group,
                        delta.valueHeads() * delta.valueSize() * delta.keySize(),
                        (delta.valueHeads() * delta.valueSize() + 2 * delta.keyHeads() * delta.keySize())
                                * (delta.convolution() - 1));
            case Attention.None _, Attention.Undescribed _ -> NOTHING;
        };
    }

    private static LayerReads softmax(LayerGroup group, Heads heads, Scenario scenario, double tokens) {
        double row = row(scenario.keys(), heads.keyWidth()) + row(scenario.values(), heads.valueWidth());
        double work = 2.0 * heads.query() * (heads.keySize() + heads.valueSize()) * tokens;
        int layers = group.count();
        return new LayerReads(layers * row * tokens, 0, 0, layers * work, layers, 0, 0, 0);
    }

    /// @param tokens  that attention itself reads
    /// @param indexed bytes that an indexer reads first
    private static LayerReads latent(
            LayerGroup group, Attention.LatentAttention latent, Scenario scenario, double tokens, double indexed) {
        int layers = group.count();
        double row = row(scenario.keys(), latent.cacheWidth());
        double work = 2.0 * latent.heads() * (latent.plainSize() + latent.ropeSize() + latent.valueSize()) * tokens;
        return new LayerReads(0, layers * (row * tokens + indexed), 0, layers * work, layers, 0, 0, 0);
    }

    private static LayerReads state(LayerGroup group, long stateElements, long convolutionElements) {
        double bytes = (double) stateElements * STATE_BYTES + (double) convolutionElements * CONVOLUTION_BYTES;
        return new LayerReads(0, 0, 2 * bytes * group.count(), 0, 0, group.count(), 0, 0);
    }

    private static LayerReads feedForward(LayerGroup group) {
        return switch (group.feedForward()) {
            case FeedForward.MixtureOfExperts _ -> new LayerReads(0, 0, 0, 0, 0, 0, group.count(), 0);
            case FeedForward.Dense _ -> new LayerReads(0, 0, 0, 0, 0, 0, 0, group.count());
            case FeedForward.None _ -> NOTHING;
        };
    }

    private static double row(CacheFormat format, long elements) {
        return (double) elements * format.block().bytes() / format.block().elements();
    }

    private LayerReads plus(LayerReads other) {
        return new LayerReads(
                cacheBytes + other.cacheBytes,
                latentBytes + other.latentBytes,
                stateBytes + other.stateBytes,
                attentionWork + other.attentionWork,
                attentionLayers + other.attentionLayers,
                recurrentLayers + other.recurrentLayers,
                expertLayers + other.expertLayers,
                feedForwardLayers + other.feedForwardLayers);
    }
}
