package org.tonari.view.parts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OnScreenTest {
    @Test
    void whatLiesWithinStays() {
        assertThat(OnScreen.within(100, 500, 0, 800)).isEqualTo(100);
    }

    @Test
    void whatReachesBeyondTheEndMovesBack() {
        assertThat(OnScreen.within(400, 523, 0, 800)).isEqualTo(277);
    }

    @Test
    void whatBeginsBeforeTheScreenOrIsTooLongBeginsWithIt() {
        assertThat(OnScreen.within(-20, 523, 0, 800)).isZero();
        assertThat(OnScreen.within(100, 900, 24, 800)).isEqualTo(24);
    }
}
