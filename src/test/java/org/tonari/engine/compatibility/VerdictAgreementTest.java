package org.tonari.engine.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tonari.domain.answer.Compatibility.State;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Estimator;
import org.tonari.engine.Estimator.Alternatives;
import org.tonari.engine.ShippedScenarios;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.tree.ProfileKind;

/// What the verdict calls impossible, the compatibility calls unsupported; and what has neither back end nor reader is
/// impossible to both. Missing kernels are the compatibility's matter alone.
class VerdictAgreementTest {
    private static final Catalogue CATALOGUE = ShippedScenarios.CATALOGUE;
    private static final Estimator ESTIMATOR =
            new Estimator(CATALOGUE.calibration(), Alternatives.NONE, CATALOGUE.compatibilities());

    @Test
    void verdictAndCompatibilityAgreeOnWhatRunsWhere() {
        var disagreements = new ArrayList<String>();
        for (String machine : CATALOGUE.ids(ProfileKind.MACHINE)) {
            for (String id : CATALOGUE.ids(ProfileKind.RUNTIME)) {
                InferenceRuntime runtime = CATALOGUE.runtime(id).optional().orElseThrow();
                for (WeightFormat weights : CATALOGUE.weights()) {
                    Scenario scenario = ShippedScenarios.of(machine, "qwen3-8b", weights.id())
                            .withRuntime(runtime);
                    var estimate = ESTIMATOR.estimate(scenario, Set.of());
                    boolean impossible = estimate.fit().verdict() instanceof Verdict.DoesNotFit(var _, var reason)
                            && (reason == Verdict.Reason.RUNTIME_UNSUPPORTED
                                    || reason == Verdict.Reason.WEIGHTS_NOT_READ);
                    boolean unsupported = estimate.compatibility().state() == State.UNSUPPORTED
                            && !(isReachable(scenario) && scenario.weights().isReadBy(runtime));
                    if (impossible != unsupported) {
                        disagreements.add(String.join(
                                " ",
                                machine,
                                id,
                                weights.id(),
                                estimate.fit().verdict().toString(),
                                estimate.compatibility().state().toString()));
                    }
                }
            }
        }

        assertThat(disagreements).isEmpty();
    }

    private static boolean isReachable(Scenario scenario) {
        return scenario.runtime().backends().stream()
                .anyMatch(scenario.machine().backends()::contains);
    }

    @Test
    void mlxOnGb10IsUnknownToBoth() {
        Scenario scenario = ShippedScenarios.of("dgx-spark", "qwen3-8b", "mlx-4bit")
                .withRuntime(CATALOGUE.runtime("mlx").optional().orElseThrow());
        var estimate = ESTIMATOR.estimate(scenario);

        assertThat(estimate.fit().verdict()).isInstanceOf(Verdict.Unknown.class);
        assertThat(estimate.compatibility().state()).isEqualTo(State.UNKNOWN);
    }
}
