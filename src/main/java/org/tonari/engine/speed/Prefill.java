package org.tonari.engine.speed;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonari.domain.InferenceRuntime.Allocation;
import org.tonari.domain.MemoryStack.Placement;
import org.tonari.domain.Scenario;
import org.tonari.engine.memory.WeightBytes;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Count;
import org.tonari.units.Flops;
import org.tonari.units.FlopsPerSecond;
import org.tonari.units.Unit;

/// The time a prompt takes before its first answer.
///
/// Work in the linear layers and work in attention run at rates of their own, each a fitted share of the dense 16-bit
/// peak by kernel family; to it come the weights read once for each micro-batch and launches. Latent attention is
/// counted
/// un-absorbed: prompts are processed with full heads.
final class Prefill {
    private static final Source COUNTED = Source.of(Source.Kind.DERIVED, "the model's tensors and the prompt's length");
    private static final List<String> PEAKS = List.of("bf16", "fp16", "fp32");

    private final Scenario scenario;
    private final WeightBytes weights;
    private final Rates rates;
    private final Bandwidth.Known bandwidth;
    private final HostShare host;

    Prefill(Scenario scenario, WeightBytes weights, Rates rates, Bandwidth.Known bandwidth, Placement placement) {
        this.scenario = scenario;
        this.weights = weights;
        this.rates = rates;
        this.bandwidth = bandwidth;
        this.host = HostShare.of(scenario.model(), placement);
    }

    /// @param prompt tokens
    /// @param start  tokens in the cache before them
    /// @return seconds, or nothing where the machine's compute peak or a fitted rate is missing
    Optional<Term> time(long prompt, long start) {
        return peak().flatMap(peak -> time(prompt, start, peak));
    }

    private Optional<Term> time(long prompt, long start, Term peak) {
        var parts = new ArrayList<Term>();
        for (boolean routed : List.of(false, true)) {
            for (var work : workByFamily(routed, prompt).entrySet()) {
                String name = (routed ? "prefill.expert." : "prefill.resident.")
                        + work.getKey().key();
                Optional<Term> efficiency = rates.efficiency(name);
                if (efficiency.isEmpty()) {
                    return Optional.empty();
                }
                parts.add(work("linear_time", work.getValue(), efficiency.get(), peak));
            }
        }
        attention(parts, prompt, start, peak);
        batches(parts, prompt);
        return Optional.of(Term.derived("prefill_time", Unit.SECONDS, Operation.SUM, parts));
    }

    private void attention(List<Term> parts, long prompt, long start, Term peak) {
        LayerReads middle = LayerReads.of(scenario, start + prompt / 2.0);
        String rate = middle.latentBytes() > 0 ? "prefill.latent_attention" : "prefill.attention";
        double work = middle.attentionWork() * prompt;
        if (work > 0) {
            rates.efficiency(rate)
                    .ifPresent(efficiency -> parts.add(work("prompt_attention_time", work, efficiency, peak)));
        }
    }

    /// Each micro-batch reads the weights it touches once and launches its kernels.
    private void batches(List<Term> parts, long prompt) {
        long size = Math.min(prompt, microBatch());
        long batches = Math.ceilDiv(prompt, size);
        double read = 0;
        double fromHost = 0;
        for (WeightBytes.Share share : weights.readByToken()) {
            boolean routed = share.role().isRoutedExpert();
            double touched = routed ? ExpertCoverage.independent(scenario.model(), size) : 1;
            double onHost = routed ? host.experts() : host.layers();
            read += share.bytes().count() * touched * (1 - onHost) * batches;
            fromHost += share.bytes().count() * touched * onHost * batches;
        }
        double once = read;
        rates.efficiency("prefill.weight_read")
                .ifPresent(efficiency -> parts.add(bytes("batch_read_time", once, efficiency, bandwidth.primary())));
        if (fromHost > 0) {
            parts.add(bytes("host_read_time", fromHost, DecodeStep.hostEfficiency(rates), bandwidth.host()));
        }
        Term each = rates.time("prefill.layer");
        if (each.value().magnitude() > 0) {
            LayerReads layers = LayerReads.of(scenario, 0);
            long launches = batches * (layers.attentionLayers() + layers.recurrentLayers() + layers.expertLayers());
            Term count = Term.given("layer_launches", new Count(launches), COUNTED);
            parts.add(Term.derived("launch_time", Unit.SECONDS, Operation.PRODUCT, count, each));
        }
        Term start = rates.time("prefill.start");
        if (start.value().magnitude() > 0) {
            parts.add(start.as("prompt_overhead_time"));
        }
    }

    private long microBatch() {
        return switch (scenario.runtime().allocation()) {
            case Allocation.Cells _, Allocation.OllamaSlots _ ->
                scenario.workload().ubatch().count();
            case Allocation.PagedShareOfTotal paged -> paged.batchedTokens().count();
            case Allocation.PagedShareOfFree paged -> paged.batchedTokens().count();
            case Allocation.GrowingSteps steps -> steps.prefillStep().count();
        };
    }

    private Map<KernelFamily, Double> workByFamily(boolean routed, long prompt) {
        var work = new EnumMap<KernelFamily, Double>(KernelFamily.class);
        double active = routed ? ExpertCoverage.of(scenario.model(), 1, rates) : 1;
        for (WeightBytes.Share share : weights.readByToken()) {
            if (share.role().isRoutedExpert() == routed && !share.isHead()) {
                work.merge(KernelFamily.of(share.block()), 2.0 * prompt * share.elements() * active, Double::sum);
            }
        }
        return work;
    }

    private Optional<Term> peak() {
        for (String format : PEAKS) {
            Sourced<FlopsPerSecond> peak = scenario.machine()
                    .processor()
                    .densePeak()
                    .getOrDefault(format, new Sourced.Unknown<>(new MissingFact("dense_peak." + format, "not stated")));
            if (peak instanceof Sourced.Known<FlopsPerSecond>(FlopsPerSecond rate, Source source)) {
                return Optional.of(Term.given("compute_peak", rate, source, "machine.processor.dense_peak"));
            }
        }
        return Optional.empty();
    }

    private static Term work(String id, double work, Term efficiency, Term peak) {
        Term reached = Term.derived("compute_reached", Unit.FLOPS_PER_SECOND, Operation.PRODUCT, efficiency, peak);
        return Term.derived(
                id, Unit.SECONDS, Operation.QUOTIENT, Term.given("work", new Flops(work), COUNTED), reached);
    }

    private static Term bytes(String id, double bytes, Term efficiency, Term bandwidth) {
        Term reached =
                Term.derived("bandwidth_reached", Unit.BYTES_PER_SECOND, Operation.PRODUCT, efficiency, bandwidth);
        return Term.derived(
                id,
                Unit.SECONDS,
                Operation.QUOTIENT,
                Term.given("bytes_read", Bytes.roundedUp(bytes), COUNTED),
                reached);
    }
}
