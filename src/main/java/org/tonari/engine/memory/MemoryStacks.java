package org.tonari.engine.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.domain.answer.MemoryStack.Placement;
import org.tonari.domain.answer.MemoryStack.PoolStack;
import org.tonari.domain.answer.MemoryStack.Served;
import org.tonari.domain.answer.MemoryStack.Slice;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.domain.model.LanguageModel.OutputHead;
import org.tonari.domain.runtime.InferenceRuntime.Allocation;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.memory.compute.Replays;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Operation;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Unit;

/// The memory stack of a scenario: every part, in the pool it goes to.
///
/// On one pool everything stands in it. On VRAM beside host memory the input embedding stays with the host, as
/// llama.cpp leaves it there, and what the card cannot hold follows by [Split].
public final class MemoryStacks {
    /// What a stack is for.
    public enum Detail {
        /// To be shown: every part with its whole tree.
        EXPLAINED,
        /// To be compared with others: the same sizes, the compute buffer without its tree.
        SIZES
    }

    private final Scenario scenario;
    private final WeightBytes weights;
    private final Term weightTerm;
    private final BeforeModel before;
    private final PoolBudget budget;
    private final Answer cache;
    private final Term state;
    private final Answer activations;
    private final Answer runtime;
    private final Term other;

    private MemoryStacks(Scenario scenario, WeightBytes weights, PartsBesideWeights parts) {
        this.scenario = scenario;
        this.weights = weights;
        this.weightTerm = weights.term();
        this.before = parts.before();
        this.budget = before.budget();
        this.runtime = before.runtime();
        this.cache = parts.running().cache();
        this.state = parts.running().state();
        this.activations = parts.running().activations();
        this.other = MemoryParts.other(scenario, weights);
    }

    /// @return what the scenario takes
    public static MemoryStack of(Scenario scenario) {
        return of(scenario, WeightBytes.of(scenario.model(), scenario.weights()));
    }

    /// @param weights of the scenario's model in the scenario's format, where they are known already
    /// @return what the scenario takes
    public static MemoryStack of(Scenario scenario, WeightBytes weights) {
        return of(scenario, weights, Detail.EXPLAINED, new Replays());
    }

    /// @param weights of the scenario's model in the scenario's format
    /// @param detail  what the stack is for
    /// @param replays of forward passes made before
    /// @return what the scenario takes
    public static MemoryStack of(Scenario scenario, WeightBytes weights, Detail detail, Replays replays) {
        return of(scenario, weights, PartsBesideWeights.of(scenario, detail, replays));
    }

    /// @param weights of the scenario's model in the scenario's format
    /// @param parts   of this scenario, or of one that has the same
    static MemoryStack of(Scenario scenario, WeightBytes weights, PartsBesideWeights parts) {
        return new MemoryStacks(scenario, weights, parts).stack();
    }

    private MemoryStack stack() {
        Optional<MemoryPool> host = scenario.machine().hostPool();
        return host.isPresent() ? twoPools(budget, host.get()) : onePool(budget);
    }

    private MemoryStack onePool(PoolBudget budget) {
        List<Slice> slices = slices(runtime, Answer.of(weightTerm), cache, Answer.of(state), activations, other);
        return finished(List.of(pool(scenario.machine().primaryPool(), budget, slices)), Placement.NONE);
    }

    private MemoryStack twoPools(PoolBudget card, MemoryPool host) {
        return splits(scenario) ? split(card, host) : onCardAlone(card, host);
    }

    private static boolean splits(Scenario scenario) {
        return switch (scenario.runtime().allocation()) {
            case Allocation.Cells _, Allocation.OllamaSlots _ -> true;
            case Allocation.PagedShareOfTotal _,
                    Allocation.StaticShare _,
                    Allocation.PagedShareOfFree _,
                    Allocation.GrowingSteps _ -> false;
        };
    }

    /// @return whether the embedding stands on the card, as the head, and once more with the host
    static boolean copiesEmbedding(Scenario scenario) {
        return scenario.model().head() == OutputHead.TIED
                && scenario.machine().hostPool().isPresent()
                && splits(scenario);
    }

    /// Runtimes other than llama.cpp keep the whole model on the card.
    private MemoryStack onCardAlone(PoolBudget card, MemoryPool host) {
        List<Slice> slices = slices(runtime, Answer.of(weightTerm), cache, Answer.of(state), activations, other);
        return finished(
                List.of(
                        pool(scenario.machine().primaryPool(), card, slices),
                        pool(host, hostBudget(), HostSlices.NOTHING)),
                Placement.NONE);
    }

    private MemoryStack split(PoolBudget card, MemoryPool host) {
        Answer onCard = Answer.of(cardWeights(Placement.NONE));
        List<Slice> all = slices(runtime, onCard, cache, Answer.of(state), activations, other);
        Placement placement = placement(card, all);
        List<Slice> hosted = new HostSlices(scenario, weights, placement).slices();
        return finished(
                List.of(
                        pool(scenario.machine().primaryPool(), card, cardSlices(placement)),
                        pool(host, hostBudget(), hosted)),
                placement);
    }

    private PoolBudget hostBudget() {
        return before.host().orElseThrow();
    }

    private List<Slice> cardSlices(Placement placement) {
        Answer held = Answer.of(cardWeights(placement));
        int layers = scenario.model().layers();
        if (placement.hostLayers() == 0) {
            return slices(runtime, held, cache, Answer.of(state), activations, other);
        }
        if (placement.hostLayers() >= layers) {
            return slices(runtime, held, HostSlices.NO_CACHE, HostSlices.NO_STATE, activations, other);
        }
        Scenario cardPart = scenario.withModel(scenario.model().withLayers(placement.hostLayers(), layers));
        return slices(
                runtime, held, MemoryParts.cache(cardPart), Answer.of(MemoryParts.state(cardPart)), activations, other);
    }

    private Placement placement(PoolBudget card, List<Slice> everything) {
        Bytes need = total(everything);
        return card.usable()
                .optional()
                .map(usable -> Split.of(scenario, weights).place(need, usable.bytes()))
                .orElse(Placement.NONE);
    }

    private Term cardWeights(Placement placement) {
        var host = new HostSlices(scenario, weights, placement);
        Term moved = host.moved();
        if (scenario.model().head() == OutputHead.TIED) {
            return Term.derived("weights_bytes", Unit.BYTES, Operation.DIFFERENCE, weightTerm, moved);
        }
        return Term.derived("weights_bytes", Unit.BYTES, Operation.DIFFERENCE, weightTerm, host.embedding(), moved);
    }

    private MemoryStack finished(List<PoolStack> pools, Placement placement) {
        List<PoolStack> used = placement.isSplit() ? pools : pools.subList(0, 1);
        var parts = new ArrayList<Term>();
        for (PoolStack pool : used) {
            for (Slice slice : pool.slices()) {
                if (slice.size() instanceof Answer.Known(Term term)) {
                    parts.add(term);
                }
            }
        }
        Term required = Term.derived("required_bytes", Unit.BYTES, Operation.SUM, parts);
        Bytes slack = Uncertainty.of(scenario, used);
        return new MemoryStack(
                pools,
                required,
                required.bytes().minusOrZero(slack),
                required.bytes().plus(slack).plus(RepackedCopy.of(scenario, weights)),
                Reservation.of(scenario, used.getFirst(), required),
                placement,
                Served.all(scenario.workload().concurrency()));
    }

    private static PoolStack pool(MemoryPool pool, PoolBudget budget, List<Slice> slices) {
        return new PoolStack(
                pool.kind(),
                budget.capacity(),
                budget.osOverhead(),
                budget.usable(),
                budget.usableLow(),
                budget.keptFree(),
                slices);
    }

    static List<Slice> slices(
            Answer runtime, Answer weights, Answer cache, Answer state, Answer activations, Term other) {
        return List.of(
                new Slice(Part.RUNTIME, runtime),
                new Slice(Part.WEIGHTS, weights),
                new Slice(Part.KV_CACHE, cache),
                new Slice(Part.RECURRENT_STATE, cacheKnown(cache, state)),
                new Slice(Part.ACTIVATIONS, activations),
                new Slice(Part.OTHER, Answer.of(other)));
    }

    /// Where nothing describes a layer's cache, nothing describes its state either.
    private static Answer cacheKnown(Answer cache, Answer state) {
        return cache instanceof Answer.Unknown(MissingFact fact) ? new Answer.Unknown(fact) : state;
    }

    private static Bytes total(List<Slice> slices) {
        Bytes total = Bytes.ZERO;
        for (Slice slice : slices) {
            if (slice.size() instanceof Answer.Known(Term term)) {
                total = total.plus(term.bytes());
            }
        }
        return total;
    }
}
