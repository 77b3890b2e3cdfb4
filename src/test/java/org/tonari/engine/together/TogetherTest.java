package org.tonari.engine.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tonari.engine.Questions.answer;

import org.junit.jupiter.api.Test;
import org.tonari.domain.answer.Projection;
import org.tonari.domain.answer.Projection.Measure;
import org.tonari.domain.evidence.Trial;

class TogetherTest {

    @Test
    void theArticlesThreeAgentsTake89To110GB() {
        Projection projection = answer(Trial.Kind.TOGETHER, "machine", "dgx-spark");

        assertThat(projection.fullest().required().count() / 1e9).isBetween(89.0, 110.0);
        assertThat(projection.verdict().fits()).isTrue();
    }

    @Test
    void modelsThatRunAtOnceShareTheBandwidthEvenly() {
        double alone = rate("qwen3-8b:q8_0");
        double shared = rate("qwen3-8b:q8_0,qwen3-8b:q8_0");

        assertThat(shared).isCloseTo(alone / 2, within(1e-9));
    }

    private static double rate(String models) {
        return answer(Trial.Kind.TOGETHER, "machine", "dgx-spark", "models", models)
                .figure(Measure.DECODE)
                .orElseThrow()
                .value();
    }

    @Test
    void aSetThatIsTooLargeSaysSo() {
        Projection projection =
                answer(Trial.Kind.TOGETHER, "machine", "mac-mini-m4-pro-64", "models", "gpt-oss-120b,qwen3-8b:q8_0");

        assertThat(projection.verdict().runs()).isFalse();
    }
}
