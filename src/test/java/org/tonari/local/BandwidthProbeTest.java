package org.tonari.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tonari.units.Bytes;

class BandwidthProbeTest {
    private final BandwidthProbe probe = new BandwidthProbe(2, Bytes.ofMiB(64));

    @Test
    void readingTakesSomeTimeAndProgressEndsAtOne() throws InterruptedException {
        var progress = new ArrayList<Double>();

        assertThat(probe.measure(progress::add, () -> false))
                .hasValueSatisfying(
                        rate -> assertThat(rate.magnitude()).isPositive().isFinite());
        assertThat(progress).isSorted().endsWith(1.0);
    }

    @Test
    void aCancelledMeasurementAnswersNothing() throws InterruptedException {
        var asked = new AtomicInteger();

        assertThat(probe.measure(_ -> {}, () -> asked.incrementAndGet() > 10)).isEmpty();
    }
}
