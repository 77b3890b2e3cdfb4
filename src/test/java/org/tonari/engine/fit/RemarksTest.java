package org.tonari.engine.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonari.domain.answer.Remark;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload.LayerPlacement;
import org.tonari.domain.scenario.Workload.Speculation;
import org.tonari.domain.scenario.Workload.Toggle;
import org.tonari.engine.Estimator;
import org.tonari.engine.ShippedScenarios;
import org.tonari.engine.memory.MemoryStacks;
import org.tonari.units.Tokens;

/// What is remarked on, and what is not.
class RemarksTest {
    private static final Scenario PLAIN = ShippedScenarios.of("dgx-spark", "llama-3.1-8b", "q8_0");
    private static final Remark NO_SAVING = new Remark.SplittingSavesNothing();

    @Test
    void aPlainScenarioNeedsNoRemark() {
        assertThat(remarks(PLAIN)).isEmpty();
    }

    @Test
    void aContextMayBeAsLongAsTheModelsOwn() {
        Tokens most = PLAIN.model().maxContext();
        Tokens more = new Tokens(most.count() + 1);

        assertThat(remarks(PLAIN.withWorkload(PLAIN.workload().withContext(most))))
                .isEmpty();
        assertThat(remarks(PLAIN.withWorkload(PLAIN.workload().withContext(more))))
                .containsExactly(new Remark.ContextBeyondModel(more, most));
    }

    @Test
    void expertsPutOnTheProcessorSaveNothingInOneMemory() {
        assertThat(remarks(experts(PLAIN, new LayerPlacement.Exactly(0)))).isEmpty();
        assertThat(remarks(experts(PLAIN, new LayerPlacement.Exactly(1)))).containsExactly(NO_SAVING);
        assertThat(remarks(experts(PLAIN, new LayerPlacement.All()))).containsExactly(NO_SAVING);
        assertThat(remarks(PLAIN.withWorkload(PLAIN.workload().withGpuLayers(new LayerPlacement.Exactly(3)))))
                .containsExactly(NO_SAVING);
        assertThat(remarks(experts(
                        ShippedScenarios.of("hp-omen-45l-rtx-5090", "llama-3.1-8b", "q8_0"), new LayerPlacement.All())))
                .isEmpty();
    }

    @Test
    void splittingComesUpWhereWeightsOrContextAreTooLarge() {
        Scenario heavy = ShippedScenarios.of("mac-mini-m4-pro-64", "llama-3.1-70b", "bf16");
        Scenario longer = PLAIN.withWorkload(
                PLAIN.workload().withContext(PLAIN.model().maxContext()).withConcurrency(64));

        assertThat(remarks(heavy)).containsExactly(NO_SAVING);
        assertThat(remarks(longer)).containsExactly(NO_SAVING);
    }

    @Test
    void splittingDoesNotComeUpWhereTheRuntimeIsTheObstacle() {
        Scenario unread = PLAIN.withRuntime(
                ShippedScenarios.CATALOGUE.runtime("mlx").optional().orElseThrow());

        assertThat(Fits.verdict(unread, MemoryStacks.of(unread)).runs()).isFalse();
        assertThat(remarks(unread)).isEmpty();
    }

    @Test
    void aPackedCacheIsSlowOnProcessorsOnly() {
        Scenario processor = ShippedScenarios.of("self-built-ddr5-192", "llama-3.1-8b", "q8_0");

        assertThat(remarks(processor)).isEmpty();
        assertThat(remarks(processor.withCache(
                        ShippedScenarios.CATALOGUE.cache("q8_0").optional().orElseThrow())))
                .containsExactly(new Remark.CacheSlowOnProcessor());
        assertThat(remarks(PLAIN.withCache(
                        ShippedScenarios.CATALOGUE.cache("q8_0").optional().orElseThrow())))
                .isEmpty();
    }

    @Test
    void partsAreMissedOnlyWhereTheModelHasNone() {
        Scenario drafting = ShippedScenarios.of("dgx-spark", "deepseek-v3", "q4_k_m");
        Scenario seeing = ShippedScenarios.of("dgx-spark", "gemma-3-4b", "q8_0");

        assertThat(remarks(multiToken(drafting))).doesNotContain(new Remark.NoDraftingHead());
        assertThat(remarks(multiToken(seeing))).contains(new Remark.NoDraftingHead());
        assertThat(remarks(projecting(seeing))).isEmpty();
        assertThat(remarks(projecting(drafting))).contains(new Remark.NoProjector());
        assertThat(remarks(projecting(PLAIN))).containsExactly(new Remark.NoProjector());
    }

    @Test
    void plainAttentionIsNotCounted() {
        assertThat(remarks(PLAIN.withWorkload(PLAIN.workload().withFlashAttention(Toggle.OFF))))
                .containsExactly(new Remark.PlainAttentionNotCounted());
    }

    private static Scenario experts(Scenario scenario, LayerPlacement placement) {
        return scenario.withWorkload(scenario.workload().withCpuExperts(placement));
    }

    private static Scenario multiToken(Scenario scenario) {
        return scenario.withWorkload(scenario.workload().withSpeculation(new Speculation.MultiToken()));
    }

    private static Scenario projecting(Scenario scenario) {
        return scenario.withWorkload(scenario.workload().withProjector(Toggle.ON));
    }

    private static List<Remark> remarks(Scenario scenario) {
        return Remarks.of(ShippedScenarios.estimator().estimate(scenario, EnumSet.noneOf(Estimator.Aspect.class)));
    }
}
