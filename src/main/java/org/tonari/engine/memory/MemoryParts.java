package org.tonari.engine.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.LanguageModel.Extra;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.runtime.InferenceRuntime.Allocation;
import org.tonari.domain.runtime.InferenceRuntime.Allocation.SchedulingStep;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.memory.MemoryStacks.Detail;
import org.tonari.engine.memory.PagedCache.Windows;
import org.tonari.engine.memory.compute.ComputeBuffer;
import org.tonari.engine.memory.compute.Replays;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Operation;
import org.tonari.explain.Phrase;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Unit;

/// The parts of a stack, each by the rules of the scenario's runtime.
final class MemoryParts {
    private static final String PROMPT_CACHE = "runtime.prompt_cache";
    private static final long F32_BYTES = 4;
    private static final long BF16_BYTES = 2;

    private MemoryParts() {}

    static Answer cache(Scenario scenario) {
        return switch (scenario.runtime().allocation()) {
            case Allocation.Cells _, Allocation.OllamaSlots _ -> LlamaCache.of(scenario);
            case Allocation.PagedShareOfTotal paged ->
                undescribed(scenario)
                        .<Answer>map(Answer.Unknown::new)
                        .orElseGet(() -> Answer.of(pool(scenario, paged).cache()));
            case Allocation.StaticShare paged ->
                PagedCache.of(
                        scenario,
                        paged.block(),
                        paged.stepOn(scenario.machine().primaryPool()).batchedTokens(),
                        Windows.KEPT);
            case Allocation.PagedShareOfFree paged ->
                PagedCache.of(scenario, paged.block(), paged.batchedTokens(), Windows.IGNORED);
            case Allocation.GrowingSteps steps -> GrowingCache.of(scenario, steps);
        };
    }

    private static UnifiedPool pool(Scenario scenario, Allocation.PagedShareOfTotal paged) {
        SchedulingStep step = paged.stepOn(scenario.machine().primaryPool());
        return UnifiedPool.of(scenario, paged, step, DraftedTokens.of(scenario));
    }

    /// @return whether all layers' attention is known
    static boolean isDescribed(Scenario scenario) {
        return undescribed(scenario).isEmpty();
    }

    private static Optional<MissingFact> undescribed(Scenario scenario) {
        for (LayerGroup group : scenario.model().groups()) {
            if (group.attention() instanceof Attention.Undescribed(MissingFact missing)) {
                return Optional.of(missing);
            }
        }
        return Optional.empty();
    }

    /// llama.cpp keeps the convolution's state in f32, the others in 16 bits; vLLM takes it from its pool.
    static Term state(Scenario scenario) {
        return switch (scenario.runtime().allocation()) {
            case Allocation.Cells _, Allocation.OllamaSlots _ -> RecurrentState.of(scenario, F32_BYTES, Leaf.LLAMA_CPP);
            case Allocation.PagedShareOfTotal paged -> pool(scenario, paged).state();
            case Allocation.StaticShare _, Allocation.PagedShareOfFree _, Allocation.GrowingSteps _ ->
                RecurrentState.of(scenario, BF16_BYTES, scenario.runtime().source());
        };
    }

    /// @param detail  whether the buffer's own tree is wanted; its size is the same either way
    /// @param replays made before
    static Answer activations(Scenario scenario, Detail detail, Replays replays) {
        Answer buffers = buffers(scenario, detail, replays);
        return switch (scenario.runtime().allocation()) {
            case Allocation.GrowingSteps steps ->
                buffers.map(activations -> Term.derived(
                        "activations_bytes",
                        Unit.BYTES,
                        Operation.SUM,
                        activations.as("step_activations"),
                        Term.derived(
                                "largest_copy_bytes",
                                Unit.BYTES,
                                Operation.MAXIMUM,
                                ComputeBuffer.attentionScores(scenario, steps.prefillStep()),
                                GrowingCache.growthCopy(scenario, steps))));
            case Allocation.Cells _,
                    Allocation.OllamaSlots _,
                    Allocation.PagedShareOfTotal _,
                    Allocation.StaticShare _,
                    Allocation.PagedShareOfFree _ -> buffers;
        };
    }

    private static Answer buffers(Scenario scenario, Detail detail, Replays replays) {
        return switch (detail) {
            case EXPLAINED -> ComputeBuffer.of(scenario, replays);
            case SIZES ->
                !isDescribed(scenario)
                        ? ComputeBuffer.of(scenario, replays)
                        : Answer.of(Leaf.bytes(
                                "activations_bytes",
                                ComputeBuffer.size(scenario, replays).count(),
                                scenario.runtime().source()));
        };
    }

    /// Parts beside the language model: its projector, and the heads that draft tokens.
    static Term other(Scenario scenario, WeightBytes weights) {
        var parts = new ArrayList<Term>();
        if (scenario.workload().projector().isOn()) {
            parts.add(extra("projector_bytes", weights.extra(Extra.Kind.VISION), scenario));
            parts.add(extra("audio_bytes", weights.extra(Extra.Kind.AUDIO), scenario));
        }
        parts.addAll(DraftingParts.of(scenario, weights));
        if (scenario.machine().hostPool().isEmpty()) {
            promptCache(scenario).ifPresent(parts::add);
        }
        return Term.derived("other_bytes", Unit.BYTES, Operation.SUM, parts);
    }

    /// What a server keeps of earlier prompts in host memory, where a person says how much (llama-server's
    /// `--cache-ram`, by default up to 8 GiB as prompts come).
    static Optional<Term> promptCache(Scenario scenario) {
        return Optional.ofNullable(scenario.overrides().get(PROMPT_CACHE))
                .map(bytes -> Term.given("prompt_cache_bytes", Bytes.roundedUp(bytes), Leaf.YOURS, PROMPT_CACHE));
    }

    private static Term extra(String id, Bytes bytes, Scenario scenario) {
        return Leaf.bytes(id, bytes.count(), scenario.model().source());
    }

    /// What the runtime holds besides model and cache, with the graphs it captured.
    static Answer runtimeAndGraphs(Machine machine, InferenceRuntime runtime) {
        Answer held = runtime(runtime, backend(machine, runtime));
        return switch (runtime.allocation()) {
            case Allocation.PagedShareOfTotal paged ->
                held.map(own -> Term.derived(
                        "runtime_bytes",
                        Unit.BYTES,
                        Operation.SUM,
                        own.as("runtime_context_bytes"),
                        Leaf.bytes("graphs_bytes", paged.graphs().count(), runtime.source())));
            case Allocation.Cells _,
                    Allocation.OllamaSlots _,
                    Allocation.StaticShare _,
                    Allocation.PagedShareOfFree _,
                    Allocation.GrowingSteps _ -> held;
        };
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
                                Phrase.of("no source states what {0} holds on {1}", runtime.name(), backend)));
        return switch (overhead) {
            case Sourced.Known<Bytes>(Bytes bytes, Source source) ->
                Answer.of(Term.given("runtime_bytes", bytes, source, "runtime.overhead"));
            case Sourced.Unknown<Bytes>(MissingFact fact) -> new Answer.Unknown(fact);
        };
    }

    /// @return the back end the runtime would take on the machine, or the machine's first where they share none
    static String backend(Machine machine, InferenceRuntime runtime) {
        for (String backend : machine.backends()) {
            if (runtime.backends().contains(backend)) {
                return backend;
            }
        }
        return machine.backends().getFirst();
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
