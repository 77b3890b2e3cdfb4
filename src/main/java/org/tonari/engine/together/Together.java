package org.tonari.engine.together;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.MemoryStack.PoolStack;
import org.tonari.domain.answer.Projection;
import org.tonari.domain.answer.Projection.Figure;
import org.tonari.domain.answer.Projection.Item;
import org.tonari.domain.answer.Projection.Load;
import org.tonari.domain.answer.Projection.Measure;
import org.tonari.domain.answer.Projection.Part;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.evidence.Calibration;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.question.Question;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.load.Figures;
import org.tonari.engine.load.Room;
import org.tonari.engine.memory.MemoryStacks;
import org.tonari.engine.memory.WeightBytes;
import org.tonari.engine.speed.SpeedTerms;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Operation;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Unit;

/// Models resident together: their memory adds up; the bandwidth is shared while all of them answer.
///
/// Each model has a server of its own, so each runtime's overhead counts. While all decode, the accelerator takes
/// turns: each model's rate is its rate alone divided by the number of models.
public final class Together {
    private static final MissingFact SPILLED =
            new MissingFact("speed", "the models do not all fit the card, and how they would be split is not known");

    private final Machine machine;
    private final List<Scenario> scenarios;
    private final Calibration calibration;

    private Together(Question.Together question, Calibration calibration) {
        this.machine = question.machine();
        this.scenarios = question.scenarios();
        this.calibration = calibration;
    }

    /// @return what the set takes, whether it fits, and how fast each model answers
    public static Projection of(Question.Together question, Calibration calibration) {
        return new Together(question, calibration).projection();
    }

    private Projection projection() {
        Machine card = machine.withPools(List.of(machine.primaryPool()));
        List<MemoryStack> stacks = scenarios.stream()
                .map(scenario -> MemoryStacks.of(scenario.withMachine(card)))
                .toList();
        Room room = Room.primary(machine);
        Load load = room.with(1, items(stacks));
        Bytes slack = stacks.stream()
                .map(stack -> stack.requiredHigh().minusOrZero(stack.required().bytes()))
                .reduce(Bytes.ZERO, Bytes::plus);
        Verdict verdict = room.verdict(load, slack, hostRoom());
        return new Projection(
                List.of(load),
                verdict,
                figures(verdict),
                Speed.Evidence.E,
                scenarios.size() > 1 ? List.of(Projection.Remark.BANDWIDTH_SHARED) : List.of());
    }

    private Bytes hostRoom() {
        return machine.hostPool()
                .map(Room::of)
                .flatMap(room -> room.budget().usable().optional())
                .map(Term::bytes)
                .orElse(Bytes.ZERO);
    }

    private List<Item> items(List<MemoryStack> stacks) {
        var items = new ArrayList<Item>();
        for (MemoryStack.Part part : MemoryStack.Part.values()) {
            items.add(new Item(part(part), sum(part, stacks)));
        }
        return items;
    }

    private Answer sum(MemoryStack.Part part, List<MemoryStack> stacks) {
        var terms = new ArrayList<Term>();
        for (int i = 0; i < stacks.size(); i++) {
            PoolStack pool = stacks.get(i).pools().getFirst();
            for (MemoryStack.Slice slice : pool.slices()) {
                if (slice.part() == part) {
                    switch (slice.size()) {
                        case Answer.Unknown unknown -> {
                            return unknown;
                        }
                        case Answer.Known(Term term) ->
                            terms.add(term.as(
                                    Figures.named(scenarios.get(i).model().name())));
                    }
                }
            }
        }
        return Answer.of(Term.derived(id(part), Unit.BYTES, Operation.SUM, terms));
    }

    private static Part part(MemoryStack.Part part) {
        return switch (part) {
            case RUNTIME -> Part.RUNTIME;
            case WEIGHTS -> Part.WEIGHTS;
            case KV_CACHE -> Part.KV_CACHE;
            case RECURRENT_STATE -> Part.STATE;
            case ACTIVATIONS -> Part.ACTIVATIONS;
            case OTHER -> Part.OTHER;
        };
    }

    private static String id(MemoryStack.Part part) {
        return switch (part) {
            case RUNTIME -> "runtime_bytes";
            case WEIGHTS -> "weights_bytes";
            case KV_CACHE -> "kv_cache_bytes";
            case RECURRENT_STATE -> "recurrent_state_bytes";
            case ACTIVATIONS -> "activations_bytes";
            case OTHER -> "other_bytes";
        };
    }

    private List<Figure> figures(Verdict verdict) {
        var figures = new ArrayList<Figure>();
        for (Scenario scenario : scenarios) {
            String owner = scenario.model().name();
            figures.add(new Figure(
                    Measure.DECODE,
                    owner,
                    verdict.fits() ? rate(scenario) : new Speed.Unpredicted(verdict.runs() ? SPILLED : noRun())));
        }
        return figures;
    }

    private static MissingFact noRun() {
        return new MissingFact("fit.verdict", "a set that does not run has no speed");
    }

    private Speed.Prediction rate(Scenario scenario) {
        WeightBytes weights = WeightBytes.of(scenario.model(), scenario.weights());
        double depth = scenario.workload().context().count();
        Optional<Term> step = SpeedTerms.step(scenario, weights, calibration, depth);
        return step.<Speed.Prediction>map(alone -> Figures.around(Term.derived(
                        "decode_tokens_per_second",
                        Unit.TOKENS_PER_SECOND,
                        Operation.QUOTIENT,
                        Figures.chosen("tokens_each_step", 1),
                        Term.derived(
                                "shared_step_time",
                                Unit.SECONDS,
                                Operation.PRODUCT,
                                Figures.chosen("models_at_once", scenarios.size()),
                                alone))))
                .orElseGet(() -> new Speed.Unpredicted(SpeedTerms.missing(scenario)));
    }
}
