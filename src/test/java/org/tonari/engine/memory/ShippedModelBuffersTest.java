package org.tonari.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload;
import org.tonari.domain.scenario.Workload.Outputs;
import org.tonari.domain.scenario.Workload.Toggle;
import org.tonari.engine.memory.compute.ComputeBuffer;
import org.tonari.explain.Answer;
import org.tonari.explain.Term;
import org.tonari.profiles.ShippedModels;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;

/// Every shipped model has a compute buffer under every combination of options, and its tree adds up.
class ShippedModelBuffersTest {
    static List<LanguageModel> models() {
        return ShippedModels.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyShippedModelHasABufferThatIsExplained(LanguageModel model) {
        Scenario scenario = DryScenarios.of(model);
        for (Workload workload : workloads(scenario.workload())) {
            Scenario asked = scenario.withWorkload(workload);

            switch (ComputeBuffer.of(asked)) {
                case Answer.Known(Term term) -> {
                    assertThat(term.bytes()).isEqualTo(ComputeBuffer.size(asked));
                    assertThat(term.bytes()).isGreaterThan(Bytes.ZERO);
                }
                case Answer.Unknown _ ->
                    assertThat(model.groups()).anyMatch(group -> group.attention() instanceof Attention.Undescribed);
            }
        }
    }

    @Test
    void shapesReadFromProfilesAllocateAsThoseBuiltByHand() {
        for (LanguageModel read : ShippedModels.dryAllocations()) {
            LanguageModel built = DryModels.of(read.id());

            assertThat(ComputeBuffer.size(DryScenarios.of(read)))
                    .as(read.id())
                    .isEqualTo(ComputeBuffer.size(DryScenarios.of(built)));
        }
    }

    private static List<Workload> workloads(Workload plain) {
        Workload four = plain.withConcurrency(4).withContext(new Tokens(5_000));
        return List.of(
                plain,
                plain.withFlashAttention(Toggle.OFF),
                plain.withOutputs(Outputs.ALL),
                plain.withUbatch(new Tokens(4_096)),
                plain.withContext(new Tokens(1)),
                four,
                four.withUnifiedCache(Toggle.ON),
                four.withFullWindow(Toggle.ON).withUbatch(new Tokens(3)),
                plain.withConcurrency(Workload.MOST_SEQUENCES));
    }
}
