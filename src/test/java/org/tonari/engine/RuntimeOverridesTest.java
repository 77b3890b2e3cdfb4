package org.tonari.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.runtime.InferenceRuntime.Allocation;
import org.tonari.domain.runtime.InferenceRuntime.Allocation.Cells;
import org.tonari.domain.runtime.InferenceRuntime.Allocation.GrowingSteps;
import org.tonari.domain.runtime.InferenceRuntime.Allocation.OllamaSlots;
import org.tonari.domain.runtime.InferenceRuntime.Allocation.PagedShareOfFree;
import org.tonari.domain.runtime.InferenceRuntime.Allocation.PagedShareOfTotal;
import org.tonari.domain.runtime.InferenceRuntime.Allocation.SchedulingStep;
import org.tonari.domain.runtime.InferenceRuntime.Allocation.StaticShare;
import org.tonari.domain.runtime.InferenceRuntime.Allocation.StaticShare.Share;
import org.tonari.explain.Sourced;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;

/// Each setting changes what it names in the runtime's own layout, and leaves the rest alone.
class RuntimeOverridesTest {
    private static final List<SchedulingStep> STEPS = List.of(
            new SchedulingStep(new Bytes(100), new Tokens(64), 8), new SchedulingStep(Bytes.ZERO, new Tokens(32), 4));
    private static final List<SchedulingStep> STEPS_OF_TWO = List.of(
            new SchedulingStep(new Bytes(100), new Tokens(2), 8), new SchedulingStep(Bytes.ZERO, new Tokens(2), 4));
    private static final List<SchedulingStep> TWO_SEQUENCES = List.of(
            new SchedulingStep(new Bytes(100), new Tokens(64), 2), new SchedulingStep(Bytes.ZERO, new Tokens(32), 2));

    private static final Tokens BLOCK = new Tokens(16);
    private static final Cells CELLS = new Cells(BLOCK, new Bytes(9));
    private static final OllamaSlots SLOTS = new OllamaSlots(BLOCK, new Bytes(9));
    private static final GrowingSteps GROWING = new GrowingSteps(BLOCK, new Tokens(9));
    private static final PagedShareOfTotal TOTAL = new PagedShareOfTotal(BLOCK, STEPS, new Bytes(9), 0.9);
    private static final StaticShare STATIC = new StaticShare(BLOCK, STEPS, new Share.ByDevice());
    private static final PagedShareOfFree FREE = new PagedShareOfFree(BLOCK, new Tokens(9), 0.9);

    static Stream<Arguments> settings() {
        return Stream.of(
                Arguments.of(CELLS, "margin", 2, new Cells(BLOCK, new Bytes(2))),
                Arguments.of(SLOTS, "margin", 2, new OllamaSlots(BLOCK, new Bytes(2))),
                Arguments.of(GROWING, "prefill_step", 2, new GrowingSteps(BLOCK, new Tokens(2))),
                Arguments.of(TOTAL, "gpu_memory_utilization", 0.5, TOTAL.withShare(0.5)),
                Arguments.of(
                        TOTAL,
                        "max_num_batched_tokens",
                        2,
                        new PagedShareOfTotal(BLOCK, STEPS_OF_TWO, new Bytes(9), 0.9)),
                Arguments.of(TOTAL, "max_num_seqs", 2, new PagedShareOfTotal(BLOCK, TWO_SEQUENCES, new Bytes(9), 0.9)),
                Arguments.of(TOTAL, "graphs", 2, new PagedShareOfTotal(BLOCK, STEPS, new Bytes(2), 0.9)),
                Arguments.of(STATIC, "mem_fraction_static", 0.5, new StaticShare(BLOCK, STEPS, new Share.Fixed(0.5))),
                Arguments.of(
                        STATIC,
                        "max_num_batched_tokens",
                        2,
                        new StaticShare(BLOCK, STEPS_OF_TWO, new Share.ByDevice())),
                Arguments.of(STATIC, "max_num_seqs", 2, new StaticShare(BLOCK, TWO_SEQUENCES, new Share.ByDevice())),
                Arguments.of(FREE, "free_fraction", 0.5, new PagedShareOfFree(BLOCK, new Tokens(9), 0.5)),
                Arguments.of(FREE, "max_num_batched_tokens", 2, new PagedShareOfFree(BLOCK, new Tokens(2), 0.9)));
    }

    @ParameterizedTest(name = "{1} = {2} of {0}")
    @MethodSource("settings")
    void aSettingChangesWhatItNames(Allocation before, String setting, double value, Allocation after) {
        InferenceRuntime runtime = runtime(before);
        String path = "runtime." + setting;

        assertThat(RuntimeOverrides.paths(runtime)).contains(path);
        assertThat(RuntimeOverrides.applied(runtime, path, value)).isEqualTo(runtime.withAllocation(after));
    }

    static Stream<Arguments> own() {
        return Stream.of(
                Arguments.of(CELLS, List.of("runtime.margin", "runtime.prompt_cache")),
                Arguments.of(SLOTS, List.of("runtime.margin", "runtime.prompt_cache")),
                Arguments.of(GROWING, List.of("runtime.prefill_step")),
                Arguments.of(
                        TOTAL,
                        List.of(
                                "runtime.gpu_memory_utilization",
                                "runtime.max_num_batched_tokens",
                                "runtime.max_num_seqs",
                                "runtime.graphs")),
                Arguments.of(
                        STATIC,
                        List.of(
                                "runtime.mem_fraction_static",
                                "runtime.max_num_batched_tokens",
                                "runtime.max_num_seqs")),
                Arguments.of(FREE, List.of("runtime.free_fraction", "runtime.max_num_batched_tokens")));
    }

    @ParameterizedTest
    @MethodSource("own")
    void eachLayoutHasItsOwnSettingsBesideThoseOfAll(Allocation allocation, List<String> own) {
        List<String> paths = RuntimeOverrides.paths(runtime(allocation));

        assertThat(paths).hasSize(4 + own.size()).containsAll(own).contains("runtime.overhead", "runtime.uncertainty");
    }

    @Test
    void overheadIsSetForEveryBackEnd() {
        InferenceRuntime runtime = runtime(CELLS);

        assertThat(RuntimeOverrides.applied(runtime, "runtime.overhead", 7).overhead())
                .hasSize(runtime.backends().size())
                .allSatisfy((_, bytes) -> assertThat(bytes).isEqualTo(Sourced.known(new Bytes(7), Overrides.YOURS)));
    }

    @Test
    void uncertaintyIsWholeBytesRoundedUp() {
        assertThat(RuntimeOverrides.applied(runtime(CELLS), "runtime.uncertainty", 6.2)
                        .uncertainty())
                .isEqualTo(new Bytes(7));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1.5, 2147483648.0})
    void aNumberOfTokensIsWholeAndAtLeastOne(double value) {
        for (Allocation allocation : List.of(GROWING, TOTAL, STATIC, FREE)) {
            String path =
                    allocation instanceof GrowingSteps ? "runtime.prefill_step" : "runtime.max_num_batched_tokens";

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RuntimeOverrides.applied(runtime(allocation), path, value))
                    .withMessageContaining("a whole number of at least 1");
        }
    }

    @Test
    void theSmallestAndTheLargestNumberOfTokensAreTaken() {
        for (double value : List.of(1.0, (double) Integer.MAX_VALUE)) {
            assertThat(RuntimeOverrides.applied(runtime(GROWING), "runtime.prefill_step", value)
                            .allocation())
                    .isEqualTo(new GrowingSteps(BLOCK, new Tokens((long) value)));
        }
    }

    @ParameterizedTest(name = "{0} = {1} is taken, {2} is not")
    @CsvSource({"runtime.drafted_tokens, 64, 65", "runtime.accepted_share, 1, 1.01"})
    void draftsHaveTheirBounds(String setting, double taken, double refused) {
        String path = RuntimeOverrides.paths(runtime(CELLS)).get(setting.contains("drafted") ? 2 : 3);
        InferenceRuntime runtime = runtime(CELLS);

        assertThat(RuntimeOverrides.applied(runtime, path, taken)).isEqualTo(runtime);
        assertThatIllegalArgumentException().isThrownBy(() -> RuntimeOverrides.applied(runtime, path, refused));
    }

    @Test
    void aPromptCacheIsKeptWithTheScenarioNotTheRuntime() {
        InferenceRuntime runtime = runtime(CELLS);

        assertThat(RuntimeOverrides.applied(runtime, "runtime.prompt_cache", 5)).isEqualTo(runtime);
    }

    private static InferenceRuntime runtime(Allocation allocation) {
        return ShippedScenarios.CATALOGUE
                .runtime("llama.cpp")
                .optional()
                .orElseThrow()
                .withAllocation(allocation);
    }
}
