package org.tonari.engine.fit;

import java.util.Collections;
import java.util.function.Function;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.domain.answer.MemoryStack.PoolStack;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.memory.Refusals;
import org.tonari.engine.memory.Reservation;
import org.tonari.explain.Term;
import org.tonari.units.ByteDifference;
import org.tonari.units.Bytes;

/// The verdict on a memory stack.
///
/// `fits` only if the upper end of the estimate fits below the lower end of what models may take; `tight` if the
/// expected values do, or only some of the sequences find room and the others wait, or the runtime takes more in
/// advance than is advised; `spills` if a split over VRAM and host memory does.
final class Verdicts {
    private Verdicts() {}

    static Verdict of(Scenario scenario, MemoryStack stack) {
        if (Collections.disjoint(
                scenario.runtime().backends(), scenario.machine().backends())) {
            return new Verdict.DoesNotFit(Bytes.ZERO, Verdict.Reason.RUNTIME_UNSUPPORTED);
        }
        if (!scenario.weights().isReadBy(scenario.runtime())) {
            return new Verdict.DoesNotFit(Bytes.ZERO, Verdict.Reason.WEIGHTS_NOT_READ);
        }
        if (Refusals.of(scenario).isPresent()) {
            return new Verdict.DoesNotFit(Bytes.ZERO, Verdict.Reason.OPTIONS_REFUSED);
        }
        return stack.missing()
                .<Verdict>map(fact -> overAlready(stack) ? tooLarge(stack) : new Verdict.Unknown(fact))
                .orElseGet(() -> ofKnown(scenario, stack));
    }

    /// @return what models may take less what is required, over the pools in use
    static ByteDifference spare(MemoryStack stack) {
        Bytes usable = usable(stack);
        return usable.differenceFrom(stack.required().bytes());
    }

    private static Verdict ofKnown(Scenario scenario, MemoryStack stack) {
        for (PoolStack pool : stack.pools()) {
            if (pool.required().compareTo(usable(pool)) > 0) {
                return tooLarge(stack);
            }
        }
        Bytes tooMuch = Advance.beyondPossible(scenario, stack);
        if (tooMuch.count() > 0) {
            return new Verdict.DoesNotFit(tooMuch, Verdict.Reason.RESERVATION_TOO_LARGE);
        }
        Bytes tooLittle = Reservation.shortBy(scenario, stack);
        if (tooLittle.count() > 0) {
            return new Verdict.DoesNotFit(tooLittle, Verdict.Reason.RESERVATION_TOO_SMALL);
        }
        if (stack.placement().isSplit()) {
            return new Verdict.Spills(hostPart(stack));
        }
        ByteDifference spare = spare(stack);
        Bytes sure = inUse(stack, PoolStack::usableLow);
        Bytes room = new Bytes(Math.max(0, spare.count()));
        boolean surely = stack.requiredHigh().compareTo(sure) <= 0
                && stack.served().isAll()
                && Advance.beyondAdvised(stack).equals(Bytes.ZERO);
        return surely ? new Verdict.Fits(room) : new Verdict.Tight(room);
    }

    /// Where even the known parts are too large, the missing fact cannot save the scenario.
    private static boolean overAlready(MemoryStack stack) {
        return stack.pools().stream()
                .anyMatch(pool ->
                        pool.usable().optional().isPresent() && pool.required().compareTo(usable(pool)) > 0);
    }

    private static Verdict tooLarge(MemoryStack stack) {
        Bytes missing = new Bytes(Math.max(0, -spare(stack).count()));
        Bytes weights = stack.size(Part.WEIGHTS).plus(stack.size(Part.RUNTIME));
        return new Verdict.DoesNotFit(
                missing,
                weights.compareTo(usable(stack)) > 0
                        ? Verdict.Reason.WEIGHTS_TOO_LARGE
                        : Verdict.Reason.CONTEXT_TOO_LONG);
    }

    private static Bytes hostPart(MemoryStack stack) {
        return stack.pools().stream()
                .filter(pool -> pool.kind() == MemoryPool.Kind.HOST)
                .map(pool -> pool.size(Part.WEIGHTS).plus(pool.size(Part.KV_CACHE)))
                .reduce(Bytes.ZERO, Bytes::plus);
    }

    private static Bytes usable(MemoryStack stack) {
        return inUse(stack, Verdicts::usable);
    }

    private static Bytes inUse(MemoryStack stack, Function<PoolStack, Bytes> figure) {
        Bytes sum = Bytes.ZERO;
        for (PoolStack pool : stack.inUse()) {
            sum = sum.plus(figure.apply(pool));
        }
        return sum;
    }

    private static Bytes usable(PoolStack pool) {
        return pool.usable().optional().map(Term::bytes).orElse(Bytes.ZERO);
    }
}
