package org.tonari.engine.fleet;

import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.Machine.Power;
import org.tonari.domain.machine.Machine.Price;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.units.Money;
import org.tonari.units.Watts;

/// Several machines of a kind, as far as draw and price go.
public final class Several {
    private Several() {}

    /// @param machines how many
    /// @return a machine that draws and costs as much as all of them
    public static Machine of(Machine machine, int machines) {
        Power power = machine.power();
        return new Machine(
                machine.id(),
                machine.name(),
                machine.shortName(),
                machine.pools(),
                machine.processor(),
                machine.backends(),
                machine.storage(),
                machine.links(),
                new Power(times(power.idle(), machines), times(power.load(), machines), times(power.max(), machines)),
                machine.prices().stream().map(price -> times(price, machines)).toList(),
                machine.facts());
    }

    private static Sourced<Watts> times(Sourced<Watts> watts, int machines) {
        return switch (watts) {
            case Sourced.Known<Watts>(Watts one, Source source) ->
                Sourced.known(new Watts(one.magnitude() * machines), times(source, machines));
            case Sourced.Unknown<Watts>(MissingFact fact) -> new Sourced.Unknown<>(fact);
        };
    }

    private static Price times(Price price, int machines) {
        Money one = price.amount();
        return new Price(
                new Money(one.magnitude() * machines, one.currency()), price.what(), times(price.source(), machines));
    }

    private static Source times(Source source, int machines) {
        return new Source(source.kind(), source.citation(), source.date(), machines + " machines");
    }
}
