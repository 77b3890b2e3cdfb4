package org.tonari.engine.speed;

import java.util.List;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.memory.WeightBytes;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Flops;
import org.tonari.units.Unit;

/// What a decoding step or a prompt computes, and the bytes it moves through memory at least.
///
/// A multiply-add counts as two operations. Their quotient is the arithmetic intensity of the roofline model
/// (Williams, Waterman, Patterson 2009, `doi:10.1145/1498765.1498785`).
///
/// @param work    operations
/// @param traffic bytes of weights, cache and fixed state
public record WorkAndTraffic(Term work, Term traffic) {
    private static final Source COUNTED =
            Source.of(Source.Kind.DERIVED, "the model's tensors and layers in this scenario");

    /// @param sequences decoded together, each with the scenario's context in its cache
    /// @return one decoding step of all of them
    public static WorkAndTraffic decode(Scenario scenario, WeightBytes weights, int sequences) {
        WeightReads reads = WeightReads.of(weights);
        LayerReads layers =
                LayerReads.of(scenario, scenario.workload().context().count());
        double active = ExpertCoverage.active(scenario.model());
        double covered = ExpertCoverage.independent(scenario.model(), sequences);
        double elements = reads.allResidentElements() + reads.headElements() + active * reads.allExpertElements();
        return new WorkAndTraffic(
                work(2 * sequences * elements, sequences * attention(layers)),
                traffic(
                        reads.allResidentBytes() + covered * reads.allExpertBytes(),
                        sequences * (layers.cacheBytes() + layers.latentBytes()),
                        sequences * 2 * layers.stateBytes()));
    }

    /// @return the scenario's whole prompt, its weights read once for each micro-batch
    public static WorkAndTraffic prefill(Scenario scenario, WeightBytes weights) {
        long prompt = scenario.workload().prompt().count();
        WeightReads reads = WeightReads.of(weights);
        LayerReads middle = LayerReads.of(scenario, prompt / 2.0);
        double active = ExpertCoverage.active(scenario.model());
        double elements = reads.allResidentElements() + active * reads.allExpertElements();
        long size = Math.min(prompt, Prefill.microBatch(scenario));
        long batches = Math.ceilDiv(prompt, size);
        double touched = ExpertCoverage.independent(scenario.model(), size);
        return new WorkAndTraffic(
                work(2.0 * prompt * elements, prompt * attention(middle)),
                traffic(
                        batches * (reads.allResidentBytes() + touched * reads.allExpertBytes()),
                        2 * (middle.cacheBytes() + middle.latentBytes()),
                        batches * 2 * middle.stateBytes()));
    }

    private static double attention(LayerReads layers) {
        return layers.attentionWork() + layers.wideWork() + layers.latentWork();
    }

    private static Term work(double weights, double attention) {
        return Term.derived(
                "work",
                Unit.FLOPS,
                Operation.SUM,
                Term.given("weight_work", new Flops(weights), COUNTED),
                Term.given("attention_work", new Flops(attention), COUNTED));
    }

    private static Term traffic(double weights, double cache, double state) {
        return Term.derived(
                "traffic",
                Unit.BYTES,
                Operation.SUM,
                List.of(bytes("weights_moved", weights), bytes("cache_moved", cache), bytes("state_moved", state)));
    }

    private static Term bytes(String id, double amount) {
        return Term.given(id, Bytes.roundedUp(amount), COUNTED);
    }
}
