package org.tonari.viewmodel.table;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tonari.domain.answer.Speed;
import org.tonari.engine.Estimator.CurvePoint;
import org.tonari.viewmodel.desk.Results;

/// A speed anywhere along a curve over contexts, with its 80 % interval: at a point of the curve what was estimated
/// there, between two points what the curve passes, which is straight over the logarithm of the context.
///
/// @param low      one time in ten it is lower
/// @param expected the estimate
/// @param high     one time in ten it is higher
public record SpeedAlong(double low, double expected, double high) {

    /// @param figure which speed, if it is estimated
    /// @return the speed at a context; nothing where it does not run on either side of it
    public static Optional<SpeedAlong> at(
            Results.Column column, long context, Function<Speed, Optional<Speed.Estimated>> figure) {
        Optional<Speed> there = column.speedAt(context);
        return there.isPresent() ? there.flatMap(figure).map(SpeedAlong::of) : between(column.curve(), context, figure);
    }

    private static SpeedAlong of(Speed.Estimated speed) {
        return new SpeedAlong(speed.low(), speed.value(), speed.high());
    }

    private static Optional<SpeedAlong> between(
            List<CurvePoint> curve, long context, Function<Speed, Optional<Speed.Estimated>> figure) {
        for (int i = 1; i < curve.size(); i++) {
            CurvePoint before = curve.get(i - 1);
            CurvePoint after = curve.get(i);
            if (before.context().count() < context && context < after.context().count()) {
                double way = (log(context) - log(before.context().count()))
                        / (log(after.context().count()) - log(before.context().count()));
                return figure.apply(before.speed())
                        .map(SpeedAlong::of)
                        .flatMap(left -> figure.apply(after.speed()).map(right -> left.towards(of(right), way)));
            }
        }
        return Optional.empty();
    }

    private SpeedAlong towards(SpeedAlong other, double way) {
        return new SpeedAlong(
                low + (other.low - low) * way,
                expected + (other.expected - expected) * way,
                high + (other.high - high) * way);
    }

    private static double log(long context) {
        return Math.log(Math.max(1, context));
    }
}
