package org.tonari.engine.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.MemoryStack.PoolStack;
import org.tonari.domain.answer.MemoryStack.Slice;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.evidence.Calibration;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.question.Linking;
import org.tonari.domain.question.Linking.Parallelism;
import org.tonari.domain.question.Question;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.fit.Fits;
import org.tonari.engine.memory.MemoryStacks;
import org.tonari.engine.memory.WeightBytes;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Operation;
import org.tonari.explain.Phrase;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Count;
import org.tonari.units.Unit;

/// One model on linked machines: memory adds up, time does not simply divide.
///
/// @param stacks  what each machine holds, in order; one where all hold the same
/// @param verdict whether the fullest machine holds its share
/// @param speed   how fast they answer together
/// @param gain    decoding speed against one machine, had it room; nothing where either is unknown
/// @param needed  the smallest number of machines up to eight that holds the model, if any does
public record Fleet(
        List<MemoryStack> stacks, Verdict verdict, Speed speed, Optional<Term> gain, Optional<Term> needed) {

    private static final Source SEARCHED =
            Source.of(Source.Kind.DERIVED, "the smallest number of machines whose shares all fit");

    private static final double WEIGHT_SLACK = 0.005;

    public Fleet {
        stacks = List.copyOf(stacks);
    }

    /// @return what linked machines hold, whether it fits, and how fast they are
    public static Fleet of(Question.Linked question, Calibration calibration) {
        Scenario scenario = onFirstMemory(question.scenario());
        WeightBytes weights = WeightBytes.of(scenario.model(), scenario.weights());
        Question.Linked asked = new Question.Linked(scenario, question.linking(), question.link());
        List<MemoryStack> stacks = stacks(asked, weights);
        Verdict verdict = verdict(asked, stacks);
        Speed speed = verdict.runs() ? LinkedSpeed.of(asked, weights, calibration) : stopped(verdict);
        return new Fleet(
                stacks, verdict, speed, LinkedSpeed.gain(asked, weights, calibration, speed), needed(asked, weights));
    }

    /// @return the machine with the most in it
    public MemoryStack fullest() {
        return fullest(stacks);
    }

    private static MemoryStack fullest(List<MemoryStack> stacks) {
        MemoryStack most = stacks.getFirst();
        for (MemoryStack stack : stacks) {
            if (stack.required().bytes().compareTo(most.required().bytes()) > 0) {
                most = stack;
            }
        }
        return most;
    }

    private static Speed stopped(Verdict verdict) {
        return verdict instanceof Verdict.Unknown(MissingFact fact) ? new Speed.Unknown(fact) : new Speed.NotRunning();
    }

    /// Host memory beside a card holds no share.
    private static Scenario onFirstMemory(Scenario scenario) {
        Machine machine = scenario.machine();
        return scenario.withMachine(machine.withPools(List.of(machine.primaryPool())));
    }

    private static List<MemoryStack> stacks(Question.Linked question, WeightBytes weights) {
        Scenario scenario = question.scenario();
        int machines = question.linking().machines();
        MemoryStack whole = MemoryStacks.of(scenario, weights);
        if (machines == 1 || machines > scenario.model().layers()) {
            return List.of(whole);
        }
        var shares = new Shares(scenario, weights, machines);
        List<List<Slice>> slices =
                question.linking().parallelism() == Parallelism.TENSOR ? List.of(shares.tensor()) : shares.pipeline();
        return slices.stream().map(each -> stack(whole, each)).toList();
    }

    private static MemoryStack stack(MemoryStack whole, List<Slice> slices) {
        PoolStack pool = whole.pools().getFirst();
        var share = new PoolStack(
                pool.kind(),
                pool.capacity(),
                pool.osOverhead(),
                pool.usable(),
                pool.usableLow(),
                pool.keptFree(),
                slices);
        var parts = new ArrayList<Term>();
        slices.forEach(slice -> slice.size().optional().ifPresent(parts::add));
        Term required = Term.derived("required_bytes", Unit.BYTES, Operation.SUM, parts);
        Bytes slack = whole.requiredHigh()
                .minusOrZero(whole.required().bytes())
                .minusOrZero(whole.size(MemoryStack.Part.WEIGHTS)
                        .minusOrZero(share.size(MemoryStack.Part.WEIGHTS))
                        .times(WEIGHT_SLACK));
        return new MemoryStack(
                List.of(share),
                required,
                required.bytes().minusOrZero(slack),
                required.bytes().plus(slack),
                required,
                MemoryStack.Placement.NONE,
                whole.served());
    }

    private static Verdict verdict(Question.Linked question, List<MemoryStack> stacks) {
        Scenario scenario = question.scenario();
        if (question.linking().machines() > 1 && !question.link().fits(scenario.machine())) {
            return new Verdict.Unknown(new MissingFact(
                    "link." + question.link().id(),
                    Phrase.of(
                            "{0} has no port for {1} ({2})",
                            scenario.machine().shortName(),
                            question.link().name(),
                            question.link().port().toLowerCase(Locale.ROOT))));
        }
        return Fits.verdict(scenario, fullest(stacks));
    }

    private static Optional<Term> needed(Question.Linked question, WeightBytes weights) {
        for (int machines = 1; machines <= Linking.MOST_MACHINES; machines++) {
            var linking = question.linking().withMachines(machines);
            var fewer = new Question.Linked(question.scenario(), linking, question.link());
            if (verdict(fewer, stacks(fewer, weights)).fits()) {
                return Optional.of(Term.given("machines_needed", new Count(machines), SEARCHED));
            }
        }
        return Optional.empty();
    }
}
