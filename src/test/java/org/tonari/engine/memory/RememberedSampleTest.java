package org.tonari.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload;
import org.tonari.domain.scenario.Workload.Toggle;
import org.tonari.engine.memory.compute.ComputeBuffer;
import org.tonari.engine.memory.compute.Replays;
import org.tonari.units.Tokens;

/// A remembered buffer is a replay's own at a few lengths that lie just inside and outside of one another's stretches.
class RememberedSampleTest {
    private static final long[] LENGTHS = {4_096, 256, 1, 4_352, 8_192, 3_840, 300, 65_536, 131_072, 60_000};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "llama-260m",
                "llama-3.1-8b-like",
                "gemma3-27b-like",
                "qwen3-30b-a3b-like",
                "deepseek-v3-like",
                "gpt-oss-120b-like"
            })
    void aBufferIsTheSameRememberedAndFresh(String model) {
        var replays = new Replays();
        Scenario scenario = DryScenarios.of(DryModels.of(model));
        for (long length : LENGTHS) {
            Workload plain = scenario.workload().withContext(new Tokens(length));
            for (Workload workload : new Workload[] {plain, plain.withFlashAttention(Toggle.OFF)}) {
                Scenario asked = scenario.withWorkload(workload);

                assertThat(ComputeBuffer.size(asked, replays))
                        .as("%s at %s", model, length)
                        .isEqualTo(ComputeBuffer.size(asked));
            }
        }
    }
}
