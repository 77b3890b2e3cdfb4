package org.tonari.export.picture;

import java.util.Optional;
import org.tonari.chart.VerdictMark;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.Verdict;
import org.tonari.text.DeskText;
import org.tonari.text.Formats.Detail;
import org.tonari.text.WindowText;
import org.tonari.units.Bytes;
import org.tonari.units.TokensPerSecond;

/// A verdict's shape and its few words.
public final class VerdictWords {
    private VerdictWords() {}

    /// @return the shape before the words
    public static VerdictMark mark(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Fits _ -> VerdictMark.FITS;
            case Verdict.Tight _, Verdict.Spills _ -> VerdictMark.TIGHT;
            case Verdict.DoesNotFit _ -> VerdictMark.DOES_NOT_FIT;
            case Verdict.Unknown _ -> VerdictMark.UNKNOWN;
        };
    }

    /// @return whether a machine decodes as fast as is wished; nothing where that cannot be said
    public static Optional<Boolean> isFastEnough(Estimate estimate, Optional<TokensPerSecond> target) {
        return target.flatMap(wish -> estimate.speed()
                .known()
                .filter(_ -> estimate.fit().verdict().runs())
                .map(known -> known.decode().value() >= wish.magnitude()));
    }

    /// @return what stands above a column: `fits, slow`; a machine that is fast enough needs no word
    static String aboveColumn(Estimate estimate, Optional<TokensPerSecond> target, Wording wording) {
        String verdict = aboveColumn(estimate.fit().verdict(), wording);
        return isFastEnough(estimate, target)
                .filter(fast -> !fast && !(estimate.fit().verdict() instanceof Verdict.Spills))
                .map(_ -> wording.text(DeskText.SLOW, verdict))
                .orElse(verdict);
    }

    /// @return what is said of a column: `fits, 34.6 GiB spare, fast enough`
    static String spoken(Estimate estimate, Optional<TokensPerSecond> target, Wording wording) {
        String verdict = wording.names().sentence(estimate.fit().verdict());
        return isFastEnough(estimate, target)
                .map(fast -> wording.text(fast ? DeskText.FAST_ENOUGH : DeskText.TOO_SLOW, verdict))
                .orElse(verdict);
    }

    /// @return what stands in a table: `fits, slow`
    public static String inTable(Estimate estimate, Optional<TokensPerSecond> target, Wording wording) {
        String verdict = inTable(estimate.fit().verdict(), wording);
        return isFastEnough(estimate, target)
                .filter(fast -> !fast && !(estimate.fit().verdict() instanceof Verdict.Spills))
                .map(_ -> wording.text(DeskText.SLOW, verdict))
                .orElse(verdict);
    }

    /// @return what stands above a column: `fits`, `spills to host`, `14.3 over limit`
    static String aboveColumn(Verdict verdict, Wording wording) {
        return switch (verdict) {
            case Verdict.Fits _, Verdict.Tight _, Verdict.Spills _, Verdict.Unknown _ ->
                wording.names().verdict(verdict);
            case Verdict.DoesNotFit(Bytes missing, Verdict.Reason _) ->
                missing.equals(Bytes.ZERO)
                        ? wording.names().status(verdict)
                        : wording.text(WindowText.OVER_LIMIT, wording.formats().memory(missing, Detail.CHART));
        };
    }

    /// @return what stands above a column too narrow for more: `fits`, `spills`, `+14.3`
    static String aboveNarrowColumn(Verdict verdict, Wording wording) {
        return switch (verdict) {
            case Verdict.Fits _, Verdict.Tight _, Verdict.Unknown _ ->
                wording.names().verdict(verdict);
            case Verdict.Spills(Bytes toHost) ->
                wording.names()
                        .status(verdict)
                        .replace(wording.formats().memory(toHost, Detail.CHART), "")
                        .strip();
            case Verdict.DoesNotFit(Bytes missing, Verdict.Reason _) ->
                missing.equals(Bytes.ZERO)
                        ? wording.names().status(verdict)
                        : "+" + wording.formats().memory(missing, Detail.CHART);
        };
    }

    /// @return what stands in a table: `fits`, `spills 33.7`, `does not fit`
    public static String inTable(Verdict verdict, Wording wording) {
        return switch (verdict) {
            case Verdict.Fits _, Verdict.Tight _, Verdict.Unknown _ ->
                wording.names().verdict(verdict);
            case Verdict.Spills _ -> wording.names().status(verdict);
            case Verdict.DoesNotFit(Bytes missing, Verdict.Reason _) ->
                missing.equals(Bytes.ZERO)
                        ? wording.names().status(verdict)
                        : wording.names().verdict(verdict);
        };
    }
}
