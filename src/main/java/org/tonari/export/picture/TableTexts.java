package org.tonari.export.picture;

import java.util.Optional;
import java.util.function.Function;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Verdict;
import org.tonari.explain.Answer;
import org.tonari.explain.Term;
import org.tonari.text.CommonText;
import org.tonari.text.ComparisonColumn;
import org.tonari.text.Formats;
import org.tonari.text.Formats.Detail;
import org.tonari.text.WindowText;
import org.tonari.units.Tokens;

/// What stands in the cells and heads of the table of machines, on screen and on the sheet.
public final class TableTexts {
    private TableTexts() {}

    /// @return a column's head, with its unit
    public static String head(ComparisonColumn column, Wording wording) {
        return switch (column) {
            case MACHINE -> wording.text(CommonText.MACHINE);
            case VERDICT -> wording.text(CommonText.VERDICT);
            case SPARE ->
                wording.text(WindowText.COLUMN_SPARE, wording.formats().unit().symbol());
            case LONGEST_CONTEXT -> wording.text(WindowText.COLUMN_LONGEST);
            case DECODE -> wording.text(WindowText.COLUMN_RATE);
            case INTERVAL -> wording.text(CommonText.INTERVAL);
            case FIRST_TOKEN -> wording.text(WindowText.COLUMN_FIRST_TOKEN);
            case WATTS -> wording.text(WindowText.COLUMN_POWER);
            case JOULES_PER_TOKEN -> wording.text(WindowText.COLUMN_ENERGY);
            case PRICE -> wording.text(WindowText.COLUMN_PRICE);
            case PRICE_PER_RATE -> wording.text(WindowText.COLUMN_PRICE_PER_RATE);
        };
    }

    /// @return a machine's figure in a column
    public static String cell(ComparisonColumn column, Estimate estimate, Wording wording) {
        Formats formats = wording.formats();
        return switch (column) {
            case MACHINE -> estimate.scenario().machine().shortName();
            case VERDICT -> VerdictWords.inTable(estimate.fit().verdict(), wording);
            case SPARE ->
                estimate.fit().verdict() instanceof Verdict.Unknown
                        ? Formats.UNKNOWN
                        : formats.memory(estimate.fit().spare(), Detail.CHART);
            case LONGEST_CONTEXT ->
                answer(estimate.fit().longestContext(), estimate)
                        .map(term -> longest(term, formats))
                        .orElseGet(() -> absent(estimate));
            case DECODE ->
                speed(estimate, known -> formats.tableRate(known.decode().value()));
            case INTERVAL ->
                speed(
                        estimate,
                        known -> formats.interval(
                                known.decode().low(), known.decode().high()));
            case FIRST_TOKEN -> speed(estimate, known -> seconds(known.firstToken(), formats));
            case WATTS -> number(estimate.cost().watts(), formats, 0);
            case JOULES_PER_TOKEN ->
                estimate.speed() instanceof Speed.NotRunning
                        ? Formats.NOT_APPLICABLE
                        : number(estimate.cost().joulesPerToken(), formats, 1);
            case PRICE -> price(estimate).map(formats::whole).orElse(Formats.UNKNOWN);
            case PRICE_PER_RATE ->
                speed(
                        estimate,
                        known -> price(estimate)
                                .map(price -> formats.whole(
                                        Math.round(price / known.decode().value())))
                                .orElse(Formats.UNKNOWN));
        };
    }

    private static Optional<Long> price(Estimate estimate) {
        return estimate.cost().price().map(price -> Math.round(price.amount().amount()));
    }

    private static Optional<Term> answer(Answer answer, Estimate estimate) {
        return estimate.speed() instanceof Speed.NotRunning ? Optional.empty() : answer.optional();
    }

    private static String longest(Term term, Formats formats) {
        return formats.contextLabel(new Tokens(Math.round(term.value().magnitude())));
    }

    private static String absent(Estimate estimate) {
        return estimate.fit().verdict() instanceof Verdict.DoesNotFit ? Formats.NOT_APPLICABLE : Formats.UNKNOWN;
    }

    private static String speed(Estimate estimate, Function<Speed.Known, String> text) {
        return switch (estimate.speed()) {
            case Speed.Known known -> text.apply(known);
            case Speed.NotRunning _ -> Formats.NOT_APPLICABLE;
            case Speed.Unknown _ -> Formats.UNKNOWN;
        };
    }

    private static String seconds(Speed.Prediction prediction, Formats formats) {
        return switch (prediction) {
            case Speed.Estimated estimated -> formats.secondsCell(estimated.value());
            case Speed.Unpredicted _ -> Formats.UNKNOWN;
        };
    }

    private static String number(Answer answer, Formats formats, int decimals) {
        return answer.optional()
                .map(term -> formats.decimals(term.value().magnitude(), decimals))
                .orElse(Formats.UNKNOWN);
    }
}
