package org.tonari.engine.speed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tonari.domain.answer.MemoryStack.Placement;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.model.FeedForward.MixtureOfExperts;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.scenario.Scenario;
import org.tonari.explain.Sourced;
import org.tonari.units.Quantity;

/// The time of a decoding step and of a prompt once more, in plain arithmetic over the same weights and rates.
///
/// A rate's number is the inverse of the share of a peak that is reached, or a time.
final class PlainSpeed {
    private final Scenario scenario;
    private final WeightReads weights;
    private final Map<String, Double> rates;
    private final double bandwidth;
    private final double hostBandwidth;
    private final double peak;
    private final double hostLayers;
    private final double hostExperts;

    PlainSpeed(Scenario scenario, WeightReads weights, Map<String, Double> rates, Placement placement) {
        this.scenario = scenario;
        this.weights = weights;
        this.rates = rates;
        Machine machine = scenario.machine();
        this.bandwidth = value(machine.primaryPool().bandwidth());
        this.hostBandwidth =
                placement.isSplit() ? value(machine.hostPool().orElseThrow().bandwidth()) : bandwidth;
        this.peak = peak(machine);
        List<Integer> routed = IntStream.range(0, scenario.model().layers())
                .filter(layer -> scenario.model().layer(layer).feedForward() instanceof MixtureOfExperts)
                .boxed()
                .toList();
        this.hostLayers = (double) placement.hostLayers() / scenario.model().layers();
        this.hostExperts = routed.isEmpty()
                ? 0
                : routed.stream()
                                .filter(layer -> layer < placement.hostLayers() || layer < placement.hostExpertLayers())
                                .count()
                        / (double) routed.size();
    }

    /// @param each tokens of each sequence in one pass, more than one where drafted ones are checked
    double step(double depth, int sequences, int each) {
        var reads = new PlainReads(scenario, depth);
        double active = covered(1);
        double bytes = 0;
        double seconds = 0;
        for (var family : weights.residentBytes().entrySet()) {
            seconds += read(family.getValue() * (1 - hostLayers), "resident." + key(family.getKey()));
            seconds += fromHost(family.getValue() * hostLayers);
            bytes += family.getValue() * (1 - hostLayers);
        }
        for (var family : weights.expertBytes().entrySet()) {
            double used = family.getValue() * active;
            seconds += read(used * (1 - hostExperts), "expert." + key(family.getKey())) + fromHost(used * hostExperts);
            bytes += used * (1 - hostExperts);
        }
        seconds += read(reads.cache, "cache") + read(reads.latent, "latent_cache");
        seconds += read(2 * (reads.delta + reads.mamba), "resident.16bit");
        seconds += reads.attentionLayers * rate("attention_layer") + reads.expertLayers * rate("expert_layer");
        seconds += reads.recurrentLayers * rate("recurrent_layer") + rate("step");
        double elements = sum(weights.residentElements()) + weights.headElements();
        seconds += work(2 * (elements + active * sum(weights.expertElements())), "compute");
        if (sequences * each > 1) {
            seconds += batch(reads, sequences, each, active, elements);
        }
        return Math.max(seconds, (bytes + reads.cache + reads.latent) / bandwidth);
    }

    private double batch(PlainReads reads, int sequences, int each, double active, double elements) {
        int tokens = sequences * each;
        double states = 2.0 * (sequences - 1) + sequences * (each - 1.0);
        double experts = sum(weights.expertBytes());
        double further = covered(Math.pow(tokens, rate("batch.gamma"))) - active;
        double seconds = read(experts * Math.max(0, further), "batch.expert_coverage");
        seconds += read(experts * active, "batch.expert_once");
        seconds += read((sequences - 1) * reads.cache, "batch.cache");
        seconds += read((sequences - 1) * reads.latent, "batch.latent_cache");
        seconds += read(states * reads.mamba, "batch.state_mamba");
        seconds += read(states * reads.delta, "batch.state_delta");
        seconds += (reads.attentionLayers + reads.recurrentLayers + reads.expertLayers) * rate("batch.layer");
        seconds += work(tokens * 2 * elements, "batch.dense_work");
        seconds += tokens > 8 ? work(8 * 2 * elements, "batch.dense_work_large") : 0;
        seconds += work(tokens * 2 * active * sum(weights.expertElements()), "batch.expert_work");
        double fourBit = weights.residentElements().getOrDefault(KernelFamily.K_QUANT, 0.0)
                + weights.residentElements().getOrDefault(KernelFamily.BITS_4, 0.0);
        return seconds + work(tokens * 2 * fourBit, "batch.four_bit_work");
    }

    double prompt(long tokens, long micro) {
        var reads = new PlainReads(scenario, tokens / 2.0);
        double seconds = 0;
        for (var family : weights.residentElements().entrySet()) {
            seconds += work(2.0 * tokens * family.getValue(), "prefill.resident." + key(family.getKey()));
        }
        for (var family : weights.expertElements().entrySet()) {
            seconds += work(2.0 * tokens * covered(1) * family.getValue(), "prefill.expert." + key(family.getKey()));
        }
        seconds += work(tokens * reads.attentionWork, "prefill.attention");
        seconds += work(tokens * reads.wideWork, "prefill.wide_attention");
        seconds += work(tokens * reads.latentWork, "prefill.latent_attention");
        seconds += work(6 * reads.delta / 4 * tokens, "prefill.delta")
                + work(6 * reads.mamba / 4 * tokens, "prefill.mamba");
        seconds += read(reads.cache * tokens / 64, "prefill.cache");
        seconds += read(2.0 * tokens * moved(reads), "prefill.activations");
        long size = Math.min(tokens, micro);
        long batches = (tokens + size - 1) / size;
        double resident = sum(weights.residentBytes()) * batches;
        double experts = sum(weights.expertBytes()) * covered(size) * batches;
        double onHost = resident * hostLayers + experts * hostExperts;
        seconds += read(resident + experts - onHost, "prefill.weight_read");
        Optional<Double> link = size < 32 ? Optional.empty() : link();
        seconds += link.isPresent() ? onHost / link.get() : fromHost(onHost);
        seconds +=
                batches * (reads.attentionLayers + reads.recurrentLayers + reads.expertLayers) * rate("prefill.layer");
        return seconds + rate("prefill.start");
    }

    double work(double depth, int sequences) {
        var reads = new PlainReads(scenario, depth);
        double elements =
                sum(weights.residentElements()) + weights.headElements() + covered(1) * sum(weights.expertElements());
        return sequences * (2 * elements + reads.attentionWork + reads.wideWork + reads.latentWork);
    }

    double traffic(double depth, int sequences) {
        var reads = new PlainReads(scenario, depth);
        return sum(weights.residentBytes())
                + covered(sequences) * sum(weights.expertBytes())
                + sequences * (reads.cache + reads.latent + 2 * (reads.delta + reads.mamba));
    }

    double promptWork(long tokens) {
        var reads = new PlainReads(scenario, tokens / 2.0);
        double elements = sum(weights.residentElements()) + covered(1) * sum(weights.expertElements());
        return tokens * (2 * elements + reads.attentionWork + reads.wideWork + reads.latentWork);
    }

    double promptTraffic(long tokens, long micro) {
        var reads = new PlainReads(scenario, tokens / 2.0);
        long size = Math.min(tokens, micro);
        long batches = (tokens + size - 1) / size;
        return batches * (sum(weights.residentBytes()) + covered(size) * sum(weights.expertBytes()))
                + 2 * (reads.cache + reads.latent)
                + batches * 2 * (reads.delta + reads.mamba);
    }

    private double moved(PlainReads reads) {
        long hidden = scenario.model().hiddenSize();
        double elements = 8.0 * hidden * (reads.attentionLayers + reads.recurrentLayers);
        for (LayerGroup group : scenario.model().groups()) {
            if (group.feedForward() instanceof MixtureOfExperts experts) {
                elements += (double) group.count() * experts.active() * (2 * hidden + 3 * experts.width());
            }
        }
        return elements;
    }

    private Optional<Double> link() {
        return scenario.machine().links().stream()
                .filter(link -> link.id().equals("pcie") && link.bandwidth() instanceof Sourced.Known<?>)
                .map(link -> value(link.bandwidth()))
                .findFirst();
    }

    /// The share of experts that so many tokens pick, each by itself; the mean over kinds of layers.
    private double covered(double tokens) {
        double sum = 0;
        int kinds = 0;
        for (LayerGroup group : scenario.model().groups()) {
            if (group.feedForward() instanceof MixtureOfExperts experts) {
                sum += 1 - Math.pow(1 - (double) experts.active() / experts.experts(), tokens);
                kinds++;
            }
        }
        return kinds == 0 ? 1 : sum / kinds;
    }

    private double read(double bytes, String rate) {
        return bytes * rate(rate) / bandwidth;
    }

    private double fromHost(double bytes) {
        return bytes * rate("host") / hostBandwidth;
    }

    private double work(double operations, String rate) {
        return operations * rate(rate) / peak;
    }

    private double rate(String name) {
        return rates.get(name);
    }

    private static String key(KernelFamily family) {
        return Map.of(
                        KernelFamily.BITS_16, "16bit",
                        KernelFamily.BITS_8, "8bit",
                        KernelFamily.K_QUANT, "kquant",
                        KernelFamily.BITS_4, "4bit",
                        KernelFamily.FP4, "fp4")
                .get(family);
    }

    private static double peak(Machine machine) {
        var peaks = machine.processor().densePeak();
        for (String format : List.of("bf16", "fp16")) {
            if (peaks.get(format) instanceof Sourced.Known<?>) {
                return value(peaks.get(format));
            }
        }
        if (peaks.get("fp32") instanceof Sourced.Known<?>) {
            return value(peaks.get("fp32"))
                    * (machine.processor().calibrationClass().equals("gddr") ? 2 : 1);
        }
        return value(machine.processor().measuredPeak().get("fp32"));
    }

    private static double value(Sourced<? extends Quantity> figure) {
        return ((Sourced.Known<? extends Quantity>) figure).value().magnitude();
    }

    private static double sum(Map<KernelFamily, Double> amounts) {
        return amounts.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
