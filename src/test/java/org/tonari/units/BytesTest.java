package org.tonari.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BytesTest {
    @Test
    void aGibAndAGbAreNotTheSame() {
        // 2^30 and 10^9
        assertThat(Bytes.ofGiB(1).count()).isEqualTo(1_073_741_824L);
        assertThat(Bytes.ofGB(1).count()).isEqualTo(1_000_000_000L);
    }

    @Test
    void fractionsOfAUnitRoundToTheNearestByte() {
        // 121.63 · 2^30 = 130599218053.12…
        assertThat(Bytes.ofGiB(121.63).count()).isEqualTo(130_599_218_053L);
    }

    @Test
    void negativeBytesAreRefusedWithTheirValue() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Bytes(-5)).withMessageContaining("-5");
    }

    @Test
    void overflowThrowsRatherThanWrap() {
        assertThatThrownBy(() -> new Bytes(Long.MAX_VALUE).plus(new Bytes(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Bytes(1L << 62).times(4)).isInstanceOf(ArithmeticException.class);
    }

    @Property
    void aDifferenceUndoesASum(
            @ForAll @LongRange(max = 1L << 60) long left, @ForAll @LongRange(max = 1L << 60) long right) {
        assertThat(new Bytes(left).plus(new Bytes(right)).minus(new Bytes(right)))
                .isEqualTo(new Bytes(left));
    }
}
