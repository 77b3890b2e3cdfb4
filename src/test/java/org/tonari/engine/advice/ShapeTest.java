package org.tonari.engine.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tonari.domain.machine.Machine;
import org.tonari.engine.Bench;
import org.tonari.explain.Answer;
import org.tonari.explain.Sourced;

class ShapeTest {

    @Test
    void numbersAreReadOutOfWords() {
        Shape shape =
                shape(Asked.facts("tower", "about 200 × 150.5 × 100 mm (feet left out)", "from 1.5 kg", "38 dBA"));

        assertThat(number(shape.volume())).isEqualTo(200 * 150.5 * 100 / 1e6);
        assertThat(number(shape.weight())).isEqualTo(1.5);
        assertThat(number(shape.noise())).isEqualTo(38);
        assertThat(number(shape.form("tower"))).isEqualTo(1);
        assertThat(number(shape.form("laptop"))).isZero();
    }

    @Test
    void decibelsNeedNotBeWeighted() {
        assertThat(number(shape(Asked.facts("", "", "", "40.5 dB")).noise())).isEqualTo(40.5);
    }

    @Test
    void wordsWithoutANumberAreQuoted() {
        Shape shape = shape(Asked.facts("tower", "small", "light", "quiet"));

        assertThat(reason(shape.weight())).isEqualTo("the profile says \"light\", not a number");
        assertThat(reason(shape.noise())).isEqualTo("the profile says \"quiet\", not a number");
        assertThat(reason(shape.volume())).isEqualTo("no source read so far states it");
    }

    @Test
    void aReasonForSilenceIsPassedOn() {
        Shape shape = shape(Map.of("weight", Sourced.unknown("machine.facts.weight", "not weighed yet")));

        assertThat(reason(shape.weight())).isEqualTo("not weighed yet");
        assertThat(reason(shape.form("laptop"))).isEqualTo("no source read so far states it");
    }

    private static Shape shape(Map<String, Sourced<String>> facts) {
        Machine plain = Asked.MACHINE;
        return new Shape(Bench.described(plain, plain.power(), List.of(), facts));
    }

    private static double number(Answer answer) {
        return answer.optional().orElseThrow().value().magnitude();
    }

    private static String reason(Answer answer) {
        return ((Answer.Unknown) answer).fact().reason().english();
    }
}
