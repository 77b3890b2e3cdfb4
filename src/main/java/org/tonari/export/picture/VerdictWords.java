package org.tonari.export.picture;

import org.tonari.chart.VerdictMark;
import org.tonari.domain.Verdict;
import org.tonari.text.Formats.Detail;
import org.tonari.text.WindowText;
import org.tonari.units.Bytes;

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
