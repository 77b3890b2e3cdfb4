package org.tonari.engine;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tonari.domain.answer.Compatibility;
import org.tonari.domain.answer.CompatibilityRule;
import org.tonari.domain.answer.ConcurrencyCurve;
import org.tonari.domain.answer.Cost;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.Fit;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.evidence.Calibration;
import org.tonari.domain.question.CostAssumptions;
import org.tonari.domain.question.Question;
import org.tonari.domain.runtime.CacheFormat;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.scenario.Anchor;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.compatibility.Compatibilities;
import org.tonari.engine.cost.Costs;
import org.tonari.engine.fit.Fits;
import org.tonari.engine.fleet.Fleet;
import org.tonari.engine.fleet.Several;
import org.tonari.engine.memory.KnownParts;
import org.tonari.engine.memory.MemoryStacks.Detail;
import org.tonari.engine.memory.RelatedStacks;
import org.tonari.engine.memory.WeightBytes;
import org.tonari.engine.speed.KnownRates;
import org.tonari.engine.speed.PromptSpeeds;
import org.tonari.engine.speed.Shift;
import org.tonari.engine.speed.Speeds;
import org.tonari.explain.MissingFact;
import org.tonari.units.Tokens;

/// The engine's one door: from a scenario to an estimate. Thread-safe; the same scenario gives the same estimate.
///
/// Weights in a format, parts of stacks, fitted rates and replays of llama.cpp's allocator are remembered within
/// bounds, so later estimates of like scenarios are faster.
///
/// ```java
/// var estimator = new Estimator(catalogue.calibration(), new Alternatives(caches, weights));
/// Estimate estimate = estimator.estimate(scenario);
/// ```
public final class Estimator {

    /// What an estimate speaks of; parts left out are not computed.
    public enum Aspect {
        /// Longest context and remedies; the verdict itself always comes.
        FIT,
        SPEED,
        COST,
        /// What stands in the compute buffer when it is highest; left out, the buffer is a figure without parts.
        BUFFER
    }

    /// What remedies may propose.
    ///
    /// @param caches  cache formats
    /// @param weights weight formats
    public record Alternatives(List<CacheFormat> caches, List<WeightFormat> weights) {
        /// Nothing to propose.
        public static final Alternatives NONE = new Alternatives(List.of(), List.of());

        public Alternatives {
            caches = List.copyOf(caches);
            weights = List.copyOf(weights);
        }
    }

    /// A point of a curve over context.
    ///
    /// @param context tokens in the cache of each sequence
    /// @param verdict whether the scenario fits at that context
    /// @param speed   how fast it runs there
    public record CurvePoint(Tokens context, Verdict verdict, Speed speed) {}

    private final Calibration calibration;
    private final KnownRates knownRates;
    private final Alternatives alternatives;
    private final List<CompatibilityRule> rules;
    private final List<Anchor> anchors;
    private final KnownParts knownParts = new KnownParts();

    /// @param calibration  fitted speed parameters
    /// @param alternatives what remedies may propose
    public Estimator(Calibration calibration, Alternatives alternatives) {
        this(calibration, alternatives, List.of());
    }

    /// @param calibration  fitted speed parameters
    /// @param alternatives what remedies may propose
    /// @param rules        what sources say of runtimes' kernels
    public Estimator(Calibration calibration, Alternatives alternatives, List<CompatibilityRule> rules) {
        this(calibration, alternatives, rules, List.of());
    }

    private Estimator(
            Calibration calibration, Alternatives alternatives, List<CompatibilityRule> rules, List<Anchor> anchors) {
        this.calibration = Objects.requireNonNull(calibration);
        this.knownRates = new KnownRates(calibration);
        this.alternatives = Objects.requireNonNull(alternatives);
        this.rules = List.copyOf(rules);
        this.anchors = List.copyOf(anchors);
    }

    /// @param own speeds that the person measured; of several for a machine and runtime the last one counts
    /// @return this, its estimates shifted to them
    public Estimator with(List<Anchor> own) {
        return new Estimator(calibration, alternatives, rules, own);
    }

    /// @return everything there is to say of the scenario
    public Estimate estimate(Scenario scenario) {
        return estimate(scenario, EnumSet.allOf(Aspect.class));
    }

    /// @param aspects what to compute beside memory, verdict and compatibility
    /// @return the estimate; a part left out says so
    /// @throws IllegalArgumentException where an override names no figure, or a figure no value it can have
    public Estimate estimate(Scenario asked, Set<Aspect> aspects) {
        Scenario scenario = Overrides.applied(asked);
        WeightBytes weights = knownParts.weights(scenario);
        Detail detail = aspects.contains(Aspect.BUFFER) ? Detail.EXPLAINED : Detail.SIZES;
        var stacks = new RelatedStacks(scenario, detail, knownParts);
        MemoryStack memory = stacks.own();
        Fit fit = aspects.contains(Aspect.FIT)
                ? Fits.of(scenario, stacks::of, stacks::weights, memory, alternatives.caches(), alternatives.weights())
                : Fits.verdictOnly(scenario, memory);
        Compatibility compatibility = Compatibilities.of(scenario, rules);
        Speed speed = aspects.contains(Aspect.SPEED)
                ? speed(scenario, weights, memory, fit.verdict(), compatibility, shift(scenario), new PromptSpeeds())
                : new Speed.Unknown(new MissingFact("speed", "not asked for"));
        return new Estimate(
                asked,
                memory,
                fit,
                speed,
                compatibility,
                aspects.contains(Aspect.COST)
                        ? Costs.of(scenario, memory, speed, CostAssumptions.DEFAULT)
                        : Costs.notAsked());
    }

    /// @return the estimate's cost under other assumptions; the estimate must hold its speed
    public Cost cost(Estimate estimate, CostAssumptions assumptions) {
        return Costs.of(Overrides.applied(estimate.scenario()), estimate.memory(), estimate.speed(), assumptions);
    }

    /// One model on linked machines: memory is that of the machine with the most in it, the rates are of all together.
    /// The longest context is not searched and no remedies are proposed.
    ///
    /// @param aspects what to compute beside memory, verdict and compatibility
    /// @return the estimate; a part left out says so
    /// @throws IllegalArgumentException where an override names no figure, or a figure no value it can have
    public Estimate estimate(Question.Linked asked, Set<Aspect> aspects) {
        Scenario scenario = Overrides.applied(asked.scenario());
        Fleet fleet = Fleet.of(new Question.Linked(scenario, asked.linking(), asked.link()), calibration);
        MemoryStack fullest = fleet.fullest();
        Fit alone = Fits.verdictOnly(scenario, fullest);
        Speed speed = aspects.contains(Aspect.SPEED)
                ? fleet.speed()
                : new Speed.Unknown(new MissingFact("speed", "not asked for"));
        return new Estimate(
                asked.scenario(),
                fullest,
                new Fit(fleet.verdict(), alone.spare(), alone.longestContext(), List.of()),
                speed,
                Compatibilities.of(scenario, rules),
                aspects.contains(Aspect.COST)
                        ? Costs.of(
                                scenario.withMachine(Several.of(
                                        scenario.machine(), asked.linking().machines())),
                                fullest,
                                speed,
                                CostAssumptions.DEFAULT)
                        : Costs.notAsked());
    }

    /// @param contexts tokens in the cache of each sequence, in any order
    /// @return verdict and speed at each context, in the order asked
    public List<CurvePoint> curve(Scenario asked, List<Tokens> contexts) {
        Scenario scenario = Overrides.applied(asked);
        WeightBytes weights = knownParts.weights(scenario);
        var stacks = new RelatedStacks(scenario, Detail.SIZES, knownParts);
        Compatibility kernels = Compatibilities.of(scenario, rules);
        var prompts = new PromptSpeeds();
        var points = new ArrayList<CurvePoint>(contexts.size());
        for (Tokens context : contexts) {
            Scenario at = scenario.withWorkload(scenario.workload().withContext(context));
            MemoryStack memory = stacks.of(at);
            Verdict verdict = Fits.verdict(at, memory);
            points.add(
                    new CurvePoint(context, verdict, speed(at, weights, memory, verdict, kernels, shift(at), prompts)));
        }
        return points;
    }

    /// @param users numbers of sequences at once, each 1 to 1,024, in any order
    /// @return verdict and speed at each number, the context being the scenario's
    public ConcurrencyCurve concurrency(Scenario asked, List<Integer> users) {
        Scenario scenario = Overrides.applied(asked);
        WeightBytes weights = knownParts.weights(scenario);
        var stacks = new RelatedStacks(scenario, Detail.SIZES, knownParts);
        Compatibility kernels = Compatibilities.of(scenario, rules);
        var prompts = new PromptSpeeds();
        return new ConcurrencyCurve(users.stream()
                .map(count -> {
                    Scenario at = scenario.withWorkload(scenario.workload().withConcurrency(count));
                    MemoryStack memory = stacks.of(at);
                    Verdict verdict = Fits.verdict(at, memory);
                    return new ConcurrencyCurve.Point(
                            count,
                            memory.served().sequences(),
                            verdict,
                            speed(at, weights, memory, verdict, kernels, shift(at), prompts));
                })
                .toList());
    }

    private Speed speed(
            Scenario scenario,
            WeightBytes weights,
            MemoryStack memory,
            Verdict verdict,
            Compatibility kernels,
            Optional<Shift> shift,
            PromptSpeeds prompts) {
        return Speeds.of(scenario, weights, memory, verdict, knownRates, kernels, shift, prompts);
    }

    private Optional<Shift> shift(Scenario scenario) {
        if (anchors.isEmpty() && scenario.anchors().isEmpty()) {
            return Optional.empty();
        }
        return Stream.concat(scenario.anchors().reversed().stream(), anchors.reversed().stream())
                .filter(anchor -> anchor.holdsFor(scenario))
                .findFirst()
                .flatMap(this::shift);
    }

    private Optional<Shift> shift(Anchor anchor) {
        Scenario measured = Overrides.applied(anchor.measuredAt());
        WeightBytes weights = knownParts.weights(measured);
        MemoryStack memory = new RelatedStacks(measured, Detail.SIZES, knownParts).own();
        Verdict verdict = Fits.verdict(measured, memory);
        Compatibility kernels = Compatibilities.of(measured, rules);
        return Shift.of(
                anchor, speed(measured, weights, memory, verdict, kernels, Optional.empty(), new PromptSpeeds()));
    }
}
