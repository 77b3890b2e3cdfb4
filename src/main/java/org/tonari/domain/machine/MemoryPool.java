package org.tonari.domain.machine;

import java.util.Objects;
import org.tonari.explain.Sourced;
import org.tonari.units.Bytes;
import org.tonari.units.BytesPerSecond;
import org.tonari.units.Ratio;

/// One memory of a machine.
///
/// @param kind              who can reach it
/// @param capacity          what the operating system or driver reports, not the sticker
/// @param nominal           what the sticker says
/// @param systemReserve     what the system itself keeps, before any model
/// @param limit             how much of the rest models may take
/// @param bandwidth         peak, as specified
/// @param measuredBandwidth the best that a plain reading kernel reached
public record MemoryPool(
        Kind kind,
        Sourced<Bytes> capacity,
        Sourced<Bytes> nominal,
        Sourced<Reserve> systemReserve,
        Limit limit,
        Sourced<BytesPerSecond> bandwidth,
        Sourced<BytesPerSecond> measuredBandwidth) {

    /// Who can reach a memory.
    public enum Kind {
        /// Processor and accelerator share it.
        UNIFIED,
        /// On the graphics card.
        VRAM,
        /// On the main board.
        HOST
    }

    /// What a system keeps for itself: an expectation within a range.
    ///
    /// @param low      the least seen or stated
    /// @param expected what to reckon with
    /// @param high     the most seen or stated
    public record Reserve(Bytes low, Bytes expected, Bytes high) {
        public Reserve {
            if (low.compareTo(expected) > 0 || expected.compareTo(high) > 0) {
                throw new IllegalArgumentException("a reserve needs low ≤ expected ≤ high");
            }
        }
    }

    /// How much of a memory models may take.
    public sealed interface Limit {
        /// Everything the system does not keep.
        record None() implements Limit {}

        /// A driver's limit on what the accelerator may hold, the system's own share not counted.
        record Accelerator(Sourced<Bytes> most) implements Limit {}

        /// A share of the capacity beyond which the machine becomes unsafe, the system's own share counted.
        record Share(Sourced<Ratio> share) implements Limit {}
    }

    public MemoryPool {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(capacity);
        Objects.requireNonNull(systemReserve);
        Objects.requireNonNull(limit);
        Objects.requireNonNull(bandwidth);
    }

    /// @return this pool with another capacity
    public MemoryPool withCapacity(Sourced<Bytes> other) {
        return new MemoryPool(kind, other, nominal, systemReserve, limit, bandwidth, measuredBandwidth);
    }

    /// @return this pool with another reserve for the system
    public MemoryPool withSystemReserve(Sourced<Reserve> other) {
        return new MemoryPool(kind, capacity, nominal, other, limit, bandwidth, measuredBandwidth);
    }

    /// @return this pool with another limit
    public MemoryPool withLimit(Limit other) {
        return new MemoryPool(kind, capacity, nominal, systemReserve, other, bandwidth, measuredBandwidth);
    }

    /// @return this pool with another peak bandwidth
    public MemoryPool withBandwidth(Sourced<BytesPerSecond> other) {
        return new MemoryPool(kind, capacity, nominal, systemReserve, limit, other, measuredBandwidth);
    }
}
