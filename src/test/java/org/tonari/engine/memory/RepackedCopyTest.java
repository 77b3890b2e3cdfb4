package org.tonari.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.ShippedScenarios;
import org.tonari.units.Bytes;

class RepackedCopyTest {
    @Test
    void aSmallLlamasCopyIsWhatItsLogSays() {
        // 12 layers · (2 · 1024² + 2 · 1024 · 256 + 3 · 1024 · 4096) in 18 bytes for 32: "CPU_REPACK 97.9 MiB"
        var q40 = ShippedScenarios.CATALOGUE.weights("q4_0").optional().orElseThrow();
        Bytes copy = RepackedCopy.of(WeightBytes.of(DryModels.of("llama-260m"), q40));

        assertThat(copy.magnitude() / Bytes.PER_MIB).isCloseTo(97.9, within(0.05));
    }

    @Test
    void theCopyWidensTheRangeUpwardsOnAProcessorOnly() {
        Scenario processor = ShippedScenarios.of("self-built-ddr5-192", "llama-3.1-8b", "q4_0");
        Scenario mac = ShippedScenarios.of("mac-mini-m4-pro-64", "llama-3.1-8b", "q4_0");

        assertThat(above(processor)).isGreaterThan(Bytes.ofGiB(3));
        assertThat(above(mac)).isLessThan(Bytes.ofGiB(1));
    }

    @Test
    void eightBitsAreNotRepacked() {
        assertThat(above(ShippedScenarios.of("self-built-ddr5-192", "llama-3.1-8b", "q8_0")))
                .isLessThan(Bytes.ofGiB(1));
    }

    private static Bytes above(Scenario scenario) {
        MemoryStack stack = MemoryStacks.of(scenario);
        return stack.requiredHigh().minus(stack.required().bytes());
    }
}
