package org.tonari.viewmodel.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.tonari.domain.answer.ConcurrencyCurve;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.domain.comparison.Candidate;
import org.tonari.domain.comparison.Candidates;
import org.tonari.domain.comparison.Comparison;
import org.tonari.domain.comparison.Pin;
import org.tonari.domain.comparison.Setup;
import org.tonari.domain.evidence.Measurement;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload;
import org.tonari.engine.Estimator;
import org.tonari.engine.Estimator.CurvePoint;
import org.tonari.explain.Answer;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;
import org.tonari.viewmodel.desk.SpeedMeasure.Axis;

/// Asks the engine for what a comparison needs and keeps the curves that a change of context does not touch.
final class Forecasts {
    private static final List<Integer> USERS = List.of(1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64);

    private final Estimator engine;
    private Choices choices;
    private final Map<String, Kept> kept = new HashMap<>();
    private final Map<String, Pinned> pinned = new HashMap<>();

    private record Pinned(Setup setup, Candidates candidates, SpeedMeasure measure, Results.Ghost ghost) {}

    private record Kept(
            Scenario question,
            SpeedMeasure.Axis axis,
            SpeedMeasure measure,
            List<CurvePoint> curve,
            ConcurrencyCurve users,
            List<Measurement> measured) {
        Kept withMeasured(List<Measurement> others) {
            return new Kept(question, axis, measure, curve, users, others);
        }
    }

    Forecasts(Estimator engine, Choices choices) {
        this.engine = engine;
        this.choices = choices;
    }

    /// From now on runs and colours are those of other choices.
    void offer(Choices other) {
        choices = other;
        kept.replaceAll((_, known) -> known.withMeasured(measured(known.question())));
    }

    Results of(Comparison comparison, SpeedMeasure measure) {
        return of(comparison, measure, columns(comparison, measure), List.of());
    }

    /// @param imagined what is only tried out; asked of forecasts of their own
    Results of(
            Comparison comparison, SpeedMeasure measure, List<Results.Column> columns, List<Results.Ghost> imagined) {
        var ghosts = new ArrayList<>(imagined);
        comparison.pins().forEach(pin -> ghosts.add(ghost(pin, comparison, measure)));
        return new Results(comparison, measure, columns, ghosts);
    }

    /// @return the answers of all machines on screen
    List<Results.Column> columns(Comparison comparison, SpeedMeasure measure) {
        return comparison.candidates().all().stream()
                .filter(Candidate::isShown)
                .map(candidate -> column(candidate, comparison.setupOn(candidate.machine()), measure))
                .toList();
    }

    private Results.Ghost ghost(Pin pin, Comparison comparison, SpeedMeasure measure) {
        String letter = String.valueOf(pin.letter());
        Pinned known = pinned.get(letter);
        if (known != null
                && known.measure() == measure
                && known.setup().equals(pin.setup())
                && known.candidates().equals(comparison.candidates())) {
            return known.ghost();
        }
        List<Results.Column> columns =
                new Forecasts(engine, choices).columns(comparison.with(_ -> pin.setup()), measure);
        var fresh = new Pinned(
                pin.setup(), comparison.candidates(), measure, new Results.Ghost(letter, pin.setup(), columns));
        pinned.put(letter, fresh);
        return fresh.ghost();
    }

    Optional<Bytes> weightsSize(Comparison comparison, WeightFormat format) {
        Setup setup = comparison.setup().withWeights(format);
        var memory = engine.estimate(setup.on(comparison.machines().getFirst()), Set.of())
                .memory();
        boolean known = memory.pools().stream()
                .flatMap(pool -> pool.slices().stream())
                .filter(slice -> slice.part() == Part.WEIGHTS)
                .allMatch(slice -> slice.size().optional().isPresent());
        return known ? Optional.of(memory.size(Part.WEIGHTS)) : Optional.empty();
    }

    private Results.Column column(Candidate candidate, Setup setup, SpeedMeasure measure) {
        Machine machine = candidate.machine();
        Scenario scenario = setup.on(machine);
        Estimate estimate = engine.estimate(scenario);
        Kept known = known(scenario, measure, estimate.fit().longestContext());
        return new Results.Column(machine, candidate.mark(), estimate, known.curve(), known.users(), known.measured());
    }

    private Kept known(Scenario scenario, SpeedMeasure measure, Answer longest) {
        Scenario question = scenario.withWorkload(withoutPlace(scenario.workload(), measure));
        Kept known = kept.get(scenario.machine().id());
        if (known != null && answers(known, measure) && known.question().equals(question)) {
            return known;
        }
        Kept fresh = new Kept(
                question,
                measure.axis(),
                measure,
                measure.axis() == Axis.CONTEXT ? curve(question, measure, longest) : List.of(),
                measure.axis() == Axis.USERS ? users(question) : new ConcurrencyCurve(List.of()),
                measured(question));
        kept.put(scenario.machine().id(), fresh);
        return fresh;
    }

    /// A curve over users answers for each of them and for all together.
    private static boolean answers(Kept known, SpeedMeasure measure) {
        return known.measure() == measure || measure.axis() == Axis.USERS && known.axis() == Axis.USERS;
    }

    /// A point lies just where the cache is full, so that the curve bends there.
    private ConcurrencyCurve users(Scenario question) {
        ConcurrencyCurve curve = engine.concurrency(question, USERS);
        OptionalInt most = curve.mostAtOnce();
        return most.isEmpty() || most.getAsInt() < 1
                ? curve
                : engine.concurrency(
                        question,
                        Stream.concat(USERS.stream(), Stream.of(most.getAsInt()))
                                .distinct()
                                .sorted()
                                .toList());
    }

    /// No prompt is read with an empty context, and one of a single token says nothing of how fast prompts are read: a
    /// curve of that begins where prompts do.
    private List<CurvePoint> curve(Scenario question, SpeedMeasure measure, Answer longest) {
        List<Tokens> contexts = new ContextScale(question.model().maxContext())
                .samples(longest.optional()
                        .map(term -> new Tokens(Math.round(term.value().magnitude())))
                        .filter(tokens -> tokens.count() > 0));
        return measure == SpeedMeasure.DECODE
                ? engine.curve(question, contexts)
                : contexts.stream()
                        .filter(prompt -> measure != SpeedMeasure.PREFILL || !isEmpty(prompt, question))
                        .map(prompt -> afterPrompt(question, prompt))
                        .toList();
    }

    private static boolean isEmpty(Tokens context, Scenario question) {
        return context.count()
                < Math.min(ContextScale.FIRST, question.model().maxContext().count());
    }

    private List<Measurement> measured(Scenario question) {
        return question.workload().concurrency() == 1
                ? choices.measurements().stream()
                        .filter(run -> run.isDecodeOf(question))
                        .toList()
                : List.of();
    }

    private static Workload withoutPlace(Workload workload, SpeedMeasure measure) {
        if (measure.axis() == Axis.USERS) {
            return workload.withConcurrency(1);
        }
        Workload anywhere = workload.withContext(new Tokens(1));
        return measure == SpeedMeasure.DECODE ? anywhere : anywhere.withPrompt(new Tokens(1));
    }

    private CurvePoint afterPrompt(Scenario question, Tokens prompt) {
        Workload filled = question.workload().withContext(prompt).withPrompt(prompt);
        return engine.curve(question.withWorkload(filled), List.of(prompt)).getFirst();
    }
}
