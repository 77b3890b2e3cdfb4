package org.tonari.engine.memory;

import org.tonari.domain.model.LanguageModel.Extra;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload.Speculation;

/// A model's own head that drafts tokens (multi-token prediction).
final class MultiTokenHead {
    private MultiTokenHead() {}

    /// @return whether the scenario drafts with it and the model has one
    static boolean isLoaded(Scenario scenario) {
        return scenario.workload().speculation() instanceof Speculation.MultiToken
                && scenario.model().extras().stream().anyMatch(extra -> extra.kind() == Extra.Kind.MTP);
    }
}
