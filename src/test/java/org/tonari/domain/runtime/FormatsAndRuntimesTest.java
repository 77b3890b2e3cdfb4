package org.tonari.domain.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonari.domain.Parts.changed;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.domain.Parts;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.domain.model.TensorRole;
import org.tonari.domain.question.Linking.Parallelism;
import org.tonari.domain.question.TrainingPlan;
import org.tonari.domain.runtime.InferenceRuntime.Allocation;
import org.tonari.domain.runtime.InferenceRuntime.Allocation.PagedShareOfFree;
import org.tonari.domain.runtime.InferenceRuntime.Allocation.PagedShareOfTotal;
import org.tonari.domain.runtime.InferenceRuntime.Allocation.SchedulingStep;
import org.tonari.domain.runtime.InferenceRuntime.Allocation.StaticShare;
import org.tonari.domain.runtime.WeightFormat.LayerSelection;
import org.tonari.domain.runtime.WeightFormat.ModelCondition;
import org.tonari.domain.runtime.WeightFormat.Rule;
import org.tonari.engine.ShippedScenarios;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;

/// How numbers are packed, and how runtimes lay out memory.
class FormatsAndRuntimesTest {
    private static final Source SOURCE = Source.of(Source.Kind.DERIVED, "a test");
    private static final BlockFormat Q8_0 = new BlockFormat("q8_0", 32, 34);
    private static final SchedulingStep LARGE = new SchedulingStep(new Bytes(100), new Tokens(8_192), 1_024);
    private static final SchedulingStep SMALL = new SchedulingStep(new Bytes(50), new Tokens(2_048), 256);
    private static final PagedShareOfTotal OF_TOTAL =
            new PagedShareOfTotal(new Tokens(16), List.of(LARGE, SMALL), new Bytes(7), 0.9);
    private static final StaticShare STATIC =
            new StaticShare(new Tokens(1), List.of(LARGE, SMALL), new StaticShare.Share.ByDevice());
    private static final PagedShareOfFree OF_FREE = new PagedShareOfFree(new Tokens(64), new Tokens(8_192), 0.8);

    private static InferenceRuntime runtime(String id) {
        return ShippedScenarios.CATALOGUE.runtime(id).optional().orElseThrow();
    }

    private static MemoryPool device(long bytes) {
        return ShippedScenarios.of("dgx-spark", "llama-3.1-8b", "q8_0")
                .machine()
                .primaryPool()
                .withCapacity(Sourced.known(new Bytes(bytes), SOURCE));
    }

    @Test
    void aRowIsPackedInWholeBlocks() {
        assertThat(Q8_0.fits(64)).isTrue();
        assertThat(Q8_0.fits(65)).isFalse();
        assertThat(Q8_0.row(64)).isEqualTo(new Bytes(68));
        assertThat(Q8_0.row(65)).isEqualTo(new Bytes(102));
        assertThat(Q8_0.bitsPerElement()).isEqualTo(8.5);
    }

    @Test
    void aRuleSpeaksOfItsRolesOrOfAll() {
        var all = new Rule(Set.of(), LayerSelection.ALL, ModelCondition.ANY, Q8_0);
        Rule some = Parts.with(all, "roles", Set.of(TensorRole.OUTPUT_HEAD));

        assertThat(all.isAbout(TensorRole.ROUTER)).isTrue();
        assertThat(some.isAbout(TensorRole.OUTPUT_HEAD)).isTrue();
        assertThat(some.isAbout(TensorRole.ROUTER)).isFalse();
        assertThat(all.holdsAlways()).isTrue();
        assertThat(some.holdsAlways()).isFalse();
        assertThat(Parts.with(all, "layers", LayerSelection.FIRST_TWO).holdsAlways())
                .isFalse();
        assertThat(Parts.with(all, "condition", ModelCondition.TIED_HEAD).holdsAlways())
                .isFalse();
    }

    @Test
    void aRuntimeReadsItsContainersOnly() {
        WeightFormat gguf =
                ShippedScenarios.CATALOGUE.weights("q8_0").optional().orElseThrow();

        assertThat(gguf.isReadBy(runtime("llama.cpp"))).isTrue();
        assertThat(gguf.isReadBy(
                        Parts.with(runtime("llama.cpp"), "containers", List.of(WeightFormat.Container.SAFETENSORS))))
                .isFalse();
    }

    @Test
    void cachesAreQuantisedOrNot() {
        CacheFormat f16 = ShippedScenarios.CATALOGUE.cache("f16").optional().orElseThrow();

        assertThat(f16.isQuantised()).isFalse();
        assertThat(Parts.with(f16, "precision", CacheFormat.Precision.QUANTISED).isQuantised())
                .isTrue();
    }

    @ParameterizedTest(name = "on {0} bytes {1} tokens at once")
    @CsvSource({"100, 8192", "99, 2048", "50, 2048", "49, 2048"})
    void aDeviceSchedulesByTheFirstStepItIsLargeEnoughFor(long bytes, long tokens) {
        assertThat(OF_TOTAL.stepOn(device(bytes)).batchedTokens()).isEqualTo(new Tokens(tokens));
        assertThat(STATIC.stepOn(device(bytes)).batchedTokens()).isEqualTo(new Tokens(tokens));
    }

    @Test
    void aDeviceOfUnknownSizeSchedulesByTheLastStep() {
        MemoryPool unknown = device(1_000).withCapacity(Sourced.unknown("capacity", "a test"));

        assertThat(OF_TOTAL.stepOn(unknown)).isEqualTo(SMALL);
    }

    @Test
    void anAllocationChangesInOnePart() {
        assertThat(OF_TOTAL.withShare(0.5)).isEqualTo(Parts.with(OF_TOTAL, "memoryUtilization", 0.5));
        assertThat(STATIC.withShare(0.5)).isEqualTo(Parts.with(STATIC, "share", new StaticShare.Share.Fixed(0.5)));
        assertThat(OF_FREE.withShare(0.5)).isEqualTo(Parts.with(OF_FREE, "freeFraction", 0.5));
        var steps = List.of(
                new SchedulingStep(new Bytes(100), new Tokens(5), 1_024),
                new SchedulingStep(new Bytes(50), new Tokens(5), 256));
        assertThat(OF_TOTAL.withBatchedTokens(new Tokens(5))).isEqualTo(Parts.with(OF_TOTAL, "steps", steps));
        assertThat(STATIC.withBatchedTokens(new Tokens(5))).isEqualTo(Parts.with(STATIC, "steps", steps));
        assertThat(OF_FREE.withBatchedTokens(new Tokens(5)))
                .isEqualTo(Parts.with(OF_FREE, "batchedTokens", new Tokens(5)));
    }

    @Test
    void aRuntimeChangesInOnePart() {
        InferenceRuntime vllm = runtime("vllm");

        assertThat(changed(vllm, vllm.withAllocation(OF_FREE))).containsExactly("allocation");
        assertThat(changed(vllm, vllm.withUncertainty(new Bytes(1)))).containsExactly("uncertainty");
        assertThat(changed(vllm, vllm.withOverhead(Map.of("base", Sourced.known(new Bytes(1), SOURCE)))))
                .containsExactly("overhead");
    }

    @Test
    void runtimesThatFillCellsLinkMachinesAsAPipeline() {
        InferenceRuntime any = runtime("llama.cpp");

        assertThat(usual(any, new Allocation.Cells(new Tokens(1), Bytes.ZERO))).isEqualTo(Parallelism.PIPELINE);
        assertThat(usual(any, new Allocation.OllamaSlots(new Tokens(1), Bytes.ZERO)))
                .isEqualTo(Parallelism.PIPELINE);
        assertThat(usual(any, OF_TOTAL)).isEqualTo(Parallelism.TENSOR);
        assertThat(usual(any, STATIC)).isEqualTo(Parallelism.TENSOR);
        assertThat(usual(any, OF_FREE)).isEqualTo(Parallelism.TENSOR);
        assertThat(usual(any, new Allocation.GrowingSteps(new Tokens(1), new Tokens(1))))
                .isEqualTo(Parallelism.TENSOR);
    }

    private static Parallelism usual(InferenceRuntime runtime, Allocation allocation) {
        return Parallelism.usual(runtime.withAllocation(allocation));
    }

    @Test
    void onlyTheMatricesOfExpertsAreRouted() {
        assertThat(TensorRole.values())
                .filteredOn(TensorRole::isRoutedExpert)
                .containsExactly(TensorRole.EXPERT_GATE, TensorRole.EXPERT_UP, TensorRole.EXPERT_DOWN);
    }

    @Test
    void optimisersKeepTwoFourOrNoNumbersAWeight() {
        assertThat(TrainingPlan.Optimiser.values())
                .extracting(TrainingPlan.Optimiser::states)
                .containsExactly(2, 2, 4, 0);
    }
}
