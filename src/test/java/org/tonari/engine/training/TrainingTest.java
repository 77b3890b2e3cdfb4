package org.tonari.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tonari.engine.Questions.answer;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.domain.answer.Projection;
import org.tonari.domain.answer.Projection.Measure;
import org.tonari.domain.answer.Projection.Part;
import org.tonari.domain.answer.Projection.Remark;
import org.tonari.domain.evidence.Trial;

class TrainingTest {

    @ParameterizedTest(name = "70B by {0} on one Spark: {1}")
    @CsvSource({"qlora, true", "lora, false", "full, false"})
    void seventyBillionsFitOneSparkByQloraOnly(String method, boolean fits) {
        Projection projection = text("llama-3.3-70b", method, "batch", "1");

        assertThat(projection.verdict().fits()).isEqualTo(fits);
        assertThat(projection.remarks().contains(Remark.ONLY_QLORA)).isEqualTo(!fits);
    }

    /// 39.5 GB of weights, 3.3 of adapters, 21.5 + 5.9 of activations, 16.8 of logits and their gradient: 87 GB.
    @Test
    void qloraOf70BWithEightTextsTakes87GB() {
        Projection projection = text("llama-3.1-70b", "qlora", "batch", "8");

        assertThat(bytes(projection, Part.WEIGHTS)).isCloseTo(39.5e9, Percentage.withPercentage(2));
        assertThat(bytes(projection, Part.ADAPTERS)
                        + bytes(projection, Part.GRADIENTS)
                        + bytes(projection, Part.OPTIMISER))
                .isCloseTo(3.3e9, Percentage.withPercentage(2));
        assertThat((double) projection.fullest().required().count()).isCloseTo(87e9, Percentage.withPercentage(2));
    }

    /// 16 bytes a weight: 2 + 2 + 4 + 4 + 4.
    @Test
    void mixedAdamTakesSixteenBytesAWeight() {
        Projection projection = text("llama-3.1-8b", "full", "batch", "1");
        double weights =
                projection.figure(Measure.TRAINED_WEIGHTS).orElseThrow().value();

        assertThat(bytes(projection, Part.WEIGHTS)
                        + bytes(projection, Part.GRADIENTS)
                        + bytes(projection, Part.OPTIMISER))
                .isEqualTo(16 * weights);
    }

    @Test
    void adaptersOf70BAreCountedOverAllLayers() {
        Projection projection = text("llama-3.1-70b", "lora", "rank", "64");

        assertThat(projection.figure(Measure.TRAINED_WEIGHTS).orElseThrow().value())
                .isCloseTo(828e6, within(1e6));
    }

    /// The difference is the adapters in 32 bits with Prodigy: 24 bytes for each of their weights.
    @Test
    void rankExplainsFluxBetween65And97GB() {
        double high = required(flux("256"));
        double low = required(flux("16"));

        assertThat(high).isCloseTo(97e9, Percentage.withPercentage(10));
        assertThat(low).isCloseTo(65e9, Percentage.withPercentage(15));
        assertThat(high - low).isCloseTo(32e9, Percentage.withPercentage(15));
    }

    @Test
    void checkpointingTradesMemoryForWork() {
        Projection kept = text("llama-3.1-8b", "lora", "checkpointing", "off");
        Projection again = text("llama-3.1-8b", "lora", "checkpointing", "on");

        assertThat(bytes(again, Part.ACTIVATIONS)).isLessThan(bytes(kept, Part.ACTIVATIONS) / 3);
        assertThat(again.figure(Measure.STEP_WORK).orElseThrow().value())
                .isEqualTo(1.5 * kept.figure(Measure.STEP_WORK).orElseThrow().value());
    }

    private static double required(Projection projection) {
        return projection.fullest().required().count();
    }

    private static double bytes(Projection projection, Part part) {
        return projection
                .fullest()
                .item(part)
                .orElseThrow()
                .optional()
                .orElseThrow()
                .bytes()
                .count();
    }

    private static Projection flux(String rank) {
        return answer(
                Trial.Kind.TRAINING,
                "machine",
                "dgx-spark",
                "model",
                "flux.1-dev",
                "method",
                "lora",
                "rank",
                rank,
                "targets",
                "all",
                "precision",
                "f32",
                "optimiser",
                "prodigy",
                "checkpointing",
                "off");
    }

    private static Projection text(String model, String method, String name, String value) {
        return answer(Trial.Kind.TRAINING, "machine", "dgx-spark", "model", model, "method", method, name, value);
    }
}
