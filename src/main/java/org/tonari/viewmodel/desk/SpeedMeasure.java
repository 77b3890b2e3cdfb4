package org.tonari.viewmodel.desk;

import java.util.List;
import java.util.stream.Stream;
import org.tonari.domain.answer.Speed;

/// Which speed the curves show, and across what.
public enum SpeedMeasure {
    /// Tokens a second with the context in the cache.
    DECODE(Axis.CONTEXT),
    /// Seconds until the first token after a prompt as long as the context.
    FIRST_TOKEN(Axis.CONTEXT),
    /// Prompt tokens a second, over a prompt as long as the context.
    PREFILL(Axis.CONTEXT),
    /// Tokens a second for each of several users.
    EACH_USER(Axis.USERS),
    /// Tokens a second for several users together.
    ALL_USERS(Axis.USERS);

    /// What curves run across.
    public enum Axis {
        /// The context, at the chosen number of users.
        CONTEXT,
        /// The number of users at once, each with the chosen context.
        USERS;

        /// @return the measures across it, the first of them first
        public List<SpeedMeasure> measures() {
            return Stream.of(SpeedMeasure.values())
                    .filter(measure -> measure.axis == this)
                    .toList();
        }
    }

    private final Axis axis;

    SpeedMeasure(Axis axis) {
        this.axis = axis;
    }

    /// @return what its curves run across
    public Axis axis() {
        return axis;
    }

    /// @return the tokens a second that tables show beside curves of this measure: of all users together, or else of
    /// one
    public Speed.Estimated shown(Speed.Known speed) {
        return this == ALL_USERS ? speed.aggregate() : speed.decode();
    }

    /// @return the usual measure across the other axis
    public SpeedMeasure across(Axis other) {
        return other == axis ? this : other.measures().getFirst();
    }
}
