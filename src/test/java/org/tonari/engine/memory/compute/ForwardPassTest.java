package org.tonari.engine.memory.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.scenario.Workload.Toggle;
import org.tonari.engine.Bench;
import org.tonari.engine.ShippedScenarios;

/// A remembered pass stands for another only where everything about them is the same.
class ForwardPassTest {
    private static final LanguageModel MODEL = Bench.model(Bench.layer(1, 8));
    private static final CachePacking F16 = packing("f16");
    private static final CachePacking Q8 = packing("q8_0");

    private static final ForwardPass PASS = pass(MODEL, 512, 4, 8, 2, Optional.of(64L), Toggle.ON, F16, F16);

    static Stream<ForwardPass> others() {
        return Stream.of(
                pass(Bench.model(Bench.layer(1, 8)), 512, 4, 8, 2, Optional.of(64L), Toggle.ON, F16, F16),
                pass(MODEL, 256, 4, 8, 2, Optional.of(64L), Toggle.ON, F16, F16),
                pass(MODEL, 512, 2, 8, 2, Optional.of(64L), Toggle.ON, F16, F16),
                pass(MODEL, 512, 4, 4, 2, Optional.of(64L), Toggle.ON, F16, F16),
                pass(MODEL, 512, 4, 8, 1, Optional.of(64L), Toggle.ON, F16, F16),
                pass(MODEL, 512, 4, 8, 2, Optional.empty(), Toggle.ON, F16, F16),
                pass(MODEL, 512, 4, 8, 2, Optional.of(64L), Toggle.OFF, F16, F16),
                pass(MODEL, 512, 4, 8, 2, Optional.of(64L), Toggle.ON, Q8, F16),
                pass(MODEL, 512, 4, 8, 2, Optional.of(64L), Toggle.ON, F16, Q8));
    }

    @ParameterizedTest
    @MethodSource("others")
    void aPassThatDiffersInOneThingIsAnother(ForwardPass other) {
        assertThat(other).isNotEqualTo(PASS);
        assertThat(PASS).isNotEqualTo(other);
    }

    @Test
    void aPassThatDiffersInNothingIsTheSame() {
        ForwardPass same = pass(MODEL, 512, 4, 8, 2, Optional.of(64L), Toggle.ON, packing("f16"), packing("f16"));

        assertThat(same).isEqualTo(PASS).hasSameHashCodeAs(PASS);
        assertThat(PASS).isNotEqualTo("a pass");
    }

    /// Else every question would be looked for among all others.
    @Test
    void passesAreToldApartByMoreThanTheirModel() {
        List<Integer> hashes = others().map(ForwardPass::hashCode).distinct().toList();

        assertThat(hashes).hasSizeGreaterThan(6);
    }

    private static CachePacking packing(String cache) {
        return CachePacking.of(
                ShippedScenarios.CATALOGUE.cache(cache).optional().orElseThrow());
    }

    private static ForwardPass pass(
            LanguageModel model,
            long tokens,
            long sequences,
            long outputs,
            long streams,
            Optional<Long> window,
            Toggle fused,
            CachePacking keys,
            CachePacking values) {
        return new ForwardPass(
                model, Families.of("llama"), tokens, sequences, outputs, streams, window, fused, keys, values);
    }
}
