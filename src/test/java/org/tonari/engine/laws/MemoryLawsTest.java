package org.tonari.engine.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.domain.answer.MemoryStack.PoolStack;
import org.tonari.domain.runtime.CacheFormat;
import org.tonari.domain.runtime.InferenceRuntime.Allocation;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.ShippedScenarios;
import org.tonari.engine.memory.MemoryStacks;
import org.tonari.explain.Answer;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;

/// What holds of memory, whatever the model, the machine and the runtime.
class MemoryLawsTest {
    @Property(tries = 1000, seed = Draw.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void cacheAndStateNeverFallWithContext(@ForAll long number) {
        Draw.each(number, draw -> {
            Scenario scenario = draw.sensible();
            Tokens longer = new Tokens(scenario.workload().context().count() + draw.upTo(100_000));

            assertThat(cacheAndState(scenario.withWorkload(scenario.workload().withContext(longer))))
                    .isGreaterThanOrEqualTo(cacheAndState(scenario));
        });
    }

    @Property(tries = 400, seed = Draw.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void cacheAndStateNeverFallWithUsers(@ForAll long number) {
        Draw.each(number, draw -> {
            Scenario scenario = draw.sensible();
            int users = scenario.workload().concurrency();

            assertThat(cacheAndState(
                            scenario.withWorkload(scenario.workload().withConcurrency(users + (int) draw.upTo(64)))))
                    .isGreaterThanOrEqualTo(cacheAndState(scenario));
        });
    }

    /// Where states stand in vLLM's pool, its one size of pages is a state filled up to whole blocks of attention, and
    /// a smaller block may leave more of a page empty: no law holds there.
    @Property(tries = 1000, seed = Draw.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void cacheAndStateNeverFallWithBits(@ForAll long number) {
        Draw.each(number, draw -> {
            Scenario scenario = draw.sensible();
            if (scenario.runtime().allocation() instanceof Allocation.PagedShareOfTotal && hasState(scenario)) {
                return;
            }
            List<CacheFormat> offered = ShippedScenarios.CATALOGUE.caches().stream()
                    .filter(cache ->
                            cache.runtimes().contains(scenario.runtime().id()))
                    .sorted(Comparator.comparingDouble(cache -> cache.block().bitsPerElement()))
                    .toList();

            assertThat(offered.stream()
                            .map(cache -> cacheAndState(scenario.withCache(cache)))
                            .toList())
                    .isSorted();
        });
    }

    @Property(tries = 1000, seed = Draw.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void twiceTheLayersTakeTwiceTheCacheAndState(@ForAll long number) {
        Draw.each(number, draw -> {
            Scenario scenario = draw.sensible().withModel(draw.architecture());
            Scenario twice = scenario.withModel(Architecture.stacked(scenario.model(), 2));

            assertThat(cacheAndState(twice)).isEqualTo(cacheAndState(scenario).times(2));
        });
    }

    @Property(tries = 2000, seed = Draw.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void thePartsOfEveryPoolAddUp(@ForAll long number) {
        Draw.each(number, draw -> {
            MemoryStack stack = MemoryStacks.of(draw.scenario());
            Bytes parts = stack.inUse().stream().map(PoolStack::required).reduce(Bytes.ZERO, Bytes::plus);

            assertThat(stack.required().bytes()).isEqualTo(parts);
            assertThat(stack.reserved().bytes()).isGreaterThanOrEqualTo(parts);
            for (PoolStack pool : stack.pools()) {
                assertThat(pool.slices()).extracting(MemoryStack.Slice::part).containsExactly(Part.values());
                if (isKnown(pool)) {
                    assertThat(bytes(pool.osOverhead())
                                    .plus(bytes(pool.usable()))
                                    .plus(bytes(pool.keptFree())))
                            .isEqualTo(bytes(pool.capacity()));
                    assertThat(pool.usableLow()).isLessThanOrEqualTo(bytes(pool.usable()));
                }
            }
        });
    }

    @Property(tries = 2000, seed = Draw.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void theIntervalContainsWhatIsExpected(@ForAll long number) {
        Draw.each(number, draw -> {
            MemoryStack stack = MemoryStacks.of(draw.scenario());

            assertThat(stack.required().bytes()).isBetween(stack.requiredLow(), stack.requiredHigh());
        });
    }

    /// Of all sequences, also of those that would wait for a place.
    private static Bytes cacheAndState(Scenario scenario) {
        MemoryStack stack = MemoryStacks.of(onOnePool(scenario));
        return stack.size(Part.KV_CACHE)
                .plus(stack.size(Part.RECURRENT_STATE))
                .plus(stack.served().waiting());
    }

    /// With host memory beside it, a card hands over layers and their cache, which is not what these laws are about.
    private static Scenario onOnePool(Scenario scenario) {
        return scenario.withMachine(
                scenario.machine().withPools(List.of(scenario.machine().primaryPool())));
    }

    private static boolean hasState(Scenario scenario) {
        return !MemoryStacks.of(onOnePool(scenario)).size(Part.RECURRENT_STATE).equals(Bytes.ZERO);
    }

    private static boolean isKnown(PoolStack pool) {
        return pool.capacity().optional().isPresent()
                && pool.osOverhead().optional().isPresent()
                && pool.usable().optional().isPresent();
    }

    private static Bytes bytes(Answer answer) {
        return answer.optional().map(Term::bytes).orElse(Bytes.ZERO);
    }
}
