package org.tonari.units;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// An exact, non-negative number of bytes. Arithmetic throws [ArithmeticException] rather than wrap.
///
/// @param count bytes, at least 0
public record Bytes(long count) implements Exact, Comparable<Bytes> {
    /// No bytes at all.
    public static final Bytes ZERO = new Bytes(0);

    /// Bytes in a KiB (2^10), a MiB (2^20), a GiB (2^30) and a GB (10^9).
    public static final long PER_KIB = 1L << 10;

    public static final long PER_MIB = 1L << 20;
    public static final long PER_GIB = 1L << 30;
    public static final long PER_GB = 1_000_000_000L;

    public Bytes {
        if (count < 0) {
            throw new IllegalArgumentException("bytes must not be negative: " + count);
        }
    }

    /// @param gib binary gigabytes (2^30 bytes), rounded to the nearest byte
    public static Bytes ofGiB(double gib) {
        return scaled(gib, PER_GIB);
    }

    /// @param mib binary megabytes (2^20 bytes), rounded to the nearest byte
    public static Bytes ofMiB(double mib) {
        return scaled(mib, PER_MIB);
    }

    /// @param gb decimal gigabytes (10^9 bytes), rounded to the nearest byte
    public static Bytes ofGB(double gb) {
        return scaled(gb, PER_GB);
    }

    /// @param bytes a finite number of bytes, rounded up to a whole one
    public static Bytes roundedUp(double bytes) {
        if (!(bytes >= 0)) {
            throw new IllegalArgumentException("not a number of bytes: " + bytes);
        }
        if (bytes >= 0x1p63) {
            throw new ArithmeticException("bytes out of range: " + bytes);
        }
        return new Bytes((long) Math.ceil(bytes));
    }

    private static Bytes scaled(double value, long unit) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("not a number of bytes: " + value);
        }
        return new Bytes(BigDecimal.valueOf(value)
                .multiply(BigDecimal.valueOf(unit))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    /// @return the sum
    public Bytes plus(Bytes other) {
        return new Bytes(Math.addExact(count, other.count));
    }

    /// @return this less `other`, which must not be larger
    public Bytes minus(Bytes other) {
        return new Bytes(Math.subtractExact(count, other.count));
    }

    /// @return this less `other`, or nothing where `other` is larger
    public Bytes minusOrZero(Bytes other) {
        return count <= other.count ? ZERO : minus(other);
    }

    /// @return this less `other`, of either sign
    public ByteDifference differenceFrom(Bytes other) {
        return new ByteDifference(Math.subtractExact(count, other.count));
    }

    /// @return this taken `factor` times, factor at least 0
    public Bytes times(long factor) {
        return new Bytes(Math.multiplyExact(count, factor));
    }

    /// @return this scaled by a finite factor of at least 0, rounded to the nearest byte
    public Bytes times(double factor) {
        double scaled = count * factor;
        if (!(scaled >= 0 && scaled < 0x1p63)) {
            throw new ArithmeticException("bytes out of range: " + count + " × " + factor);
        }
        return new Bytes(Math.round(scaled));
    }

    /// @return the smaller of the two
    public Bytes min(Bytes other) {
        return count <= other.count ? this : other;
    }

    /// @return the larger of the two
    public Bytes max(Bytes other) {
        return count >= other.count ? this : other;
    }

    @Override
    public long whole() {
        return count;
    }

    @Override
    public double magnitude() {
        return count;
    }

    @Override
    public int compareTo(Bytes other) {
        return Long.compare(count, other.count);
    }
}
