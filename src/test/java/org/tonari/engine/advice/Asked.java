package org.tonari.engine.advice;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonari.domain.answer.Compatibility;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.Projection;
import org.tonari.domain.answer.Recommendation.Demand;
import org.tonari.domain.answer.Recommendation.Test;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.Machine.Power;
import org.tonari.domain.machine.Machine.Price;
import org.tonari.domain.machine.MemoryPool.Kind;
import org.tonari.domain.question.CostAssumptions;
import org.tonari.domain.question.Question;
import org.tonari.domain.question.UseCase;
import org.tonari.domain.question.UseCase.Measure;
import org.tonari.domain.question.Wish;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Bench;
import org.tonari.engine.Estimator.Aspect;
import org.tonari.engine.ShippedScenarios;
import org.tonari.engine.load.Figures;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Sourced;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Money;
import org.tonari.units.Seconds;
import org.tonari.units.TokensPerSecond;
import org.tonari.units.Watts;

/// A use that demands 20 tokens a second, a first token in 2 s, a job in 60 s, 30 W at rest and a laptop; and a machine
/// to hold against it: 1,000 bytes, 10 W at rest, 100 W under load, 200 dollars, 2 litres, 1.5 kg, 38 dBA, a laptop.
final class Asked {
    static final UseCase USE = new UseCase(
            "bench-work",
            "Bench work",
            List.of(),
            Map.of(),
            Sourced.known(new TokensPerSecond(20), Bench.HAND),
            Sourced.known(new Seconds(2), Bench.HAND),
            Sourced.known(new Bytes(900), Bench.HAND),
            Sourced.known(new Seconds(60), Bench.HAND),
            Sourced.known(new Watts(30), Bench.HAND),
            "laptop",
            Measure.PRICE,
            Bench.HAND);

    static final Machine MACHINE = Bench.described(
            Bench.machine(Bench.pool(Kind.UNIFIED, 1_000)),
            new Power(
                    Sourced.known(new Watts(10), Bench.HAND),
                    Sourced.known(new Watts(100), Bench.HAND),
                    Bench.unstated("max")),
            List.of(new Price(new Money(200, Money.Currency.USD), "", Bench.HAND)),
            facts("laptop", "200 × 100 × 100 mm", "1.5 kg", "38 dBA"));

    private static final Scenario SCENARIO = ShippedScenarios.of("dgx-spark", "gpt-oss-20b", "mxfp4");

    private Asked() {}

    static Map<String, Sourced<String>> facts(String form, String dimensions, String weight, String noise) {
        return Map.of(
                "form", Sourced.known(form, Bench.HAND),
                "dimensions", Sourced.known(dimensions, Bench.HAND),
                "weight", Sourced.known(weight, Bench.HAND),
                "noise", Sourced.known(noise, Bench.HAND));
    }

    /// @return the use ordered by a measure, with so many runs
    static UseCase use(Measure measure, int runs) {
        return new UseCase(
                USE.id(),
                USE.name(),
                Collections.nCopies(runs, Map.of()),
                Map.of(),
                USE.decode(),
                USE.firstToken(),
                USE.memory(),
                USE.jobTime(),
                USE.idle(),
                USE.form(),
                measure,
                USE.source());
    }

    /// @return a use that demands nothing but 900 bytes
    static UseCase undemanding() {
        return new UseCase(
                USE.id(),
                USE.name(),
                List.of(),
                Map.of(),
                Bench.unstated("decode"),
                Bench.unstated("first_token"),
                USE.memory(),
                Bench.unstated("job_time"),
                Bench.unstated("idle"),
                "",
                Measure.PRICE,
                USE.source());
    }

    static Inquiry inquiry(UseCase use, Wish wish, Optional<Question> job) {
        return new Inquiry(
                use,
                wish,
                Collections.nCopies(use.runs().size(), SCENARIO),
                job,
                SCENARIO.runtime(),
                List.of(MACHINE),
                CostAssumptions.DEFAULT);
    }

    static List<Test> tests(Machine machine, Wish wish, List<Estimate> estimates, Optional<Projection> job) {
        return new Tests(inquiry(use(Measure.PRICE, estimates.size()), wish, Optional.empty()), machine, estimates, job)
                .all();
    }

    static Optional<Test> test(List<Test> tests, Demand demand) {
        return tests.stream().filter(test -> test.demand() == demand).findFirst();
    }

    /// @return an estimate of a shipped scenario, as it is
    static Estimate estimate() {
        return ShippedScenarios.estimator().estimate(SCENARIO, EnumSet.of(Aspect.SPEED));
    }

    /// @return an estimate of so many tokens a second, the first after so long
    static Estimate estimate(double rate, double firstToken) {
        Speed.Known known = estimate().speed().known().orElseThrow();
        var decode = Figures.around(Term.given("decode_tokens_per_second", new TokensPerSecond(rate), Bench.HAND));
        var first = Figures.around(Term.given("time_to_first_token_seconds", new Seconds(firstToken), Bench.HAND));
        return with(new Speed.Known(
                decode, decode, known.prefill(), first, known.stepTime(), known.limitedBy(), known.evidence()));
    }

    static Estimate with(Speed speed) {
        Estimate plain = estimate();
        return new Estimate(plain.scenario(), plain.memory(), plain.fit(), speed, plain.compatibility(), plain.cost());
    }

    static Estimate with(Compatibility kernels) {
        Estimate plain = estimate();
        return new Estimate(plain.scenario(), plain.memory(), plain.fit(), plain.speed(), kernels, plain.cost());
    }

    static MissingFact missing(String path) {
        return new MissingFact(path, "nobody states it");
    }
}
