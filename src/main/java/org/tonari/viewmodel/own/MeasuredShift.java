package org.tonari.viewmodel.own;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tonari.domain.comparison.Setup;
import org.tonari.domain.runtime.RuntimeChoice;
import org.tonari.domain.scenario.Scenario;
import org.tonari.units.Tokens;
import org.tonari.units.TokensPerSecond;
import org.tonari.viewmodel.outside.Outside.Point;

/// How points that a server gave become the one speed that estimates of its machine and runtime shift to.
final class MeasuredShift {
    private MeasuredShift() {}

    /// @return of those with a speed the one in the middle, by depth
    static Optional<Point> middle(List<Point> points) {
        List<Point> timed = points.stream()
                .filter(point -> point.decode() > 0)
                .sorted(Comparator.comparingDouble(Point::depth))
                .toList();
        return timed.isEmpty() ? Optional.empty() : Optional.of(timed.get(timed.size() / 2));
    }

    /// One sequence was measured, under the server's runtime, whatever the window shows.
    ///
    /// @param ran what ran where, as the person says
    static Setup of(Setup setup, Scenario ran, Point point) {
        String machineId = ran.machine().id();
        Setup measured = setup.withRuntime(new RuntimeChoice.Chosen(ran.runtime()))
                .withWorkload(setup.workload().withConcurrency(1))
                .withMeasurement(
                        machineId,
                        new Tokens(Math.max(1, Math.round(point.depth()))),
                        new TokensPerSecond(point.decode()));
        return setup.withMeasurements(machineId, measured.ownMeasurements(machineId));
    }
}
