package org.tonari.engine.laws;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.ChunkedAttention;
import org.tonari.domain.model.Attention.FullAttention;
import org.tonari.domain.model.Attention.GatedDelta;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.Attention.LatentAttention;
import org.tonari.domain.model.Attention.ShortConvolution;
import org.tonari.domain.model.Attention.SlidingWindowAttention;
import org.tonari.domain.model.Attention.SparseLatentAttention;
import org.tonari.domain.model.Attention.StateSpace;
import org.tonari.domain.model.Attention.Trait;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LanguageModel.Details;
import org.tonari.domain.model.LanguageModel.OutputHead;
import org.tonari.domain.model.LayerGroup;
import org.tonari.explain.Source;
import org.tonari.units.Tokens;

/// Architectures nobody has published: one to three kinds of layers in any order, of any attention, of any width.
public final class Architecture {
    private static final Source DICE = Source.of(Source.Kind.DERIVED, "thrown by dice");
    private static final List<String> FAMILIES =
            List.of("llama", "gemma3", "gpt-oss", "qwen3moe", "deepseek2", "qwen35moe", "nemotron_h", "jamba", "new");
    private static final List<Long> HEAD_SIZES = List.of(32L, 64L, 80L, 96L, 128L, 160L, 192L, 256L, 512L);

    private final Random random;

    /// @param random the dice
    public Architecture(Random random) {
        this.random = random;
    }

    /// @return a model of up to a few hundred billion parameters
    public LanguageModel model() {
        long hidden = 32L * between(2, 256);
        var groups = new ArrayList<LayerGroup>();
        var order = new ArrayList<Integer>();
        int kinds = between(1, 3);
        for (int kind = 0; kind < kinds; kind++) {
            int layers = between(1, 24);
            groups.add(new LayerGroup("kind" + kind, layers, attention(), feedForward(hidden), 2 * hidden));
            order.addAll(Collections.nCopies(layers, kind));
        }
        Collections.shuffle(order, random);
        return inOrderOfAppearance(hidden, groups, order);
    }

    private LanguageModel inOrderOfAppearance(long hidden, List<LayerGroup> groups, List<Integer> order) {
        List<Integer> appearance = order.stream().distinct().toList();
        return model(
                hidden,
                appearance.stream().map(groups::get).toList(),
                order.stream().map(appearance::indexOf).toList());
    }

    /// @return a model of one kind of layers
    public LanguageModel uniform(int layers, Attention attention) {
        long hidden = 1024;
        return model(
                hidden,
                List.of(new LayerGroup("all", layers, attention, feedForward(hidden), 2 * hidden)),
                IntStream.range(0, layers).map(_ -> 0).boxed().toList());
    }

    /// @return a small model of these layers, each of its own kind
    public static LanguageModel of(List<LayerGroup> layers) {
        var random = new Random(1);
        return new Architecture(random)
                .model(64, layers, IntStream.range(0, layers.size()).boxed().toList());
    }

    /// @return the model with every kind of layers this many times as often
    public static LanguageModel stacked(LanguageModel model, int times) {
        var order = new ArrayList<Integer>();
        for (int again = 0; again < times; again++) {
            order.addAll(model.order());
        }
        List<LayerGroup> groups = model.groups().stream()
                .map(group -> group.withCount(group.count() * times))
                .toList();
        return with(model, groups, order);
    }

    private LanguageModel model(long hidden, List<LayerGroup> groups, List<Integer> order) {
        return new LanguageModel(
                "dice",
                "Dice",
                FAMILIES.get(random.nextInt(FAMILIES.size())),
                DICE,
                hidden,
                between(100, 300_000),
                random.nextBoolean() ? OutputHead.SEPARATE : OutputHead.TIED,
                hidden,
                groups,
                order,
                List.of(),
                new Tokens(1L << between(9, 20)),
                "bf16",
                List.of(),
                new Details("", "", "", "text", 0, List.of()));
    }

    private static LanguageModel with(LanguageModel model, List<LayerGroup> groups, List<Integer> order) {
        return new LanguageModel(
                model.id(),
                model.name(),
                model.family(),
                model.source(),
                model.hiddenSize(),
                model.vocabulary(),
                model.head(),
                model.smallParameters(),
                groups,
                order,
                model.extras(),
                model.maxContext(),
                model.nativeWeights(),
                List.of(),
                model.details());
    }

    /// @return attention of any kind
    public Attention attention() {
        return switch (random.nextInt(9)) {
            case 0, 1 -> new FullAttention(heads());
            case 2 -> new SlidingWindowAttention(heads(), between(1, 9_000));
            case 3 -> new ChunkedAttention(heads(), between(1, 9_000));
            case 4 -> latent();
            case 5 -> new SparseLatentAttention(latent(), between(1, 64), 32L * between(1, 8), between(1, 4_096));
            case 6 ->
                new StateSpace(
                        random.nextBoolean() ? StateSpace.Variant.MAMBA_1 : StateSpace.Variant.MAMBA_2,
                        64L * between(1, 200),
                        16L * between(1, 16),
                        between(1, 8),
                        between(1, 128),
                        between(2, 5));
            case 7 -> {
                long keys = between(1, 16);
                yield new GatedDelta(keys, keys * between(1, 4), headSize(), headSize(), between(2, 5));
            }
            default ->
                random.nextBoolean()
                        ? new ShortConvolution(32L * between(1, 200), between(2, 5))
                        : new Attention.None();
        };
    }

    private Heads heads() {
        long keyValue = between(1, 16);
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        if (random.nextInt(6) == 0) {
            traits.add(Trait.values()[random.nextInt(Trait.values().length)]);
        }
        long key = headSize();
        return new Heads(keyValue * between(1, 8), keyValue, key, random.nextInt(4) == 0 ? headSize() : key, traits);
    }

    private LatentAttention latent() {
        return new LatentAttention(
                between(1, 128),
                random.nextBoolean() ? 0 : 32L * between(1, 48),
                32L * between(1, 16),
                32L * between(1, 4),
                headSize(),
                headSize());
    }

    private FeedForward feedForward(long hidden) {
        int matrices = between(2, 3);
        return switch (random.nextInt(4)) {
            case 0 -> {
                long active = between(1, 8);
                long shared = random.nextBoolean() ? 0 : 32L * between(1, 64);
                yield new FeedForward.MixtureOfExperts(
                        active + between(0, 248), active, 32L * between(1, 128), matrices, hidden, shared, 0);
            }
            case 1 -> new FeedForward.None();
            default -> new FeedForward.Dense(32L * between(1, 1_024), matrices);
        };
    }

    private long headSize() {
        return HEAD_SIZES.get(random.nextInt(HEAD_SIZES.size()));
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }
}
