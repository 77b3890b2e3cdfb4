package org.tonari.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.domain.answer.Remark;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.ShippedScenarios;
import org.tonari.engine.fit.Remarks;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;

/// What runtimes take in advance, apart from what they need.
class ReservationTest {
    @Test
    void vllmTakesItsShareOfTheWholeWhateverItNeeds() {
        MemoryStack stack = stack(on("rtx-pro-6000-96", "vllm"));

        assertThat(stack.reserved().bytes().magnitude())
                .isCloseTo(0.92 * capacity(stack).magnitude(), within(1.0));
        assertThat(stack.required().bytes()).isLessThan(stack.reserved().bytes());
    }

    @Test
    void tensorRtTakesAShareOfWhatIsFreeAfterLoading() {
        MemoryStack stack = stack(on("rtx-pro-6000-96", "tensorrt-llm"));
        Bytes usable =
                stack.pools().getFirst().usable().optional().orElseThrow().bytes();
        Bytes beside = stack.required().bytes().minus(stack.size(Part.KV_CACHE));

        assertThat(stack.reserved().bytes().magnitude())
                .isCloseTo(beside.magnitude() + 0.9 * usable.minus(beside).magnitude(), within(2.0));
    }

    @Test
    void sglangKeepsAReserveByItsOwnRuleAndTakesAShareOfTheRest() {
        // 512 + 8192 · 1.5 + 256 · 2 + 128 = 13,440 MiB on a device above 60 GiB
        MemoryStack stack = stack(on("rtx-pro-6000-96", "sglang"));
        double share = 1 - Bytes.ofMiB(13_440).magnitude() / capacity(stack).magnitude();

        assertThat(find(stack.reserved(), "static_share").value().magnitude()).isCloseTo(share, within(1e-9));
    }

    @Test
    void sglangsShareIsOfWhatWasFreeAtStartAndItsBuffersStandBeside() {
        Scenario scenario = on("rtx-pro-6000-96", "sglang").withOverride("runtime.mem_fraction_static", 0.8);
        MemoryStack stack = ShippedScenarios.estimator().estimate(scenario).memory();
        Bytes usable =
                stack.pools().getFirst().usable().optional().orElseThrow().bytes();

        assertThat(stack.reserved().bytes().magnitude())
                .isCloseTo(
                        0.8 * usable.magnitude()
                                + stack.size(Part.ACTIVATIONS).magnitude()
                                + stack.size(Part.RUNTIME).magnitude(),
                        within(2.0));
    }

    @Test
    void aShareBelowWhatIsNeededDoesNotFit() {
        Scenario scenario = on("dgx-spark", "vllm").withOverride("runtime.gpu_memory_utilization", 0.3);
        Estimate estimate = ShippedScenarios.estimator().estimate(scenario);

        assertThat(estimate.fit().verdict())
                .isInstanceOfSatisfying(
                        Verdict.DoesNotFit.class,
                        verdict -> assertThat(verdict.reason()).isEqualTo(Verdict.Reason.RESERVATION_TOO_SMALL));
    }

    @ParameterizedTest(name = "vLLM with {0} of the memory of a DGX Spark: {1}")
    @CsvSource(textBlock = """
        # 121.63 GiB; advised are 0.85 of it, the system may hold 12: between 103.4 and 109.6 it starts with little left
        0.84, FITS
        0.86, TIGHT
        0.90, TIGHT
        0.92, DOES_NOT_FIT
        """)
    void betweenTheAdvisedShareAndWhatTheSystemMayLeaveAReservationIsTight(double share, String expected) {
        Scenario scenario = on("dgx-spark", "vllm")
                .withModel(ShippedScenarios.CATALOGUE
                        .model("llama-3.1-8b")
                        .optional()
                        .orElseThrow())
                .withOverride("runtime.gpu_memory_utilization", share);
        Estimate estimate = ShippedScenarios.estimator().estimate(scenario);

        assertThat(word(estimate.fit().verdict())).isEqualTo(expected);
        assertThat(Remarks.of(estimate).stream().anyMatch(Remark.TakesBeyondAdvice.class::isInstance))
                .isEqualTo(expected.equals("TIGHT"));
    }

    @Test
    void aCardHasNoAdvisedShareSoAReservationIsMeasuredAgainstTheCard() {
        Scenario scenario = on("rtx-pro-6000-96", "vllm").withOverride("runtime.gpu_memory_utilization", 0.99);
        Estimate estimate = ShippedScenarios.estimator().estimate(scenario);

        assertThat(Remarks.of(estimate)).noneMatch(Remark.TakesBeyondAdvice.class::isInstance);
    }

    @Test
    void aRuntimeWithoutAReservationTakesWhatItNeeds() {
        MemoryStack stack = stack(ShippedScenarios.of("dgx-spark", "gpt-oss-120b", "mxfp4"));

        assertThat(stack.reserved().bytes()).isEqualTo(stack.required().bytes());
    }

    private static Scenario on(String machine, String runtime) {
        return ShippedScenarios.of(machine, "qwen3-32b", "bf16")
                .withRuntime(
                        ShippedScenarios.CATALOGUE.runtime(runtime).optional().orElseThrow());
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Fits _ -> "FITS";
            case Verdict.Tight _ -> "TIGHT";
            case Verdict.Spills _ -> "SPILLS";
            case Verdict.DoesNotFit _ -> "DOES_NOT_FIT";
            case Verdict.Unknown _ -> "UNKNOWN";
        };
    }

    private static MemoryStack stack(Scenario scenario) {
        return MemoryStacks.of(scenario);
    }

    private static Bytes capacity(MemoryStack stack) {
        return stack.pools().getFirst().capacity().optional().orElseThrow().bytes();
    }

    private static Term find(Term term, String id) {
        if (term.id().equals(id)) {
            return term;
        }
        if (term instanceof Term.Derived derived) {
            for (Term part : derived.parts()) {
                Term found = find(part, id);
                if (found.id().equals(id)) {
                    return found;
                }
            }
        }
        return term;
    }
}
