package org.tonari.engine.fit;

import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.MemoryStack.PoolStack;
import org.tonari.domain.machine.MemoryPool.Limit;
import org.tonari.domain.scenario.Scenario;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;

/// How what a runtime takes in advance stands against the memory there is.
///
/// Where only advice limits a memory (a safe share), two lines are drawn: the advised one, and what is left beside the
/// upper end of what the system itself uses. Between them runtimes start and stay up with little to spare: on GB10 of
/// 121.6 GiB, vLLM at 0.90 takes 109.5 GiB and is what most published runs used, the whole system peaking at 108.5 to
/// 121.4 GiB (https://github.com/djangodevreng/dgx-spark-benchmarks at 5636536703); its default 0.92 takes 111.9 GiB
/// and runs out at start (https://github.com/vllm-project/recipes/pull/632), for the system may hold 12.
final class Advance {
    private Advance() {}

    /// @return how much more is taken in advance than system and models should take together
    static Bytes beyondAdvised(MemoryStack stack) {
        return takesInAdvance(stack) ? stack.reserved().bytes().minusOrZero(advised(stack)) : Bytes.ZERO;
    }

    /// @return how much more is taken in advance than can be
    static Bytes beyondPossible(Scenario scenario, MemoryStack stack) {
        return takesInAdvance(stack) ? stack.reserved().bytes().minusOrZero(possible(scenario, stack)) : Bytes.ZERO;
    }

    private static boolean takesInAdvance(MemoryStack stack) {
        return !stack.reserved().bytes().equals(stack.required().bytes());
    }

    private static Bytes advised(MemoryStack stack) {
        return stack.inUse().stream().map(Advance::advised).reduce(Bytes.ZERO, Bytes::plus);
    }

    private static Bytes advised(PoolStack pool) {
        Bytes usable = pool.usable().optional().map(Term::bytes).orElse(Bytes.ZERO);
        return usable.plus(pool.osOverhead().optional().map(Term::bytes).orElse(Bytes.ZERO));
    }

    private static Bytes possible(Scenario scenario, MemoryStack stack) {
        Bytes advised = advised(stack);
        return switch (scenario.machine().primaryPool().limit()) {
            case Limit.None _, Limit.Accelerator _ -> advised;
            case Limit.Share _ -> besideTheSystem(stack.inUse().getFirst()).max(advised);
        };
    }

    /// What models may take at least is the safe share less the system's upper end, so the difference is that end.
    private static Bytes besideTheSystem(PoolStack pool) {
        Bytes capacity = pool.capacity().optional().map(Term::bytes).orElse(Bytes.ZERO);
        Bytes system = advised(pool).minusOrZero(pool.usableLow());
        return capacity.minusOrZero(system);
    }
}
