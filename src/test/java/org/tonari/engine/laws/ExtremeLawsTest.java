package org.tonari.engine.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.tonari.domain.answer.Cost;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.domain.answer.MemoryStack.PoolStack;
import org.tonari.domain.answer.MemoryStack.Slice;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Speed.Estimated;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.Attention.StateSpace;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload;
import org.tonari.engine.Estimator;
import org.tonari.engine.ShippedScenarios;
import org.tonari.explain.Answer;
import org.tonari.explain.Term;
import org.tonari.units.Tokens;

/// Models of up to 10^15 parameters and contexts of up to 10^9 tokens: every number is finite and none is negative, or
/// the scenario is refused as beyond what can be counted.
class ExtremeLawsTest {
    private static final Estimator ESTIMATOR = ShippedScenarios.estimator();

    @Property(tries = 300, seed = Draw.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void everyNumberIsFiniteAndNoneIsNegative(@ForAll long number) {
        Draw.each(
                number,
                draw -> estimated(huge(draw))
                        .ifPresent(estimate -> terms(estimate)
                                .forEach(term -> assertThat(term.value().magnitude())
                                        .as(term.id())
                                        .isFinite()
                                        .isNotNegative())));
    }

    /// One layer of 10^15 parameters at the longest context that can be asked for.
    @Property(tries = 300, seed = Draw.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void theLargestCacheIsExactOrRefused(@ForAll long number) {
        Draw.each(number, draw -> {
            long heads = draw.upTo(1L << 20);
            long size = 32 * draw.upTo(1L << 15);
            int layers = (int) draw.upTo(10_000);
            int users = (int) draw.upTo(Workload.MOST_SEQUENCES);
            long context = 256 * draw.upTo(Workload.MOST_TOKENS / 256);
            Scenario scenario = ShippedScenarios.of("dgx-spark", "gpt-oss-120b", "bf16")
                    .withModel(new Architecture(draw.random())
                            .uniform(
                                    layers,
                                    new Attention.FullAttention(new Heads(heads, heads, size, size, Set.of()))));
            // layers · users · context · heads · (key + value) · 2 bytes
            double expected = 4.0 * layers * users * context * heads * size;

            Optional<Estimate> estimate = estimated(scenario.withWorkload(
                    scenario.workload().withContext(new Tokens(context)).withConcurrency(users)));

            if (estimate.isPresent()) {
                assertThat(estimate.get().memory().size(Part.KV_CACHE).magnitude())
                        .isEqualTo(expected);
            } else {
                assertThat(expected).isGreaterThan(0x1p50);
            }
        });
    }

    private static Optional<Estimate> estimated(Scenario scenario) {
        try {
            return Optional.of(ESTIMATOR.estimate(scenario, EnumSet.allOf(Estimator.Aspect.class)));
        } catch (ArithmeticException _) {
            return Optional.empty();
        }
    }

    private static Scenario huge(Draw draw) {
        Scenario drawn = draw.sensible();
        LanguageModel model = draw.architecture();
        long hidden = 32 * draw.upTo(100_000);
        List<LayerGroup> groups = model.groups().stream()
                .map(group -> new LayerGroup(
                        group.kind(), group.count(), wide(draw), wide(draw, hidden), group.smallParameters()))
                .toList();
        return drawn.withModel(new LanguageModel(
                        model.id(),
                        model.name(),
                        model.family(),
                        model.source(),
                        hidden,
                        draw.upTo(10_000_000),
                        model.head(),
                        hidden,
                        groups,
                        model.order(),
                        model.extras(),
                        new Tokens(Workload.MOST_TOKENS),
                        model.nativeWeights(),
                        List.of(),
                        model.details()))
                .withWorkload(drawn.workload()
                        .withContext(new Tokens(draw.upTo(Workload.MOST_TOKENS)))
                        .withPrompt(new Tokens(draw.upTo(Workload.MOST_TOKENS)))
                        .withUbatch(new Tokens(draw.upTo(100_000)))
                        .withConcurrency((int) draw.upTo(Workload.MOST_SEQUENCES)));
    }

    private static Attention wide(Draw draw) {
        long width = 32 * draw.upTo(1L << 31);
        long other = 32 * draw.upTo(1L << 20);
        return switch (draw.random().nextInt(6)) {
            case 0 -> new Attention.StateSpace(StateSpace.Variant.MAMBA_2, width, other, 8, 64, 4);
            case 1 -> new Attention.GatedDelta(other, other, width, 128, 4);
            case 2 -> new Attention.ShortConvolution(width, 4);
            case 3 -> new Attention.LatentAttention(128, 0, width, 64, 128, 128);
            case 4 -> new Attention.SlidingWindowAttention(new Heads(other, other, 128, 128, Set.of()), width);
            default -> new Architecture(draw.random()).attention();
        };
    }

    private static FeedForward wide(Draw draw, long hidden) {
        long active = draw.upTo(64);
        return new FeedForward.MixtureOfExperts(
                active + draw.upTo(10_000), active, 32 * draw.upTo(10_000), 3, hidden, 0, 0);
    }

    private static Stream<Term> terms(Estimate estimate) {
        return Stream.of(
                        Stream.of(
                                estimate.memory().required(), estimate.memory().reserved()),
                        estimate.memory().pools().stream()
                                .flatMap(ExtremeLawsTest::answers)
                                .flatMap(each -> each.optional().stream()),
                        estimate.fit().longestContext().optional().stream(),
                        estimate.speed().known().stream().flatMap(ExtremeLawsTest::speeds),
                        Stream.of(Cost.Figure.values())
                                .flatMap(figure -> estimate.cost().of(figure).optional().stream()))
                .flatMap(each -> each)
                .flatMap(ExtremeLawsTest::tree);
    }

    private static Stream<Answer> answers(PoolStack pool) {
        return Stream.concat(
                Stream.of(pool.capacity(), pool.osOverhead(), pool.usable(), pool.keptFree()),
                pool.slices().stream().map(Slice::size));
    }

    private static Stream<Term> speeds(Speed.Known known) {
        return Stream.concat(
                Stream.of(known.stepTime()),
                Stream.of(known.decode(), known.aggregate(), known.prefill(), known.firstToken())
                        .flatMap(each -> each instanceof Estimated estimated
                                ? Stream.of(estimated.expected())
                                : Stream.empty()));
    }

    private static Stream<Term> tree(Term term) {
        return switch (term) {
            case Term.Given given -> Stream.of(given);
            case Term.Derived derived ->
                Stream.concat(Stream.of(derived), derived.parts().stream().flatMap(ExtremeLawsTest::tree));
        };
    }
}
