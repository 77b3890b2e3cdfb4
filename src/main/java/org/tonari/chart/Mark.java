package org.tonari.chart;

import java.util.Optional;

/// Something in a chart that can be pointed at or selected. Both charts share the kind, so their properties can be
/// bound to each other; a chart that has no such mark stands the machine out.
public sealed interface Mark {
    /// Nothing.
    Mark NONE = new Nothing();

    /// No mark at all.
    record Nothing() implements Mark {}

    /// A whole machine: its name, its column, its curve.
    ///
    /// @param machineId the machine's identity
    record Whole(String machineId) implements Mark {}

    /// A part of one of a machine's memories.
    ///
    /// @param machineId the machine's identity
    /// @param pool      which of its memories, from 0 in the order of the column's list
    /// @param part      which part
    record Part(String machineId, int pool, MemoryPart part) implements Mark {}

    /// A figure that stands with a column.
    ///
    /// @param machineId the machine's identity
    /// @param figure    which one
    record Number(String machineId, Figure figure) implements Mark {}

    /// A point of a curve.
    ///
    /// @param machineId the machine's identity
    /// @param at        its place on the horizontal axis, in tokens or users
    record Point(String machineId, double at) implements Mark {}

    /// A published measurement.
    ///
    /// @param machineId the machine's identity
    /// @param index     which one, from 0 in the order of the curve's list
    record Measurement(String machineId, int index) implements Mark {}

    /// A place on the horizontal axis of the speed chart, of no machine; it can be pointed at and not be selected.
    ///
    /// @param at in tokens or users
    record Place(double at) implements Mark {}

    /// The figures of a column that can be asked about.
    enum Figure {
        VERDICT,
        RATE,
        USAGE
    }

    /// @return whether it can be selected
    default boolean isSelectable() {
        return machine().isPresent();
    }

    /// @return the machine it belongs to
    default Optional<String> machine() {
        return switch (this) {
            case Nothing _, Place _ -> Optional.empty();
            case Whole mark -> Optional.of(mark.machineId());
            case Part mark -> Optional.of(mark.machineId());
            case Number mark -> Optional.of(mark.machineId());
            case Point mark -> Optional.of(mark.machineId());
            case Measurement mark -> Optional.of(mark.machineId());
        };
    }
}
