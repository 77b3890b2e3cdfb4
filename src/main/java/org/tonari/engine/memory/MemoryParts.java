package org.tonari.engine.memory;

import java.util.ArrayList;
import java.util.List;
import org.tonari.domain.Attention;
import org.tonari.domain.InferenceRuntime;
import org.tonari.domain.InferenceRuntime.Allocation;
import org.tonari.domain.LanguageModel.Extra;
import org.tonari.domain.LayerGroup;
import org.tonari.domain.Machine;
import org.tonari.domain.Scenario;
import org.tonari.domain.Workload.Speculation;
import org.tonari.engine.memory.MemoryStacks.Detail;
import org.tonari.engine.memory.compute.ComputeBuffer;
import org.tonari.engine.memory.compute.Replays;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Unit;

/// The parts of a stack, each by the rules of the scenario's runtime.
final class MemoryParts {
    private static final long F32_BYTES = 4;
    private static final long BF16_BYTES = 2;

    private MemoryParts() {}

    static Answer cache(Scenario scenario) {
        return switch (scenario.runtime().allocation()) {
            case Allocation.Cells _, Allocation.OllamaSlots _ -> LlamaCache.of(scenario);
            case Allocation.PagedShareOfTotal paged -> PagedCache.of(scenario, paged.block(), paged.batchedTokens());
            case Allocation.PagedShareOfFree paged -> PagedCache.of(scenario, paged.block(), paged.batchedTokens());
            case Allocation.GrowingSteps steps -> GrowingCache.of(scenario, steps);
        };
    }

    /// llama.cpp keeps the convolution's state in f32, the others in 16 bits.
    static Term state(Scenario scenario) {
        return switch (scenario.runtime().allocation()) {
            case Allocation.Cells _, Allocation.OllamaSlots _ -> RecurrentState.of(scenario, F32_BYTES, Leaf.LLAMA_CPP);
            case Allocation.PagedShareOfTotal _, Allocation.PagedShareOfFree _, Allocation.GrowingSteps _ ->
                RecurrentState.of(scenario, BF16_BYTES, scenario.runtime().source());
        };
    }

    /// @param detail  whether the buffer's own tree is wanted; its size is the same either way
    /// @param replays made before
    static Answer activations(Scenario scenario, Detail detail, Replays replays) {
        return switch (detail) {
            case EXPLAINED -> ComputeBuffer.of(scenario, replays);
            case SIZES ->
                scenario.model().groups().stream().anyMatch(MemoryParts::isUndescribed)
                        ? ComputeBuffer.of(scenario, replays)
                        : Answer.of(Leaf.bytes(
                                "activations_bytes",
                                ComputeBuffer.size(scenario, replays).count(),
                                scenario.runtime().source()));
        };
    }

    private static boolean isUndescribed(LayerGroup group) {
        return group.attention() instanceof Attention.Undescribed;
    }

    /// Parts beside the language model: its projector, and the heads that draft tokens.
    static Term other(Scenario scenario, WeightBytes weights) {
        var parts = new ArrayList<Term>();
        if (scenario.workload().projector().isOn()) {
            parts.add(extra("projector_bytes", weights.extra(Extra.Kind.VISION), scenario));
            parts.add(extra("audio_bytes", weights.extra(Extra.Kind.AUDIO), scenario));
        }
        if (scenario.workload().speculation() instanceof Speculation.MultiToken) {
            parts.add(extra("mtp_bytes", weights.extra(Extra.Kind.MTP), scenario));
        }
        return Term.derived("other_bytes", Unit.BYTES, Operation.SUM, parts);
    }

    private static Term extra(String id, Bytes bytes, Scenario scenario) {
        return Leaf.bytes(id, bytes.count(), scenario.model().source());
    }

    /// What the runtime holds besides model and cache on one of its back ends.
    ///
    /// @param backend `cuda`, `metal`, `cpu`, …
    static Answer runtime(InferenceRuntime runtime, String backend) {
        Sourced<Bytes> overhead = runtime.overhead()
                .getOrDefault(
                        backend,
                        Sourced.unknown(
                                "runtime.overhead." + backend,
                                "no source states what " + runtime.name() + " holds on " + backend));
        return switch (overhead) {
            case Sourced.Known<Bytes>(Bytes bytes, Source source) ->
                Answer.of(Term.given("runtime_bytes", bytes, source, "runtime.overhead"));
            case Sourced.Unknown<Bytes>(MissingFact fact) -> new Answer.Unknown(fact);
        };
    }

    /// @return the back end the runtime would take on the machine, or the machine's first where they share none
    static String backend(Machine machine, InferenceRuntime runtime) {
        return machine.backends().stream()
                .filter(runtime.backends()::contains)
                .findFirst()
                .orElse(machine.backends().getFirst());
    }

    /// @return cache and state of each layer, from the first
    static List<Bytes> cacheByLayer(Scenario scenario) {
        var byGroup = new ArrayList<Bytes>();
        for (int g = 0; g < scenario.model().groups().size(); g++) {
            int first = scenario.model().order().indexOf(g);
            Scenario one = scenario.withModel(scenario.model().withLayers(first, first + 1));
            Bytes cache = cache(one).optional().map(Term::bytes).orElse(Bytes.ZERO);
            byGroup.add(cache.plus(state(one).bytes()));
        }
        return scenario.model().order().stream().map(byGroup::get).toList();
    }
}
