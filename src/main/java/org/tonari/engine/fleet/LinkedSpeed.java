package org.tonari.engine.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.evidence.Calibration;
import org.tonari.domain.question.Linking.Parallelism;
import org.tonari.domain.question.Question;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.load.Figures;
import org.tonari.engine.memory.WeightBytes;
import org.tonari.engine.speed.SpeedTerms;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Ratio;
import org.tonari.units.Unit;

/// How fast linked machines answer.
///
/// Tensor parallel divides what is read and computed, not the launches, and adds exchanges. A pipeline leaves a token's
/// time as it is and adds hand-overs; several sequences fill its stages.
final class LinkedSpeed {
    /// What no published pair of runs of a mixture of experts exceeds: gpt-oss-120b 1.29 and DeepSeek-V4-Flash 1.14 on
    /// two DGX Sparks, 1.28 on four.
    private static final Term MOST_GAIN = Term.given(
            "most_gain_with_experts",
            new Ratio(1.3),
            new Source(
                    Source.Kind.MEASURED,
                    "https://github.com/spark-arena/recipe-registry/issues/17; https://github.com/antirez/ds4/pull/754",
                    "2026-08",
                    "each token reads few weights, so exchanges and launches weigh much"));

    private static final Source ONE = Source.of(Source.Kind.DERIVED, "one step makes one token for each sequence");

    private final Scenario scenario;
    private final WeightBytes weights;
    private final Calibration calibration;
    private final Parallelism parallelism;
    private final int machines;
    private final LinkTime link;

    private LinkedSpeed(Question.Linked question, WeightBytes weights, Calibration calibration, LinkTime link) {
        this.scenario = question.scenario();
        this.weights = weights;
        this.calibration = calibration;
        this.parallelism = question.linking().parallelism();
        this.machines = question.linking().machines();
        this.link = link;
    }

    /// @return the speed, or what is missing
    static Speed of(Question.Linked question, WeightBytes weights, Calibration calibration) {
        int machines = question.linking().machines();
        return LinkTime.of(question.scenario().model(), machines, question.link())
                .map(link -> new LinkedSpeed(question, weights, calibration, link).speed())
                .orElseGet(() -> new Speed.Unknown(LinkTime.missing(question.link())));
    }

    /// @return decoding speed against one machine by itself, had it room
    static Optional<Term> gain(Question.Linked question, WeightBytes weights, Calibration calibration, Speed speed) {
        Scenario scenario = question.scenario();
        Optional<Term> alone = SpeedTerms.step(
                scenario, weights, calibration, scenario.workload().context().count());
        return speed.known()
                .flatMap(known -> alone.map(single -> Term.derived(
                        "linked_gain",
                        Unit.RATIO,
                        Operation.QUOTIENT,
                        single.as("single_step_time"),
                        known.stepTime())));
    }

    private Speed speed() {
        return switch (parallelism) {
            case TENSOR -> speed(step(users()).map(this::tensorStep), users(), tensorPrefill());
            case PIPELINE -> {
                int together = Math.ceilDiv(users(), machines);
                yield speed(step(together).map(single -> pipelineStep(single, together)), users(), pipelinePrefill());
            }
        };
    }

    private int users() {
        return scenario.workload().concurrency();
    }

    private Optional<Term> step(int sequences) {
        Scenario at = scenario.withWorkload(scenario.workload().withConcurrency(sequences));
        return SpeedTerms.step(
                at, weights, calibration, scenario.workload().context().count());
    }

    private Term tensorStep(Term single) {
        var parts = new ArrayList<Term>();
        for (Term part : ((Term.Derived) single).parts()) {
            parts.add(isDivided(part) ? divided(part) : part);
        }
        parts.add(link.exchanges(users()));
        Term step = Term.derived("step_time", Unit.SECONDS, Operation.SUM, parts);
        if (!weights.hasRoutedExperts()) {
            return step;
        }
        Term least = Term.derived(
                "least_step_time", Unit.SECONDS, Operation.QUOTIENT, single.as("single_step_time"), MOST_GAIN);
        return least.value().magnitude() > step.value().magnitude()
                ? Term.derived("step_time", Unit.SECONDS, Operation.MAXIMUM, step.as("computed_step_time"), least)
                : step;
    }

    private Term pipelineStep(Term single, int together) {
        return Term.derived(
                "step_time", Unit.SECONDS, Operation.SUM, single.as("single_step_time"), link.handovers(together));
    }

    /// Launches happen on every machine; a compressed cache is read whole by every machine.
    private static boolean isDivided(Term part) {
        return switch (part.id()) {
            case "launch_time", "step_overhead_time", "latent_cache_read_time" -> false;
            default -> true;
        };
    }

    private Term divided(Term part) {
        return Term.derived(
                part.id(), Unit.SECONDS, Operation.QUOTIENT, part, Figures.chosen("machines_sharing", machines));
    }

    private Optional<Term> prompt() {
        return SpeedTerms.prefill(scenario, weights, calibration, 0);
    }

    private Optional<Term> tensorPrefill() {
        long tokens = scenario.workload().prompt().count();
        return prompt().map(single ->
                Term.derived("prefill_time", Unit.SECONDS, Operation.SUM, divided(single), link.exchanges(tokens)));
    }

    private Optional<Term> pipelinePrefill() {
        long tokens = scenario.workload().prompt().count();
        return prompt().map(single -> Term.derived(
                "prefill_time", Unit.SECONDS, Operation.SUM, single.as("single_prefill_time"), link.handovers(tokens)));
    }

    private Speed speed(Optional<Term> step, int sequences, Optional<Term> prefill) {
        if (step.isEmpty()) {
            return new Speed.Unknown(SpeedTerms.missing(scenario));
        }
        Term time = step.get();
        return new Speed.Known(
                Figures.around(rate("decode_tokens_per_second", 1, time)),
                Figures.around(rate("aggregate_tokens_per_second", sequences, time)),
                prefill.<Speed.Prediction>map(prompt -> Figures.around(Term.derived(
                                "prefill_tokens_per_second",
                                Unit.TOKENS_PER_SECOND,
                                Operation.QUOTIENT,
                                Figures.chosen(
                                        "prompt", scenario.workload().prompt().count()),
                                prompt)))
                        .orElseGet(LinkedSpeed::noPrefill),
                prefill.<Speed.Prediction>map(prompt -> Figures.around(Term.derived(
                                "time_to_first_token_seconds",
                                Unit.SECONDS,
                                Operation.SUM,
                                prompt,
                                time.as("first_step_time"))))
                        .orElseGet(LinkedSpeed::noPrefill),
                time,
                limit(time),
                Speed.Evidence.E);
    }

    private static Speed.Unpredicted noPrefill() {
        return new Speed.Unpredicted(
                new MissingFact("machine.processor.dense_peak.bf16", "no prompt time is known for one machine alone"));
    }

    private static Term rate(String id, int tokens, Term step) {
        Term made = Figures.count("tokens_each_step", tokens, ONE);
        return Term.derived(id, Unit.TOKENS_PER_SECOND, Operation.QUOTIENT, made, step);
    }

    private static Speed.Limit limit(Term step) {
        double waiting = 0;
        for (Term part : ((Term.Derived) step).parts()) {
            if (List.of("exchange_time", "handover_time").contains(part.id())) {
                waiting += part.value().magnitude();
            }
        }
        return waiting > step.value().magnitude() / 2 ? Speed.Limit.LINK : Speed.Limit.MEMORY_BANDWIDTH;
    }
}
