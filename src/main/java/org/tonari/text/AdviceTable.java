package org.tonari.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tonari.domain.answer.Compatibility;
import org.tonari.domain.answer.Recommendation;
import org.tonari.domain.answer.Recommendation.Demand;
import org.tonari.domain.answer.Recommendation.Outcome;
import org.tonari.domain.answer.Recommendation.Test;
import org.tonari.domain.question.UseCase;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Term;
import org.tonari.text.FigureTable.Align;
import org.tonari.text.FigureTable.Cell;
import org.tonari.text.FigureTable.Column;
import org.tonari.text.Formats.Detail;

/// Machines in the order of a wish, each demand a number beside the one that was wanted. Immutable.
public final class AdviceTable {
    private final Messages messages;
    private final Formats formats;
    private final Names names;
    private final FigureCells cells;

    /// @param messages in which language
    /// @param formats  how numbers are written
    public AdviceTable(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
        this.names = new Names(messages, formats);
        this.cells = new FigureCells(messages);
    }

    /// @param ranked the best first, at least one
    public FigureTable of(UseCase use, List<Recommendation> ranked) {
        var columns = new ArrayList<Column>();
        columns.add(cells.numbers("rank", AdviceText.RANK));
        columns.add(cells.words("machine", CommonText.MACHINE));
        columns.add(cells.words("standing", AdviceText.STANDING));
        ranked.getFirst()
                .tests()
                .forEach(test -> columns.add(new Column(lower(test.demand()), head(test), Align.NUMBERS)));
        columns.add(new Column(
                "measure_" + lower(use.measure()),
                messages.text(AdviceText.MEASURE, messages.text(measure(use.measure()))),
                Align.NUMBERS));
        var rows = new ArrayList<List<Cell>>();
        for (Recommendation each : ranked) {
            rows.add(row(use, each, rows.size() + 1));
        }
        return new FigureTable("advice", columns, rows);
    }

    /// @return a use case's name
    public String use(UseCase use) {
        return messages.found("use." + use.id()).orElse(use.name());
    }

    /// @return where a machine stands, with the number of demands it misses or leaves open
    public String standing(Recommendation each) {
        return switch (each.standing()) {
            case MEETS_ALL -> messages.text(AdviceText.MEETS_ALL);
            case OPEN -> messages.text(AdviceText.OPEN, formats.whole(each.open()));
            case MISSES -> messages.text(AdviceText.MISSES, formats.whole(each.missed()));
        };
    }

    /// @return a test as a sentence with both numbers
    public String reason(Test test) {
        String demand = messages.text(head(test.demand()));
        if (test.figure() instanceof Answer.Unknown(MissingFact fact)) {
            return messages.text(AdviceText.REASON_OPEN, glyph(test.outcome()), demand, names.missing(fact));
        }
        return switch (test.demand()) {
            case SOFTWARE, FORM ->
                messages.text(AdviceText.REASON_WORDS, glyph(test.outcome()), demand, shown(test, test.figure()));
            case DECODE ->
                messages.text(
                        AdviceText.REASON_AT_LEAST,
                        glyph(test.outcome()),
                        demand,
                        shown(test, test.figure()),
                        shown(test, test.wanted()));
            case MEMORY, FIRST_TOKEN, JOB_TIME, BUDGET, LOAD_WATTS, IDLE_WATTS, VOLUME, WEIGHT, NOISE ->
                messages.text(
                        AdviceText.REASON_AT_MOST,
                        glyph(test.outcome()),
                        demand,
                        shown(test, test.figure()),
                        shown(test, test.wanted()));
        };
    }

    private List<Cell> row(UseCase use, Recommendation each, int rank) {
        var row = new ArrayList<Cell>();
        row.add(Cell.words(formats.whole(rank), Integer.toString(rank)));
        row.add(Cell.words(each.machine().shortName(), each.machine().id()));
        row.add(Cell.words(standing(each), lower(each.standing())));
        for (Test test : each.tests()) {
            Cell plain = FigureCells.number(test.figure(), _ -> "");
            row.add(new Cell(
                    glyph(test.outcome()) + " " + shown(test, test.figure()),
                    plain.plain(),
                    Optional.of(test.figure())));
        }
        row.add(FigureCells.number(each.measure(), value -> measured(use.measure(), each)));
        return row;
    }

    private String measured(UseCase.Measure measure, Recommendation each) {
        return each.measure().optional().map(this::quantity).orElse(Formats.UNKNOWN);
    }

    private String head(Test test) {
        boolean wordy = test.demand() == Demand.SOFTWARE || test.demand() == Demand.FORM;
        String name = messages.text(head(test.demand()));
        if (wordy || test.demand() == Demand.MEMORY) {
            return name;
        }
        String sign = test.demand() == Demand.DECODE ? " ≥ " : " ≤ ";
        return name + sign + shown(test, test.wanted());
    }

    private String shown(Test test, Answer answer) {
        return switch (answer) {
            case Answer.Unknown(MissingFact fact) ->
                fact.path().equals("fit.verdict") ? Formats.NOT_APPLICABLE : Formats.UNKNOWN;
            case Answer.Known(Term term) -> known(test.demand(), term);
        };
    }

    private String known(Demand demand, Term term) {
        double value = term.value().magnitude();
        return switch (demand) {
            case SOFTWARE -> names.shortCompatibility(Compatibility.State.values()[(int) value]);
            case FORM -> messages.text(value == 1 ? AdviceText.YES : AdviceText.NO);
            case MEMORY -> formats.memoryWithUnit(term.bytes(), Detail.CHART);
            case VOLUME -> formats.plainNumber(value) + " L";
            case WEIGHT -> formats.plainNumber(value) + " kg";
            case NOISE -> formats.plainNumber(value) + " dBA";
            case DECODE, FIRST_TOKEN, JOB_TIME, BUDGET, LOAD_WATTS, IDLE_WATTS -> quantity(term);
        };
    }

    private String quantity(Term term) {
        return formats.quantity(term.value());
    }

    /// @return `●`, `■` or `◇`
    public static String glyph(Outcome outcome) {
        return switch (outcome) {
            case MET -> "●";
            case MISSED -> "■";
            case UNKNOWN -> "◇";
        };
    }

    private static AdviceText head(Demand demand) {
        return switch (demand) {
            case MEMORY -> AdviceText.DEMAND_MEMORY;
            case SOFTWARE -> AdviceText.DEMAND_SOFTWARE;
            case DECODE -> AdviceText.DEMAND_DECODE;
            case FIRST_TOKEN -> AdviceText.DEMAND_FIRST_TOKEN;
            case JOB_TIME -> AdviceText.DEMAND_JOB_TIME;
            case FORM -> AdviceText.DEMAND_FORM;
            case BUDGET -> AdviceText.DEMAND_BUDGET;
            case LOAD_WATTS -> AdviceText.DEMAND_LOAD_WATTS;
            case IDLE_WATTS -> AdviceText.DEMAND_IDLE_WATTS;
            case VOLUME -> AdviceText.DEMAND_VOLUME;
            case WEIGHT -> AdviceText.DEMAND_WEIGHT;
            case NOISE -> AdviceText.DEMAND_NOISE;
        };
    }

    private static AdviceText measure(UseCase.Measure measure) {
        return switch (measure) {
            case PRICE -> AdviceText.MEASURE_PRICE;
            case DECODE -> AdviceText.MEASURE_DECODE;
            case FIRST_TOKEN -> AdviceText.MEASURE_FIRST_TOKEN;
            case IDLE_WATTS -> AdviceText.MEASURE_IDLE_WATTS;
            case COMPUTE -> AdviceText.MEASURE_COMPUTE;
            case COST -> AdviceText.MEASURE_COST;
            case JOB_TIME -> AdviceText.MEASURE_JOB_TIME;
        };
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
