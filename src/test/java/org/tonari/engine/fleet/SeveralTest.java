package org.tonari.engine.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.Machine.Power;
import org.tonari.domain.machine.Machine.Price;
import org.tonari.domain.machine.MemoryPool.Kind;
import org.tonari.engine.Bench;
import org.tonari.explain.Sourced;
import org.tonari.units.Money;
import org.tonari.units.Watts;

class SeveralTest {

    @Test
    void threeMachinesDrawAndCostThreeTimesAsMuch() {
        Machine three = Several.of(priced(), 3);

        assertThat(three.power().idle().optional()).contains(new Watts(30));
        assertThat(three.power().load().optional()).contains(new Watts(300));
        assertThat(three.power().max()).isEqualTo(Bench.unstated("max"));
        assertThat(three.prices()).extracting(Price::amount).containsExactly(new Money(600, Money.Currency.USD));
    }

    @Test
    void theFactorIsSaidBesideTheSource() {
        Machine three = Several.of(priced(), 3);

        assertThat(three.prices().getFirst().source().note()).isEqualTo("3 machines");
        assertThat(three.power().load())
                .isInstanceOfSatisfying(
                        Sourced.Known.class,
                        load -> assertThat(load.source().note()).isEqualTo("3 machines"));
    }

    @Test
    void eachIsStillTheMachineItWas() {
        Machine one = priced();
        Machine three = Several.of(one, 3);

        assertThat(three.pools()).isEqualTo(one.pools());
        assertThat(three.processor()).isEqualTo(one.processor());
    }

    private static Machine priced() {
        return Bench.described(
                Bench.machine(Bench.pool(Kind.UNIFIED, 1_000)),
                new Power(
                        Sourced.known(new Watts(10), Bench.HAND),
                        Sourced.known(new Watts(100), Bench.HAND),
                        Bench.unstated("max")),
                List.of(new Price(new Money(200, Money.Currency.USD), "", Bench.HAND)),
                Map.of());
    }
}
