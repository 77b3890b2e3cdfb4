package org.tonari.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.tonari.engine.Estimator;
import org.tonari.evidence.Attempts.Attempt;
import org.tonari.profiles.Catalogue;

/// Everything that is known of how right estimates are.
///
/// @param held     every run estimated without rows kept back
/// @param groups   errors by quantity, protocol and what rows have in common
/// @param targets  the promises, with what was reached
/// @param mapping  what became of the published rows
/// @param attempts verdicts against what happened
/// @param memory   memory that runs printed against estimates
public record Proof(
        HeldOut held,
        List<AccuracyGroup> groups,
        List<Target> targets,
        Mapping mapping,
        List<Attempt> attempts,
        List<MemoryErrors.Row> memory) {
    public Proof {
        groups = List.copyOf(groups);
        targets = List.copyOf(targets);
        attempts = List.copyOf(attempts);
        memory = List.copyOf(memory);
    }

    /// Slow: hundreds of fits. Make it off the window's thread.
    ///
    /// @param estimator whose verdicts are checked
    /// @param progress  hears how far it has come
    /// @throws CancellationException where the thread was interrupted
    public static Proof of(Catalogue catalogue, Estimator estimator, Progress progress) {
        HeldOut held = HeldOut.of(catalogue, progress);
        List<Attempt> attempts = Attempts.of(catalogue, estimator);
        List<MemoryErrors.Row> memory = MemoryErrors.of(catalogue, estimator);
        var groups = new ArrayList<>(Accuracy.of(held, catalogue.calibration()));
        groups.addAll(MemoryErrors.groups(memory));
        return new Proof(held, groups, Scorecard.of(held, attempts), Mapping.of(catalogue), attempts, memory);
    }
}
