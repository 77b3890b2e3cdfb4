package org.tonari.domain.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.runtime.RuntimeChoice;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.ShippedScenarios;
import org.tonari.units.Tokens;
import org.tonari.units.TokensPerSecond;

/// Every column of a comparison as the scenario it stands for.
public class ComparisonTest {
    private static final Machine SPARK =
            ShippedScenarios.of("dgx-spark", "gpt-oss-120b", "mxfp4").machine();
    private static final InferenceRuntime VLLM =
            ShippedScenarios.CATALOGUE.runtime("vllm").optional().orElseThrow();

    @Test
    void aColumnsOwnRuntimeTakesThePlaceOfThatOfAllAndStandsInItsName() {
        Comparison beside = beside();
        List<Machine> machines = beside.machines();

        assertThat(machines).extracting(Machine::shortName).containsExactly("DGX Spark", "DGX Spark, " + VLLM.name());
        assertThat(beside.on(machines.get(0)).runtime().id()).isEqualTo("llama.cpp");
        assertThat(beside.on(machines.get(1)).runtime()).isEqualTo(VLLM);
        assertThat(beside.setup().runtime().runtime().id()).isEqualTo("llama.cpp");
    }

    @Test
    void aColumnMayStoreItsWeightsOtherwise() {
        WeightFormat bf16 =
                ShippedScenarios.CATALOGUE.weights("mxfp4-bf16").optional().orElseThrow();
        Comparison comparison = beside().withCandidates(
                        all -> all.changed(SPARK.copied(2).id(), one -> one.withWeights(Optional.of(bf16))));
        Machine other = comparison.machines().get(1);

        assertThat(other.shortName()).isEqualTo("DGX Spark, " + VLLM.name());
        assertThat(comparison.on(other).weights()).isEqualTo(bf16);
        assertThat(comparison.on(comparison.machines().getFirst()).weights().id())
                .isEqualTo("mxfp4");
    }

    @Test
    void aSpeedMeasuredOnAColumnCountsUnderTheRuntimeOfThatColumn() {
        Comparison beside = beside();
        Machine other = beside.machines().get(1);

        Comparison measured = beside.withMeasurement(other.id(), new Tokens(1_024), new TokensPerSecond(30));

        assertThat(measured.on(other).anchors()).hasSize(1);
        assertThat(measured.on(beside.machines().getFirst()).anchors()).isEmpty();
        assertThat(measured.withoutMeasurement(other.id()).setup()).isEqualTo(beside.setup());
    }

    /// @return a comparison of two machines, the second by a runtime of its own
    public static Comparison beside() {
        Scenario scenario = ShippedScenarios.of("dgx-spark", "gpt-oss-120b", "mxfp4");
        var setup = new Setup(
                scenario.model(),
                scenario.weights(),
                scenario.keys(),
                scenario.values(),
                new RuntimeChoice.Automatic(scenario.runtime()),
                scenario.workload(),
                Map.of(),
                Map.of());
        return Comparison.of(List.of(SPARK), setup, Optional.empty())
                .withCandidates(all -> all.with(SPARK, SPARK.id()))
                .withCandidates(all -> all.changed(SPARK.copied(2).id(), one -> one.withRuntime(Optional.of(VLLM))));
    }
}
