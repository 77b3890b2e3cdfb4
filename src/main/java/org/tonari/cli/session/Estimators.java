package org.tonari.cli.session;

import java.util.List;
import java.util.Set;
import org.tonari.domain.evidence.Calibration;
import org.tonari.engine.Estimator;
import org.tonari.engine.Estimator.Alternatives;
import org.tonari.engine.Estimator.Aspect;
import org.tonari.profiles.Catalogue;

/// Makes the estimator for what is asked; reads no profile that the answer does not need.
@FunctionalInterface
public interface Estimators {
    /// @param aspects what will be asked of the estimator
    /// @return an estimator over the profiles of a catalogue
    Estimator of(Catalogue catalogue, Set<Aspect> aspects);

    /// @return fitted parameters are read only for speeds, alternative formats only for remedies
    static Estimators standard() {
        return (catalogue, aspects) -> new Estimator(
                aspects.contains(Aspect.SPEED) ? catalogue.calibration() : new Calibration(List.of(), List.of()),
                aspects.contains(Aspect.FIT)
                        ? new Alternatives(catalogue.caches(), catalogue.weights())
                        : Alternatives.NONE,
                catalogue.compatibilities());
    }
}
