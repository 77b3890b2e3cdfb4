package org.tonari.export.picture;

import java.util.Optional;
import org.tonari.domain.answer.Speed;
import org.tonari.text.Formats;
import org.tonari.text.WindowText;

/// Which speed a chart's curves show.
public enum SpeedKind {
    DECODE(WindowText.RATE_UNIT),
    FIRST_TOKEN(WindowText.SECONDS_UNIT),
    PREFILL(WindowText.RATE_UNIT),
    /// For each of several users.
    EACH_USER(WindowText.RATE_UNIT),
    /// For several users together.
    ALL_USERS(WindowText.RATE_UNIT);

    /// Seconds from which a duration names its units itself.
    private static final double SHORT = 99.95;

    private final WindowText unit;

    SpeedKind(WindowText unit) {
        this.unit = unit;
    }

    /// @return whether its curves run across the number of users, not across the context
    public boolean isAcrossUsers() {
        return this == EACH_USER || this == ALL_USERS;
    }

    WindowText unit() {
        return unit;
    }

    /// @return the figure of this kind, if it could be estimated
    public Optional<Speed.Estimated> of(Speed speed) {
        return speed.known()
                .map(known -> switch (this) {
                    case DECODE, EACH_USER -> known.decode();
                    case ALL_USERS -> known.aggregate();
                    case FIRST_TOKEN -> known.firstToken();
                    case PREFILL -> known.prefill();
                })
                .flatMap(SpeedKind::estimated);
    }

    private static Optional<Speed.Estimated> estimated(Speed.Prediction prediction) {
        return switch (prediction) {
            case Speed.Estimated estimated -> Optional.of(estimated);
            case Speed.Unpredicted _ -> Optional.empty();
        };
    }

    /// @return a value as it stands beside a curve
    String value(double value, Formats formats) {
        return switch (this) {
            case DECODE, PREFILL, EACH_USER, ALL_USERS -> formats.chartRate(value);
            case FIRST_TOKEN -> value < SHORT ? formats.secondsCell(value) + " s" : formats.secondsCell(value);
        };
    }
}
