package org.tonari.engine.speed;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonari.domain.MemoryStack.Placement;
import org.tonari.domain.Scenario;
import org.tonari.engine.memory.WeightBytes;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Count;
import org.tonari.units.Flops;
import org.tonari.units.Ratio;
import org.tonari.units.Unit;

/// The time of one decoding step, as the sum of what it waits for.
///
/// `t = Σ weights ÷ (e · bandwidth) + cache ÷ (e_kv · bandwidth) + layers · launch + …`: additive rather than a
/// maximum,
/// because kernels run one after another. Weights are split by kernel family and into those every token reads and those
/// only its experts do; each share has an efficiency fitted to published measurements.
final class DecodeStep {
    private static final Source COUNTED = Source.of(Source.Kind.DERIVED, "the model's tensors in this weight format");

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
    private final WeightBytes weights;
    private final Rates rates;
    private final Bandwidth.Known bandwidth;
    private final HostShare host;

    /// @param bandwidth of the memories that the model stands in
    /// @param placement which layers stand in host memory
    DecodeStep(Scenario scenario, WeightBytes weights, Rates rates, Bandwidth.Known bandwidth, Placement placement) {
        this.scenario = scenario;
        this.weights = weights;
        this.rates = rates;
        this.bandwidth = bandwidth;
        this.host = HostShare.of(scenario.model(), placement);
    }

    /// @param depth    tokens in the cache of each sequence
    /// @param sequences decoded together
    /// @return seconds for one step, or nothing where no rate was ever fitted
    Optional<Term> time(double depth, int sequences) {
        var parts = new ArrayList<Term>();
        for (boolean routed : List.of(false, true)) {
            for (var share : bytesByFamily(routed, sequences).entrySet()) {
                String name =
                        (routed ? "expert." : "resident.") + share.getKey().key();
                Optional<Term> efficiency = rates.efficiency(name);
                if (efficiency.isEmpty()) {
                    return Optional.empty();
                }
                double onHost = share.getValue() * (routed ? host.experts() : host.layers());
                String id = routed ? "expert_read_time" : "weight_read_time";
                parts.add(read(id, share.getValue() - onHost, efficiency.get()));
                addHostRead(parts, onHost);
            }
        }
        LayerReads reads = LayerReads.of(scenario, depth);
        addReads(parts, reads, sequences);
        addLaunches(parts, reads, sequences);
        return Optional.of(Term.derived("step_time", Unit.SECONDS, Operation.SUM, parts));
    }

    /// @return the share of the host's bandwidth that is reached
    static Term hostEfficiency(Rates rates) {
        return rates.efficiency("host").orElse(HOST_EFFICIENCY);
    }

    /// What stands in host memory is read at the host's own pace.
    private void addHostRead(List<Term> parts, double bytes) {
        if (bytes > 0) {
            Term reached = Term.derived(
                    "bandwidth_reached",
                    Unit.BYTES_PER_SECOND,
                    Operation.PRODUCT,
                    hostEfficiency(rates),
                    bandwidth.host());
            Term amount = Term.given("bytes_read", Bytes.roundedUp(bytes), COUNTED);
            parts.add(Term.derived("host_read_time", Unit.SECONDS, Operation.QUOTIENT, amount, reached));
        }
    }

    private void addReads(List<Term> parts, LayerReads reads, int sequences) {
        cache(parts, "cache_read_time", "cache", reads.cacheBytes() * sequences);
        cache(parts, "latent_cache_read_time", "latent_cache", reads.latentBytes() * sequences);
        cache(parts, "state_read_time", "resident.16bit", reads.stateBytes() * sequences);
        cache(parts, "attention_time", "attention", reads.attentionWork() * sequences);
    }

    private void cache(List<Term> parts, String id, String rate, double bytes) {
        if (bytes > 0) {
            rates.efficiency(rate).ifPresent(efficiency -> parts.add(read(id, bytes, efficiency)));
        }
    }

    private void addLaunches(List<Term> parts, LayerReads reads, int sequences) {
        double factor = sequences == 1 ? 1 : rates.number(batchFactor(reads), 1);
        launches(parts, "attention_layers", reads.attentionLayers(), "attention_layer", factor);
        launches(parts, "expert_layers", reads.expertLayers(), "expert_layer", factor);
        launches(parts, "recurrent_layers", reads.recurrentLayers(), "recurrent_layer", factor);
        Term step = rates.time("step");
        if (step.value().magnitude() > 0) {
            parts.add(step.as("step_overhead_time"));
        }
    }

    private static String batchFactor(LayerReads reads) {
        return reads.expertLayers() > 0 ? "batch.launch_factor.experts" : "batch.launch_factor.dense";
    }

    private void launches(List<Term> parts, String id, int layers, String rate, double factor) {
        Term each = rates.time(rate);
        if (layers > 0 && each.value().magnitude() > 0) {
            Term count = Term.given(id, new Count(layers), scenario.model().source());
            Term times = Term.given("batch_factor", new Ratio(factor), COUNTED);
            parts.add(
                    factor == 1
                            ? Term.derived("launch_time", Unit.SECONDS, Operation.PRODUCT, count, each)
                            : Term.derived("launch_time", Unit.SECONDS, Operation.PRODUCT, count, each, times));
        }
    }

    private Term read(String id, double bytes, Term efficiency) {
        Term amount = id.equals("attention_time")
                ? Term.given("attention_work", new Flops(bytes), COUNTED)
                : Term.given("bytes_read", Bytes.roundedUp(bytes), COUNTED);
        Term reached = Term.derived(
                "bandwidth_reached", Unit.BYTES_PER_SECOND, Operation.PRODUCT, efficiency, bandwidth.primary());
        return Term.derived(id, Unit.SECONDS, Operation.QUOTIENT, amount, reached);
    }

    /// @param routed whether to count experts that only some tokens use, or everything else
    private Map<KernelFamily, Double> bytesByFamily(boolean routed, int sequences) {
        var bytes = new EnumMap<KernelFamily, Double>(KernelFamily.class);
        double coverage = routed ? ExpertCoverage.of(scenario.model(), sequences, rates) : 1;
        for (WeightBytes.Share share : weights.readByToken()) {
            if (share.role().isRoutedExpert() == routed) {
                bytes.merge(KernelFamily.of(share.block()), share.bytes().count() * coverage, Double::sum);
            }
        }
        return bytes;
    }
}
