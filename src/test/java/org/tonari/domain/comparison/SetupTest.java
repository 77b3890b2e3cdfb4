package org.tonari.domain.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LanguageModel.StoredTensors;
import org.tonari.domain.model.TensorRole;
import org.tonari.domain.runtime.RuntimeChoice;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload;
import org.tonari.engine.ShippedScenarios;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;
import org.tonari.units.TokensPerSecond;

/// What all columns run, and the person's own figures and measurements about them.
class SetupTest {
    private static final Scenario SCENARIO = ShippedScenarios.of("dgx-spark", "llama-3.1-8b", "q8_0");
    private static final RuntimeChoice VLLM = new RuntimeChoice.Chosen(
            ShippedScenarios.CATALOGUE.runtime("vllm").optional().orElseThrow());
    private static final Setup SETUP = new Setup(
            SCENARIO.model(),
            SCENARIO.weights(),
            SCENARIO.keys(),
            SCENARIO.values(),
            new RuntimeChoice.Chosen(SCENARIO.runtime()),
            SCENARIO.workload(),
            Map.of(),
            Map.of());
    private static final LanguageModel LLAMA_2 =
            ShippedScenarios.CATALOGUE.model("llama-2-7b").optional().orElseThrow();
    private static final String CAPACITY = "machine.memory.capacity";
    private static final String BASE = "runtime.base";

    @Test
    void aFigureAboutTheRuntimeHoldsEverywhereOneAboutAMachineOnlyThere() {
        Setup own = SETUP.withOverride("dgx-spark", BASE, 5).withOverride("dgx-spark", CAPACITY, 7);

        assertThat(own.on(SCENARIO.machine()).overrides()).containsOnly(Map.entry(BASE, 5.0), Map.entry(CAPACITY, 7.0));
        assertThat(own.on(SCENARIO.machine().copied(2)).overrides()).containsOnly(Map.entry(BASE, 5.0));
        assertThat(own.withoutOverride("dgx-spark", CAPACITY).withoutOverride("another", BASE))
                .isEqualTo(SETUP);
    }

    @Test
    void figuresAboutARuntimeGoWithIt() {
        Setup own = SETUP.withOverride("dgx-spark", BASE, 5).withOverride("dgx-spark", CAPACITY, 7);

        assertThat(own.withRuntime(own.runtime())).isEqualTo(own);
        assertThat(own.withRuntime(VLLM).overrides()).isEmpty();
        assertThat(own.withRuntime(VLLM).machineOverrides()).isEqualTo(own.machineOverrides());
    }

    @Test
    void aMeasurementTakesThePlaceOfAnEarlierOneUnderTheSameRuntime() {
        Setup once = SETUP.withMeasurement("dgx-spark", new Tokens(100), new TokensPerSecond(20));
        Setup both = once.withRuntime(VLLM)
                .withMeasurement("dgx-spark", new Tokens(100), new TokensPerSecond(30))
                .withMeasurement("dgx-spark", new Tokens(200), new TokensPerSecond(40));

        assertThat(both.ownMeasurements("dgx-spark"))
                .extracting(own -> own.decode().perSecond())
                .containsExactly(20.0, 40.0);
        assertThat(both.on(SCENARIO.machine()).anchors()).hasSize(1);
        assertThat(both.on(SCENARIO.machine().copied(2)).anchors()).isEmpty();
        assertThat(both.withoutMeasurement("dgx-spark").measured()).isEqualTo(once.measured());
        assertThat(once.withoutMeasurement("dgx-spark")).isEqualTo(SETUP);
    }

    @Test
    void anotherModelShortensTheContextToWhatItAllows() {
        LanguageModel small =
                ShippedScenarios.CATALOGUE.model("gpt-oss-20b").optional().orElseThrow();
        Setup wide = SETUP.withWorkload(SETUP.workload().withContext(new Tokens(Workload.MOST_TOKENS)));

        assertThat(wide.withModel(small, SETUP.weights()).workload().context()).isEqualTo(small.maxContext());
        assertThat(SETUP.withModel(small, SETUP.weights()).workload()).isEqualTo(SETUP.workload());
    }

    @Test
    void theContextAskedForReturnsWithAModelThatAllowsIt() {
        Setup asked = SETUP.withWorkload(SETUP.workload().withContext(new Tokens(32_768)));

        Setup small = asked.withModel(LLAMA_2, SETUP.weights());
        Setup smaller = small.withCache(SETUP.keys()).withRuntime(VLLM);

        assertThat(small.workload().context()).isEqualTo(new Tokens(4_096));
        assertThat(small.asked()).contains(new Tokens(32_768));
        assertThat(smaller.withModel(SETUP.model(), SETUP.weights()).workload().context())
                .isEqualTo(new Tokens(32_768));
        assertThat(small.withModel(SETUP.model(), SETUP.weights())).isEqualTo(asked);
    }

    @Test
    void whoeverPicksAnotherContextAsksForThat() {
        Setup small = SETUP.withWorkload(SETUP.workload().withContext(new Tokens(32_768)))
                .withModel(LLAMA_2, SETUP.weights());

        Setup picked = small.withWorkload(small.workload().withContext(new Tokens(2_048)));

        assertThat(small.withWorkload(small.workload().withConcurrency(3)).asked())
                .isEqualTo(small.asked());
        assertThat(picked.asked()).isEmpty();
        assertThat(picked.withModel(SETUP.model(), SETUP.weights()).workload().context())
                .isEqualTo(new Tokens(2_048));
    }

    @Test
    void weightsOfAFileCountOnlyWhileTheyAreChosen() {
        var stored = List.of(new StoredTensors(TensorRole.ATTENTION_KEY, 10, new Bytes(20)));
        Setup read = new Setup(
                SETUP.model().withStored(stored),
                SETUP.weights(),
                SETUP.keys(),
                SETUP.values(),
                SETUP.runtime(),
                SETUP.workload(),
                Map.of(),
                Map.of());
        WeightFormat other =
                ShippedScenarios.CATALOGUE.weights("q4_k_m").optional().orElseThrow();

        assertThat(read.withWeights(read.weights()).model().stored()).isEqualTo(stored);
        assertThat(read.withWeights(other).model().stored()).isEmpty();
    }

    @Test
    void aScenariosRuntimeIsChosenOnlyWhereItIsAnother() {
        Setup automatic = SETUP.withRuntime(new RuntimeChoice.Automatic(SCENARIO.runtime()));

        assertThat(automatic.like(SCENARIO)).isEqualTo(automatic);
        assertThat(automatic.like(SCENARIO.withRuntime(VLLM.runtime())).runtime())
                .isEqualTo(VLLM);
    }
}
