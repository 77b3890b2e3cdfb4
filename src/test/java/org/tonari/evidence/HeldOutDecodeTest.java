package org.tonari.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonari.engine.ShippedScenarios;
import org.tonari.evidence.Calibrator.Quantity;

/// The promises on decode that take few fits; `tonari accuracy` prints all of them.
class HeldOutDecodeTest {
    private static final Dataset ROWS = Dataset.of(ShippedScenarios.CATALOGUE, Quantity.DECODE);

    @Test
    void modelsThatWereKeptBackAreEstimatedWithinSixPercentAtTheMedian() {
        List<Residual> residuals = new CrossValidation(ROWS).residuals(Protocol.LEAVE_ONE_MODEL_OUT, () -> {});

        double[] errors = Accuracy.groupErrors(residuals);

        assertThat(ROWS.size()).isGreaterThan(700);
        assertThat(Statistics.median(errors)).isLessThanOrEqualTo(0.06);
        assertThat(Statistics.quantile(0.9, errors)).isLessThanOrEqualTo(0.22);
        assertThat(Ranking.ofMachines(residuals).orElseThrow().value()).isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void machinesThatWereKeptBackAreEstimatedWithinNinePercentAtTheMedian() {
        List<Residual> residuals = new CrossValidation(ROWS).residuals(Protocol.LEAVE_ONE_MACHINE_OUT, () -> {});

        double[] errors = Accuracy.groupErrors(residuals);

        assertThat(Statistics.median(errors)).isLessThanOrEqualTo(0.09);
        assertThat(Statistics.quantile(0.9, errors)).isLessThanOrEqualTo(0.25);
        assertThat(Ranking.ofMachines(residuals).orElseThrow().value()).isGreaterThanOrEqualTo(0.85);
    }
}
