package org.tonari.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tonari.domain.evidence.CalibrationPrior;
import org.tonari.domain.evidence.CalibrationPrior.Effect;
import org.tonari.engine.ShippedScenarios;
import org.tonari.evidence.BatchFit.Step;

class BatchFitTest {
    private static final CalibrationPrior PRIOR = new CalibrationPrior(
            List.of(
                    new Effect("cache", "batch", 1, 10, Map.of("cache", 1.0)),
                    new Effect("work", "batch", 0, 10, Map.of("work", 1.0))),
            List.of(),
            0.01,
            0,
            Map.of(),
            Map.of());

    private static final Reconstruction ANY = Dataset.of(ShippedScenarios.CATALOGUE, Calibrator.Quantity.PREFILL)
            .runs()
            .getFirst();

    @Test
    void ratesThatMadeTheStepsAreFoundAgain() {
        // A step of n sequences takes 1 second, 3 for each cache and 0.5 for each piece of work.
        List<Step> steps = IntStream.rangeClosed(1, 20)
                .mapToObj(n ->
                        new Step(ANY, 1 + 3 * n + 0.5 * n * n, 1, Map.of("cache", (double) n, "work", n * (double) n)))
                .toList();

        Map<String, Double> rates = new BatchFit(PRIOR).rates(steps);

        assertThat(rates.get("cache")).isCloseTo(3, within(0.05));
        assertThat(rates.get("work")).isCloseTo(0.5, within(0.05));
    }

    @Test
    void noRateIsNegative() {
        List<Step> steps = IntStream.rangeClosed(1, 20)
                .mapToObj(n -> new Step(ANY, 1 + 3.0 * n, 1, Map.of("cache", (double) n, "work", 0.01 * n * n)))
                .toList();

        assertThat(new BatchFit(PRIOR).rates(steps).values()).allMatch(rate -> rate >= 0);
    }

    @Test
    void withoutStepsTheExpectationStands() {
        assertThat(new BatchFit(PRIOR).rates(List.of()))
                .containsEntry("cache", 1.0)
                .containsEntry("work", 0.0);
    }
}
