package org.tonari.viewmodel.table;

import java.util.Optional;
import java.util.OptionalDouble;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.Speed;
import org.tonari.viewmodel.desk.Results;

/// How a machine's figures differ between what is on screen and the ghost it is compared with.
///
/// From a pin it is what changed since: now less then. Of a what-if it is what would change: then less now.
public final class Difference {
    private Difference() {}

    /// @return the ghost that is compared with: a what-if before pins, and among these the newest
    public static Optional<Results.Ghost> from(Results results) {
        return results.ghosts().stream()
                .filter(ghost -> ghost.letter().equals(Results.WHAT_IF))
                .findFirst()
                .or(() -> results.ghosts().isEmpty()
                        ? Optional.empty()
                        : Optional.of(results.ghosts().getLast()));
    }

    /// @return whether the ghost is only imagined
    public static boolean isImagined(Results results) {
        return from(results)
                .filter(ghost -> ghost.letter().equals(Results.WHAT_IF))
                .isPresent();
    }

    /// @return bytes of memory required; nothing where one of the two is not known whole
    public static OptionalDouble memory(Results.Column row, Results results) {
        Optional<Estimate> other = other(row, results);
        boolean known = row.estimate().memory().missing().isEmpty()
                && other.filter(then -> then.memory().missing().isEmpty()).isPresent();
        return known
                ? OptionalDouble.of(sign(results) * (bytes(row.estimate()) - bytes(other.orElseThrow())))
                : OptionalDouble.empty();
    }

    /// @return tokens a second, in the measure that is shown; nothing where one of the two does not run or is unknown
    public static OptionalDouble rate(Results.Column row, Results results) {
        Optional<Speed.Known> now = row.estimate().speed().known();
        Optional<Speed.Known> then =
                other(row, results).flatMap(estimate -> estimate.speed().known());
        return now.isPresent() && then.isPresent()
                ? OptionalDouble.of(sign(results)
                        * (results.measure().shown(now.get()).value()
                                - results.measure().shown(then.get()).value()))
                : OptionalDouble.empty();
    }

    /// @return the machine's answer in the ghost
    public static Optional<Estimate> other(Results.Column row, Results results) {
        return from(results).flatMap(ghost -> ghost.column(row.machine().id())).map(Results.Column::estimate);
    }

    private static double bytes(Estimate estimate) {
        return estimate.memory().required().bytes().magnitude();
    }

    private static double sign(Results results) {
        return isImagined(results) ? -1 : 1;
    }
}
