package org.tonari.domain.answer;

import java.util.List;
import java.util.OptionalInt;

/// How speed changes with the number of users at once, each with a full context.
///
/// @param points one for each number of users asked for, in that order
public record ConcurrencyCurve(List<Point> points) {
    /// Usual numbers of users: 1, 2, 4, … 64.
    public static final List<Integer> USUAL = List.of(1, 2, 4, 8, 16, 32, 64);

    /// One number of users.
    ///
    /// `speed` tells both rates where it is known: `decode` is what each user gets in the mean over waiting and
    /// being served, `aggregate` what all get together.
    ///
    /// @param users   at once
    /// @param atOnce  of them that find room in the runtime's cache; the others wait
    /// @param verdict on that many users
    /// @param speed   not running where a runtime lays out every cache at start and they do not fit
    public record Point(int users, int atOnce, Verdict verdict, Speed speed) {
        /// @return whether some users wait for others
        public boolean isQueued() {
            return atOnce < users;
        }
    }

    public ConcurrencyCurve {
        points = List.copyOf(points);
    }

    /// @return how many users the runtime serves at once at most, where more were asked for; empty where none wait
    public OptionalInt mostAtOnce() {
        return points.stream().filter(Point::isQueued).mapToInt(Point::atOnce).max();
    }
}
