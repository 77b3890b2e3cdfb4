package org.tonari.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonari.units.Money.Currency;

/// What all quantities have in common, and where each ends.
class QuantitiesTest {
    @ParameterizedTest
    @EnumSource
    void aQuantityKeepsItsMagnitude(Unit unit) {
        assertThat(unit.of(7.0).magnitude()).isEqualTo(7);
        assertThat(unit.of(7L)).isEqualTo(unit.of(7.0));
        assertThat(unit.of(7L)).isNotEqualTo(unit.of(8L));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "YEN")
    @SuppressWarnings("unchecked")
    void quantitiesOfAUnitAreOrdered(Unit unit) {
        var less = (Comparable<Quantity>) unit.of(7L);

        assertThat(less.compareTo(unit.of(8L))).isNegative();
        assertThat(less.compareTo(unit.of(6L))).isPositive();
        assertThat(less.compareTo(unit.of(7L))).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"BYTE_DIFFERENCE", "RATIO"})
    void nothingButADifferenceIsNegative(Unit unit) {
        assertThatIllegalArgumentException().isThrownBy(() -> unit.of(-1.0)).withMessageContaining("-1");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"BYTES", "BYTE_DIFFERENCE", "TOKENS", "COUNT"})
    void whatIsMeasuredIsFinite(Unit unit) {
        assertThatIllegalArgumentException().isThrownBy(() -> unit.of(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> unit.of(Double.POSITIVE_INFINITY));
    }

    @ParameterizedTest
    @EnumSource(names = {"BYTES_PER_SECOND", "FLOPS_PER_SECOND", "BITS_PER_WEIGHT"})
    void ratesAreAboveZero(Unit unit) {
        assertThatIllegalArgumentException().isThrownBy(() -> unit.of(0.0));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"BYTES_PER_SECOND", "FLOPS_PER_SECOND", "BITS_PER_WEIGHT"})
    void theOthersMayBeZero(Unit unit) {
        assertThat(unit.of(0.0).magnitude()).isZero();
    }

    @Test
    void onlyThingsThatAreCountedAreWhole() {
        assertThat(Unit.values())
                .filteredOn(Unit::isCounted)
                .containsExactly(Unit.BYTES, Unit.BYTE_DIFFERENCE, Unit.TOKENS, Unit.COUNT);
        assertThat(Unit.BYTES.of(2.5).magnitude()).isEqualTo(3);
        assertThat(Unit.BYTE_DIFFERENCE.of(-2.6)).isEqualTo(new ByteDifference(-3));
        assertThat(Unit.SECONDS.of(2.5).magnitude()).isEqualTo(2.5);
    }

    @ParameterizedTest
    @EnumSource(names = {"BYTES", "BYTE_DIFFERENCE", "TOKENS", "COUNT"})
    void whatIsCountedEndsWhereWholeNumbersDo(Unit unit) {
        assertThat(unit.of(0x1.fffffffffffffp62).magnitude()).isEqualTo(0x1.fffffffffffffp62);
        assertThatThrownBy(() -> unit.of(0x1p63))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("out of range: 9.223372036854776E18 " + unit);
        assertThatThrownBy(() -> unit.of(Double.NaN)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void whatIsMeasuredMayBeBeyondWholeNumbers() {
        assertThat(Unit.FLOPS.of(0x1p70).magnitude()).isEqualTo(0x1p70);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, Double.NaN, Double.POSITIVE_INFINITY})
    void moneyIsFiniteAndNotNegative(double amount) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Money(amount, Currency.JPY))
                .withMessageEndingWith(": " + amount);
        assertThat(new Money(0, Currency.JPY).magnitude()).isZero();
    }

    @Test
    void tokensAndBytesAreNotNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Tokens(-1)).withMessageEndingWith(": -1");
        assertThat(Stream.of(Tokens.ZERO.count(), Bytes.ZERO.count())).containsOnly(0L);
    }

    @Test
    void bytesRoundUpToTheNextWholeOne() {
        assertThat(Bytes.roundedUp(0)).isEqualTo(Bytes.ZERO);
        assertThat(Bytes.roundedUp(1.2)).isEqualTo(new Bytes(2));
        assertThat(Bytes.roundedUp(0x1.fffffffffffffp62).count()).isEqualTo(0x7ffffffffffffc00L);
        assertThatIllegalArgumentException().isThrownBy(() -> Bytes.roundedUp(-0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Bytes.roundedUp(Double.NaN));
        assertThatThrownBy(() -> Bytes.roundedUp(0x1p63)).isInstanceOf(ArithmeticException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> Bytes.ofGiB(Double.POSITIVE_INFINITY));
        assertThat(Bytes.ofMiB(1.5)).isEqualTo(new Bytes(1_572_864));
    }

    @Test
    void bytesAreScaledByAFactor() {
        assertThat(new Bytes(10).times(3)).isEqualTo(new Bytes(30));
        assertThat(new Bytes(10).times(0.25)).isEqualTo(new Bytes(3));
        assertThat(new Bytes(10).times(0.0)).isEqualTo(Bytes.ZERO);
        assertThatThrownBy(() -> new Bytes(10).times(-0.1))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("bytes out of range: 10 × -0.1");
        assertThatThrownBy(() -> new Bytes(1L << 62).times(2.0)).isInstanceOf(ArithmeticException.class);
    }

    @Property
    void theLargerAndTheSmallerOfTwoAreBoth(
            @ForAll @LongRange(max = 9) long left, @ForAll @LongRange(max = 9) long right) {
        Bytes one = new Bytes(left);
        Bytes other = new Bytes(right);

        assertThat(one.min(other).count()).isEqualTo(Math.min(left, right));
        assertThat(one.max(other).count()).isEqualTo(Math.max(left, right));
        assertThat(one.minusOrZero(other).count()).isEqualTo(Math.max(0, left - right));
        assertThat(one.differenceFrom(other)).isEqualTo(new ByteDifference(left - right));
        assertThat(new Tokens(left).min(new Tokens(right)).count()).isEqualTo(Math.min(left, right));
    }

    @Test
    void tokensAreMultipliedExactly() {
        assertThat(new Tokens(5).times(3)).isEqualTo(new Tokens(15));
        assertThatThrownBy(() -> new Tokens(1L << 62).times(4)).isInstanceOf(ArithmeticException.class);
    }
}
