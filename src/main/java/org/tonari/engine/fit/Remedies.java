package org.tonari.engine.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tonari.domain.answer.Fit.Remedy;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.MemoryStack.PoolStack;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.runtime.CacheFormat;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.scenario.Change;
import org.tonari.domain.scenario.Scenario;
import org.tonari.explain.Answer;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;

/// Changes that would help, those first after which the scenario fits, then the lightest first: a smaller cache format,
/// a smaller micro-batch, fewer slots, a shorter context, lighter weights. Each is tried with the engine itself, so it
/// does what it promises.
final class Remedies {
    private static final long SMALL_UBATCH = 128;

    private final Scenario scenario;
    private final Function<Scenario, MemoryStack> memory;
    private final Function<WeightFormat, Bytes> weightBytes;
    private final MemoryStack now;
    private final Bytes present;

    private Remedies(
            Scenario scenario,
            Function<Scenario, MemoryStack> memory,
            Function<WeightFormat, Bytes> weightBytes,
            MemoryStack now) {
        this.scenario = scenario;
        this.memory = memory;
        this.weightBytes = weightBytes;
        this.now = now;
        this.present = total(now);
    }

    /// @param weightBytes what the scenario's model takes in a format
    /// @param longest     the longest context that fits
    /// @param caches      cache formats a remedy may propose
    /// @param weights     weight formats a remedy may propose
    static List<Remedy> of(
            Scenario scenario,
            Function<Scenario, MemoryStack> memory,
            Function<WeightFormat, Bytes> weightBytes,
            MemoryStack now,
            Answer longest,
            List<CacheFormat> caches,
            List<WeightFormat> weights) {
        return new Remedies(scenario, memory, weightBytes, now).all(longest, caches, weights);
    }

    private List<Remedy> all(Answer longest, List<CacheFormat> caches, List<WeightFormat> weights) {
        Verdict verdict = Verdicts.of(scenario, now);
        if (isWithoutBackEnd(verdict)) {
            return List.of();
        }
        boolean wellAsItIs = verdict instanceof Verdict.Fits;
        var helping = new ArrayList<Trial>();
        cache(caches).ifPresent(helping::add);
        if (!wellAsItIs) {
            ubatch().ifPresent(helping::add);
            slots().ifPresent(helping::add);
            context(longest).ifPresent(helping::add);
            weights(weights).ifPresent(helping::add);
        }
        return helping.stream()
                .sorted(Comparator.comparing((Trial trial) -> !trial.settles()).thenComparing(this::isDrastic))
                .map(Trial::remedy)
                .toList();
    }

    /// Whoever wanted a long context is not helped by one less than half as long as long as anything else helps.
    private boolean isDrastic(Trial trial) {
        return trial.change() instanceof Change.Context(Tokens context)
                && 2 * context.count() < scenario.workload().context().count();
    }

    /// No change of a scenario gives its runtime a back end on the machine.
    private static boolean isWithoutBackEnd(Verdict verdict) {
        return verdict instanceof Verdict.DoesNotFit(Bytes _, Verdict.Reason reason)
                && reason == Verdict.Reason.RUNTIME_UNSUPPORTED;
    }

    /// The largest cache format below the present one that makes the scenario run; where none does, the largest.
    private Optional<Trial> cache(List<CacheFormat> caches) {
        double bits = scenario.keys().block().bitsPerElement();
        Optional<Trial> largest = Optional.empty();
        for (CacheFormat format : largestFirst(caches)) {
            if (format.block().bitsPerElement() < bits
                    && format.runtimes().contains(scenario.runtime().id())) {
                Optional<Trial> trial = tried(new Change.Cache(format));
                if (trial.filter(Trial::settles).isPresent()) {
                    return trial;
                }
                largest = largest.isPresent() ? largest : trial;
            }
        }
        return largest;
    }

    private static List<CacheFormat> largestFirst(List<CacheFormat> caches) {
        var sorted = new ArrayList<>(caches);
        sorted.sort(Comparator.comparingDouble(
                        (CacheFormat format) -> -format.block().bitsPerElement())
                .thenComparing(CacheFormat::id));
        return sorted;
    }

    private Optional<Trial> ubatch() {
        if (scenario.workload().ubatch().count() <= SMALL_UBATCH) {
            return Optional.empty();
        }
        return tried(new Change.Ubatch(new Tokens(SMALL_UBATCH)));
    }

    private Optional<Trial> slots() {
        Optional<Trial> fewest = Optional.empty();
        for (int slots = scenario.workload().concurrency() / 2; slots >= 1; slots /= 2) {
            Optional<Trial> trial = tried(new Change.Concurrency(slots));
            if (trial.filter(Trial::settles).isPresent()) {
                return trial;
            }
            fewest = trial.isPresent() ? trial : fewest;
        }
        return fewest;
    }

    private Optional<Trial> context(Answer longest) {
        long most =
                longest.optional().map(term -> (long) term.value().magnitude()).orElse(0L);
        return most > 0 && most < scenario.workload().context().count()
                ? tried(new Change.Context(new Tokens(most)))
                : Optional.empty();
    }

    /// The heaviest format lighter than the present one that makes the scenario fit.
    private Optional<Trial> weights(List<WeightFormat> formats) {
        for (WeightFormat format : heaviestFirst(formats)) {
            Trial trial = trial(new Change.Weights(format));
            if (trial.saves().compareTo(present) < 0 && trial.helps() && trial.settles()) {
                return Optional.of(trial);
            }
        }
        return Optional.empty();
    }

    /// Of two that take as much, the one whose loss of quality is known: MXFP4 is Q8_0 where a model has no experts.
    private List<WeightFormat> heaviestFirst(List<WeightFormat> formats) {
        Bytes own = weightBytes.apply(scenario.weights());
        var lighter = new ArrayList<Weighed>();
        for (WeightFormat format : formats) {
            if (format.isReadBy(scenario.runtime())) {
                Bytes bytes = weightBytes.apply(format);
                if (bytes.compareTo(own) < 0) {
                    lighter.add(new Weighed(format, bytes));
                }
            }
        }
        lighter.sort(Comparator.comparing(Weighed::bytes)
                .reversed()
                .thenComparing(weighed -> weighed.format().quality().isEmpty()));
        return lighter.stream().map(Weighed::format).toList();
    }

    private record Weighed(WeightFormat format, Bytes bytes) {}

    /// A change, the stack it leads to, and what it saves.
    private record Trial(Change change, Scenario changed, MemoryStack then, Bytes saves) {
        /// @return whether it saves anything and the runtime takes it
        boolean helps() {
            if (saves.equals(Bytes.ZERO)) {
                return false;
            }
            boolean refused =
                    verdict() instanceof Verdict.DoesNotFit(Bytes _, Verdict.Reason reason) && reason.isOfTheRuntime();
            return !refused;
        }

        /// @return whether the scenario fits then and no sequence waits
        boolean settles() {
            return verdict().fits() && then.served().isAll();
        }

        Verdict verdict() {
            return Verdicts.of(changed, then);
        }

        Remedy remedy() {
            return new Remedy(change, saves, verdict());
        }
    }

    private Optional<Trial> tried(Change change) {
        return Optional.of(trial(change)).filter(Trial::helps);
    }

    private Trial trial(Change change) {
        Scenario changed = change.applyTo(scenario);
        MemoryStack then = memory.apply(changed);
        return new Trial(change, changed, then, present.minusOrZero(total(then)));
    }

    /// What all pools hold together, so that a change that moves layers back to the card is not mistaken for a cost,
    /// and what those who wait would take.
    private static Bytes total(MemoryStack stack) {
        Bytes total = stack.served().waiting();
        for (PoolStack pool : stack.pools()) {
            total = total.plus(pool.required());
        }
        return total;
    }
}
