package org.tonari.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.domain.model.Attention.SparseLatentAttention;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.runtime.InferenceRuntime.Allocation.PagedShareOfTotal;
import org.tonari.domain.runtime.InferenceRuntime.Allocation.SchedulingStep;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload;
import org.tonari.domain.scenario.Workload.Speculation;
import org.tonari.engine.ShippedScenarios;
import org.tonari.engine.memory.PagedLayers.Reach;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;

/// vLLM's pool, by hand and against what its own logs print.
class UnifiedPoolTest {
    private static final SchedulingStep STEP = new SchedulingStep(Bytes.ZERO, new Tokens(8_192), 1_024);
    private static final PagedShareOfTotal VLLM = new PagedShareOfTotal(new Tokens(16), List.of(STEP), Bytes.ZERO, 0.9);

    @ParameterizedTest(name = "{0} at {1} tokens in {2}")
    @CsvSource(textBlock = """
        # model,            tokens, format, bytes
        llama-3.1-8b-like,    8192, f16,    1073741824
        # ceil(8200 / 16) = 513 blocks
        llama-3.1-8b-like,    8200, f16,    1075838976
        llama-3.1-8b-like,  131072, fp8,    8589934592
        # 72 bytes for 128 elements
        llama-3.1-8b-like,  131072, nvfp4,  4831838208
        # 18 · 8192 · 32768 + 18 · (ceil((127 + 8192) / 16) + 1) · 32768
        gpt-oss-120b-like,  131072, f16,    5139136512
        # 61 · 576 · 2
        deepseek-v3-like,   163840, f16,    11513364480
        """)
    void layersTakeWholeBlocks(String model, long tokens, String format, long bytes) {
        assertThat(cache(scenario(DryModels.of(model), tokens, format))).isEqualTo(bytes);
    }

    @Test
    void sparseLatentAttentionIn8BitsKeepsScalesAndAWideRotaryKey() {
        var latent =
                ShippedScenarios.CATALOGUE.model("deepseek-v3.2").optional().orElseThrow();
        var sparse = (SparseLatentAttention) latent.layer(0).attention();

        // (512 + 4 · 4 + 64 · 2) + (128 + 4) = 656 + 132 bytes a token and layer
        assertThat(cache(scenario(DryModels.uniform(61, sparse), 16, "fp8"))).isEqualTo(61L * 16 * (656 + 132));
    }

    @Test
    void moreSlidingThanFullLayersAreCutIntoGroupsOfTheFewer() {
        // 10 full and 52 sliding layers of 2 · 16 · 128 · 2 · 16 = 131,072 bytes a block: groups of 10, the last padded
        long full = 131_072L / 16;
        long sliding = 6 * (Math.ceilDiv(1_023 + 8_192, 16) + 1);

        assertThat(cache(scenario(DryModels.of("gemma3-27b-like"), 131_072, "f16")))
                .isEqualTo(10L * 131_072 * (full + sliding));
    }

    @Test
    void aNarrowerRowHoldsMoreTokensInAPage() {
        // full layers 4 · 512, sliding ones 16 · 256 elements: the same page holds 32 tokens of the first, 16 of the
        // other
        LanguageModel gemma =
                ShippedScenarios.CATALOGUE.model("gemma-4-31b").optional().orElseThrow();
        long page = 16 * 16 * 256 * 2 * 2;
        long full = 262_144 / 32;
        long sliding = 5 * (Math.ceilDiv(1_023 + 8_192, 16) + 1);

        assertThat(cache(scenario(gemma, 262_144, "f16"))).isEqualTo(10L * page * (full + sliding));
    }

    @ParameterizedTest(name = "{0}: {2} tokens in a block")
    @CsvSource(textBlock = """
        # "Setting attention block size to N tokens", vLLM 0.10 to 0.28
        qwen3.5-35b-a3b,   f16, 1056
        qwen3.5-0.8b,      f16, 544
        qwen3.6-27b,       f16, 784
        qwen3-next-80b-a3b, f16, 544
        """)
    void aStateDecidesTheBlockOfAttention(String model, String format, long tokens) {
        Scenario scenario = scenario(shipped(model), 1, format);

        assertThat(page(scenario) / row(scenario)).isEqualTo(tokens);
    }

    @ParameterizedTest(name = "{0}: {2} GiB hold {5} tokens")
    @CsvSource(textBlock = """
        # model,                   cache, GiB free, groups, drafted, "GPU KV cache size: N tokens"
        nemotron-3-nano-4b,          fp8,   103.39,      7,       0, 1934432
        qwen3.6-35b-a3b,             f16,    47.55,      4,       0, 623040
        nemotron-3-super-120b-a12b,  fp8,    36.25,      6,       3, 1399712
        """)
    void aPoolHoldsAsManyTokensAsTheLogsOfADgxSparkSay(
            String model, String format, double gib, long groups, int drafted, long tokens) {
        Scenario plain = scenario(shipped(model), 1, format);
        Scenario scenario = drafted == 0
                ? plain
                : plain.withWorkload(plain.workload().withSpeculation(new Speculation.MultiToken()));
        long page = page(scenario);
        long all = cache(scenario) + state(scenario);
        // one block of attention, and in the other groups a state with its copies
        long layersInGroup = all / page / (1 + (groups - 1) * (1 + drafted));

        // blocks = free ÷ page ÷ layers in a group; tokens = blocks ÷ groups · tokens in a block
        long blocks = Bytes.ofGiB(gib).count() / page / layersInGroup;

        assertThat(blocks / groups * (page / row(scenario))).isEqualTo(tokens);
    }

    @Test
    void aLogsOwnNeedOfAFullContextIsMet() {
        // eugr/spark-vllm-docker issue 396: MiniMax M2.7 on two, "23.25 GiB needed for 196608": half of 62 · 8 heads
        long bytes = cache(scenario(shipped("minimax-m2"), 196_608, "f16"));

        assertThat(bytes / 2.0 / Bytes.PER_GIB).isCloseTo(23.25, within(0.005));
    }

    @Test
    void draftingKeepsACopyOfTheStateForEachToken() {
        Scenario plain = scenario(shipped("qwen3.5-35b-a3b"), 1, "f16");
        Scenario drafting = plain.withWorkload(plain.workload().withSpeculation(new Speculation.MultiToken()));

        // 3 groups of states; with drafts 11 attention layers, still 3 groups of 11, and four copies
        assertThat(state(plain)).isEqualTo(3L * 10 * page(plain));
        assertThat(state(drafting)).isEqualTo(3L * 11 * 4 * page(drafting));
    }

    @Test
    void aModelOfStatesAloneHasNoPages() {
        LanguageModel model = shipped("qwen3.5-35b-a3b");
        LanguageModel states = model.withLayers(0, 3);

        // 3 · 2^15 of 32 heads · 128 · 128 · 4 and a convolution of 3 · 8,192 · 2
        assertThat(state(scenario(states, 4_096, "f16"))).isEqualTo(3L * (32 * 128 * 128 * 4 + 3 * 8_192 * 2));
        assertThat(cache(scenario(states, 4_096, "f16"))).isZero();
    }

    private static LanguageModel shipped(String id) {
        return ShippedScenarios.CATALOGUE.model(id).optional().orElseThrow();
    }

    private static Scenario scenario(LanguageModel model, long tokens, String format) {
        var cache = ShippedScenarios.CATALOGUE.cache(format).optional().orElseThrow();
        return DryScenarios.of(model)
                .withCache(cache)
                .withRuntime(DryScenarios.runtime(VLLM))
                .withWorkload(Workload.DEFAULT.withContext(new Tokens(tokens)));
    }

    private static UnifiedPool pool(Scenario scenario) {
        return UnifiedPool.of(scenario, VLLM, STEP, DraftedTokens.of(scenario));
    }

    private static long cache(Scenario scenario) {
        return pool(scenario).cache().bytes().count();
    }

    private static long state(Scenario scenario) {
        return pool(scenario).state().bytes().count();
    }

    private static long page(Scenario scenario) {
        Term.Derived state = (Term.Derived) pool(scenario).state();
        return ((Term.Derived) state.parts().getFirst())
                .parts().stream()
                        .filter(part -> part.id().equals("page_bytes"))
                        .findFirst()
                        .orElseThrow()
                        .bytes()
                        .count();
    }

    private static long row(Scenario scenario) {
        return PagedLayers.of(scenario, 0).stream()
                .filter(kind -> !(kind.reach() instanceof Reach.State))
                .findFirst()
                .orElseThrow()
                .perToken()
                .bytes()
                .count();
    }
}
