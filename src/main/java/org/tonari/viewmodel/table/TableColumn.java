package org.tonari.viewmodel.table;

import java.util.OptionalDouble;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.machine.Machine;
import org.tonari.explain.Answer;
import org.tonari.viewmodel.desk.Results;
import org.tonari.viewmodel.desk.SpeedMeasure;

/// A column of the table and what it sorts by.
public enum TableColumn {
    MACHINE,
    VERDICT,
    SPARE,
    LONGEST_CONTEXT,
    DECODE,
    INTERVAL,
    FIRST_TOKEN,
    POWER,
    ENERGY,
    PRICE,
    PRICE_PER_SPEED,
    /// Memory required, less what the ghost requires.
    DELTA_MEMORY,
    /// Decoding speed, less the ghost's.
    DELTA_RATE;

    /// @return whether the column compares with a ghost, so that it is there only beside one
    public boolean isDelta() {
        return this == DELTA_MEMORY || this == DELTA_RATE;
    }

    /// @param results what else is on screen: which speed is shown, and the ghost to compare with
    /// @return the number a row sorts by, if it has one: the figure that its cell shows
    public OptionalDouble key(Results.Column row, Results results) {
        Estimate estimate = row.estimate();
        return switch (this) {
            case MACHINE -> OptionalDouble.of(row.place());
            case VERDICT -> OptionalDouble.of(rank(estimate.fit().verdict()));
            case SPARE -> OptionalDouble.of(estimate.fit().spare().magnitude());
            case LONGEST_CONTEXT -> number(estimate.fit().longestContext());
            case DECODE -> decode(estimate, results.measure());
            case INTERVAL -> interval(estimate, results.measure());
            case FIRST_TOKEN -> firstToken(estimate);
            case POWER -> number(estimate.cost().watts());
            case ENERGY -> number(estimate.cost().joulesPerToken());
            case PRICE -> price(estimate);
            case PRICE_PER_SPEED -> pricePerSpeed(estimate, results.measure());
            case DELTA_MEMORY -> Difference.memory(row, results);
            case DELTA_RATE -> Difference.rate(row, results);
        };
    }

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Fits _ -> 0;
            case Verdict.Tight _ -> 1;
            case Verdict.Spills _ -> 2;
            case Verdict.DoesNotFit _ -> 3;
            case Verdict.Unknown _ -> 4;
        };
    }

    private static OptionalDouble number(Answer answer) {
        return answer.optional()
                .map(term -> OptionalDouble.of(term.value().magnitude()))
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble decode(Estimate estimate, SpeedMeasure measure) {
        return estimate.speed()
                .known()
                .map(speed -> OptionalDouble.of(measure.shown(speed).value()))
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble interval(Estimate estimate, SpeedMeasure measure) {
        return estimate.speed()
                .known()
                .map(measure::shown)
                .map(shown -> OptionalDouble.of(shown.high() - shown.low()))
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble firstToken(Estimate estimate) {
        return estimate.speed()
                .known()
                .map(speed -> speed.firstToken() instanceof Speed.Estimated seconds
                        ? OptionalDouble.of(seconds.value())
                        : OptionalDouble.empty())
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble price(Estimate estimate) {
        return estimate.cost()
                .price()
                .map(Machine.Price::amount)
                .map(amount -> OptionalDouble.of(amount.amount()))
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble pricePerSpeed(Estimate estimate, SpeedMeasure measure) {
        OptionalDouble price = price(estimate);
        OptionalDouble speed = decode(estimate, measure);
        return price.isPresent() && speed.isPresent() && speed.getAsDouble() > 0
                ? OptionalDouble.of(price.getAsDouble() / speed.getAsDouble())
                : OptionalDouble.empty();
    }
}
