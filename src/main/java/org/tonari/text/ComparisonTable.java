package org.tonari.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.Speed;
import org.tonari.text.Formats.Detail;
import org.tonari.units.Money;

/// A comparison of machines as rows of text: a head, and a row for each estimate. Immutable.
///
/// A figure nobody knows reads `?`; one that makes no sense, because the scenario does not run, reads `—`.
public final class ComparisonTable {
    private final Messages messages;
    private final Formats formats;
    private final Names names;

    /// @param messages in which language
    /// @param formats  how numbers are written
    public ComparisonTable(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
        this.names = new Names(messages, formats);
    }

    /// @return the columns' heads, with their units
    public List<String> heads() {
        return Arrays.stream(ComparisonColumn.values()).map(this::head).toList();
    }

    /// @return the cells of one machine
    public List<String> row(Estimate estimate) {
        var figures = new EstimateFigures(estimate);
        return Arrays.stream(ComparisonColumn.values())
                .map(column -> cell(column, figures))
                .toList();
    }

    private String head(ComparisonColumn column) {
        return switch (column) {
            case MACHINE -> messages.text(CommonText.MACHINE);
            case VERDICT -> messages.text(CommonText.VERDICT);
            case SPARE -> messages.text(CommonText.SPARE) + " " + formats.unit().symbol();
            case LONGEST_CONTEXT -> messages.text(CommonText.LONGEST_CONTEXT);
            case DECODE -> "tok/s";
            case INTERVAL -> messages.text(CommonText.INTERVAL);
            case FIRST_TOKEN -> messages.text(CommonText.FIRST_TOKEN) + " s";
            case WATTS -> messages.text(CommonText.WATTS) + " W";
            case JOULES_PER_TOKEN -> messages.text(CommonText.JOULES_EACH);
            case PRICE -> messages.text(CommonText.PRICE);
            case PRICE_PER_RATE -> messages.text(CommonText.PRICE_PER_RATE);
        };
    }

    private String cell(ComparisonColumn column, EstimateFigures figures) {
        return switch (column) {
            case MACHINE -> figures.estimate().scenario().machine().shortName();
            case VERDICT ->
                names.glyph(figures.estimate().fit().verdict()) + " "
                        + names.status(figures.estimate().fit().verdict());
            case SPARE ->
                figures.spare()
                        .map(spare -> formats.memory(spare, Detail.CHART))
                        .orElse(Formats.UNKNOWN);
            case LONGEST_CONTEXT -> longest(figures);
            case DECODE -> running(figures, figures.decode(), speed -> formats.tableRate(speed.value()));
            case INTERVAL -> running(figures, figures.decode(), speed -> formats.interval(speed.low(), speed.high()));
            case FIRST_TOKEN -> running(figures, figures.firstToken(), time -> formats.secondsCell(time.value()));
            case WATTS -> number(figures.watts(), watts -> formats.decimals(watts, 0));
            case JOULES_PER_TOKEN ->
                figures.runs()
                        ? number(figures.joulesPerToken(), joules -> formats.decimals(joules, 1))
                        : Formats.NOT_APPLICABLE;
            case PRICE ->
                figures.price().map(price -> formats.money(price.amount())).orElse(Formats.UNKNOWN);
            case PRICE_PER_RATE -> pricePerRate(figures);
        };
    }

    private String longest(EstimateFigures figures) {
        boolean known = figures.estimate().fit().longestContext().optional().isPresent();
        return figures.longestContext()
                .map(formats::contextLabel)
                .orElse(known ? Formats.NOT_APPLICABLE : Formats.UNKNOWN);
    }

    private String pricePerRate(EstimateFigures figures) {
        if (!figures.runs()) {
            return Formats.NOT_APPLICABLE;
        }
        return figures.price()
                .map(price -> price.amount().currency())
                .map(currency -> number(figures.pricePerRate(), amount -> formats.money(new Money(amount, currency))))
                .orElse(Formats.UNKNOWN);
    }

    private static String running(
            EstimateFigures figures, Optional<Speed.Estimated> speed, Function<Speed.Estimated, String> written) {
        return figures.runs() ? speed.map(written).orElse(Formats.UNKNOWN) : Formats.NOT_APPLICABLE;
    }

    private static String number(OptionalDouble figure, DoubleFunction<String> written) {
        return figure.isPresent() ? written.apply(figure.getAsDouble()) : Formats.UNKNOWN;
    }
}
