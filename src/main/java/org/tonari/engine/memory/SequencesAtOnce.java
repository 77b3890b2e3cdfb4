package org.tonari.engine.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.domain.answer.MemoryStack.PoolStack;
import org.tonari.domain.answer.MemoryStack.Served;
import org.tonari.domain.answer.MemoryStack.Slice;
import org.tonari.domain.runtime.InferenceRuntime.Allocation;
import org.tonari.domain.runtime.InferenceRuntime.Allocation.SchedulingStep;
import org.tonari.domain.scenario.Scenario;
import org.tonari.explain.Answer;
import org.tonari.explain.Operation;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Unit;

/// How many sequences a runtime with a pool of blocks works on at once; further ones wait until one ends.
///
/// `min(asked, sequences a step takes, ⌊pool ÷ a full sequence⌋)`, the pool being what the runtime takes in advance, or
/// what models may take where that is less, without all that is neither cache nor state (vLLM's "Maximum concurrency",
/// `get_max_concurrency_for_kv_cache_config` in `vllm/v1/core/kv_cache_utils.py`). Runtimes that lay out every cache at
/// start serve all or do not start.
final class SequencesAtOnce {
    private final Scenario scenario;
    private final MemoryStack asked;
    private final PoolStack pool;

    private SequencesAtOnce(Scenario scenario, MemoryStack asked) {
        this.scenario = scenario;
        this.asked = asked;
        this.pool = asked.pools().getFirst();
    }

    /// @param asked the stack of all sequences
    /// @return the stack of those that find room; the same where that is all of them, or not even one
    static MemoryStack of(Scenario scenario, MemoryStack asked) {
        boolean unknown = asked.missing().isPresent();
        return unknown || scenario.workload().concurrency() == 1
                ? asked
                : switch (scenario.runtime().allocation()) {
                    case Allocation.Cells _, Allocation.OllamaSlots _, Allocation.GrowingSteps _ -> asked;
                    case Allocation.PagedShareOfTotal _, Allocation.StaticShare _, Allocation.PagedShareOfFree _ ->
                        new SequencesAtOnce(scenario, asked).served();
                };
    }

    private MemoryStack served() {
        Term sequence = sequence();
        if (sequence.bytes().equals(Bytes.ZERO)) {
            return asked;
        }
        Optional<Term> held = pool().map(room -> held(room, sequence));
        boolean fewer = held.filter(found -> found.value().magnitude() >= 1
                        && found.value().magnitude() < scenario.workload().concurrency())
                .isPresent();
        return fewer ? of(held.orElseThrow()) : asked;
    }

    private Term sequence() {
        return each("sequence_bytes", Term.derived("context_bytes", Unit.BYTES, Operation.SUM, cache(), state()));
    }

    private Term each(String id, Term ofAll) {
        return Term.derived(id, Unit.BYTES, Operation.QUOTIENT, ofAll, Leaf.concurrency(scenario));
    }

    private Term held(Term room, Term sequence) {
        Term places = Term.derived("sequences_in_pool", Unit.COUNT, Operation.QUOTIENT, room, sequence);
        var limits = new ArrayList<>(List.of(Leaf.concurrency(scenario), places));
        mostInStep().ifPresent(limits::add);
        return Term.derived("sequences_at_once", Unit.COUNT, Operation.MINIMUM, limits);
    }

    private Optional<Term> mostInStep() {
        return switch (scenario.runtime().allocation()) {
            case Allocation.PagedShareOfTotal paged -> {
                SchedulingStep step = paged.stepOn(scenario.machine().primaryPool());
                yield Optional.of(Leaf.rule(
                        "sequences_in_step",
                        step.sequences(),
                        scenario.runtime().source()));
            }
            case Allocation.StaticShare _,
                    Allocation.PagedShareOfFree _,
                    Allocation.Cells _,
                    Allocation.OllamaSlots _,
                    Allocation.GrowingSteps _ -> Optional.empty();
        };
    }

    /// What caches and states may take; nothing where all else leaves no room.
    private Optional<Term> pool() {
        PoolStack without = with(HostSlices.NO_CACHE, HostSlices.NO_STATE);
        Term beside = sum("beside_the_cache_bytes", without);
        Term usable = pool.usable().optional().orElseThrow();
        Term taken = Reservation.of(scenario, without, beside);
        Term most = Term.derived("for_model_bytes", Unit.BYTES, Operation.MINIMUM, taken, usable);
        return most.bytes().compareTo(beside.bytes()) > 0
                ? Optional.of(Term.derived("cache_pool_bytes", Unit.BYTES, Operation.DIFFERENCE, most, beside))
                : Optional.empty();
    }

    private MemoryStack of(Term atOnce) {
        PoolStack held = with(
                Answer.of(shared("kv_cache_bytes", atOnce, cache())),
                Answer.of(shared("recurrent_state_bytes", atOnce, state())));
        var pools = new ArrayList<>(asked.pools());
        pools.set(0, held);
        Term required = sum("required_bytes", held);
        Bytes waiting = asked.required().bytes().minusOrZero(required.bytes());
        return asked.serving(
                new Served(atOnce, scenario.workload().concurrency(), waiting),
                pools,
                required,
                Reservation.of(scenario, held, required));
    }

    private Term shared(String id, Term atOnce, Term ofAll) {
        return ofAll.bytes().equals(Bytes.ZERO)
                ? ofAll
                : Term.derived(id, Unit.BYTES, Operation.PRODUCT, atOnce, each("sequence_bytes", ofAll));
    }

    private Term cache() {
        return term(Part.KV_CACHE);
    }

    private Term state() {
        return term(Part.RECURRENT_STATE);
    }

    private Term term(Part part) {
        return pool.slices().stream()
                .filter(slice -> slice.part() == part)
                .flatMap(slice -> slice.size().optional().stream())
                .findFirst()
                .orElseThrow();
    }

    private PoolStack with(Answer cache, Answer state) {
        List<Slice> slices = pool.slices().stream()
                .map(slice -> switch (slice.part()) {
                    case KV_CACHE -> new Slice(slice.part(), cache);
                    case RECURRENT_STATE -> new Slice(slice.part(), state);
                    case RUNTIME, WEIGHTS, ACTIVATIONS, OTHER -> slice;
                })
                .toList();
        return new PoolStack(
                pool.kind(),
                pool.capacity(),
                pool.osOverhead(),
                pool.usable(),
                pool.usableLow(),
                pool.keptFree(),
                slices);
    }

    private static Term sum(String id, PoolStack pool) {
        List<Term> parts = pool.slices().stream()
                .flatMap(slice -> slice.size().optional().stream())
                .toList();
        return Term.derived(id, Unit.BYTES, Operation.SUM, parts);
    }
}
