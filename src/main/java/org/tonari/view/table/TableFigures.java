package org.tonari.view.table;

import java.util.Optional;
import java.util.OptionalDouble;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.Speed;
import org.tonari.export.picture.TableTexts;
import org.tonari.export.picture.VerdictWords;
import org.tonari.export.picture.Wording;
import org.tonari.text.ChartText;
import org.tonari.text.ComparisonColumn;
import org.tonari.text.DeskText;
import org.tonari.text.Formats;
import org.tonari.text.Formats.Detail;
import org.tonari.text.TermText;
import org.tonari.units.ByteDifference;
import org.tonari.viewmodel.desk.Results;
import org.tonari.viewmodel.desk.SpeedMeasure;
import org.tonari.viewmodel.desk.Subject;
import org.tonari.viewmodel.table.Difference;
import org.tonari.viewmodel.table.TableColumn;
import org.tonari.viewmodel.window.AppearanceViewModel;
import org.tonari.viewmodel.window.AppearanceViewModel.Prices;

/// What stands in the window's table: the sheet's figures, the wish for speed and the differences from a ghost.
final class TableFigures {
    private TableFigures() {}

    static String head(TableColumn column, Results results, Wording wording, AppearanceViewModel appearance) {
        String unit = wording.formats().unit().symbol();
        return switch (column) {
            case DELTA_MEMORY ->
                Difference.isImagined(results)
                        ? wording.text(ChartText.WHAT_IF_MEMORY, unit)
                        : wording.text(DeskText.DELTA_MEMORY, unit, letter(results));
            case DELTA_RATE ->
                Difference.isImagined(results)
                        ? wording.text(ChartText.WHAT_IF_RATE)
                        : wording.text(DeskText.DELTA_RATE, letter(results));
            case DECODE ->
                results.measure() == SpeedMeasure.ALL_USERS
                        ? wording.text(ChartText.ALL_USERS_HEAD)
                        : TableTexts.head(named(column), wording);
            case PRICE, PRICE_PER_SPEED ->
                appearance.pricesProperty().get() == Prices.YEN
                        ? TableTexts.head(named(column), wording)
                        : wording.text(
                                column == TableColumn.PRICE ? DeskText.PRICE_HEAD : DeskText.PRICE_PER_RATE_HEAD);
            default -> TableTexts.head(named(column), wording);
        };
    }

    private static String letter(Results results) {
        return Difference.from(results).map(Results.Ghost::letter).orElse("");
    }

    static String cell(
            TableColumn column, Results.Column row, Results results, Wording wording, AppearanceViewModel appearance) {
        return switch (column) {
            case VERDICT ->
                VerdictWords.inTable(row.estimate(), results.comparison().target(), wording);
            case DECODE, INTERVAL ->
                together(row, results)
                        .map(all -> column == TableColumn.DECODE
                                ? wording.formats().tableRate(all.value())
                                : wording.formats().interval(all.low(), all.high()))
                        .orElseGet(() -> TableTexts.cell(named(column), row.estimate(), wording));
            case DELTA_MEMORY, DELTA_RATE -> difference(column, row, results, wording);
            case PRICE, PRICE_PER_SPEED -> price(column, row, results, wording, appearance);
            default -> TableTexts.cell(named(column), row.estimate(), wording);
        };
    }

    /// The table says what the chart shows: where that is the speed of all users together, so does the table.
    private static Optional<Speed.Estimated> together(Results.Column row, Results results) {
        return row.estimate()
                .speed()
                .known()
                .filter(_ -> results.measure() == SpeedMeasure.ALL_USERS)
                .map(Speed.Known::aggregate);
    }

    private static String price(
            TableColumn column, Results.Column row, Results results, Wording wording, AppearanceViewModel appearance) {
        OptionalDouble yen = column.key(row, results);
        double rate = appearance.pricesProperty().get() == Prices.YEN
                ? 1
                : appearance.yenPerDollarProperty().get();
        return yen.isPresent()
                ? wording.formats().whole(Math.round(yen.getAsDouble() / rate))
                : TableTexts.cell(named(column), row.estimate(), wording);
    }

    private static String difference(TableColumn column, Results.Column row, Results results, Wording wording) {
        OptionalDouble difference = column.key(row, results);
        if (difference.isEmpty()) {
            return absent(column, row.estimate(), Difference.other(row, results));
        }
        if (column == TableColumn.DELTA_MEMORY) {
            return wording.formats().signed(new ByteDifference(Math.round(difference.getAsDouble())), Detail.CHART);
        }
        String text = wording.formats().decimals(difference.getAsDouble(), 1);
        return difference.getAsDouble() > 0 ? "+" + text : text;
    }

    private static String absent(TableColumn column, Estimate now, Optional<Estimate> then) {
        if (then.isEmpty()) {
            return "";
        }
        boolean unknown = column == TableColumn.DELTA_MEMORY
                || now.speed() instanceof Speed.Unknown
                || then.get().speed() instanceof Speed.Unknown;
        return unknown ? Formats.UNKNOWN : Formats.NOT_APPLICABLE;
    }

    static ComparisonColumn named(TableColumn column) {
        return switch (column) {
            case MACHINE -> ComparisonColumn.MACHINE;
            case VERDICT -> ComparisonColumn.VERDICT;
            case SPARE, DELTA_MEMORY -> ComparisonColumn.SPARE;
            case LONGEST_CONTEXT -> ComparisonColumn.LONGEST_CONTEXT;
            case DECODE, DELTA_RATE -> ComparisonColumn.DECODE;
            case INTERVAL -> ComparisonColumn.INTERVAL;
            case FIRST_TOKEN -> ComparisonColumn.FIRST_TOKEN;
            case POWER -> ComparisonColumn.WATTS;
            case ENERGY -> ComparisonColumn.JOULES_PER_TOKEN;
            case PRICE -> ComparisonColumn.PRICE;
            case PRICE_PER_SPEED -> ComparisonColumn.PRICE_PER_RATE;
        };
    }

    /// @return the whole head, what it means, and the rate that a price was changed at
    static String explanation(TableColumn column, String head, Wording wording, AppearanceViewModel appearance) {
        String meaning =
                term(column).map(term -> head + "\n" + wording.text(term)).orElse(head);
        return isPrice(column) && appearance.pricesProperty().get() == Prices.DOLLAR
                ? meaning + "\n" + priceNote(wording, appearance)
                : meaning;
    }

    private static String priceNote(Wording wording, AppearanceViewModel appearance) {
        long rate = Math.round(appearance.yenPerDollarProperty().get());
        return wording.text(DeskText.PRICE_NOTE, wording.formats().whole(rate));
    }

    private static Optional<TermText> term(TableColumn column) {
        return switch (column) {
            case MACHINE, DELTA_MEMORY, DELTA_RATE -> Optional.empty();
            case VERDICT -> Optional.of(TermText.VERDICT);
            case SPARE -> Optional.of(TermText.SPARE);
            case LONGEST_CONTEXT -> Optional.of(TermText.LONGEST_CONTEXT);
            case DECODE -> Optional.of(TermText.DECODE);
            case INTERVAL -> Optional.of(TermText.INTERVAL);
            case FIRST_TOKEN -> Optional.of(TermText.FIRST_TOKEN);
            case POWER -> Optional.of(TermText.POWER);
            case ENERGY -> Optional.of(TermText.ENERGY);
            case PRICE -> Optional.of(TermText.PRICE);
            case PRICE_PER_SPEED -> Optional.of(TermText.PRICE_PER_RATE);
        };
    }

    static boolean isWord(TableColumn column) {
        return column == TableColumn.MACHINE || column == TableColumn.VERDICT;
    }

    static boolean isPrice(TableColumn column) {
        return column == TableColumn.PRICE || column == TableColumn.PRICE_PER_SPEED;
    }

    static Subject subject(TableColumn column) {
        return switch (column) {
            case MACHINE, VERDICT, SPARE, PRICE, DELTA_MEMORY -> new Subject.Required();
            case LONGEST_CONTEXT -> new Subject.LongestContext();
            case DECODE, INTERVAL, PRICE_PER_SPEED, DELTA_RATE -> new Subject.Decode();
            case FIRST_TOKEN -> new Subject.FirstToken();
            case POWER -> new Subject.Power();
            case ENERGY -> new Subject.Energy();
        };
    }
}
