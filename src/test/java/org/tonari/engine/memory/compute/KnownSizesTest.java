package org.tonari.engine.memory.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KnownSizesTest {
    @Test
    void nothingIsKnownOfALengthThatWasNotReplayed() {
        KnownSizes known = KnownSizes.NONE.with(stretch(10, 19));

        assertThat(known.at(9)).isEqualTo(-1);
        assertThat(known.at(20)).isEqualTo(-1);
    }

    @Test
    void aSizeGrowsEvenlyOverItsStretch() {
        // 1,000 bytes at length 12, 8 more each step: 984 at 10, 1,056 at 19.
        KnownSizes known = KnownSizes.NONE.with(new GrowingBuffer(12, 10, 19, 1_000, 8, List.of()));

        assertThat(known.at(10)).isEqualTo(984);
        assertThat(known.at(12)).isEqualTo(1_000);
        assertThat(known.at(19)).isEqualTo(1_056);
    }

    @Test
    void stretchesAreFoundInWhateverOrderTheyCame() {
        var stretches = new ArrayList<GrowingBuffer>();
        for (long first = 1; first <= 900; first += 3) {
            stretches.add(stretch(first, first + 1));
        }
        Collections.shuffle(stretches, new Random(3));
        KnownSizes known = KnownSizes.NONE;
        for (GrowingBuffer stretch : stretches) {
            known = known.with(stretch);
        }

        for (long length = 1; length <= 900; length++) {
            assertThat(known.at(length)).as("length %d", length).isEqualTo(length % 3 == 0 ? -1 : 1_000 * length);
        }
    }

    @Test
    void tooManyStretchesAreForgottenButTheNewest() {
        KnownSizes known = KnownSizes.NONE;
        for (long length = 1; length <= 1_025; length++) {
            known = known.with(stretch(length, length));
        }

        assertThat(known.at(1)).isEqualTo(-1);
        assertThat(known.at(1_025)).isEqualTo(1_025_000);
    }

    @Test
    void whatIsKnownIsNotLearntAgain() {
        KnownSizes known = KnownSizes.NONE.with(stretch(5, 7));

        assertThat(known.with(stretch(5, 7))).isSameAs(known);
    }

    /// A thousand bytes for each step of length.
    private static GrowingBuffer stretch(long shortest, long longest) {
        return new GrowingBuffer(shortest, shortest, longest, 1_000 * shortest, 1_000, List.of());
    }
}
