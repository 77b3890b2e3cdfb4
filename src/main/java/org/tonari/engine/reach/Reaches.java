package org.tonari.engine.reach;

import java.util.EnumSet;
import java.util.List;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.Roofline;
import org.tonari.domain.answer.Roofline.Activity;
import org.tonari.domain.answer.Roofline.Point;
import org.tonari.domain.answer.Roofline.Sticker;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Estimator;
import org.tonari.engine.Estimator.Aspect;
import org.tonari.engine.memory.WeightBytes;
import org.tonari.engine.speed.WorkAndTraffic;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Count;
import org.tonari.units.Unit;

/// Sets a workload against the machine's sticker.
public final class Reaches {
    /// Sequences of the point `BATCH` where the scenario itself has only one.
    public static final int BATCH = 8;

    private static final Source CHOICE = Source.of(Source.Kind.CHOICE, "the scenario");

    private final Estimator estimator;
    private final Scenario scenario;
    private final WeightBytes weights;
    private final Answer headline;
    private final Answer roof;
    private final Answer bandwidth;

    private Reaches(Estimator estimator, Scenario scenario, Answer headline, Answer roof, Answer bandwidth) {
        this.estimator = estimator;
        this.scenario = scenario;
        this.weights = WeightBytes.of(scenario.model(), scenario.weights());
        this.headline = headline;
        this.roof = roof;
        this.bandwidth = bandwidth;
    }

    /// @param estimator answers how fast each point runs
    /// @return stickers, roof and three points: the prompt, one sequence, and several
    public static Roofline of(Estimator estimator, Scenario scenario) {
        Estimate single = estimator.estimate(with(scenario, 1), EnumSet.of(Aspect.SPEED));
        List<Sticker> stickers = Stickers.of(scenario.machine());
        MemoryPool pool = scenario.machine().primaryPool();
        Answer bandwidth = Answer.given("bandwidth", pool.bandwidth(), "machine.memory.bandwidth");
        Answer measured = Answer.given("measured_bandwidth", pool.measuredBandwidth(), "");
        Answer headline = Stickers.headline(stickers, scenario.machine());
        Answer roof = Stickers.roof(stickers, scenario.machine(), scenario.weights(), single.compatibility());
        Answer usable = bandwidth.optional().isPresent() ? bandwidth : measured;
        var reaches = new Reaches(estimator, scenario, headline, roof, usable);
        return new Roofline(
                scenario.machine(),
                stickers,
                headline,
                roof,
                bandwidth,
                measured,
                List.of(reaches.prefill(single), reaches.decode(single, 1), reaches.batch()));
    }

    private static Scenario with(Scenario scenario, int sequences) {
        return scenario.withWorkload(scenario.workload().withConcurrency(sequences));
    }

    private Point prefill(Estimate single) {
        Answer rate = single.speed()
                .known()
                .map(Speed.Known::prefill)
                .map(Reaches::rate)
                .orElseGet(() -> none(single));
        Answer prompt = Answer.of(Term.given("prompt", scenario.workload().prompt(), CHOICE));
        return point(Activity.PREFILL, 1, WorkAndTraffic.prefill(with(scenario, 1), weights), rate, prompt);
    }

    private Point batch() {
        int sequences = Math.max(scenario.workload().concurrency(), 1);
        int several = sequences == 1 ? BATCH : sequences;
        return decode(estimator.estimate(with(scenario, several), EnumSet.of(Aspect.SPEED)), several);
    }

    private Point decode(Estimate estimate, int sequences) {
        Answer rate = estimate.speed()
                .known()
                .map(known -> Answer.of(known.aggregate().expected()))
                .orElseGet(() -> none(estimate));
        Answer each = Answer.of(Term.given("tokens_each_step", new Count(sequences), CHOICE));
        Activity activity = sequences == 1 ? Activity.DECODE : Activity.BATCH;
        return point(activity, sequences, WorkAndTraffic.decode(scenario, weights, sequences), rate, each);
    }

    /// @param rate   tokens a second
    /// @param tokens that the work makes
    private Point point(Activity activity, int sequences, WorkAndTraffic load, Answer rate, Answer tokens) {
        Answer work = Answer.of(load.work());
        Answer intensity = Answer.derived("intensity", Unit.RATIO, Operation.QUOTIENT, work, Answer.of(load.traffic()));
        Answer fed = Answer.derived("bandwidth_roof", Unit.FLOPS_PER_SECOND, Operation.PRODUCT, intensity, bandwidth);
        Answer attainable = Answer.derived("attainable", Unit.FLOPS_PER_SECOND, Operation.MINIMUM, roof, fed);
        Answer each = Answer.derived("work_each_token", Unit.FLOPS, Operation.QUOTIENT, work, tokens);
        Answer reached = Answer.derived("reached", Unit.FLOPS_PER_SECOND, Operation.PRODUCT, each, rate);
        return new Point(
                activity,
                sequences,
                intensity,
                attainable,
                reached,
                Answer.derived("share_of_sticker", Unit.RATIO, Operation.QUOTIENT, reached, headline));
    }

    private static Answer rate(Speed.Prediction prediction) {
        return switch (prediction) {
            case Speed.Estimated estimated -> Answer.of(estimated.expected());
            case Speed.Unpredicted(MissingFact fact) -> new Answer.Unknown(fact);
        };
    }

    private static Answer none(Estimate estimate) {
        return new Answer.Unknown(
                switch (estimate.speed()) {
                    case Speed.NotRunning _ ->
                        new MissingFact("fit.verdict", "a scenario that does not run has no speed");
                    case Speed.Unknown(MissingFact fact) -> fact;
                    case Speed.Known _ -> throw new IllegalStateException("a known speed is none to miss");
                });
    }
}
