package org.tonari.engine.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tonari.domain.answer.Roofline;
import org.tonari.domain.answer.Roofline.Activity;
import org.tonari.domain.answer.Roofline.Counting;
import org.tonari.domain.answer.Roofline.Point;
import org.tonari.engine.Estimator;
import org.tonari.engine.Estimator.Alternatives;
import org.tonari.engine.ShippedScenarios;
import org.tonari.explain.Answer;

class ReachesTest {
    private static final Estimator ESTIMATOR = new Estimator(
            ShippedScenarios.CATALOGUE.calibration(), Alternatives.NONE, ShippedScenarios.CATALOGUE.compatibilities());

    @Test
    void theStickerIsTheHighestAdvertisedPeak() {
        Roofline reach = reach("dgx-spark", "gpt-oss-120b", "mxfp4");

        // 1 PFLOPS FP4 with 2:4 sparsity
        assertThat(value(reach.headline())).isEqualTo(1e15);
        assertThat(reach.stickers().getFirst().counting()).isEqualTo(Counting.SPARSE);
    }

    @Test
    void nativeFp4UsesTheFp4RoofAndPackedIntegersThe16BitOne() {
        assertThat(value(reach("dgx-spark", "gpt-oss-120b", "mxfp4").roof())).isEqualTo(475e12);
        assertThat(value(reach("dgx-spark", "llama-3.1-8b", "q4_k_m").roof())).isEqualTo(119e12);
    }

    @Test
    void decodingOneSequenceIsBoundByBandwidthAndReachesLessThanAThousandthOfTheSticker() {
        Roofline reach = reach("dgx-spark", "llama-3.1-8b", "bf16");
        Point decode = point(reach, Activity.DECODE);

        // weights: 16.1 GFLOP on 16.1 GB; attention over 32,768 tokens: 17.2 GFLOP on 4.3 GB of keys and values
        assertThat(value(decode.intensity())).isCloseTo((16.1 + 17.2) / (16.1 + 4.3), within(0.05));
        assertThat(value(decode.attainable())).isCloseTo(value(decode.intensity()) * 273e9, within(1.0));
        assertThat(value(decode.share())).isLessThan(0.001);
    }

    @Test
    void intensityGrowsFromOneSequenceToABatchToAPrompt() {
        Roofline reach = reach("mac-studio-m3-ultra-512", "llama-3.1-8b", "q8_0");

        double one = value(point(reach, Activity.DECODE).intensity());
        double several = value(point(reach, Activity.BATCH).intensity());
        double prompt = value(point(reach, Activity.PREFILL).intensity());

        assertThat(several).isGreaterThan(2 * one);
        assertThat(prompt).isGreaterThan(5 * several);
    }

    @Test
    void whatIsReachedStaysBelowWhatIsAttainable() {
        for (String machine : new String[] {"dgx-spark", "mac-studio-m3-ultra-512", "rtx-4090-24"}) {
            for (Point point : reach(machine, "llama-3.1-8b", "q4_k_m").points()) {
                if (point.reached().optional().isEmpty()) {
                    continue;
                }
                assertThat(value(point.reached()))
                        .as(machine + " " + point.activity())
                        .isLessThanOrEqualTo(value(point.attainable()) * 1.0001);
            }
        }
    }

    @Test
    void aMachineWithoutAPeakSaysSo() {
        Roofline reach = reach("snapdragon-x-elite-64", "llama-3.1-8b", "q4_k_m");

        for (Point point : reach.points()) {
            if (point.share() instanceof Answer.Unknown(var fact)) {
                assertThat(fact.reason().english()).isNotBlank();
            }
        }
    }

    private static Roofline reach(String machine, String model, String weights) {
        return Reaches.of(ESTIMATOR, ShippedScenarios.of(machine, model, weights));
    }

    private static Point point(Roofline reach, Activity activity) {
        return reach.points().stream()
                .filter(point -> point.activity() == activity)
                .findFirst()
                .orElseThrow();
    }

    private static double value(Answer answer) {
        return answer.optional().orElseThrow().value().magnitude();
    }
}
