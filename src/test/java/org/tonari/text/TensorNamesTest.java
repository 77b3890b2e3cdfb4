package org.tonari.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonari.engine.memory.compute.TensorName;

class TensorNamesTest {
    @ParameterizedTest
    @EnumSource(TensorName.class)
    void everyTensorOfAPeakHasAName(TensorName tensor) {
        assertThat(Messages.in(Language.ENGLISH).keys()).contains("term." + tensor.id());
    }
}
