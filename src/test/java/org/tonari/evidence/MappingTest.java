package org.tonari.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tonari.engine.ShippedScenarios;

class MappingTest {
    private static final Mapping MAPPING = Mapping.of(ShippedScenarios.CATALOGUE);

    @Test
    void mostPublishedRowsAreMappedToProfiles() {
        assertThat(MAPPING.rows())
                .isEqualTo(ShippedScenarios.CATALOGUE.measurements().size());
        assertThat(MAPPING.mapped()).isGreaterThan(1_250);
        assertThat(MAPPING.decode()).isGreaterThan(730);
        assertThat(MAPPING.prefill()).isGreaterThan(400);
    }

    @Test
    void everyRowThatCalibratesNothingHasAReason() {
        int reasoned = MAPPING.leftOut().stream().mapToInt(Mapping.Reason::rows).sum();

        assertThat(MAPPING.leftOut()).noneMatch(reason -> reason.says().isEmpty());
        assertThat(reasoned).isLessThanOrEqualTo(MAPPING.rows());
    }
}
