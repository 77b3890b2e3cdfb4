package org.tonari.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.evidence.Measurement;
import org.tonari.engine.Estimator;
import org.tonari.engine.ShippedScenarios;

/// The estimate against llama.cpp's own benchmark table for DGX Spark.
class PublishedDecodeTest {
    private static final String TABLE = "benches/dgx-spark";

    @Test
    void decodeOnASparkIsWithinThreePercentOfTheBenchmarkTableAtTheMedian() {
        Estimator estimator = ShippedScenarios.estimator();

        List<Double> errors = ShippedScenarios.CATALOGUE.measurements().stream()
                .filter(row -> row.source().contains(TABLE) && row.decode() > 0 && row.concurrency() == 1)
                .flatMap(row -> error(estimator, row).stream())
                .sorted()
                .toList();

        assertThat(errors).as("rows whose model has a profile").hasSizeGreaterThanOrEqualTo(25);
        assertThat(errors.get(errors.size() / 2)).isLessThanOrEqualTo(0.03);
    }

    private static Optional<Double> error(Estimator estimator, Measurement row) {
        return Reconstruction.of(row, ShippedScenarios.CATALOGUE)
                .map(run -> estimator.estimate(run.scenario()).speed())
                .flatMap(Speed::known)
                .map(speed -> Math.abs(speed.decode().value() / row.decode() - 1));
    }
}
