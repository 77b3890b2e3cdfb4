package org.tonari.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload;
import org.tonari.domain.scenario.Workload.Outputs;
import org.tonari.domain.scenario.Workload.Toggle;
import org.tonari.engine.memory.compute.ComputeBuffer;
import org.tonari.engine.memory.compute.Replays;
import org.tonari.profiles.ShippedModels;
import org.tonari.units.Tokens;

/// A buffer taken from a replay for another length of the cache is the one a replay of its own gives, tree and all.
class RememberedReplaysTest {
    private static final int LENGTHS = 40;

    static List<LanguageModel> models() {
        return ShippedModels.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aReplayHoldsForEveryLengthItSaysItHoldsFor(LanguageModel model) {
        var random = new Random(model.id().hashCode());
        var replays = new Replays();
        Scenario scenario = DryScenarios.of(model);
        for (int i = 0; i < LENGTHS; i++) {
            for (Workload workload : workloads(scenario.workload(), length(random))) {
                Scenario asked = scenario.withWorkload(workload);

                assertThat(ComputeBuffer.of(asked, replays))
                        .as("%s at %s", model.id(), workload)
                        .isEqualTo(ComputeBuffer.of(asked));
                assertThat(ComputeBuffer.size(asked, replays))
                        .as("size of %s at %s", model.id(), workload)
                        .isEqualTo(ComputeBuffer.size(asked));
            }
        }
    }

    @Test
    void aModelReadFromAFileIsNotTakenForAnotherOfItsName() {
        var replays = new Replays();
        LanguageModel model = ShippedModels.model("llama-3.1-8b");
        Scenario whole = DryScenarios.of(model);
        Scenario part = whole.withModel(model.withLayers(0, 1));

        ComputeBuffer.size(whole, replays);

        assertThat(ComputeBuffer.size(part, replays)).isEqualTo(ComputeBuffer.size(part));
    }

    /// Short ones and long ones alike: 1 to 262,144 tokens.
    private static Tokens length(Random random) {
        return new Tokens(Math.round(Math.pow(2, 18 * random.nextDouble())));
    }

    private static List<Workload> workloads(Workload plain, Tokens length) {
        Workload at = plain.withContext(length);
        return List.of(
                at,
                at.withFlashAttention(Toggle.OFF),
                at.withConcurrency(3).withUbatch(new Tokens(100)),
                at.withConcurrency(4).withUnifiedCache(Toggle.ON).withOutputs(Outputs.ALL),
                at.withFullWindow(Toggle.ON));
    }
}
