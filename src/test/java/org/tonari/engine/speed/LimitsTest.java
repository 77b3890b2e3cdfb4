package org.tonari.engine.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tonari.domain.answer.Speed.Limit;
import org.tonari.engine.Bench;
import org.tonari.explain.Operation;
import org.tonari.explain.Term;
import org.tonari.units.Seconds;
import org.tonari.units.Unit;

/// What most of a step's time goes to.
class LimitsTest {
    private static final String[] LAUNCHES = {"launch_time", "step_overhead_time", "draft_launch_time"};
    private static final String[] WORK = {"compute_time", "batch_compute_time"};
    private static final String[] READS = {"weight_time", "cache_time"};

    @Test
    void theLongestOfReadingComputingAndLaunchingLimits() {
        assertThat(limit(3, 2, 1)).isEqualTo(Limit.MEMORY_BANDWIDTH);
        assertThat(limit(2, 3, 1)).isEqualTo(Limit.COMPUTE);
        assertThat(limit(1, 2, 3)).isEqualTo(Limit.LATENCY);
        assertThat(limit(1, 3, 2)).isEqualTo(Limit.COMPUTE);
        assertThat(limit(2, 1, 3)).isEqualTo(Limit.LATENCY);
    }

    @Test
    void ofEqualTimesMemoryComesFirstAndLaunchesLast() {
        assertThat(limit(2, 2, 2)).isEqualTo(Limit.MEMORY_BANDWIDTH);
        assertThat(limit(1, 2, 2)).isEqualTo(Limit.COMPUTE);
    }

    @Test
    void partsOfAKindAddUp() {
        // two reads of 2 seconds outlast one computation of 3
        assertThat(Limits.of(step(parts(READS, 2, 2), parts(WORK, 3)))).isEqualTo(Limit.MEMORY_BANDWIDTH);
        assertThat(Limits.of(step(parts(READS, 3), parts(WORK, 2, 2)))).isEqualTo(Limit.COMPUTE);
        assertThat(Limits.of(step(parts(READS, 5), parts(WORK, 4), parts(LAUNCHES, 2, 2, 2))))
                .isEqualTo(Limit.LATENCY);
    }

    private static Limit limit(double reads, double work, double launches) {
        return Limits.of(step(parts(READS, reads), parts(WORK, work), parts(LAUNCHES, launches)));
    }

    private static Stream<Term> parts(String[] names, double... seconds) {
        return IntStream.range(0, seconds.length)
                .mapToObj(i -> Term.given(names[i], new Seconds(seconds[i]), Bench.HAND));
    }

    @SafeVarargs
    private static Term step(Stream<Term>... parts) {
        var all = new ArrayList<Term>();
        for (Stream<Term> each : parts) {
            all.addAll(each.toList());
        }
        return Term.derived("step_time", Unit.SECONDS, Operation.SUM, all);
    }
}
