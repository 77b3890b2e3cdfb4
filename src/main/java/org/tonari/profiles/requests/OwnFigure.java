package org.tonari.profiles.requests;

import java.text.Normalizer;
import java.util.Optional;

/// A figure as a person types it: `6GiB`, `250 GB/s`, `0.9`, also in full-width digits.
public final class OwnFigure {
    private OwnFigure() {}

    /// @param text  a number of at least 0, with or without a unit; a comma may group its digits
    /// @param worth what a bare number counts in, in base units
    /// @return the figure in base units, if the text is one
    public static Optional<Double> parse(String text, double worth) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return OverrideWords.figure(plain.replace(",", "").strip(), worth);
    }
}
