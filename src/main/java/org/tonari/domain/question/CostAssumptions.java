package org.tonari.domain.question;

import org.tonari.explain.Phrase;
import org.tonari.explain.Refused;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.units.Money;
import org.tonari.units.Ratio;

/// What a cost rests on beside the machine: all of it is the person's to change. Amounts are in yen.
///
/// @param perKilowattHour price of electricity
/// @param years           how long the machine is used, above 0, at most 50
/// @param hoursPerDay     how long it is switched on each day, above 0, at most 24
/// @param utilisation     the share of that time it generates; for the rest it idles; above 0, at most 1
/// @param cloudPerMillion what a million tokens cost elsewhere, unknown until the person enters it
/// @param yenPerDollar    turns prices that are stated in dollars only
public record CostAssumptions(
        Sourced<Money> perKilowattHour,
        double years,
        double hoursPerDay,
        double utilisation,
        Sourced<Money> cloudPerMillion,
        Sourced<Ratio> yenPerDollar) {
    private static final Source ASSOCIATION = new Source(
            Source.Kind.SECONDARY,
            "https://sfplan.jp/npc/question-and-answer/how-much-electricity-bill",
            "2022-07-22",
            "the reference price of the Home Electric Appliances Fair Trade Conference (31 yen a kWh, tax included)");

    private static final double MOST_YEARS = 50;
    private static final double HOURS_A_DAY = 24;

    /// No cloud price was entered.
    public static final Sourced<Money> NO_CLOUD_PRICE =
            Sourced.unknown("cost.cloud_price", "no cloud price has been entered");

    /// Four hours of generating a day for three years, at Japan's reference price of electricity.
    public static final CostAssumptions DEFAULT = new CostAssumptions(
            Sourced.known(new Money(31, Money.Currency.JPY), ASSOCIATION),
            3,
            4,
            1,
            NO_CLOUD_PRICE,
            Sourced.known(new Ratio(150), Source.of(Source.Kind.DEFAULT, "a round rate to begin with, not a quote")));

    public CostAssumptions {
        requireWithin("years of use", years, MOST_YEARS);
        requireWithin("hours a day", hoursPerDay, HOURS_A_DAY);
        requireWithin("utilisation", utilisation, 1);
    }

    private static void requireWithin(String what, double value, double most) {
        if (!(value > 0 && value <= most)) {
            throw new Refused("{0} must lie above 0 and be at most {1}: {2}", Phrase.of(what), most, value);
        }
    }

    private static Source yours() {
        return Source.BY_HAND;
    }

    /// @param yen for a kilowatt-hour
    /// @return these with another price of electricity
    public CostAssumptions withElectricity(double yen) {
        var price = Sourced.known(new Money(yen, Money.Currency.JPY), yours());
        return new CostAssumptions(price, years, hoursPerDay, utilisation, cloudPerMillion, yenPerDollar);
    }

    /// @return these with another span of use
    public CostAssumptions withYears(double other) {
        return new CostAssumptions(perKilowattHour, other, hoursPerDay, utilisation, cloudPerMillion, yenPerDollar);
    }

    /// @return these with other hours a day
    public CostAssumptions withHoursPerDay(double other) {
        return new CostAssumptions(perKilowattHour, years, other, utilisation, cloudPerMillion, yenPerDollar);
    }

    /// @return these with another share of the time spent generating
    public CostAssumptions withUtilisation(double other) {
        return new CostAssumptions(perKilowattHour, years, hoursPerDay, other, cloudPerMillion, yenPerDollar);
    }

    /// @param yen for a million tokens; 0 for none entered
    /// @return these with another cloud price
    public CostAssumptions withCloudPrice(double yen) {
        var price = yen == 0 ? NO_CLOUD_PRICE : Sourced.known(new Money(yen, Money.Currency.JPY), yours());
        return new CostAssumptions(perKilowattHour, years, hoursPerDay, utilisation, price, yenPerDollar);
    }

    /// @return these with another rate of exchange
    public CostAssumptions withYenPerDollar(double rate) {
        var yen = Sourced.known(new Ratio(rate), yours());
        return new CostAssumptions(perKilowattHour, years, hoursPerDay, utilisation, cloudPerMillion, yen);
    }
}
