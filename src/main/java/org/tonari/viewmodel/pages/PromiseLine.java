package org.tonari.viewmodel.pages;

import java.util.Optional;
import org.tonari.evidence.Target;
import org.tonari.evidence.Target.Figure;
import org.tonari.evidence.Target.Spread;
import org.tonari.text.ProofText;

/// One figure of a promise, as a line.
///
/// @param promise what was promised
/// @param figure  what the figure is of
/// @param sort    how it is written
/// @param of      how many groups, rows, pairs or cases stand behind it
/// @param least   it may not be below this
/// @param most    it may not be above this
/// @param reached what it is
/// @param low     of 95 % of resamples, the lower end
/// @param high    the upper end
/// @param met     whether the limit is kept
public record PromiseLine(
        ProofText promise,
        ProofText figure,
        Sort sort,
        int of,
        double least,
        double most,
        double reached,
        Optional<Double> low,
        Optional<Double> high,
        boolean met) {

    /// How a figure is written.
    public enum Sort {
        PERCENT,
        TAU,
        COUNT
    }

    static PromiseLine of(Target target, Figure figure) {
        Sort sort =
                switch (figure.kind()) {
                    case MEDIAN, P90, SHARE, SHARE_BY_MACHINE, HALF_WIDTH -> Sort.PERCENT;
                    case TAU -> Sort.TAU;
                    case COUNT, FALSE_FITS -> Sort.COUNT;
                };
        return new PromiseLine(
                ProofText.promise(target.promise().name()),
                ProofText.figure(figure.kind().name()),
                sort,
                target.rows(),
                figure.least(),
                figure.most(),
                figure.reached(),
                figure.spread().map(Spread::low),
                figure.spread().map(Spread::high),
                figure.met());
    }
}
