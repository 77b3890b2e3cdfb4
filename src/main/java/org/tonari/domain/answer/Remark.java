package org.tonari.domain.answer;

import org.tonari.units.Bytes;
import org.tonari.units.Tokens;

/// Something a person should know of a scenario that no figure of its estimate says.
public sealed interface Remark {

    /// The context asked for is longer than the model was made for; answers may degrade beyond that.
    ///
    /// @param asked what each sequence shall hold
    /// @param most  what the model was made for
    record ContextBeyondModel(Tokens asked, Tokens most) implements Remark {}

    /// Moving layers or experts to the processor frees nothing: both work in one memory.
    record SplittingSavesNothing() implements Remark {}

    /// The model has no multi-token-prediction head, so nothing is drafted.
    record NoDraftingHead() implements Remark {}

    /// The model has no vision or audio part that is described here, so nothing is added for one.
    record NoProjector() implements Remark {}

    /// The runtime's pool holds fewer full contexts than there are sequences; the others wait.
    ///
    /// @param asked  sequences at once
    /// @param atOnce of them that find room
    record SequencesWait(int asked, int atOnce) implements Remark {}

    /// The runtime takes more in advance than is advised on this machine; it starts, with little left for the system.
    ///
    /// @param taken  in advance
    /// @param beyond what is advised
    record TakesBeyondAdvice(Bytes taken, Bytes beyond) implements Remark {}

    /// A quantised cache is unpacked on the processor, which takes longer than it saves; no published run tells how
    /// much, so the estimate is too fast.
    record CacheSlowOnProcessor() implements Remark {}

    /// Rates were fitted to runs with fused attention; what doing without costs is not counted.
    record PlainAttentionNotCounted() implements Remark {}

    /// @return the remark's name in snake case, for programs
    default String word() {
        return switch (this) {
            case ContextBeyondModel _ -> "context_beyond_model";
            case SplittingSavesNothing _ -> "splitting_saves_nothing";
            case NoDraftingHead _ -> "no_drafting_head";
            case NoProjector _ -> "no_projector";
            case SequencesWait _ -> "sequences_wait";
            case TakesBeyondAdvice _ -> "takes_beyond_advice";
            case CacheSlowOnProcessor _ -> "cache_slow_on_processor";
            case PlainAttentionNotCounted _ -> "plain_attention_not_counted";
        };
    }
}
