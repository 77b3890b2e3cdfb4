package org.tonari.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tonari.domain.Estimate;
import org.tonari.domain.MemoryStack;
import org.tonari.domain.MemoryStack.Part;
import org.tonari.domain.Scenario;
import org.tonari.domain.Verdict;
import org.tonari.engine.ShippedScenarios;
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
