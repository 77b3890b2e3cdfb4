package org.tonari.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.ChunkedAttention;
import org.tonari.domain.model.Attention.FullAttention;
import org.tonari.domain.model.Attention.LatentAttention;
import org.tonari.domain.model.Attention.SlidingWindowAttention;
import org.tonari.domain.model.Attention.SparseLatentAttention;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.FeedForward.Dense;
import org.tonari.domain.model.FeedForward.MixtureOfExperts;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.question.TrainingPlan;
import org.tonari.domain.question.TrainingPlan.Targets;
import org.tonari.domain.scenario.Workload.Toggle;
import org.tonari.engine.Bench;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Term;
import org.tonari.units.Tokens;

/// Models of 4 elements a token and 10 tokens known, learning from 3 texts of 8 tokens: 24 tokens a step.
class TextLearnerTest {
    private static final TrainingPlan PLAN =
            TrainingPlan.DEFAULT.withSamples(new Tokens(8), 1, 3).withCheckpointing(Toggle.OFF);

    /// query 4 × 6, key 4 × 3, value 4 × 5, output 10 × 4: 96 weights
    private static final Attention FULL = new FullAttention(Bench.heads(2, 1, 3, 5));

    /// gate and up 4 × 7, down 7 × 4: 84 weights
    private static final FeedForward DENSE = new Dense(7, 3);

    /// router 4 × 4, up 4 × 5 and down 5 × 4 for each of 4 experts, shared 4 × 3 and 3 × 4, beside them 4 × 2 and
    /// 2 × 4: 16 + 160 + 24 + 16 = 216 weights
    private static final FeedForward EXPERTS = new MixtureOfExperts(4, 2, 5, 2, 4, 3, 2);

    @Test
    void matricesOfLayersCanBePackedAndAllElseCannot() {
        Learner.Weights weights = learner(layers(2, FULL, DENSE)).weights(PLAN).getFirst();

        // 2 layers of 96 + 84; embedding 40, small weights 3 outside and 6 in each layer
        assertThat(weights).isEqualTo(new Learner.Weights("Bench", 360, 55, 0));
    }

    @Test
    void fullTrainingChangesEveryWeight() {
        assertThat(number(learner(layers(2, FULL, DENSE)).trainable())).isEqualTo(360 + 55);
    }

    /// Attention: 10 + 7 + 9 + 14 = 40. The network: 11 each for gate, up and down. Experts: 9 for up and down of each
    /// of four, 7 + 7 shared, 6 + 6 beside them, and the router not at all.
    @ParameterizedTest(name = "{0}, dense {1}, experts {2}")
    @CsvSource({"ATTENTION, 80, 80", "LINEAR, 146, 276", "ALL, 146, 276"})
    void adaptersAttachToBothSidesOfEachTarget(Targets targets, double dense, double experts) {
        assertThat(number(learner(layers(2, FULL, DENSE)).adapterWidths(targets)))
                .isEqualTo(dense);
        assertThat(number(learner(layers(2, FULL, EXPERTS)).adapterWidths(targets)))
                .isEqualTo(experts);
    }

    /// Query 4 + 3 and 3 + 6, key and value down 4 + 7, keys up 2 + 6 and values up 6 + 5 for each of two heads, output
    /// 10 + 4.
    @Test
    void latentAttentionIsATargetUpAndDown() {
        LanguageModel model = layers(1, latent(), new FeedForward.None());

        assertThat(number(learner(model).adapterWidths(Targets.ATTENTION))).isEqualTo(7 + 9 + 11 + 16 + 22 + 14);
    }

    @Test
    void withoutCheckpointingEveryLayerKeepsItsActivations() {
        // 2 layers, 24 tokens, 8 · 4 + 4 · 7 elements of 2 bytes; then 24 · 10 logits and gradients of 4 bytes
        assertThat(number(learner(layers(2, FULL, DENSE)).activations(PLAN))).isEqualTo(2 * 24 * 60 * 2 + 24 * 10 * 8);
    }

    @Test
    void withCheckpointingLayersKeepTheirInputsAndTheWidestIsComputedAgain() {
        LanguageModel model = Bench.model(
                new LayerGroup("narrow", 2, FULL, new FeedForward.None(), 6),
                new LayerGroup("wide", 1, FULL, EXPERTS, 6),
                new LayerGroup("dense", 1, FULL, DENSE, 6));
        TrainingPlan plan = PLAN.withCheckpointing(Toggle.ON);

        // 4 inputs of 4 elements; the widest meets 2 · 5 + 3 + 2 = 15 inner elements: 8 · 4 + 4 · 15 = 92
        assertThat(number(learner(model).activations(plan))).isEqualTo(24 * 2 * (4 * 4 + 92) + 24 * 10 * 8);
    }

    @Test
    void aTokenMeetsTheHeadAndTheLayersTwiceOver() {
        Term forward = learner(layers(2, FULL, DENSE)).forward(PLAN);

        // 2 · 24 tokens · (head 40 + 2 layers of 96 + 84 + 6)
        assertThat(number(part(forward, "linear_work"))).isEqualTo(2 * 24 * (40 + 2 * 186));
        assertThat(number(forward))
                .isEqualTo(number(part(forward, "linear_work")) + number(part(forward, "attention_work")));
    }

    @Test
    void ofExpertsATokenMeetsOnlyTheActiveShare() {
        Term forward = learner(layers(2, FULL, EXPERTS)).forward(PLAN);

        // of 160 weights of routed experts half are met; router 16, shared 24, beside them 16
        assertThat(number(part(forward, "linear_work"))).isEqualTo(2 * 24 * (40 + 2 * (96 + 80 + 16 + 24 + 16 + 6)));
    }

    /// Two layers, three texts, two heads of 3 + 5 elements, two operations each, over half of 8 · 8 pairs of tokens.
    @Test
    void eachTokenLooksBackOverHalfOfTheText() {
        assertThat(attention(FULL)).isEqualTo(2 * 3 * 2 * 8 * 2 * 32);
    }

    /// Of 8 · 8 ÷ 2 pairs those further back than the window are left out: a triangle of (8 − window)² ÷ 2.
    @ParameterizedTest(name = "a window of {0} leaves {1} pairs of 8 tokens")
    @CsvSource({"2, 14", "3, 19.5", "8, 32", "20, 32"})
    void aWindowLeavesOutWhatLiesFurtherBack(long window, double pairs) {
        var sliding = new SlidingWindowAttention(Bench.heads(2, 1, 3, 5), window);

        assertThat(attention(sliding)).isEqualTo(2 * 3 * 2 * 8 * 2 * pairs);
    }

    /// Each chunk is a text of its own: 8 ÷ chunk of them, with chunk² ÷ 2 pairs each.
    @ParameterizedTest(name = "chunks of {0} leave {1} pairs of 8 tokens")
    @CsvSource({"2, 8", "4, 16", "8, 32", "20, 32"})
    void aChunkIsATextOfItsOwn(long chunk, double pairs) {
        var chunked = new ChunkedAttention(Bench.heads(2, 1, 3, 5), chunk);

        assertThat(attention(chunked)).isEqualTo(2 * 3 * 2 * 8 * 2 * pairs);
    }

    /// Two heads of 2 + 1 elements a key and 5 a value; trained uncompressed.
    @Test
    void latentAttentionTrainsOnPlainAndRotaryKeysAndValues() {
        assertThat(attention(latent())).isEqualTo(2 * 3 * 2 * (2 + 1 + 5) * 2 * 32);
    }

    /// As a window: no token looks at more than are selected, and the first ones have fewer.
    @ParameterizedTest(name = "{0} selected leave {1} pairs of 8 tokens")
    @CsvSource({"2, 14", "8, 32", "20, 32"})
    void sparseAttentionLooksAtTheSelectedTokensOnly(long selected, double pairs) {
        var sparse = new SparseLatentAttention(latent(), 1, 1, selected);

        assertThat(attention(sparse)).isEqualTo(2 * 3 * 2 * (2 + 1 + 5) * 2 * pairs);
    }

    static Stream<Attention> withoutPairs() {
        return Stream.of(
                new Attention.StateSpace(Attention.StateSpace.Variant.MAMBA_2, 4, 2, 1, 1, 2),
                new Attention.GatedDelta(1, 1, 2, 2, 2),
                new Attention.ShortConvolution(4, 3),
                new Attention.None(),
                new Attention.Undescribed(new MissingFact("attention", "nobody describes it")));
    }

    @ParameterizedTest
    @MethodSource("withoutPairs")
    void aFixedStateLooksBackAtNothing(Attention attention) {
        assertThat(attention(attention)).isZero();
    }

    @Test
    void theTreeSaysWhatIsKept() {
        TextLearner learner = learner(layers(2, FULL, DENSE));

        assertThat(names(learner.activations(PLAN))).containsExactly("layer_activations_bytes", "logits_bytes");
        assertThat(names(learner.activations(PLAN.withCheckpointing(Toggle.ON))))
                .containsExactly("layer_inputs_bytes", "one_layer_bytes", "logits_bytes");
    }

    private static List<String> names(Term term) {
        return ((Term.Derived) term).parts().stream().map(Term::id).toList();
    }

    private static LatentAttention latent() {
        return new LatentAttention(2, 3, 6, 1, 2, 5);
    }

    private static double attention(Attention attention) {
        Term forward = learner(layers(2, attention, DENSE)).forward(PLAN);
        return number(part(forward, "attention_work"));
    }

    private static LanguageModel layers(int count, Attention attention, FeedForward network) {
        return Bench.model(new LayerGroup("all", count, attention, network, 6));
    }

    private static TextLearner learner(LanguageModel model) {
        return new TextLearner(model);
    }

    private static Term part(Term term, String id) {
        return ((Term.Derived) term)
                .parts().stream()
                        .filter(part -> part.id().equals(id))
                        .findFirst()
                        .orElseThrow();
    }

    private static double number(Term term) {
        return term.value().magnitude();
    }
}
