package org.tonari.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.scenario.Scenario;
import org.tonari.units.Bytes;

/// Every path that a person may set changes what it names, and no other is taken.
class OverridesTest {
    private static final Estimator ESTIMATOR = ShippedScenarios.estimator();

    static Stream<Arguments> paths() {
        return Stream.of("llama.cpp", "ollama", "mlx", "vllm", "sglang", "tensorrt-llm")
                .flatMap(runtime -> Overrides.paths(scenario("dgx-spark", runtime)).stream()
                        .map(path -> Arguments.of(runtime, path)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("paths")
    void aPathThatIsListedIsTaken(String runtime, String path) {
        Scenario scenario = scenario("dgx-spark", runtime).withOverride(path, path.contains("share") ? 0.5 : 1);

        assertThat(ESTIMATOR.estimate(scenario).memory().pools()).isNotEmpty();
    }

    @Test
    void anUnknownPathIsAnsweredWithThoseThereAre() {
        Scenario scenario = scenario("dgx-spark", "llama.cpp").withOverride("machine.memory.colour", 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ESTIMATOR.estimate(scenario))
                .withMessageContaining("no figure stands at machine.memory.colour with llama.cpp on NVIDIA DGX Spark")
                .withMessageContaining("machine.memory.os_reserve");
    }

    @Test
    void aRuntimeHasOnlyItsOwnSettings() {
        Scenario scenario = scenario("dgx-spark", "llama.cpp").withOverride("runtime.gpu_memory_utilization", 0.8);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ESTIMATOR.estimate(scenario))
                .withMessageContaining("runtime.prompt_cache");
    }

    @Test
    void theSystemsShareOnTopOfTheStackIsThePersons() {
        MemoryStack shipped = stack(scenario("dgx-spark", "llama.cpp"));
        MemoryStack own = stack(scenario("dgx-spark", "llama.cpp").withOverride("machine.memory.os_reserve", gib(20)));

        assertThat(own.pools().getFirst().osOverhead().optional().orElseThrow().bytes())
                .isEqualTo(Bytes.ofGiB(20));
        // the safe share of 0.85 stays: 12 GiB more for the system are 12 GiB less for models
        assertThat(usable(shipped).minus(usable(own))).isEqualTo(Bytes.ofGiB(12));
    }

    @Test
    void aRaisedWiredLimitGivesAMacMore() {
        MemoryStack shipped = stack(scenario("mac-mini-m4-pro-64", "llama.cpp"));
        MemoryStack raised =
                stack(scenario("mac-mini-m4-pro-64", "llama.cpp").withOverride("machine.memory.limit", gib(56)));

        assertThat(usable(shipped)).isEqualTo(Bytes.ofGiB(51.84));
        assertThat(usable(raised)).isEqualTo(Bytes.ofGiB(56));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(textBlock = """
        vllm,         runtime.max_num_seqs,      16, ACTIVATIONS
        vllm,         runtime.graphs,         0,  RUNTIME
        sglang,       runtime.max_num_batched_tokens, 512, ACTIVATIONS
        tensorrt-llm, runtime.max_num_batched_tokens, 512, ACTIVATIONS
        llama.cpp,    runtime.overhead,       0,  RUNTIME
        """)
    void aSmallerSettingTakesLess(String runtime, String path, double value, Part part) {
        Scenario scenario = scenario("dgx-spark", runtime);

        assertThat(stack(scenario.withOverride(path, value)).size(part))
                .isLessThan(stack(scenario).size(part));
    }

    @Test
    void aPromptCacheIsAPartOfItsOwn() {
        Scenario scenario = scenario("dgx-spark", "llama.cpp").withOverride("runtime.prompt_cache", gib(8));

        assertThat(stack(scenario).size(Part.OTHER)).isEqualTo(Bytes.ofGiB(8));
    }

    @Test
    void lessCertaintyMakesAFitTight() {
        Scenario scenario = scenario("dgx-spark", "llama.cpp");

        assertThat(ESTIMATOR.estimate(scenario).fit().verdict()).isInstanceOf(Verdict.Fits.class);
        assertThat(ESTIMATOR
                        .estimate(scenario.withOverride("runtime.uncertainty", gib(60)))
                        .fit()
                        .verdict())
                .isInstanceOf(Verdict.Tight.class);
    }

    private static MemoryStack stack(Scenario scenario) {
        Estimate estimate = ESTIMATOR.estimate(scenario);
        return estimate.memory();
    }

    private static Bytes usable(MemoryStack stack) {
        return stack.pools().getFirst().usable().optional().orElseThrow().bytes();
    }

    private static double gib(double gib) {
        return gib * Bytes.PER_GIB;
    }

    private static Scenario scenario(String machine, String runtime) {
        boolean gguf = List.of("llama.cpp", "ollama").contains(runtime);
        return ShippedScenarios.of(machine, "qwen3-32b", gguf ? "q8_0" : "bf16")
                .withRuntime(
                        ShippedScenarios.CATALOGUE.runtime(runtime).optional().orElseThrow());
    }

    @Test
    void aPaceMakesEveryTimeAsMuchLonger() {
        Scenario full = scenario("dgx-spark", "llama.cpp");
        Speed.Known fast = speed(full);
        Speed.Known slow = speed(full.withOverride("machine.pace", 0.7));

        assertThat(slow.decode().value()).isCloseTo(0.7 * fast.decode().value(), within(1e-9));
        assertThat(((Speed.Estimated) slow.prefill()).value())
                .isCloseTo(0.7 * ((Speed.Estimated) fast.prefill()).value(), within(1e-6));
        assertThat(slow.limitedBy()).isEqualTo(fast.limitedBy());
    }

    @Test
    void aPaceAboveFullSpeedIsRefused() {
        Scenario scenario = scenario("dgx-spark", "llama.cpp").withOverride("machine.pace", 1.5);

        assertThatIllegalArgumentException().isThrownBy(() -> speed(scenario));
    }

    private static Speed.Known speed(Scenario scenario) {
        return ShippedScenarios.estimator().estimate(scenario).speed().known().orElseThrow();
    }
}
