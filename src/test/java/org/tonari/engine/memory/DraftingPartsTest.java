package org.tonari.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload.Speculation;
import org.tonari.engine.ShippedScenarios;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;

/// What a head or a second model that drafts tokens adds.
class DraftingPartsTest {
    private static final LanguageModel DRAFT = model("qwen3-0.6b");
    private static final LanguageModel WITH_STATE = model("nemotron-3-nano-4b");
    private static final WeightFormat Q8 =
            ShippedScenarios.CATALOGUE.weights("q8_0").optional().orElseThrow();

    @Test
    void nothingIsAddedWhereNothingDrafts() {
        assertThat(parts(scenario("deepseek-v3", "llama.cpp", new Speculation.None())))
                .isEmpty();
        assertThat(parts(scenario("qwen3-32b", "llama.cpp", new Speculation.MultiToken())))
                .isEmpty();
    }

    @Test
    void aHeadHasACacheAndABufferOfItsOwnUnderLlama() {
        Scenario scenario = scenario("deepseek-v3", "llama.cpp", new Speculation.MultiToken());

        assertThat(parts(scenario))
                .extracting(Term::id)
                .containsExactly("mtp_bytes", "mtp_cache_bytes", "mtp_buffer_bytes");
        // 32,768 cells of the latent vector and the rotary key: 512 + 64 elements of 2 bytes, in one layer
        assertThat(size(scenario, "mtp_cache_bytes")).isEqualTo(new Bytes(32_768L * 576 * 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"q8_0", "q4_0"})
    void itsCacheStaysIn16BitsWhateverTheModelsOwnIs(String cache) {
        Scenario scenario = scenario("deepseek-v3", "llama.cpp", new Speculation.MultiToken())
                .withCache(ShippedScenarios.CATALOGUE.cache(cache).optional().orElseThrow());

        assertThat(size(scenario, "mtp_cache_bytes")).isEqualTo(new Bytes(32_768L * 576 * 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vllm", "sglang", "tensorrt-llm", "mlx"})
    void elsewhereAHeadIsWeightsAlone(String runtime) {
        assertThat(parts(scenario("deepseek-v3", runtime, new Speculation.MultiToken())))
                .extracting(Term::id)
                .containsExactly("mtp_bytes");
    }

    @Test
    void aHeadsLayerIsLikeTheLastThatRemembersTokens() {
        Scenario scenario = scenario("qwen3.5-27b", "llama.cpp", new Speculation.MultiToken());

        if (MultiTokenHead.isLoaded(scenario)) {
            // the last layer is of full attention: 4 heads of 256, keys and values, 2 bytes
            assertThat(size(scenario, "mtp_cache_bytes")).isEqualTo(new Bytes(32_768L * 4 * 256 * 2 * 2));
        }
    }

    @Test
    void aSecondModelTakesWhatItWouldTakeAlone() {
        Scenario scenario = scenario("qwen3-32b", "llama.cpp", new Speculation.Draft(DRAFT, Q8));
        MemoryStack alone = MemoryStacks.of(ShippedScenarios.of("strix-halo-128", "qwen3-0.6b", "q8_0"));

        assertThat(parts(scenario))
                .extracting(Term::id)
                .containsExactly("draft_weights_bytes", "draft_cache_bytes", "draft_buffer_bytes");
        assertThat(size(scenario, "draft_weights_bytes")).isEqualTo(alone.size(Part.WEIGHTS));
        assertThat(size(scenario, "draft_cache_bytes")).isEqualTo(alone.size(Part.KV_CACHE));
        assertThat(size(scenario, "draft_buffer_bytes")).isEqualTo(alone.size(Part.ACTIVATIONS));
    }

    @Test
    void aSecondModelsStateCountsWhereItHasOne() {
        Scenario scenario = scenario("nemotron-3-nano-30b-a3b", "llama.cpp", new Speculation.Draft(WITH_STATE, Q8));
        MemoryStack alone = MemoryStacks.of(ShippedScenarios.of("strix-halo-128", "nemotron-3-nano-4b", "q8_0"));

        assertThat(size(scenario, "draft_state_bytes")).isEqualTo(alone.size(Part.RECURRENT_STATE));
    }

    private static List<Term> parts(Scenario scenario) {
        return DraftingParts.of(scenario, WeightBytes.of(scenario.model(), scenario.weights()));
    }

    private static Bytes size(Scenario scenario, String id) {
        return parts(scenario).stream()
                .filter(part -> part.id().equals(id))
                .findFirst()
                .orElseThrow()
                .bytes();
    }

    private static Scenario scenario(String model, String runtime, Speculation speculation) {
        Scenario shipped = ShippedScenarios.of("strix-halo-128", model, "q8_0");
        return shipped.withRuntime(
                        ShippedScenarios.CATALOGUE.runtime(runtime).optional().orElseThrow())
                .withWorkload(shipped.workload().withSpeculation(speculation));
    }

    private static LanguageModel model(String id) {
        return ShippedScenarios.CATALOGUE.model(id).optional().orElseThrow();
    }
}
