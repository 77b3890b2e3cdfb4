package org.tonari.domain.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonari.domain.Parts;
import org.tonari.domain.answer.Compatibility.Finding;
import org.tonari.domain.answer.Compatibility.Reply;
import org.tonari.domain.answer.Compatibility.Step;
import org.tonari.domain.answer.CompatibilityRule.AttentionKind;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.Attention.LatentAttention;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.ShippedScenarios;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Source;

/// Which statement speaks of a scenario, and how what it says reads.
class CompatibilityRuleTest {
    private static final Source SOURCE = Source.of(Source.Kind.DERIVED, "a test");
    private static final Scenario SCENARIO = ShippedScenarios.of("dgx-spark", "gpt-oss-20b", "mxfp4");
    private static final Machine MACHINE = SCENARIO.machine();
    private static final CompatibilityRule RULE = new CompatibilityRule(
            "llama.cpp",
            Set.of(MACHINE.processor().architecture()),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Compatibility.State.NATIVE,
            new Finding.Stated("so it is", Map.of()),
            Compatibility.Effect.NONE,
            Compatibility.NOT_STATED,
            SOURCE);
    private static final Set<String> OURS = Set.of("mxfp4");
    private static final Set<String> FAMILY = Set.of(SCENARIO.weights().kernelFamily());
    private static final Set<String> ANOTHER = Set.of("another");

    private static boolean speaks(CompatibilityRule rule) {
        return rule.speaksOf(SCENARIO, "cuda");
    }

    @Test
    void aStatementSpeaksOfWhatItNames() {
        assertThat(speaks(RULE)).isTrue();
        assertThat(speaks(Parts.with(RULE, "runtime", "vllm"))).isFalse();
        assertThat(speaks(Parts.with(RULE, "architectures", ANOTHER))).isFalse();
        assertThat(speaks(Parts.with(RULE, "backends", Set.of("cuda", "vulkan"))))
                .isTrue();
        assertThat(speaks(Parts.with(RULE, "backends", Set.of("vulkan")))).isFalse();
        assertThat(speaks(Parts.with(RULE, "weights", OURS))).isTrue();
        assertThat(speaks(Parts.with(RULE, "weights", ANOTHER))).isFalse();
        assertThat(speaks(Parts.with(RULE, "families", FAMILY))).isTrue();
        assertThat(speaks(Parts.with(RULE, "families", ANOTHER))).isFalse();
        assertThat(speaks(Parts.with(Parts.with(RULE, "weights", ANOTHER), "families", FAMILY)))
                .isTrue();
        assertThat(speaks(Parts.with(RULE, "attention", Set.of(AttentionKind.SLIDING_WINDOW, AttentionKind.LATENT))))
                .isTrue();
        assertThat(speaks(Parts.with(RULE, "attention", Set.of(AttentionKind.LATENT))))
                .isFalse();
    }

    @Test
    void attentionIsNearerThanWeightsTheirFamilyTheBackEndAndTheArchitecture() {
        CompatibilityRule backEnd = Parts.with(Parts.with(RULE, "backends", Set.of("cuda")), "architectures", Set.of());
        CompatibilityRule family = Parts.with(RULE, "families", FAMILY);
        CompatibilityRule weights = Parts.with(RULE, "weights", OURS);
        CompatibilityRule attention = Parts.with(RULE, "attention", Set.of(AttentionKind.FULL));

        assertThat(Stream.of(RULE, backEnd, family, weights, attention).map(rule -> rule.nearnessTo(SCENARIO)))
                .containsExactly(1, 2, 5, 9, 17);
        assertThat(Parts.with(weights, "families", FAMILY).nearnessTo(SCENARIO)).isEqualTo(9);
        assertThat(Parts.with(attention, "backends", Set.of("cuda")).nearnessTo(SCENARIO))
                .isEqualTo(19);
    }

    private static Attention layer(AttentionKind kind) {
        var heads = new Heads(1, 1, 1, 1, Set.of());
        var latent = new LatentAttention(1, 0, 1, 1, 1, 1);
        return switch (kind) {
            case FULL -> new Attention.FullAttention(heads);
            case SLIDING_WINDOW -> new Attention.SlidingWindowAttention(heads, 1);
            case CHUNKED -> new Attention.ChunkedAttention(heads, 1);
            case LATENT -> latent;
            case SPARSE_LATENT -> new Attention.SparseLatentAttention(latent, 1, 1, 1);
            case STATE_SPACE -> new Attention.StateSpace(Attention.StateSpace.Variant.MAMBA_1, 1, 1, 1, 1, 1);
            case GATED_DELTA -> new Attention.GatedDelta(1, 1, 1, 1, 1);
            case SHORT_CONVOLUTION -> new Attention.ShortConvolution(1, 1);
        };
    }

    @ParameterizedTest
    @EnumSource
    void aLayerIsOfItsOwnKindAlone(AttentionKind kind) {
        assertThat(AttentionKind.values())
                .filteredOn(each -> each.isKindOf(layer(kind)))
                .containsExactly(kind);
        assertThat(kind.isKindOf(new Attention.None())).isFalse();
        assertThat(kind.isKindOf(new Attention.Undescribed(new MissingFact("a", "b"))))
                .isFalse();
    }

    private static Step step(Finding finding) {
        return new Step(Compatibility.Question.STATEMENT, Reply.YES, finding, SOURCE);
    }

    @Test
    void aPathIsWalkedStepByStep() {
        Step first = step(new Finding.Reads("a", "b"));
        Step second = step(new Finding.DoesNotRead("a", "b"));
        Step last = step(new Finding.Speeds(Compatibility.Effect.NONE));
        var compatibility = new Compatibility(
                Compatibility.State.NATIVE,
                first.finding(),
                Compatibility.Effect.NONE,
                Compatibility.NOT_STATED,
                SOURCE,
                List.of(first, second, last));

        assertThat(compatibility.after(first)).contains(second);
        assertThat(compatibility.after(second)).contains(last);
        assertThat(compatibility.after(last)).isEmpty();
        assertThat(compatibility.after(step(new Finding.Reads("not", "there")))).isEmpty();
    }

    @Test
    void findingsAreSentences() {
        assertThat(Stream.of(
                                new Finding.Stated("as written", Map.of()),
                                new Finding.RunsThrough("vLLM", "DGX Spark", "CUDA"),
                                new Finding.NoBackEnd("vLLM", "Mac mini"),
                                new Finding.Reads("vLLM", "FP8"),
                                new Finding.DoesNotRead("vLLM", "MLX 4-bit"),
                                new Finding.NothingStated("vLLM", "FP8", "sm_121"),
                                new Finding.Speeds(Compatibility.Effect.NONE),
                                new Finding.Speeds(Compatibility.Effect.PROMPTS_AT_16_BIT_RATE))
                        .map(Finding::sentence))
                .containsExactly(
                        "as written",
                        "vLLM runs on DGX Spark through CUDA",
                        "vLLM has no back end here for Mac mini",
                        "vLLM reads FP8 files",
                        "vLLM does not read MLX 4-bit files",
                        "no source read so far says how vLLM's kernels for FP8 are made for sm_121",
                        "No effect on speed is stated",
                        "Prompts run at the rate of 16-bit weights");
    }
}
