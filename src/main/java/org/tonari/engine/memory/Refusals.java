package org.tonari.engine.memory;

import java.util.Optional;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.runtime.CacheFormat;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.scenario.Scenario;

/// Combinations of options that a runtime refuses when it makes its context.
public final class Refusals {
    /// Why a runtime refuses.
    public enum Refusal {
        /// The runtime does not offer this cache format.
        CACHE_FORMAT_NOT_OFFERED,
        /// Quantised values need flash attention.
        QUANTISED_VALUES_NEED_FLASH_ATTENTION,
        /// With latent attention values are a view of the keys, so quantised keys need flash attention too.
        QUANTISED_LATENT_NEEDS_FLASH_ATTENTION,
        /// The head size is not a multiple of the cache format's block.
        HEAD_SIZE_DOES_NOT_FILL_BLOCKS
    }

    private Refusals() {}

    /// @return why the scenario's runtime refuses its options, if it does
    public static Optional<Refusal> of(Scenario scenario) {
        if (!offers(scenario.runtime(), scenario.keys()) || !offers(scenario.runtime(), scenario.values())) {
            return Optional.of(Refusal.CACHE_FORMAT_NOT_OFFERED);
        }
        return switch (scenario.runtime().allocation()) {
            case InferenceRuntime.Allocation.Cells _, InferenceRuntime.Allocation.OllamaSlots _ -> llama(scenario);
            case InferenceRuntime.Allocation.PagedShareOfTotal _,
                    InferenceRuntime.Allocation.StaticShare _,
                    InferenceRuntime.Allocation.PagedShareOfFree _,
                    InferenceRuntime.Allocation.GrowingSteps _ -> Optional.empty();
        };
    }

    private static boolean offers(InferenceRuntime runtime, CacheFormat format) {
        return format.runtimes().contains(runtime.id());
    }

    private static Optional<Refusal> llama(Scenario scenario) {
        boolean fused = scenario.workload().flashAttention().isOn();
        if (!fused && scenario.values().isQuantised()) {
            return Optional.of(Refusal.QUANTISED_VALUES_NEED_FLASH_ATTENTION);
        }
        if (!fused && scenario.keys().isQuantised() && hasLatent(scenario)) {
            return Optional.of(Refusal.QUANTISED_LATENT_NEEDS_FLASH_ATTENTION);
        }
        for (LayerGroup group : scenario.model().groups()) {
            if (!fills(group.attention(), scenario)) {
                return Optional.of(Refusal.HEAD_SIZE_DOES_NOT_FILL_BLOCKS);
            }
        }
        return Optional.empty();
    }

    private static boolean hasLatent(Scenario scenario) {
        return scenario.model().groups().stream()
                .anyMatch(group -> group.attention() instanceof Attention.LatentAttention
                        || group.attention() instanceof Attention.SparseLatentAttention);
    }

    private static boolean fills(Attention attention, Scenario scenario) {
        return switch (attention) {
            case Attention.FullAttention(Heads heads) -> fills(heads, scenario);
            case Attention.SlidingWindowAttention(Heads heads, long _) -> fills(heads, scenario);
            case Attention.ChunkedAttention(Heads heads, long _) -> fills(heads, scenario);
            case Attention.LatentAttention latent -> scenario.keys().block().fits(latent.cacheWidth());
            case Attention.SparseLatentAttention sparse ->
                scenario.keys().block().fits(sparse.latent().cacheWidth())
                        && scenario.keys().block().fits(sparse.indexerSize());
            case Attention.StateSpace _,
                    Attention.GatedDelta _,
                    Attention.ShortConvolution _,
                    Attention.None _,
                    Attention.Undescribed _ -> true;
        };
    }

    private static boolean fills(Heads heads, Scenario scenario) {
        return scenario.keys().block().fits(heads.keySize())
                && scenario.values().block().fits(heads.valueSize());
    }
}
