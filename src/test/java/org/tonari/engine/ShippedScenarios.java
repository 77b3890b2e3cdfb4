package org.tonari.engine;

import java.util.List;
import java.util.Map;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload;
import org.tonari.engine.Estimator.Alternatives;
import org.tonari.profiles.Catalogue;

/// Scenarios over the shipped profiles.
public final class ShippedScenarios {
    public static final Catalogue CATALOGUE = Catalogue.open(List.of());

    private ShippedScenarios() {}

    /// @return the scenario the window opens with, on another machine and model
    public static Scenario of(String machine, String model, String weights) {
        return new Scenario(
                CATALOGUE.machine(machine).optional().orElseThrow(),
                CATALOGUE.model(model).optional().orElseThrow(),
                CATALOGUE.weights(weights).optional().orElseThrow(),
                CATALOGUE.cache("f16").optional().orElseThrow(),
                CATALOGUE.cache("f16").optional().orElseThrow(),
                CATALOGUE.runtime("llama.cpp").optional().orElseThrow(),
                Workload.DEFAULT,
                Map.of());
    }

    /// @return an estimator over the shipped calibration, free to propose every shipped format
    public static Estimator estimator() {
        return new Estimator(CATALOGUE.calibration(), new Alternatives(CATALOGUE.caches(), CATALOGUE.weights()));
    }
}
