package org.tonari.viewmodel.desk;

import java.util.List;
import java.util.Optional;
import org.tonari.domain.answer.ConcurrencyCurve;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.comparison.Comparison;
import org.tonari.domain.comparison.Setup;
import org.tonari.domain.evidence.Measurement;
import org.tonari.domain.machine.Machine;
import org.tonari.engine.Estimator.CurvePoint;
import org.tonari.units.Tokens;

/// What the engine says to one comparison: everything a frame needs. Immutable.
///
/// @param comparison what was asked
/// @param measure    which speed the curves show
/// @param columns    one for each machine, in their order
/// @param ghosts     what is pinned or only imagined
public record Results(Comparison comparison, SpeedMeasure measure, List<Column> columns, List<Ghost> ghosts) {
    /// What stands for a what-if among the letters of pins.
    public static final String WHAT_IF = "?";

    /// Another scenario on the same machines.
    ///
    /// @param letter  `A` to `D`, or [#WHAT_IF]
    /// @param setup   what runs there
    /// @param columns one for each machine, in their order
    public record Ghost(String letter, Setup setup, List<Column> columns) {
        public Ghost {
            columns = List.copyOf(columns);
        }

        /// @return the answer of a machine, if it is among the columns
        public Optional<Column> column(String machineId) {
            return columns.stream()
                    .filter(column -> column.machine().id().equals(machineId))
                    .findFirst();
        }
    }

    /// One machine's answer.
    ///
    /// @param machine  the machine
    /// @param place    its place among all machines, which decides colour and symbol
    /// @param estimate the estimate at the chosen context
    /// @param curve    verdict and speed along the context axis, the chosen context not among them
    /// @param users    verdict and speed by the number of users, where curves run across them; else empty
    /// @param measured published runs of the same, at any context
    public record Column(
            Machine machine,
            int place,
            Estimate estimate,
            List<CurvePoint> curve,
            ConcurrencyCurve users,
            List<Measurement> measured) {
        public Column {
            curve = List.copyOf(curve);
            measured = List.copyOf(measured);
        }

        /// @return the speed with as many users at once as one of the points over users has, or as are chosen
        public Optional<Speed> speedOf(long count) {
            if (estimate.scenario().workload().concurrency() == count) {
                return Optional.of(estimate.speed());
            }
            return users.points().stream()
                    .filter(point -> point.users() == count)
                    .findFirst()
                    .map(ConcurrencyCurve.Point::speed);
        }

        /// @return the speed at a context of the curve, or at the chosen one, if it runs there
        public Optional<Speed> speedAt(long context) {
            if (estimate.scenario().workload().context().count() == context) {
                return Optional.of(estimate.speed());
            }
            return curve.stream()
                    .filter(point -> point.context().count() == context)
                    .findFirst()
                    .map(CurvePoint::speed);
        }
    }

    public Results {
        columns = List.copyOf(columns);
        ghosts = List.copyOf(ghosts);
    }

    /// @return the answer of a machine, if it is among the columns
    public Optional<Column> column(String machineId) {
        return columns.stream()
                .filter(column -> column.machine().id().equals(machineId))
                .findFirst();
    }

    /// @return the context at which all estimates are made
    public Tokens context() {
        return comparison.setup().workload().context();
    }
}
