package org.tonari.chart.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonari.chart.EvenRuler;

class ColumnHeadingTest {
    private static final List<String> SPILLS = List.of("spills to host  ✓", "spills  ✓", "spills");

    private final ColumnHeading heading = new ColumnHeading(new EvenRuler());

    @Test
    void aVerdictIsSaidInFewerWordsBeforeItIsCut() {
        assertThat(heading.verdict(SPILLS, 140)).isEqualTo("spills to host  ✓");
        assertThat(heading.verdict(SPILLS, 78)).isEqualTo("spills  ✓");
        assertThat(heading.verdict(SPILLS, 62)).isEqualTo("spills");
        assertThat(heading.verdict(SPILLS, 50)).endsWith("…");
    }
}
