package org.tonari.text;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Verdict;

/// A column of a comparison of machines. Sorting by one puts the best first and what is unknown last.
public enum ComparisonColumn {
    MACHINE(Best.AS_LISTED),
    VERDICT(Best.LEAST),
    SPARE(Best.MOST),
    LONGEST_CONTEXT(Best.MOST),
    DECODE(Best.MOST),
    INTERVAL(Best.MOST),
    FIRST_TOKEN(Best.LEAST),
    WATTS(Best.LEAST),
    JOULES_PER_TOKEN(Best.LEAST),
    PRICE(Best.LEAST),
    PRICE_PER_RATE(Best.LEAST);

    private enum Best {
        AS_LISTED,
        MOST,
        LEAST
    }

    private final Best best;

    ComparisonColumn(Best best) {
        this.best = best;
    }

    /// @return its name on the command line, such as `first-token`
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @return the column of that name
    public static Optional<ComparisonColumn> of(String word) {
        for (ComparisonColumn column : values()) {
            if (column.word().equals(word.replace('_', '-'))) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /// @return whether its cells are numbers and stand flush right
    public boolean isNumeric() {
        return this != MACHINE && this != VERDICT;
    }

    /// @return the best first; a stable sort by [#MACHINE] changes nothing
    public Comparator<Estimate> bestFirst() {
        return Comparator.comparingDouble(this::rank);
    }

    private double rank(Estimate estimate) {
        OptionalDouble figure = figure(new EstimateFigures(estimate));
        if (figure.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        return switch (best) {
            case AS_LISTED -> 0;
            case MOST -> -figure.getAsDouble();
            case LEAST -> figure.getAsDouble();
        };
    }

    private OptionalDouble figure(EstimateFigures figures) {
        return switch (this) {
            case MACHINE -> OptionalDouble.of(0);
            case VERDICT -> OptionalDouble.of(step(figures.estimate().fit().verdict()));
            case SPARE ->
                figures.spare().stream().mapToDouble(spare -> spare.count()).findFirst();
            case LONGEST_CONTEXT ->
                figures.longestContext().stream()
                        .mapToDouble(tokens -> tokens.count())
                        .findFirst();
            case DECODE, INTERVAL ->
                figures.decode().stream().mapToDouble(Speed.Estimated::value).findFirst();
            case FIRST_TOKEN ->
                figures.firstToken().stream()
                        .mapToDouble(Speed.Estimated::value)
                        .findFirst();
            case WATTS -> figures.watts();
            case JOULES_PER_TOKEN -> figures.joulesPerToken();
            case PRICE ->
                figures.price().stream()
                        .mapToDouble(price -> price.amount().amount())
                        .findFirst();
            case PRICE_PER_RATE -> figures.pricePerRate();
        };
    }

    private static int step(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Fits _ -> 0;
            case Verdict.Tight _ -> 1;
            case Verdict.Spills _ -> 2;
            case Verdict.Unknown _ -> 3;
            case Verdict.DoesNotFit _ -> 4;
        };
    }
}
