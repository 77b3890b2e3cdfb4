package org.tonari.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tonari.domain.answer.Cost;
import org.tonari.domain.answer.Cost.Figure;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.question.CostAssumptions;
import org.tonari.explain.Answer;
import org.tonari.explain.Sourced;
import org.tonari.text.FigureTable.Cell;
import org.tonari.text.FigureTable.Column;
import org.tonari.units.Money;

/// What machines and their running cost, as a table and a sentence on what was assumed. Immutable.
public final class CostTable {
    private final Messages messages;
    private final Formats formats;
    private final FigureCells cells;

    /// @param messages in which language
    /// @param formats  how numbers are written
    public CostTable(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
        this.cells = new FigureCells(messages);
    }

    /// @param estimates one a machine, each with its cost
    public FigureTable of(List<Estimate> estimates) {
        var columns = new ArrayList<Column>();
        columns.add(cells.words("machine", CommonText.MACHINE));
        columns.add(cells.numbers("decode_tokens_per_second", CommonText.DECODE));
        for (Figure figure : Figure.values()) {
            columns.add(cells.numbers(figure.name().toLowerCase(Locale.ROOT), head(figure)));
        }
        return new FigureTable(
                "costs", columns, estimates.stream().map(this::row).toList());
    }

    /// @return the assumptions in words, each with its figure
    public String assumed(CostAssumptions assumed) {
        String cloud = known(assumed.cloudPerMillion())
                .map(price -> messages.text(CostText.CLOUD, formats.money(price)))
                .orElseGet(() -> messages.text(CostText.NO_CLOUD));
        String local = messages.text(
                CostText.ASSUMED,
                known(assumed.perKilowattHour()).map(formats::money).orElse(Formats.UNKNOWN),
                formats.plainNumber(assumed.years()),
                formats.plainNumber(assumed.hoursPerDay()),
                formats.share(assumed.utilisation()),
                known(assumed.yenPerDollar())
                        .map(rate -> formats.plainNumber(rate.value()))
                        .orElse(Formats.UNKNOWN));
        return messages.text(CommonText.SENTENCES, local, cloud);
    }

    /// @return a figure with the digits that matter
    public Cell cell(Cost cost, Figure figure) {
        return FigureCells.number(cost.of(figure), value -> written(figure, value));
    }

    private List<Cell> row(Estimate estimate) {
        var row = new ArrayList<Cell>();
        var machine = estimate.scenario().machine();
        row.add(Cell.words(machine.shortName(), machine.id()));
        row.add(estimate.speed()
                .known()
                .map(speed -> FigureCells.number(Answer.of(speed.decode().expected()), formats::tableRate))
                .orElse(Cell.words(Formats.NOT_APPLICABLE, "")));
        for (Figure figure : Figure.values()) {
            row.add(cell(estimate.cost(), figure));
        }
        return row;
    }

    private String written(Figure figure, double value) {
        return switch (figure) {
            case IDLE_WATTS, WATTS -> formats.decimals(value, 0);
            case JOULES_PER_TOKEN -> formats.decimals(value, 1);
            case ENERGY_PER_MILLION -> formats.decimals(value, 2);
            case ELECTRICITY_PER_MILLION,
                    PURCHASE,
                    PURCHASE_PER_MILLION,
                    TOTAL_PER_MILLION,
                    PRICE_PER_GIGABYTE,
                    PRICE_PER_RATE -> formats.money(new Money(value, Money.Currency.JPY));
            case BREAK_EVEN_TOKENS -> formats.millions(value);
            case BREAK_EVEN_DAYS -> formats.decimals(value, 0);
        };
    }

    /// @return what a figure is called, with its unit
    public static CostText head(Figure figure) {
        return switch (figure) {
            case IDLE_WATTS -> CostText.IDLE_WATTS;
            case WATTS -> CostText.WATTS;
            case JOULES_PER_TOKEN -> CostText.JOULES_PER_TOKEN;
            case ENERGY_PER_MILLION -> CostText.ENERGY_PER_MILLION;
            case ELECTRICITY_PER_MILLION -> CostText.ELECTRICITY_PER_MILLION;
            case PURCHASE -> CostText.PURCHASE;
            case PURCHASE_PER_MILLION -> CostText.PURCHASE_PER_MILLION;
            case TOTAL_PER_MILLION -> CostText.TOTAL_PER_MILLION;
            case PRICE_PER_GIGABYTE -> CostText.PRICE_PER_GIGABYTE;
            case PRICE_PER_RATE -> CostText.PRICE_PER_RATE;
            case BREAK_EVEN_TOKENS -> CostText.BREAK_EVEN_TOKENS;
            case BREAK_EVEN_DAYS -> CostText.BREAK_EVEN_DAYS;
        };
    }

    private static <T> Optional<T> known(Sourced<T> figure) {
        return figure.optional();
    }
}
