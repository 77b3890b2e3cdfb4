package org.tonari.engine.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tonari.domain.CacheFormat;
import org.tonari.domain.Change;
import org.tonari.domain.Fit.Remedy;
import org.tonari.domain.MemoryStack;
import org.tonari.domain.Scenario;
import org.tonari.domain.Verdict;
import org.tonari.domain.WeightFormat;
import org.tonari.explain.Answer;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;

/// Changes that would help, the lightest first: a smaller cache format, a smaller micro-batch, fewer slots, a shorter
/// context, lighter weights. Each is tried with the engine itself, so it does what it promises.
final class Remedies {
    private static final long SMALL_UBATCH = 128;

    private final Scenario scenario;
    private final Function<Scenario, MemoryStack> memory;
    private final MemoryStack now;

    private Remedies(Scenario scenario, Function<Scenario, MemoryStack> memory, MemoryStack now) {
        this.scenario = scenario;
        this.memory = memory;
        this.now = now;
    }

    /// @param longest the longest context that fits
    /// @param caches  cache formats a remedy may propose
    /// @param weights weight formats a remedy may propose
    static List<Remedy> of(
            Scenario scenario,
            Function<Scenario, MemoryStack> memory,
            MemoryStack now,
            Answer longest,
            List<CacheFormat> caches,
            List<WeightFormat> weights) {
        return new Remedies(scenario, memory, now).all(longest, caches, weights);
    }

    private List<Remedy> all(Answer longest, List<CacheFormat> caches, List<WeightFormat> weights) {
        boolean wellAsItIs = Verdicts.of(scenario, now) instanceof Verdict.Fits;
        var remedies = new ArrayList<Remedy>();
        cache(caches).ifPresent(remedies::add);
        if (wellAsItIs) {
            return remedies;
        }
        ubatch().ifPresent(remedies::add);
        slots().ifPresent(remedies::add);
        context(longest).ifPresent(remedies::add);
        weights(weights).ifPresent(remedies::add);
        return remedies;
    }

    /// The largest cache format below the present one that makes the scenario run; where none does, the largest.
    private Optional<Remedy> cache(List<CacheFormat> caches) {
        double bits = scenario.keys().block().bitsPerElement();
        List<Remedy> lighter = caches.stream()
                .filter(format -> format.block().bitsPerElement() < bits)
                .filter(format -> format.runtimes().contains(scenario.runtime().id()))
                .sorted(Comparator.comparingDouble(
                                (CacheFormat format) -> -format.block().bitsPerElement())
                        .thenComparing(CacheFormat::id))
                .flatMap(format -> tried(new Change.Cache(format)).stream())
                .toList();
        return firstThatFits(lighter.stream()).or(() -> lighter.stream().findFirst());
    }

    private Optional<Remedy> ubatch() {
        if (scenario.workload().ubatch().count() <= SMALL_UBATCH) {
            return Optional.empty();
        }
        return tried(new Change.Ubatch(new Tokens(SMALL_UBATCH)));
    }

    private Optional<Remedy> slots() {
        int sequences = scenario.workload().concurrency();
        var fewer = Stream.iterate(sequences / 2, slots -> slots >= 1, slots -> slots / 2)
                .flatMap(slots -> tried(new Change.Concurrency(slots)).stream())
                .toList();
        return firstThatFits(fewer.stream())
                .or(() -> fewer.isEmpty() ? Optional.empty() : Optional.of(fewer.getLast()));
    }

    private Optional<Remedy> context(Answer longest) {
        long most =
                longest.optional().map(term -> (long) term.value().magnitude()).orElse(0L);
        return most > 0 && most < scenario.workload().context().count()
                ? tried(new Change.Context(new Tokens(most)))
                : Optional.empty();
    }

    /// The heaviest format lighter than the present one that makes the scenario fit.
    private Optional<Remedy> weights(List<WeightFormat> weights) {
        Bytes present = required(scenario);
        var lighter = weights.stream()
                .filter(format -> format.isReadBy(scenario.runtime()))
                .flatMap(format -> tried(new Change.Weights(format)).stream())
                .filter(remedy -> remedy.saves().compareTo(Bytes.ZERO) > 0
                        && remedy.saves().compareTo(present) < 0)
                .sorted(Comparator.comparing(Remedy::saves))
                .toList();
        return firstThatFits(lighter.stream());
    }

    private static Optional<Remedy> firstThatFits(Stream<Remedy> remedies) {
        return remedies.filter(remedy -> remedy.verdict().fits()).findFirst();
    }

    /// @return the change with what it saves, unless it saves nothing or the runtime refuses it
    private Optional<Remedy> tried(Change change) {
        Scenario changed = change.applyTo(scenario);
        MemoryStack then = memory.apply(changed);
        Bytes saves = total(now).minusOrZero(total(then));
        Verdict verdict = Verdicts.of(changed, then);
        boolean refused = verdict instanceof Verdict.DoesNotFit(Bytes _, Verdict.Reason reason)
                && (reason == Verdict.Reason.OPTIONS_REFUSED || reason == Verdict.Reason.RUNTIME_UNSUPPORTED);
        return saves.equals(Bytes.ZERO) || refused ? Optional.empty() : Optional.of(new Remedy(change, saves, verdict));
    }

    private Bytes required(Scenario of) {
        return total(memory.apply(of));
    }

    /// What all pools hold together, so that a change that moves layers back to the card is not mistaken for a cost.
    private static Bytes total(MemoryStack stack) {
        return stack.pools().stream()
                .flatMap(pool -> pool.slices().stream())
                .flatMap(slice -> slice.size().optional().stream())
                .map(Term::bytes)
                .reduce(Bytes.ZERO, Bytes::plus);
    }
}
