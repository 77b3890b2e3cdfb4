package org.tonari.domain.evidence;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tonari.explain.Source;

/// Shares of the compute peak that training and generation reach, as published runs show them. Immutable.
///
/// @param entries in any order
public record Reach(List<Entry> entries) {
    /// What is computed.
    public enum Activity {
        TRAIN_FULL,
        TRAIN_LORA,
        TRAIN_QLORA,
        GENERATE
    }

    /// One share.
    ///
    /// @param activity  what is computed
    /// @param machines  a calibration class, or empty for all others
    /// @param format    the number format whose peak it is a share of: `bf16`, `fp8`, `fp4`
    /// @param share     of that peak, above 0 and at most 1
    /// @param rows      published runs it rests on
    /// @param source    which
    public record Entry(Activity activity, String machines, String format, double share, int rows, Source source) {
        public Entry {
            Objects.requireNonNull(activity);
            if (!(share > 0 && share <= 1) || rows < 0) {
                throw new IllegalArgumentException("not a share of a peak: " + share);
            }
        }
    }

    public Reach {
        entries = List.copyOf(entries);
    }

    /// @return the share on machines of a class; that of all others where the class has none of its own
    public Optional<Entry> of(Activity activity, String machines, String format) {
        return entries.stream()
                .filter(entry -> entry.activity() == activity && entry.format().equals(format))
                .filter(entry ->
                        entry.machines().equals(machines) || entry.machines().isEmpty())
                .sorted((left, right) -> right.machines().compareTo(left.machines()))
                .findFirst();
    }
}
