package org.tonari.engine.speed;

import java.util.Optional;
import org.tonari.domain.answer.MemoryStack.Placement;
import org.tonari.domain.model.FeedForward.MixtureOfExperts;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.runtime.InferenceRuntime.Allocation;
import org.tonari.domain.scenario.Scenario;
import org.tonari.explain.Term;

/// The time a prompt takes before its first answer.
///
/// Work in the linear layers and work in attention run at rates of their own, each a fitted share of the dense 16-bit
/// peak by kernel family; to it come activations and cache that pass through memory, the weights read once for each
/// micro-batch, recurrences and launches. Latent attention is counted un-absorbed: prompts run with full heads.
final class Prefill {
    /// Tokens of a batch from which weights in host memory are copied to the card (llama.cpp issue 13386).
    private static final long COPIED_FROM = 32;

    /// Query rows that share one pass over the cache.
    private static final double QUERY_ROWS = 64;

    private static final double ACTIVATION_BYTES = 2;

    /// Operations a recurrence spends on each state element and token.
    private static final double STATE_WORK = 6;

    private final Scenario scenario;
    private final WeightReads weights;
    private final Rates rates;
    private final Bandwidth.Known bandwidth;
    private final HostShare host;

    Prefill(Scenario scenario, WeightReads weights, Rates rates, Bandwidth.Known bandwidth, Placement placement) {
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
        return ComputePeak.of(scenario.machine()).flatMap(peak -> time(prompt, start, peak));
    }

    private Optional<Term> time(long prompt, long start, Term peak) {
        var parts = new TimeParts(rates);
        boolean fitted = true;
        for (var share : weights.residentElements().entrySet()) {
            String rate = share.getKey().promptResidentRate();
            fitted &= parts.work("linear_time", 2.0 * prompt * share.getValue(), rate, peak);
        }
        double active = ExpertCoverage.active(scenario.model());
        for (var share : weights.expertElements().entrySet()) {
            String rate = share.getKey().promptExpertRate();
            fitted &= parts.work("expert_time", 2.0 * prompt * active * share.getValue(), rate, peak);
        }
        if (!fitted) {
            return Optional.empty();
        }
        LayerReads middle = LayerReads.of(scenario, start + prompt / 2.0);
        attention(parts, prompt, middle, peak);
        traffic(parts, prompt, middle);
        batches(parts, prompt, middle);
        return Optional.of(parts.sum("prefill_time"));
    }

    private void attention(TimeParts parts, long prompt, LayerReads middle, Term peak) {
        parts.work("prompt_attention_time", middle.attentionWork() * prompt, "prefill.attention", peak);
        parts.work("prompt_attention_time", middle.wideWork() * prompt, "prefill.wide_attention", peak);
        parts.work("prompt_attention_time", middle.latentWork() * prompt, "prefill.latent_attention", peak);
        double delta = STATE_WORK * middle.deltaBytes() / Float.BYTES * prompt;
        double mamba = STATE_WORK * middle.mambaBytes() / Float.BYTES * prompt;
        parts.work("recurrence_time", delta, "prefill.delta", peak);
        parts.work("recurrence_time", mamba, "prefill.mamba", peak);
    }

    private void traffic(TimeParts parts, long prompt, LayerReads middle) {
        double cache = middle.cacheBytes() * prompt / QUERY_ROWS;
        parts.read("prompt_cache_time", cache, "prefill.cache", bandwidth.primary());
        double activations = ACTIVATION_BYTES * prompt * activationElements(middle);
        parts.read("activation_time", activations, "prefill.activations", bandwidth.primary());
    }

    /// Elements a token moves through memory: expert inputs and outputs, and the residual stream around each layer.
    private double activationElements(LayerReads layers) {
        long hidden = scenario.model().hiddenSize();
        double elements = 8.0 * hidden * (layers.attentionLayers() + layers.recurrentLayers());
        for (LayerGroup group : scenario.model().groups()) {
            if (group.feedForward() instanceof MixtureOfExperts experts) {
                elements += (double) group.count() * experts.active() * (2 * hidden + 3 * experts.width());
            }
        }
        return elements;
    }

    /// Each micro-batch reads the weights it touches once and launches its kernels.
    private void batches(TimeParts parts, long prompt, LayerReads layers) {
        long size = Math.min(prompt, microBatch(scenario));
        long batches = Math.ceilDiv(prompt, size);
        double touched = ExpertCoverage.independent(scenario.model(), size);
        double resident = weights.allResidentBytes() * batches;
        double experts = weights.allExpertBytes() * touched * batches;
        double onHost = resident * host.layers() + experts * host.experts();
        parts.read("batch_read_time", resident + experts - onHost, "prefill.weight_read", bandwidth.primary());
        fromHost(parts, onHost, size);
        parts.each("launch_time", "layer_launches", batches * layers.launches(), "prefill.layer");
        parts.each("prompt_overhead_time", "prompts", 1, "prefill.start");
    }

    /// Large batches are worked on by the card, to which llama.cpp copies what stands in host memory (`op-offload`).
    private void fromHost(TimeParts parts, double bytes, long batch) {
        Optional<Term> link = batch < COPIED_FROM ? Optional.empty() : HostLink.of(scenario.machine());
        link.ifPresentOrElse(
                found -> parts.readAt("link_time", bytes, HostLink.WHOLE, found),
                () -> parts.readAt("host_read_time", bytes, DecodeStep.hostEfficiency(rates), bandwidth.host()));
    }

    /// @return prompt tokens that a runtime processes at once
    static long microBatch(Scenario scenario) {
        return switch (scenario.runtime().allocation()) {
            case Allocation.Cells _, Allocation.OllamaSlots _ ->
                scenario.workload().ubatch().count();
            case Allocation.PagedShareOfTotal paged ->
                paged.stepOn(scenario.machine().primaryPool()).batchedTokens().count();
            case Allocation.StaticShare paged ->
                paged.stepOn(scenario.machine().primaryPool()).batchedTokens().count();
            case Allocation.PagedShareOfFree paged -> paged.batchedTokens().count();
            case Allocation.GrowingSteps steps -> steps.prefillStep().count();
        };
    }
}
