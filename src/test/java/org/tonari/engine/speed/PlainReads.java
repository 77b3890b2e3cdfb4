package org.tonari.engine.speed;

import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.FeedForward.MixtureOfExperts;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.runtime.CacheFormat;
import org.tonari.domain.scenario.Scenario;

/// What one sequence makes a step read and compute, once more in plain arithmetic.
final class PlainReads {
    double cache;
    double latent;
    double delta;
    double mamba;
    double attentionWork;
    double wideWork;
    double latentWork;
    int attentionLayers;
    int recurrentLayers;
    int expertLayers;

    private final CacheFormat keys;
    private final CacheFormat values;
    private final double depth;

    PlainReads(Scenario scenario, double depth) {
        this.keys = scenario.keys();
        this.values = scenario.values();
        this.depth = depth;
        for (LayerGroup group : scenario.model().groups()) {
            add(group.count(), group.attention());
            expertLayers += group.feedForward() instanceof MixtureOfExperts ? group.count() : 0;
        }
    }

    private void add(int layers, Attention attention) {
        switch (attention) {
            case Attention.FullAttention(Heads heads) -> softmax(layers, heads, depth);
            case Attention.SlidingWindowAttention(Heads heads, long window) ->
                softmax(layers, heads, Math.min(depth, window));
            case Attention.ChunkedAttention(Heads heads, long chunk) -> softmax(layers, heads, Math.min(depth, chunk));
            case Attention.LatentAttention own -> latent(layers, own, depth);
            case Attention.SparseLatentAttention sparse -> {
                latent(layers, sparse.latent(), Math.min(depth, sparse.selectedTokens()));
                latent += layers * bytes(keys, sparse.indexerSize()) * depth;
            }
            case Attention.StateSpace space -> {
                boolean second = space.variant() == Attention.StateSpace.Variant.MAMBA_2;
                double channels = space.innerSize() + (second ? 2.0 * space.groups() * space.stateSize() : 0);
                recurrentLayers += layers;
                mamba += layers
                        * (4.0 * space.innerSize() * space.stateSize() + 2.0 * channels * (space.convolution() - 1));
            }
            case Attention.GatedDelta own -> {
                double inner = (double) own.valueHeads() * own.valueSize();
                double channels = inner + 2.0 * own.keyHeads() * own.keySize();
                recurrentLayers += layers;
                delta += layers * (4 * inner * own.keySize() + 2 * channels * (own.convolution() - 1));
            }
            case Attention.ShortConvolution(long width, long taps) -> {
                recurrentLayers += layers;
                mamba += layers * 2.0 * width * (taps - 1);
            }
            case Attention.None _, Attention.Undescribed _ -> {}
        }
    }

    private void softmax(int layers, Heads heads, double tokens) {
        attentionLayers += layers;
        cache += layers
                * tokens
                * (bytes(keys, heads.keyValue() * heads.keySize())
                        + bytes(values, heads.keyValue() * heads.valueSize()));
        double work = layers * tokens * 2 * heads.query() * (heads.keySize() + heads.valueSize());
        attentionWork += heads.keySize() > 256 ? 0 : work;
        wideWork += heads.keySize() > 256 ? work : 0;
    }

    private void latent(int layers, Attention.LatentAttention own, double tokens) {
        attentionLayers += layers;
        latent += layers * tokens * bytes(keys, own.latentRank() + own.ropeSize());
        latentWork += layers * tokens * 2 * own.heads() * (own.plainSize() + own.ropeSize() + own.valueSize());
    }

    private static double bytes(CacheFormat format, long elements) {
        return (double) elements * format.block().bytes() / format.block().elements();
    }
}
