package org.tonari.engine.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.tonari.domain.answer.Compatibility;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.Projection;
import org.tonari.domain.answer.Recommendation.Demand;
import org.tonari.domain.answer.Recommendation.Outcome;
import org.tonari.domain.answer.Recommendation.Test;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.question.UseCase;
import org.tonari.domain.question.Wish;
import org.tonari.domain.question.Wish.Limit;
import org.tonari.engine.cost.Purchase;
import org.tonari.engine.memory.UsableMemory;
import org.tonari.explain.Answer;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.explain.Term;
import org.tonari.units.Money;
import org.tonari.units.Quantity;
import org.tonari.units.Ratio;
import org.tonari.units.TokensPerSecond;
import org.tonari.units.Watts;

/// Holds one machine against every demand of a use and every limit of a wish.
final class Tests {
    private static final Source LIMIT = Source.of(Source.Kind.YOURS, "your own limit");

    private final UseCase use;
    private final Wish wish;
    private final Inquiry question;
    private final Machine machine;
    private final List<Estimate> estimates;
    private final Optional<Projection> job;
    private final List<Test> tests = new ArrayList<>();

    /// @param estimates one for each run of the use
    /// @param job       what the use makes or trains, if it does
    Tests(Inquiry question, Machine machine, List<Estimate> estimates, Optional<Projection> job) {
        this.use = question.use();
        this.wish = question.wish();
        this.question = question;
        this.machine = machine;
        this.estimates = estimates;
        this.job = job;
    }

    List<Test> all() {
        memory();
        if (!estimates.isEmpty()) {
            software();
            demandedSpeed().ifPresent(wanted -> atLeast(Demand.DECODE, Figures.slowest(estimates), wanted));
            stated("wanted_first_token", use.firstToken())
                    .ifPresent(wanted -> atMost(Demand.FIRST_TOKEN, Figures.firstToken(estimates.getFirst()), wanted));
        }
        stated("wanted_job_time", use.jobTime()).ifPresent(wanted -> atMost(Demand.JOB_TIME, Jobs.time(job), wanted));
        var shape = new Shape(machine);
        if (!use.form().isEmpty()) {
            atLeast(Demand.FORM, shape.form(use.form()), Answer.of(Term.given("form", new Ratio(1), use.source())));
        }
        stated("most_idle_watts", use.idle())
                .ifPresent(wanted -> atMost(
                        Demand.IDLE_WATTS,
                        Answer.given("idle_watts", machine.power().idle(), "machine.power.idle"),
                        wanted));
        limits(shape);
        return tests;
    }

    private void limits(Shape shape) {
        limit(
                Limit.BUDGET_YEN,
                Demand.BUDGET,
                Purchase.of(machine, question.assumptions()),
                value -> new Money(value, Money.Currency.JPY));
        limit(
                Limit.LOAD_WATTS,
                Demand.LOAD_WATTS,
                Answer.given("watts", machine.power().load(), "machine.power.load"),
                Watts::new);
        limit(Limit.VOLUME_LITRES, Demand.VOLUME, shape.volume(), Ratio::new);
        limit(Limit.WEIGHT_KILOGRAMS, Demand.WEIGHT, shape.weight(), Ratio::new);
        limit(Limit.NOISE_DECIBELS, Demand.NOISE, shape.noise(), Ratio::new);
    }

    private void limit(Limit limit, Demand demand, Answer figure, DoubleFunction<Quantity> quantity) {
        wish.limit(limit)
                .ifPresent(value ->
                        atMost(demand, figure, Answer.of(Term.given("your_limit", quantity.apply(value), LIMIT))));
    }

    private void memory() {
        if (job.isPresent()) {
            Projection made = job.get();
            tests.add(new Test(
                    Demand.MEMORY,
                    Jobs.outcome(made.verdict()),
                    Jobs.memory(made),
                    made.fullest().usable()));
            return;
        }
        Answer usable = machineMemory();
        Answer required = new Needs(use, estimates).required();
        if (estimates.size() == 1) {
            tests.add(new Test(
                    Demand.MEMORY, Jobs.outcome(estimates.getFirst().fit().verdict()), required, usable));
        } else {
            atMost(Demand.MEMORY, required, usable);
        }
    }

    private Answer machineMemory() {
        return estimates.isEmpty()
                ? UsableMemory.of(machine, question.runtime())
                : estimates.getFirst().memory().pools().getFirst().usable();
    }

    private void software() {
        Compatibility worst = estimates.stream()
                .map(Estimate::compatibility)
                .reduce((one, other) -> one.state().compareTo(other.state()) >= 0 ? one : other)
                .orElseThrow();
        Outcome outcome =
                switch (worst.state()) {
                    case NATIVE, UPCAST, FALLBACK -> Outcome.MET;
                    case UNSUPPORTED -> Outcome.MISSED;
                    case UNKNOWN -> Outcome.UNKNOWN;
                };
        double rank = worst.state().ordinal();
        Answer state = Answer.of(Term.given("kernels", new Ratio(rank), worst.source()));
        tests.add(new Test(Demand.SOFTWARE, outcome, state, state));
    }

    private Optional<Answer> demandedSpeed() {
        return wish.limit(Limit.DECODE_RATE)
                .map(rate -> Answer.of(Term.given("your_limit", new TokensPerSecond(rate), LIMIT)))
                .or(() -> stated("wanted_decode", use.decode()));
    }

    private static <T extends Quantity> Optional<Answer> stated(String id, Sourced<T> figure) {
        Answer answer = Answer.given(id, figure, "");
        return answer.optional().isPresent() ? Optional.of(answer) : Optional.empty();
    }

    private void atMost(Demand demand, Answer figure, Answer wanted) {
        tests.add(new Test(demand, compared(figure, wanted, -1), figure, wanted));
    }

    private void atLeast(Demand demand, Answer figure, Answer wanted) {
        tests.add(new Test(demand, compared(figure, wanted, 1), figure, wanted));
    }

    /// A scenario that does not run misses its speed rather than leave it open.
    private static Outcome compared(Answer figure, Answer wanted, int sign) {
        if (figure instanceof Answer.Unknown(var fact) && fact.path().equals("fit.verdict")) {
            return Outcome.MISSED;
        }
        if (figure.optional().isEmpty() || wanted.optional().isEmpty()) {
            return Outcome.UNKNOWN;
        }
        return sign * (Figures.value(figure) - Figures.value(wanted)) >= 0 ? Outcome.MET : Outcome.MISSED;
    }
}
