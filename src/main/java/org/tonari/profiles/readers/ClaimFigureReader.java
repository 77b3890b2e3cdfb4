package org.tonari.profiles.readers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.tonari.domain.evidence.ClaimFigure;
import org.tonari.domain.evidence.ClaimFigure.OfModel.Measure;
import org.tonari.domain.evidence.ClaimFigure.OfScenario.EstimateQuantity;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.profiles.tree.Figures;
import org.tonari.profiles.tree.ProfileNode;
import org.tonari.profiles.tree.UnitTable;
import org.tonari.units.BitsPerWeight;
import org.tonari.units.Money;
import org.tonari.units.Quantity;
import org.tonari.units.Ratio;
import org.tonari.units.Seconds;
import org.tonari.units.TokensPerSecond;
import org.tonari.units.Unit;

/// Reads the numbers a claim is checked with.
///
/// `{"quoted": 60, "unit": "GB"}` is the article's own; with `value` in the place of `quoted` a `source` must follow.
/// Others name where they come from: `machine` and `figure`; `model`, `weights` and `measure`; `format`; `scenario`
/// and `quantity`; or an operation over `parts`, such as `{"quotient": [{…}, {…}], "id": "ratio", "unit": "ratio"}`.
final class ClaimFigureReader {
    private static final double SECONDS_PER_MINUTE = 60;
    private static final Map<String, DoubleFunction<Quantity>> UNITS = units();

    private final Source article;

    /// @param article the title of the article whose numbers are quoted
    ClaimFigureReader(String article) {
        this.article = Source.of(Source.Kind.ARTICLE, article);
    }

    ClaimFigure read(ProfileNode figure) {
        ClaimFigure read = figure.checked(this::figure);
        figure.requireAllRead();
        return read;
    }

    private ClaimFigure figure(ProfileNode figure) {
        if (figure.has("quoted")) {
            return new ClaimFigure.Stated("quoted", quantity(figure.field("quoted"), figure.field("unit")), article);
        }
        if (figure.has("value")) {
            return stated(figure);
        }
        if (figure.has("machine")) {
            return new ClaimFigure.OfMachine(
                    figure.field("machine").text(), figure.field("figure").text());
        }
        if (figure.has("model")) {
            return new ClaimFigure.OfModel(
                    figure.field("model").text(),
                    figure.field("weights").text(),
                    figure.field("measure").oneOf(Measure.class));
        }
        if (figure.has("format")) {
            return new ClaimFigure.OfFormat(figure.field("format").text());
        }
        if (figure.has("scenario")) {
            return new ClaimFigure.OfScenario(
                    ClaimReader.scenario(figure.field("scenario")),
                    figure.field("quantity").oneOf(EstimateQuantity.class));
        }
        return reckoned(figure);
    }

    private static ClaimFigure stated(ProfileNode figure) {
        return new ClaimFigure.Stated(
                figure.field("id").text(),
                quantity(figure.field("value"), figure.field("unit")),
                Figures.source(figure));
    }

    private ClaimFigure reckoned(ProfileNode figure) {
        List<ClaimFigure> parts =
                figure.field("parts").items().stream().map(this::read).toList();
        return new ClaimFigure.Reckoned(
                figure.field("id").text(),
                figure.field("unit").oneOf(Unit.class),
                figure.field("operation").oneOf(Operation.class),
                parts);
    }

    private static Quantity quantity(ProfileNode number, ProfileNode unit) {
        DoubleFunction<Quantity> make = UNITS.get(unit.text());
        if (make == null) {
            throw unit.refused(
                    "one of {0}",
                    String.join(", ", UNITS.keySet().stream().sorted().toList()));
        }
        return number.checked(node -> make.apply(node.number()));
    }

    private static Map<String, DoubleFunction<Quantity>> units() {
        var units = new HashMap<String, DoubleFunction<Quantity>>();
        UnitTable.BYTES.units().forEach((unit, make) -> units.put(unit, make::apply));
        UnitTable.BANDWIDTH.units().forEach((unit, make) -> units.put(unit, make::apply));
        UnitTable.COMPUTE.units().forEach((unit, make) -> units.put(unit, make::apply));
        UnitTable.POWER.units().forEach((unit, make) -> units.put(unit, make::apply));
        UnitTable.TIME.units().forEach((unit, make) -> units.put(unit, make::apply));
        UnitTable.TOKENS.units().forEach((unit, make) -> units.put(unit, make::apply));
        units.put("min", value -> new Seconds(value * SECONDS_PER_MINUTE));
        units.put("tokens/s", TokensPerSecond::new);
        units.put("bit", BitsPerWeight::new);
        units.put("ratio", Ratio::new);
        for (Money.Currency currency : Money.Currency.values()) {
            units.put(currency.name(), amount -> new Money(amount, currency));
        }
        return Map.copyOf(units);
    }
}
