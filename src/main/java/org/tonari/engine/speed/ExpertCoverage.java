package org.tonari.engine.speed;

import org.tonari.domain.FeedForward.MixtureOfExperts;
import org.tonari.domain.LanguageModel;

/// The share of a model's routed experts that one step reads.
///
/// `1 − (1 − k/N)^(B^γ)`: with γ = 1 sequences would pick their experts independently; measured traffic grows more
/// slowly, so γ is fitted.
final class ExpertCoverage {
    private static final double INDEPENDENT = 1;

    private ExpertCoverage() {}

    static double of(LanguageModel model, int sequences, Rates rates) {
        double gamma = sequences == 1 ? INDEPENDENT : rates.number("batch.gamma", INDEPENDENT);
        return model.groups().stream()
                .filter(group -> group.feedForward() instanceof MixtureOfExperts)
                .mapToDouble(group -> share((MixtureOfExperts) group.feedForward(), sequences, gamma))
                .average()
                .orElse(1);
    }

    /// @return the share that a micro-batch of independent tokens reads
    static double independent(LanguageModel model, long tokens) {
        return model.groups().stream()
                .filter(group -> group.feedForward() instanceof MixtureOfExperts)
                .mapToDouble(group -> {
                    var experts = (MixtureOfExperts) group.feedForward();
                    return 1 - Math.pow(1 - (double) experts.active() / experts.experts(), tokens);
                })
                .average()
                .orElse(1);
    }

    private static double share(MixtureOfExperts experts, int sequences, double gamma) {
        double missed = 1 - (double) experts.active() / experts.experts();
        return 1 - Math.pow(missed, Math.pow(sequences, gamma));
    }
}
