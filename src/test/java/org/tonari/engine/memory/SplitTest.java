package org.tonari.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.domain.answer.MemoryStack.Placement;
import org.tonari.domain.answer.MemoryStack.PoolStack;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload.LayerPlacement;
import org.tonari.engine.ShippedScenarios;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;

/// A model on two memories: nothing is lost between them, and the person's choice is taken.
class SplitTest {
    private static final List<String> MODELS = List.of("gpt-oss-120b", "qwen3-32b", "glm-4.5-air", "qwen3.5-35b-a3b");

    @Property(tries = 60)
    void weightsAndCachesAreTheSameTogetherHoweverTheyAreSplit(
            @ForAll @IntRange(max = 3) int model,
            @ForAll @IntRange(max = 70) int onCard,
            @ForAll @IntRange(max = 70) int experts,
            @ForAll @IntRange(min = 1, max = 4) int sequences) {
        Scenario whole = scenario(MODELS.get(model));
        whole = whole.withWorkload(whole.workload().withConcurrency(sequences));
        Scenario split = whole.withWorkload(whole.workload()
                .withGpuLayers(new LayerPlacement.Exactly(onCard))
                .withCpuExperts(new LayerPlacement.Exactly(experts)));
        Scenario together = whole.withWorkload(
                whole.workload().withGpuLayers(new LayerPlacement.All()).withCpuExperts(new LayerPlacement.Exactly(0)));

        for (Part part : List.of(Part.WEIGHTS, Part.KV_CACHE, Part.RECURRENT_STATE)) {
            assertThat(all(MemoryStacks.of(split), part))
                    .as(part.name())
                    .isEqualTo(all(MemoryStacks.of(together), part));
        }
    }

    @Property(tries = 40)
    void theFittingOrderNeverLeavesTheCardTooFull(
            @ForAll @IntRange(max = 3) int model, @ForAll @IntRange(min = 1, max = 64) int thousands) {
        Scenario scenario = scenario(MODELS.get(model));
        scenario = scenario.withWorkload(scenario.workload().withContext(new Tokens(thousands * 1_024L)));

        PoolStack card = MemoryStacks.of(scenario).pools().getFirst();

        assertThat(card.required())
                .isLessThanOrEqualTo(card.usable().optional().orElseThrow().bytes());
    }

    @Test
    void thePersonsLayersAreTaken() {
        Scenario scenario = scenario("gpt-oss-120b");
        Scenario chosen = scenario.withWorkload(scenario.workload()
                .withGpuLayers(new LayerPlacement.Exactly(30))
                .withCpuExperts(new LayerPlacement.Exactly(20)));

        assertThat(MemoryStacks.of(chosen).placement()).isEqualTo(new Placement(20, 6));
    }

    @Test
    void withoutLayersOnTheCardItsCacheIsTheHosts() {
        Scenario scenario = scenario("qwen3-32b");
        MemoryStack stack = MemoryStacks.of(
                scenario.withWorkload(scenario.workload().withGpuLayers(new LayerPlacement.Exactly(0))));

        assertThat(stack.pools().getFirst().size(Part.KV_CACHE)).isEqualTo(Bytes.ZERO);
        assertThat(stack.pools().get(1).size(Part.KV_CACHE)).isGreaterThan(Bytes.ZERO);
    }

    @Test
    void aStepsInputsStandInHostMemory() {
        // 512 tokens · (2,048 · 4 + 32,768 cells · 2)
        Scenario scenario = ShippedScenarios.of("hp-omen-45l-rtx-5090", "qwen3-30b-a3b", "q4_k_m");

        assertThat(MemoryStacks.of(scenario).pools().get(1).size(Part.ACTIVATIONS))
                .isEqualTo(new Bytes(512 * (2_048 * 4 + 32_768 * 2)));
    }

    @Test
    void otherRuntimesKeepTheWholeModelOnTheCard() {
        Scenario scenario = ShippedScenarios.of("hp-omen-45l-rtx-5090", "qwen3-4b", "bf16")
                .withRuntime(
                        ShippedScenarios.CATALOGUE.runtime("vllm").optional().orElseThrow());
        Estimate estimate = ShippedScenarios.estimator().estimate(scenario);

        assertThat(estimate.memory().pools().get(1).kind()).isEqualTo(MemoryPool.Kind.HOST);
        assertThat(estimate.memory().pools().get(1).required()).isEqualTo(Bytes.ZERO);
        assertThat(estimate.fit().verdict()).isInstanceOf(Verdict.Fits.class);
    }

    @Test
    void moreExpertsOnTheHostDecodeAndPrefillSlower() {
        double before = Double.MAX_VALUE;
        double promptBefore = Double.MAX_VALUE;
        for (int experts : List.of(22, 28, 36)) {
            Scenario scenario = scenario("gpt-oss-120b");
            Estimate estimate = ShippedScenarios.estimator()
                    .estimate(scenario.withWorkload(
                            scenario.workload().withCpuExperts(new LayerPlacement.Exactly(experts))));
            Speed.Known speed = estimate.speed().known().orElseThrow();

            assertThat(estimate.fit().verdict()).isInstanceOf(Verdict.Spills.class);
            assertThat(speed.decode().value()).isLessThan(before);
            before = speed.decode().value();
            double prompt = ((Speed.Estimated) speed.prefill()).value();
            assertThat(prompt).isLessThan(promptBefore);
            promptBefore = prompt;
        }
    }

    private static Bytes all(MemoryStack stack, Part part) {
        return stack.pools().stream().map(pool -> pool.size(part)).reduce(Bytes.ZERO, Bytes::plus);
    }

    private static Scenario scenario(String model) {
        return ShippedScenarios.of("hp-omen-45l-rtx-5090", model, model.startsWith("gpt-oss") ? "mxfp4" : "q4_k_m");
    }
}
