package org.tonari.engine.speed;

import java.util.Optional;
import org.tonari.domain.scenario.Scenario;
import org.tonari.explain.Term;

/// What a step costs more when it decodes several tokens: each further sequence's cache and state, a copy of the state
/// for each token that is only checked, the experts they bring in, launches of other kernels, and work that no longer
/// hides behind reading.
///
/// Fitted on batches of 2 to 32 of llama.cpp and vLLM; other runtimes borrow llama.cpp's rates.
final class BatchCosts {
    /// From here on llama.cpp changes to kernels for larger batches.
    private static final int SMALL_BATCH = 8;

    private BatchCosts() {}

    static void add(
            TimeParts parts,
            Scenario scenario,
            WeightReads weights,
            LayerReads reads,
            Batch batch,
            Rates rates,
            Term bandwidth,
            Optional<Term> peak) {
        int more = batch.sequences() - 1;
        int copies = batch.sequences() * (batch.each() - 1);
        double active = ExpertCoverage.active(scenario.model());
        double covered = ExpertCoverage.of(scenario.model(), batch.tokens(), rates);
        double experts = weights.allExpertBytes();
        parts.read("batch_expert_time", Math.max(0, experts * (covered - active)), "batch.expert_coverage", bandwidth);
        parts.read("batch_expert_time", experts * active, "batch.expert_once", bandwidth);
        parts.read("batch_cache_time", more * reads.cacheBytes(), "batch.cache", bandwidth);
        parts.read("batch_cache_time", more * reads.latentBytes(), "batch.latent_cache", bandwidth);
        parts.read("batch_state_time", (more * 2 + copies) * reads.mambaBytes(), "batch.state_mamba", bandwidth);
        parts.read("batch_state_time", (more * 2 + copies) * reads.deltaBytes(), "batch.state_delta", bandwidth);
        parts.each("launch_time", "layer_launches", reads.launches(), "batch.layer");
        peak.ifPresent(found -> work(parts, weights, batch.tokens(), active, found));
    }

    private static void work(TimeParts parts, WeightReads weights, int tokens, double active, Term peak) {
        double dense = 2 * (weights.allResidentElements() + weights.headElements());
        parts.work("batch_compute_time", tokens * dense, "batch.dense_work", peak);
        if (tokens > SMALL_BATCH) {
            parts.work("batch_compute_time", SMALL_BATCH * dense, "batch.dense_work_large", peak);
        }
        parts.work("batch_compute_time", tokens * 2 * active * weights.allExpertElements(), "batch.expert_work", peak);
        double fourBit = weights.residentElements().getOrDefault(KernelFamily.K_QUANT, 0.0)
                + weights.residentElements().getOrDefault(KernelFamily.BITS_4, 0.0);
        parts.work("batch_compute_time", tokens * 2 * fourBit, "batch.four_bit_work", peak);
    }
}
