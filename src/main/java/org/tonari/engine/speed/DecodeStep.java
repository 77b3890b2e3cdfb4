package org.tonari.engine.speed;

import java.util.Optional;
import org.tonari.domain.answer.MemoryStack.Placement;
import org.tonari.domain.scenario.Scenario;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Ratio;

/// The time of one decoding step, as the sum of what it waits for.
///
/// `t = Σ weights ÷ (e · bandwidth) + cache ÷ (e_kv · bandwidth) + layers · launch + work ÷ (e · peak)`: additive
/// rather than a maximum, because kernels run one after another. Weights are split by kernel family and into those
/// every token reads and those only its experts do; each share has an efficiency fitted to published measurements. No
/// step is faster than its bytes at the full bandwidth.
final class DecodeStep {
    /// One published run (RTX 2080 with DDR4, experts of 36 layers in host memory) reaches this share of the host's
    /// peak.
    private static final Term HOST_EFFICIENCY = Term.given(
            "efficiency",
            new Ratio(0.37),
            new Source(
                    Source.Kind.FITTED,
                    "https://github.com/AlexsJones/llmfit/pull/755",
                    "2026",
                    "one run: Qwen3-30B-A3B Q4_K_M, 36.7 tokens a second"));

    private final Scenario scenario;
    private final WeightReads weights;
    private final Rates rates;
    private final Bandwidth.Known bandwidth;
    private final Optional<Term> peak;
    private final HostShare host;

    /// @param bandwidth of the memories that the model stands in
    /// @param placement which layers stand in host memory
    DecodeStep(Scenario scenario, WeightReads weights, Rates rates, Bandwidth.Known bandwidth, Placement placement) {
        this.scenario = scenario;
        this.weights = weights;
        this.rates = rates;
        this.bandwidth = bandwidth;
        this.peak = ComputePeak.of(scenario.machine());
        this.host = HostShare.of(scenario.model(), placement);
    }

    /// @return the share of the host's bandwidth that is reached
    static Term hostEfficiency(Rates rates) {
        return rates.efficiency("host").orElse(HOST_EFFICIENCY);
    }

    /// @param depth tokens in the cache of each sequence
    /// @param batch decoded together
    /// @return seconds for one step, or nothing where no rate was ever fitted
    Optional<Term> time(double depth, Batch batch) {
        double active = ExpertCoverage.active(scenario.model());
        LayerReads reads = LayerReads.of(scenario, depth);
        var parts = new TimeParts(rates);
        if (!readWeights(parts, active)) {
            return Optional.empty();
        }
        parts.read("cache_read_time", reads.cacheBytes(), "cache", bandwidth.primary());
        parts.read("latent_cache_read_time", reads.latentBytes(), "latent_cache", bandwidth.primary());
        parts.read("state_read_time", 2 * reads.stateBytes(), "resident.16bit", bandwidth.primary());
        parts.each("launch_time", "attention_layers", reads.attentionLayers(), "attention_layer");
        parts.each("launch_time", "expert_layers", reads.expertLayers(), "expert_layer");
        parts.each("launch_time", "recurrent_layers", reads.recurrentLayers(), "recurrent_layer");
        parts.each("step_overhead_time", "steps", 1, "step");
        double work =
                2 * (weights.allResidentElements() + weights.headElements() + active * weights.allExpertElements());
        peak.ifPresent(found -> parts.work("compute_time", work, "compute", found));
        if (batch.tokens() > 1) {
            BatchCosts.add(parts, scenario, weights, reads, batch, rates, bandwidth.primary(), peak);
        }
        return Optional.of(noFasterThanMemory(parts.sum("step_time"), reads, active));
    }

    private boolean readWeights(TimeParts parts, double active) {
        boolean fitted = true;
        for (var share : weights.residentBytes().entrySet()) {
            double onHost = share.getValue() * host.layers();
            fitted &= parts.read(
                    "weight_read_time",
                    share.getValue() - onHost,
                    share.getKey().residentRate(),
                    bandwidth.primary());
            parts.readAt("host_read_time", onHost, hostEfficiency(rates), bandwidth.host());
        }
        for (var share : weights.expertBytes().entrySet()) {
            double read = share.getValue() * active;
            double onHost = read * host.experts();
            fitted &=
                    parts.read("expert_read_time", read - onHost, share.getKey().expertRate(), bandwidth.primary());
            parts.readAt("host_read_time", onHost, hostEfficiency(rates), bandwidth.host());
        }
        return fitted;
    }

    /// Fitted shares may trade time among themselves; together they never beat the memory.
    private Term noFasterThanMemory(Term sum, LayerReads reads, double active) {
        double bytes = weights.allResidentBytes() * (1 - host.layers())
                + weights.allExpertBytes() * active * (1 - host.experts())
                + reads.cacheBytes()
                + reads.latentBytes();
        double least = bytes / bandwidth.primary().value().magnitude();
        if (sum.value().magnitude() >= least) {
            return sum;
        }
        var floor = new TimeParts(rates);
        Term whole = Term.given("efficiency", new Ratio(1), Source.of(Source.Kind.DERIVED, "the memory's own peak"));
        floor.readAt("memory_time", bytes, whole, bandwidth.primary());
        return floor.sum("step_time");
    }
}
