package org.tonari.engine.fleet;

import java.util.ArrayList;
import java.util.List;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.MemoryStack.PoolStack;
import org.tonari.domain.answer.MemoryStack.Slice;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.load.Figures;
import org.tonari.engine.memory.MemoryStacks;
import org.tonari.engine.memory.WeightBytes;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Ratio;
import org.tonari.units.Unit;

/// What each of several machines holds of a model.
final class Shares {
    /// Buffers of the collective library: 342 MiB for two devices, 392 for eight.
    private static final Source COLLECTIVES = Source.of(
            Source.Kind.RUNTIME, "https://github.com/ai-dynamo/aiconfigurator at 095f58a5, systems/h100_sxm.yaml");

    private static final Source NARROWER = Source.of(
            Source.Kind.RUNTIME,
            "https://github.com/ai-dynamo/aiconfigurator at 095f58a5: coefficient 22 on one device, 13 on two");

    private static final double TWO_SHARE = 13.0 / 22;

    private static final Source PARTED = Source.of(Source.Kind.DERIVED, "the layers of this machine");

    private final Scenario scenario;
    private final WeightBytes weights;
    private final int machines;

    /// @param scenario on the machine's first memory alone
    Shares(Scenario scenario, WeightBytes weights, int machines) {
        this.scenario = scenario;
        this.weights = weights;
        this.machines = machines;
    }

    /// @return the parts of one machine where every layer is shared
    List<Slice> tensor() {
        PoolStack whole = MemoryStacks.of(scenario, weights).pools().getFirst();
        return whole.slices().stream().map(this::tensorShare).toList();
    }

    private Slice tensorShare(Slice slice) {
        Answer share =
                switch (slice.part()) {
                    case WEIGHTS, RECURRENT_STATE -> divided(slice.size(), machines);
                    case KV_CACHE -> divided(slice.size(), cacheShares());
                    case RUNTIME -> withCollectives(slice.size());
                    case ACTIVATIONS ->
                        slice.size()
                                .optional()
                                .map(this::narrower)
                                .map(Answer::of)
                                .orElse(slice.size());
                    case OTHER -> slice.size();
                };
        return new Slice(slice.part(), share);
    }

    /// The parts of a buffer that follow heads and experts shrink; others, such as all logits, do not.
    private Term narrower(Term term) {
        return switch (term) {
            case Term.Given given -> given;
            case Term.Derived derived ->
                switch (derived.id()) {
                    case "layer_activations" ->
                        Term.derived(
                                derived.id(),
                                Unit.BYTES,
                                Operation.PRODUCT,
                                derived,
                                Term.given("activations_share", new Ratio(activationsShare()), NARROWER));
                    case "expert_workspace" -> divided(derived, machines);
                    case "sampling_peak" -> sampling(derived);
                    default -> rebuilt(derived);
                };
        };
    }

    /// Linked machines are started for the users asked, not for the runtime's most (`--max-num-seqs`).
    private Term sampling(Term.Derived peak) {
        int users = scenario.workload().concurrency();
        return Term.derived(
                peak.id(),
                Unit.BYTES,
                peak.operation(),
                peak.parts().stream()
                        .map(part -> part.id().equals("most_sequences") ? Figures.chosen("concurrency", users) : part)
                        .toList());
    }

    private Term rebuilt(Term.Derived derived) {
        boolean combines = derived.operation() == Operation.SUM || derived.operation() == Operation.MAXIMUM;
        return combines
                ? Term.derived(
                        derived.id(),
                        Unit.BYTES,
                        derived.operation(),
                        derived.parts().stream().map(this::narrower).toList())
                : derived;
    }

    /// Each doubling of machines leaves 13 of 22 parts.
    private double activationsShare() {
        return Math.pow(TWO_SHARE, Math.log(machines) / Math.log(2));
    }

    /// A compressed cache has no heads to share out, so each machine holds all of it; else each holds some heads.
    private long cacheShares() {
        long shares = machines;
        for (LayerGroup group : scenario.model().groups()) {
            shares = Math.min(
                    shares,
                    switch (group.attention()) {
                        case Attention.FullAttention(var heads) -> heads.keyValue();
                        case Attention.SlidingWindowAttention(var heads, long _) -> heads.keyValue();
                        case Attention.ChunkedAttention(var heads, long _) -> heads.keyValue();
                        case Attention.LatentAttention _, Attention.SparseLatentAttention _ -> 1;
                        case Attention.StateSpace _,
                                Attention.GatedDelta _,
                                Attention.ShortConvolution _,
                                Attention.None _,
                                Attention.Undescribed _ -> shares;
                    });
        }
        return shares;
    }

    /// @return the parts of each machine where each has some of the layers, split so that weights are even
    List<List<Slice>> pipeline() {
        List<Integer> cuts = cuts();
        var stages = new ArrayList<List<Slice>>();
        for (int stage = 0; stage < machines; stage++) {
            stages.add(stage(cuts.get(stage), cuts.get(stage + 1)));
        }
        return stages;
    }

    private List<Slice> stage(int from, int to) {
        Scenario part = scenario.withModel(scenario.model().withLayers(from, to));
        MemoryStack stack = MemoryStacks.of(part);
        boolean last = to == scenario.model().layers();
        return stack.pools().getFirst().slices().stream()
                .map(slice -> switch (slice.part()) {
                    case WEIGHTS -> new Slice(slice.part(), Answer.of(stageWeights(from, to, last)));
                    case RUNTIME -> new Slice(slice.part(), withCollectives(slice.size()));
                    case KV_CACHE, RECURRENT_STATE, ACTIVATIONS, OTHER -> slice;
                })
                .toList();
    }

    private Term stageWeights(int from, int to, boolean last) {
        var parts = new ArrayList<Term>();
        parts.add(Figures.bytes("layer_weights_bytes", layers(from, to), PARTED));
        if (from == 0) {
            parts.add(Figures.bytes("embedding_bytes", outside().minusOrZero(weights.head()), PARTED));
        }
        if (last) {
            Bytes head = weights.head();
            parts.add(Figures.bytes("head_bytes", head.count() > 0 || from == 0 ? head : weights.embedding(), PARTED));
        }
        return Term.derived("weights_bytes", Unit.BYTES, Operation.SUM, parts);
    }

    private Bytes outside() {
        return weights.total().minusOrZero(layers(0, scenario.model().layers()));
    }

    private Bytes layers(int from, int to) {
        Bytes bytes = Bytes.ZERO;
        for (int layer = from; layer < to; layer++) {
            bytes = bytes.plus(weights.layerDense(layer)).plus(weights.layerExperts(layer));
        }
        return bytes;
    }

    /// The first layer of each machine, and one past the last; each machine has at least one layer.
    private List<Integer> cuts() {
        int layers = scenario.model().layers();
        double all = layers(0, layers).count();
        var cuts = new ArrayList<Integer>();
        cuts.add(0);
        for (int stage = 1; stage < machines; stage++) {
            int cut = cuts.getLast() + 1;
            while (cut < layers - (machines - stage) && layers(0, cut).count() < all * stage / machines) {
                cut++;
            }
            cuts.add(cut);
        }
        cuts.add(layers);
        return cuts;
    }

    private Answer withCollectives(Answer runtime) {
        return switch (runtime) {
            case Answer.Unknown(MissingFact fact) -> new Answer.Unknown(fact);
            case Answer.Known(Term own) -> {
                Bytes buffers = Bytes.ofMiB(342 + (machines - 2) * 50.0 / 6);
                yield Answer.of(Term.derived(
                        "runtime_bytes",
                        Unit.BYTES,
                        Operation.SUM,
                        own,
                        Figures.bytes("collective_buffers_bytes", buffers, COLLECTIVES)));
            }
        };
    }

    private static Answer divided(Answer whole, long by) {
        return switch (whole) {
            case Answer.Unknown unknown -> unknown;
            case Answer.Known(Term term) -> by == 1 ? whole : Answer.of(divided(term, by));
        };
    }

    private static Term divided(Term term, long by) {
        return Term.derived(term.id(), Unit.BYTES, Operation.QUOTIENT, term, Figures.chosen("machines_sharing", by));
    }
}
