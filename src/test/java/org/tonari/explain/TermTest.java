package org.tonari.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.tonari.units.Bytes;
import org.tonari.units.BytesPerSecond;
import org.tonari.units.Count;
import org.tonari.units.Ratio;
import org.tonari.units.Seconds;
import org.tonari.units.Tokens;
import org.tonari.units.Unit;

class TermTest {
    private static final Source SOURCE = Source.of(Source.Kind.DERIVED, "a test");

    @Test
    void aProductOfWholeNumbersIsExactBeyondDoublePrecision() {
        // 3 · (2^53 + 1) has no exact double
        Term product = Term.derived(
                "bytes", Unit.BYTES, Operation.PRODUCT, count(3), Term.given("b", new Bytes((1L << 53) + 1), SOURCE));

        assertThat(product.bytes().count()).isEqualTo(27_021_597_764_222_979L);
    }

    @Test
    void aCountedOverflowIsAClearRefusal() {
        assertThatThrownBy(() -> Term.derived("bytes", Unit.BYTES, Operation.PRODUCT, count(Long.MAX_VALUE), count(2)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void bytesOverABandwidthAreSeconds() {
        // 3.59e9 B ÷ (0.85 · 273e9 B/s) = 15.47 ms
        Term reached = Term.derived(
                "reached",
                Unit.BYTES_PER_SECOND,
                Operation.PRODUCT,
                Term.given("efficiency", new Ratio(0.85), SOURCE),
                Term.given("bandwidth", new BytesPerSecond(273e9), SOURCE));
        Term time = Term.derived(
                "time",
                Unit.SECONDS,
                Operation.QUOTIENT,
                Term.given("bytes", new Bytes(3_590_000_000L), SOURCE),
                reached);

        assertThat(((Seconds) time.value()).count()).isCloseTo(0.01547, offset(1e-5));
    }

    @Test
    void aPaddedTermRoundsUpToTheStep() {
        Term padded = Term.derived(
                "cells", Unit.TOKENS, Operation.PAD_UP, Term.given("c", new Tokens(5000), SOURCE), count(256));

        assertThat(padded.value()).isEqualTo(new Tokens(5120));
    }

    @Test
    void aFractionOfWholeNumbersIsRoundedOnceAtTheEnd() {
        // 10 · 0.25 · 3 = 7.5
        Term some = Term.derived(
                "some",
                Unit.BYTES,
                Operation.PRODUCT,
                Term.given("bytes", new Bytes(10), SOURCE),
                Term.given("share", new Ratio(0.25), SOURCE),
                count(3));

        assertThat(some.bytes()).isEqualTo(new Bytes(8));
    }

    @Test
    void anEmptySumIsNothing() {
        assertThat(Term.derived("sum", Unit.BYTES, Operation.SUM).bytes()).isEqualTo(Bytes.ZERO);
    }

    @Property
    void aPaddedTermIsAMultipleNoMoreThanAStepAway(
            @ForAll @LongRange(max = 1L << 40) long tokens, @ForAll @LongRange(min = 1, max = 4096) long step) {
        Term term = Term.derived(
                "cells", Unit.TOKENS, Operation.PAD_UP, Term.given("c", new Tokens(tokens), SOURCE), count(step));
        long padded = ((Tokens) term.value()).count();

        assertThat(padded % step).isZero();
        assertThat(padded - tokens).isBetween(0L, step - 1);
    }

    @Property
    void theSumOfThePartsIsTheWhole(
            @ForAll @LongRange(max = 1L << 50) long first, @ForAll @LongRange(max = 1L << 50) long second) {
        Term sum = Term.derived("sum", Unit.COUNT, Operation.SUM, count(first), count(second));

        assertThat(sum.value()).isEqualTo(new Count(first + second));
    }

    private static Term count(long number) {
        return Term.given("count", new Count(number), SOURCE);
    }
}
