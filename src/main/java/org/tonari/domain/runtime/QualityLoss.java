package org.tonari.domain.runtime;

import java.util.Objects;
import org.tonari.explain.Refused;
import org.tonari.explain.Source;

/// What storing weights in fewer bits costs in quality, as somebody measured it on one model.
///
/// @param perplexityIncrease by how much the perplexity of that model rises over its reference, usually 16 bits; may
///                           be slightly negative, for measurements scatter
/// @param model              the model it was measured on; other models lose other amounts, small ones usually more
/// @param source             who states it
public record QualityLoss(double perplexityIncrease, String model, Source source) {
    public QualityLoss {
        if (!Double.isFinite(perplexityIncrease)) {
            throw new Refused("a rise of perplexity is a finite number, not {0}", perplexityIncrease);
        }
        if (model.isBlank()) {
            throw new IllegalArgumentException("a loss of quality needs the model it was measured on");
        }
        Objects.requireNonNull(source);
    }
}
