package org.tonari.engine.speed;

import org.tonari.domain.model.FeedForward.MixtureOfExperts;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LayerGroup;

/// The share of a model's routed experts that a step reads.
///
/// `1 − (1 − k/N)^(B^γ)`: with γ = 1 sequences would pick their experts independently; measured traffic grows more
/// slowly, so γ is fitted.
final class ExpertCoverage {
    private static final double INDEPENDENT = 1;

    private ExpertCoverage() {}

    /// @return the share that one token uses, `k/N`
    static double active(LanguageModel model) {
        return share(model, 1);
    }

    /// @return the share that sequences decoded together use
    static double of(LanguageModel model, int sequences, Rates rates) {
        return share(model, Math.pow(sequences, rates.number("batch.gamma", INDEPENDENT)));
    }

    /// @return the share that a micro-batch of independent tokens uses
    static double independent(LanguageModel model, long tokens) {
        return share(model, tokens);
    }

    private static double share(LanguageModel model, double draws) {
        double sum = 0;
        int kinds = 0;
        for (LayerGroup group : model.groups()) {
            if (group.feedForward() instanceof MixtureOfExperts experts) {
                sum += 1 - Math.pow(1 - (double) experts.active() / experts.experts(), draws);
                kinds++;
            }
        }
        return kinds == 0 ? 1 : sum / kinds;
    }
}
