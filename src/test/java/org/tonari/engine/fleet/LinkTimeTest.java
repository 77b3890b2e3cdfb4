package org.tonari.engine.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tonari.domain.machine.NetworkLink;
import org.tonari.engine.Bench;
import org.tonari.explain.Sourced;
import org.tonari.explain.Term;
import org.tonari.units.BytesPerSecond;
import org.tonari.units.Seconds;

/// Three layers of 4 elements a token over a link of 40 bytes a second, half a second for each exchange.
class LinkTimeTest {
    private static final Sourced<BytesPerSecond> RATE = Sourced.known(new BytesPerSecond(40), Bench.HAND);
    private static final Sourced<Seconds> EXCHANGE = Sourced.known(new Seconds(0.5), Bench.HAND);

    /// Twice a layer each machine sends and receives three quarters of 10 · 4 elements of 2 bytes: 120 bytes, 3 s.
    @Test
    void sharedLayersExchangeTwiceEach() {
        assertThat(seconds(link(4).exchanges(10))).isEqualTo(2 * 3 * (0.5 + 3));
    }

    /// 2 · 2/3 · 8 bytes = 10.7 of one token: 11 whole bytes.
    @Test
    void trafficIsWholeBytes() {
        assertThat(seconds(link(3).exchanges(1))).isEqualTo(2 * 3 * (0.5 + 11 / 40.0));
    }

    /// Between four machines a token is handed over three times, 10 · 4 elements of 2 bytes each: 2 s.
    @Test
    void aPipelineHandsOverBetweenNeighbours() {
        assertThat(seconds(link(4).handovers(10))).isEqualTo(3 * (0.5 + 2));
    }

    @Test
    void aLinkOfUnknownBandwidthOrExchangeGivesNoTimes() {
        var model = Bench.model(Bench.layer(3, 1));

        assertThat(LinkTime.of(model, 2, link(Bench.unstated("rate"), EXCHANGE)))
                .isEmpty();
        assertThat(LinkTime.of(model, 2, link(RATE, Bench.unstated("exchange"))))
                .isEmpty();
        assertThat(LinkTime.missing(link(RATE, EXCHANGE)).path()).isEqualTo("link.string");
    }

    private static LinkTime link(int machines) {
        return LinkTime.of(Bench.model(Bench.layer(3, 1)), machines, link(RATE, EXCHANGE))
                .orElseThrow();
    }

    private static NetworkLink link(Sourced<BytesPerSecond> rate, Sourced<Seconds> exchange) {
        return new NetworkLink("string", "a string", "can", rate, exchange);
    }

    private static double seconds(Term term) {
        return term.value().magnitude();
    }
}
