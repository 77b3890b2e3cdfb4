package org.tonari.engine.speed;

import java.util.Optional;
import org.tonari.domain.answer.Compatibility;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Speed.Estimated;
import org.tonari.domain.answer.Speed.Evidence;
import org.tonari.domain.answer.Speed.Prediction;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.evidence.Calibration;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.memory.WeightBytes;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Operation;
import org.tonari.explain.Phrase;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Count;
import org.tonari.units.Unit;

/// The whole answer to "how fast?".
public final class Speeds {
    private static final MissingFact NEVER_FITTED = new MissingFact(
            "calibration", "no published measurement was fitted for anything like this machine and runtime");

    private static final Source ONE = Source.of(Source.Kind.DERIVED, "one step makes one token for each sequence");

    private final Scenario scenario;
    private final WeightBytes weights;
    private final MemoryStack memory;
    private final KnownRates known;
    private final Calibration calibration;
    private final WeightReads reads;
    private final Rates rates;
    private final Compatibility kernels;
    private final Optional<Shift> shift;
    private final PromptSpeeds prompts;
    private final Optional<Drafting> drafting;

    private Speeds(
            Scenario scenario,
            WeightBytes weights,
            MemoryStack memory,
            KnownRates known,
            Compatibility kernels,
            Optional<Shift> shift,
            PromptSpeeds prompts) {
        this.scenario = scenario;
        this.weights = weights;
        this.memory = memory;
        this.known = known;
        this.calibration = known.calibration();
        this.reads = known.reads(weights);
        this.rates = known.of(scenario);
        this.kernels = kernels;
        this.shift = shift;
        this.prompts = prompts;
        this.drafting = Drafting.of(scenario, weights);
    }

    /// @param weights of the scenario's model in its format
    /// @param memory  the scenario's stack
    /// @param verdict on that stack
    /// @param known   rates, and what a token reads
    /// @param kernels that run
    /// @param shift   to what the person measured, if they did
    /// @param prompts found so far along the same curve
    /// @return speeds, or why there are none
    public static Speed of(
            Scenario scenario,
            WeightBytes weights,
            MemoryStack memory,
            Verdict verdict,
            KnownRates known,
            Compatibility kernels,
            Optional<Shift> shift,
            PromptSpeeds prompts) {
        if (verdict instanceof Verdict.DoesNotFit) {
            return new Speed.NotRunning();
        }
        for (LayerGroup group : scenario.model().groups()) {
            if (group.attention() instanceof Attention.Undescribed(MissingFact fact)) {
                return new Speed.Unknown(fact);
            }
        }
        return new Speeds(scenario, weights, memory, known, kernels, shift, prompts).speed();
    }

    private Speed speed() {
        return switch (Bandwidth.of(scenario.machine(), memory.placement())) {
            case Bandwidth.Unknown(MissingFact fact) -> new Speed.Unknown(fact);
            case Bandwidth.Known bandwidth -> at(bandwidth);
        };
    }

    private Speed at(Bandwidth.Known bandwidth) {
        int sequences = memory.served().sequences();
        double depth = scenario.workload().context().count();
        Optional<Term> fitted = decoding(bandwidth, depth, sequences);
        if (fitted.isEmpty()) {
            return new Speed.Unknown(NEVER_FITTED);
        }
        Optional<Term> step = fitted.map(this::shifted);
        Evidence evidence = evidence(sequences);
        double slack = Intervals.factor(calibration, scenario, memory, evidence, sequences > 1 ? "batch" : "decode");
        Term decode = Term.derived(
                "decode_tokens_per_second", Unit.TOKENS_PER_SECOND, Operation.QUOTIENT, tokensForEach(), step.get());
        Term aggregate = Term.derived(
                "aggregate_tokens_per_second", Unit.TOKENS_PER_SECOND, Operation.QUOTIENT, tokensForAll(), step.get());
        PromptSpeeds.Answer prompt = prompts.of(memory.placement(), evidence, () -> prompt(bandwidth, evidence));
        return new Speed.Known(
                generated(decode, slack),
                generated(aggregate, slack),
                prompt.rate(),
                prompt.firstToken(),
                step.get(),
                Limits.of(fitted.get()),
                evidence);
    }

    private PromptSpeeds.Answer prompt(Bandwidth.Known bandwidth, Evidence evidence) {
        Prefill prefill = new Prefill(scenario, reads, rates.forPrompts(kernels), bandwidth, memory.placement());
        Optional<Term> time =
                prefill.time(scenario.workload().prompt().count(), 0).map(whole -> Pace.applied(scenario, whole));
        double slack = Intervals.factor(calibration, scenario, memory, evidence, "prefill");
        return new PromptSpeeds.Answer(rate(time, slack), firstToken(bandwidth, time, slack));
    }

    /// Where some wait, each sequence has its turn in that share of the steps.
    private Term tokensForEach() {
        MemoryStack.Served served = memory.served();
        return served.isAll()
                ? Term.given("tokens_each_step", new Count(1), ONE)
                : Term.derived(
                        "share_of_steps",
                        Unit.RATIO,
                        Operation.QUOTIENT,
                        served.atOnce(),
                        Term.given(
                                "concurrency",
                                new Count(served.asked()),
                                Source.of(Source.Kind.CHOICE, "the scenario")));
    }

    private Term tokensForAll() {
        MemoryStack.Served served = memory.served();
        return served.isAll()
                ? Term.given("tokens_each_step", new Count(served.sequences()), ONE)
                : served.atOnce().as("tokens_each_step");
    }

    private Optional<Term> step(Bandwidth.Known bandwidth, double depth, Batch batch) {
        return new DecodeStep(scenario, reads, rates.forDecoding(kernels), bandwidth, memory.placement())
                .time(depth, batch);
    }

    /// The time of a token for every sequence: of a step, or of a round's share where tokens are drafted.
    private Optional<Term> decoding(Bandwidth.Known bandwidth, double depth, int sequences) {
        return drafting.isPresent()
                ? step(bandwidth, depth, drafting.get().checked(sequences))
                        .flatMap(check ->
                                drafting.get().time(check, reads, known, rates.forDecoding(kernels), bandwidth, depth))
                : step(bandwidth, depth, new Batch(sequences, 1));
    }

    private Term shifted(Term step) {
        Term paced = Pace.applied(scenario, step);
        return shift.map(found -> found.applied(paced)).orElse(paced);
    }

    private Prediction rate(Optional<Term> prompt, double slack) {
        return prompt.<Prediction>map(time -> around(
                        Term.derived(
                                "prefill_tokens_per_second",
                                Unit.TOKENS_PER_SECOND,
                                Operation.QUOTIENT,
                                Term.given(
                                        "prompt",
                                        scenario.workload().prompt(),
                                        Source.of(Source.Kind.CHOICE, "the scenario")),
                                time),
                        slack))
                .orElseGet(() -> new Speed.Unpredicted(missingPeak()));
    }

    private Prediction firstToken(Bandwidth.Known bandwidth, Optional<Term> prompt, double slack) {
        double depth = scenario.workload().prompt().count();
        return prompt.flatMap(time -> step(bandwidth, depth, new Batch(1, 1))
                        .map(this::shifted)
                        .<Prediction>map(step -> around(
                                Term.derived(
                                        "time_to_first_token_seconds",
                                        Unit.SECONDS,
                                        Operation.SUM,
                                        time,
                                        step.as("first_step_time")),
                                slack)))
                .orElseGet(() -> new Speed.Unpredicted(missingPeak()));
    }

    private MissingFact missingPeak() {
        return new MissingFact(
                "machine.processor.dense_peak.bf16",
                Phrase.of(
                        "no source states the 16-bit compute peak of {0}, or no prefill was ever measured on anything"
                                + " like it",
                        scenario.machine().name()));
    }

    /// Splits and speculation are E; batches over one on mixtures of experts D at best.
    private Evidence evidence(int sequences) {
        if (memory.placement().isSplit() || drafting.isPresent()) {
            return Evidence.E;
        }
        Evidence fitted = rates.evidence(scenario.model().id());
        Evidence near = shift.map(found -> found.evidence(scenario, fitted)).orElse(fitted);
        boolean experts = weights.hasRoutedExperts();
        return sequences > 1 && experts && near.compareTo(Evidence.D) < 0 ? Evidence.D : near;
    }

    /// How many drafted tokens are accepted depends on the text, which weighs more than all else.
    private Estimated generated(Term expected, double slack) {
        if (drafting.isEmpty()) {
            return around(expected, slack);
        }
        double middle = expected.value().magnitude();
        double least = Math.max(slack, Drafting.FEW_ROWS);
        return new Estimated(
                middle / Math.max(least, drafting.get().slowest()),
                expected,
                middle * Math.max(least, drafting.get().fastest()));
    }

    private static Estimated around(Term expected, double factor) {
        double middle = expected.value().magnitude();
        return new Estimated(middle / factor, expected, middle * factor);
    }
}
