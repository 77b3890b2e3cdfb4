package org.tonari.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A promise about how right estimates are, with what was reached.
///
/// @param promise what was promised
/// @param figures it is told in, at least one
/// @param rows    how many groups, rows, pairs or cases stand behind it
public record Target(Promise promise, List<Figure> figures, int rows) {
    public Target {
        figures = List.copyOf(figures);
    }

    /// @return whether every figure keeps its limit
    public boolean met() {
        return figures.stream().allMatch(Figure::met);
    }

    /// What a figure is of.
    public enum Kind {
        /// An error over groups or rows, as a share.
        MEDIAN,
        /// Nine of ten are off by less, as a share.
        P90,
        TAU,
        /// A share of rows or cases.
        SHARE,
        /// A share for each machine and runtime, averaged.
        SHARE_BY_MACHINE,
        /// A median half-width, as a share of the estimate.
        HALF_WIDTH,
        /// A number of cases.
        COUNT,
        /// How many of them are called a fit.
        FALSE_FITS;

        /// @return the name in JSON
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param low  lower end
    /// @param high upper end
    public record Spread(double low, double high) {}

    /// One figure of a promise.
    ///
    /// @param kind    what it is of
    /// @param least   it may not be below this
    /// @param most    it may not be above this
    /// @param reached what it is
    /// @param spread  where it would lie in 95 % of resamples; empty where it was not resampled
    public record Figure(Kind kind, double least, double most, double reached, Optional<Spread> spread) {
        Figure(Kind kind, double least, double most, double reached) {
            this(kind, least, most, reached, Optional.empty());
        }

        static Figure atMost(Kind kind, double most, double reached) {
            return new Figure(kind, Double.NEGATIVE_INFINITY, most, reached);
        }

        static Figure atLeast(Kind kind, double least, double reached) {
            return new Figure(kind, least, Double.POSITIVE_INFINITY, reached);
        }

        Figure between(Tau tau) {
            return new Figure(kind, least, most, reached, Optional.of(new Spread(tau.low(), tau.high())));
        }

        /// @return whether the limit is kept
        public boolean met() {
            return reached >= least && reached <= most;
        }
    }
}
