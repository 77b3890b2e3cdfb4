package org.tonari.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonari.evidence.Calibrator.Quantity;

/// The promises on decode; `tonari accuracy` prints all of them.
class HeldOutDecodeTest {
    private static List<Residual> held(Protocol protocol) {
        return ShippedProof.get().held().residuals(Quantity.DECODE, protocol);
    }

    @Test
    void modelsThatWereKeptBackAreEstimatedWithinSixPercentAtTheMedian() {
        List<Residual> residuals = held(Protocol.LEAVE_ONE_MODEL_OUT);

        double[] errors = Accuracy.groupErrors(residuals);

        assertThat(residuals).hasSizeGreaterThan(700);
        assertThat(Statistics.median(errors)).isLessThanOrEqualTo(0.06);
        assertThat(Statistics.quantile(0.9, errors)).isLessThanOrEqualTo(0.22);
        assertThat(Ranking.ofMachines(residuals).orElseThrow().value()).isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void machinesThatWereKeptBackAreEstimatedWithinNinePercentAtTheMedian() {
        List<Residual> residuals = held(Protocol.LEAVE_ONE_MACHINE_OUT);

        double[] errors = Accuracy.groupErrors(residuals);

        assertThat(Statistics.median(errors)).isLessThanOrEqualTo(0.09);
        assertThat(Statistics.quantile(0.9, errors)).isLessThanOrEqualTo(0.25);
        assertThat(Ranking.ofMachines(residuals).orElseThrow().value()).isGreaterThanOrEqualTo(0.85);
    }
}
