package org.tonari.domain.model;

import java.util.Set;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Phrase;
import org.tonari.explain.Refused;

/// How a layer looks back at earlier tokens, and so what it must remember of them.
public sealed interface Attention {

    /// The heads of softmax attention.
    ///
    /// @param query     query heads, at least 1
    /// @param keyValue  key/value heads that query heads share (grouped-query attention), at least 1
    /// @param keySize   elements of one key head
    /// @param valueSize elements of one value head
    /// @param traits    what departs from the plain form
    record Heads(long query, long keyValue, long keySize, long valueSize, Set<Trait> traits) {
        public Heads {
            requirePositive(query, "query heads");
            requirePositive(keyValue, "key/value heads");
            requirePositive(keySize, "key size");
            requirePositive(valueSize, "value size");
            traits = Set.copyOf(traits);
        }

        /// @return elements of all keys of one token
        public long keyWidth() {
            return Math.multiplyExact(keyValue, keySize);
        }

        /// @return elements of all values of one token
        public long valueWidth() {
            return Math.multiplyExact(keyValue, valueSize);
        }

        /// @return whether this layer keeps a cache of its own, rather than read an earlier layer's
        public boolean ownsCache() {
            return !traits.contains(Trait.SHARED_CACHE);
        }
    }

    /// Departures from plain grouped-query attention.
    enum Trait {
        /// The query projection is twice as wide: its second half gates the output.
        OUTPUT_GATE,
        /// One projection serves as key and value.
        KEY_IS_VALUE,
        /// Reads the cache of an earlier layer.
        SHARED_CACHE,
        /// Query, key and value are projected by one matrix.
        FUSED_PROJECTION
    }

    /// Every earlier token.
    record FullAttention(Heads heads) implements Attention {}

    /// The last `window` tokens.
    ///
    /// @param window in tokens, at least 1
    record SlidingWindowAttention(Heads heads, long window) implements Attention {
        public SlidingWindowAttention {
            requirePositive(window, "window");
        }
    }

    /// The tokens of the current chunk.
    ///
    /// @param chunk in tokens, at least 1
    record ChunkedAttention(Heads heads, long chunk) implements Attention {
        public ChunkedAttention {
            requirePositive(chunk, "chunk");
        }
    }

    /// Multi-head latent attention (MLA): one compressed vector a token stands for all keys and values.
    ///
    /// @param heads      query heads
    /// @param queryRank  rank of the query's compression, 0 where it has none
    /// @param latentRank elements of the compressed key/value vector (`kv_lora_rank`)
    /// @param ropeSize   elements of the shared rotary key
    /// @param plainSize  elements of a head's key without rotation (`qk_nope_head_dim`)
    /// @param valueSize  elements of a head's value
    record LatentAttention(long heads, long queryRank, long latentRank, long ropeSize, long plainSize, long valueSize)
            implements Attention {
        public LatentAttention {
            requirePositive(heads, "heads");
            requirePositive(latentRank, "latent rank");
            requirePositive(ropeSize, "rotary key size");
            requirePositive(plainSize, "plain key size");
            requirePositive(valueSize, "value size");
        }

        /// @return elements cached for one token
        public long cacheWidth() {
            return Math.addExact(latentRank, ropeSize);
        }
    }

    /// Latent attention that reads only the tokens an indexer picks.
    ///
    /// @param latent         the attention itself
    /// @param indexerHeads   heads of the indexer
    /// @param indexerSize    elements of the indexer's one cached key a token
    /// @param selectedTokens tokens read at most
    record SparseLatentAttention(LatentAttention latent, long indexerHeads, long indexerSize, long selectedTokens)
            implements Attention {
        public SparseLatentAttention {
            requirePositive(indexerHeads, "indexer heads");
            requirePositive(indexerSize, "indexer size");
            requirePositive(selectedTokens, "selected tokens");
        }
    }

    /// A state-space layer (Mamba): a fixed state instead of a growing cache.
    ///
    /// @param variant     which recurrence
    /// @param innerSize   elements the recurrence runs over
    /// @param stateSize   state elements for each of them
    /// @param groups      groups that share input and output maps
    /// @param heads       heads of the recurrence; for the first Mamba the rank of its time step
    /// @param convolution taps of the short convolution
    record StateSpace(Variant variant, long innerSize, long stateSize, long groups, long heads, long convolution)
            implements Attention {
        /// Which recurrence.
        public enum Variant {
            MAMBA_1,
            MAMBA_2
        }

        public StateSpace {
            requirePositive(innerSize, "inner size");
            requirePositive(stateSize, "state size");
            requirePositive(convolution, "convolution");
        }
    }

    /// A gated delta-rule layer (gated DeltaNet): a fixed matrix state instead of a growing cache.
    ///
    /// @param keyHeads    heads of keys and queries
    /// @param valueHeads  heads of values
    /// @param keySize     elements of a key head
    /// @param valueSize   elements of a value head
    /// @param convolution taps of the short convolution
    record GatedDelta(long keyHeads, long valueHeads, long keySize, long valueSize, long convolution)
            implements Attention {
        public GatedDelta {
            requirePositive(keyHeads, "key heads");
            requirePositive(valueHeads, "value heads");
            requirePositive(keySize, "key size");
            requirePositive(valueSize, "value size");
            requirePositive(convolution, "convolution");
        }
    }

    /// A gated short convolution (LFM2): the last few inputs instead of a growing cache, and no state beside them.
    ///
    /// @param width       channels the convolution runs over
    /// @param convolution taps of the convolution
    record ShortConvolution(long width, long convolution) implements Attention {
        public ShortConvolution {
            requirePositive(width, "width");
            requirePositive(convolution, "convolution");
        }
    }

    /// No attention: a layer that is feed-forward only.
    record None() implements Attention {}

    /// Attention whose cache nothing read so far describes.
    ///
    /// @param missing what would have to be known
    record Undescribed(MissingFact missing) implements Attention {}

    private static void requirePositive(long value, String what) {
        if (value <= 0) {
            throw new Refused("{0} must be positive: {1}", Phrase.of(what), value);
        }
    }
}
