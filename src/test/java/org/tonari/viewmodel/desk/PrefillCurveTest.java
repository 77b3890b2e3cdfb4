package org.tonari.viewmodel.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrefillCurveTest {
    private final Desk desk = new Desk();

    @Test
    void theCurveOfReadingPromptsBeginsWherePromptsDo() {
        assertThat(firstContext(SpeedMeasure.PREFILL)).isEqualTo(ContextScale.FIRST);
        assertThat(firstContext(SpeedMeasure.FIRST_TOKEN)).isEqualTo(1);
        assertThat(firstContext(SpeedMeasure.DECODE)).isEqualTo(1);
    }

    private long firstContext(SpeedMeasure measure) {
        desk.root.measureProperty().set(measure);
        desk.pulse.tick();
        return desk.root
                .getResults()
                .columns()
                .getFirst()
                .curve()
                .getFirst()
                .context()
                .count();
    }
}
