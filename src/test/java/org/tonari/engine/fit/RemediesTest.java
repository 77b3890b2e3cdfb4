package org.tonari.engine.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tonari.domain.answer.Fit;
import org.tonari.domain.answer.Fit.Remedy;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.domain.machine.MemoryPool.Reserve;
import org.tonari.domain.runtime.CacheFormat;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.scenario.Change;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload;
import org.tonari.engine.ShippedScenarios;
import org.tonari.engine.memory.MemoryStacks;
import org.tonari.engine.memory.WeightBytes;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;

/// Which changes are proposed, in which order, on a memory made to measure: Llama 3.1 8B in 16 bits, 64k of context for
/// four users, 32 GiB of cache.
class RemediesTest {
    private static final Source TEST = Source.of(Source.Kind.YOURS, "a test");
    private static final long USERS = 4;
    private static final long CACHE_BYTES = 32L << 30;
    private static final List<CacheFormat> CACHES = Stream.of("q4_0", "f16", "q8_0", "f32", "fp8")
            .map(RemediesTest::cache)
            .toList();
    private static final List<WeightFormat> WEIGHTS = Stream.of("q4_0", "q8_0", "q6_k", "mlx-4bit")
            .map(RemediesTest::weights)
            .toList();

    @Test
    void whereAllIsWellOnlyASmallerCacheIsProposed() {
        List<Remedy> remedies = remedies(room -> 2 * room);

        assertThat(remedies).extracting(Remedy::change).containsExactly(new Change.Cache(cache("q8_0")));
        // 32 GiB · (1 − 34/64), for 34 bytes stand for 32 elements of 2, and a few MiB of buffers
        assertThat(remedies.getFirst().saves().count())
                .isBetween(CACHE_BYTES * 30 / 64, CACHE_BYTES * 30 / 64 + (64L << 20));
        assertThat(remedies.getFirst().verdict()).isInstanceOf(Verdict.Fits.class);
    }

    @Test
    void theLargestCacheFormatThatFitsIsTaken() {
        assertThat(remedies(room -> room - CACHE_BYTES / 10).getFirst().change())
                .isEqualTo(new Change.Cache(cache("q8_0")));
        assertThat(remedies(room -> room - CACHE_BYTES * 6 / 10).getFirst().change())
                .isEqualTo(new Change.Cache(cache("q4_0")));
    }

    @Test
    void whereNoCacheFormatFitsTheLargestIsTakenAndSaysSo() {
        assertThat(remedies(room -> room - CACHE_BYTES))
                .filteredOn(remedy -> remedy.change() instanceof Change.Cache)
                .singleElement()
                .satisfies(remedy -> {
                    assertThat(remedy.change()).isEqualTo(new Change.Cache(cache("q8_0")));
                    assertThat(remedy.verdict()).isInstanceOf(Verdict.DoesNotFit.class);
                });
    }

    @Test
    void aContextCutToLessThanHalfIsTheLastOfWhatIsEnough() {
        List<Change> enough = remedies(room -> room - CACHE_BYTES * 6 / 10).stream()
                .filter(remedy -> remedy.verdict().fits())
                .map(Remedy::change)
                .toList();

        assertThat(enough)
                .hasExactlyElementsOfTypes(Change.Cache.class, Change.Concurrency.class, Change.Context.class);
    }

    @Test
    void whatIsEnoughComesFromTheLightestToTheHeaviestThenWhatIsNot() {
        List<Change> changes = remedies(room -> room - CACHE_BYTES / 10).stream()
                .map(Remedy::change)
                .toList();

        assertThat(changes)
                .hasExactlyElementsOfTypes(
                        Change.Cache.class,
                        Change.Concurrency.class,
                        Change.Context.class,
                        Change.Weights.class,
                        Change.Ubatch.class);
        assertThat(changes.getLast()).isEqualTo(new Change.Ubatch(new Tokens(128)));
    }

    @Test
    void usersAreHalvedUntilTheyFit() {
        assertThat(changes(room -> room - CACHE_BYTES / 10)).contains(new Change.Concurrency(2));
        assertThat(changes(room -> room - CACHE_BYTES * 6 / 10)).contains(new Change.Concurrency(1));
        assertThat(changes(room -> room - CACHE_BYTES)).contains(new Change.Concurrency(1));
    }

    @Test
    void theContextProposedIsTheLongestThatFits() {
        Scenario limited = limited(room -> room - CACHE_BYTES / 10, scenario());
        Fit fit = fit(limited);

        long longest =
                (long) fit.longestContext().optional().orElseThrow().value().magnitude();
        assertThat(longest).isBetween(50_000L, 65_535L);
        assertThat(fit.remedies()).extracting(Remedy::change).contains(new Change.Context(new Tokens(longest)));
    }

    @Test
    void theHeaviestWeightsThatFitAreTakenOfThoseTheRuntimeReads() {
        long weights = 16L << 30;

        assertThat(changes(room -> room - weights / 10)).contains(new Change.Weights(weights("q8_0")));
        assertThat(changes(room -> room - weights * 55 / 100)).contains(new Change.Weights(weights("q6_k")));
        assertThat(changes(room -> room - weights * 65 / 100)).contains(new Change.Weights(weights("q4_0")));
        assertThat(changes(room -> room - weights)).noneMatch(Change.Weights.class::isInstance);
    }

    @Test
    void whatIsSmallAlreadyIsNotProposed() {
        Scenario one = scenario()
                .withWorkload(scenario()
                        .workload()
                        .withConcurrency(1)
                        .withUbatch(new Tokens(128))
                        .withContext(new Tokens(256)));
        Scenario small = limited(room -> room - (1L << 30), one.withCache(cache("q4_0")));

        assertThat(fit(small).remedies()).extracting(Remedy::change).allMatch(Change.Weights.class::isInstance);
    }

    @Test
    void aRefusedCombinationIsNoRemedy() {
        Scenario unfused = scenario().withWorkload(scenario().workload().withFlashAttention(Workload.Toggle.OFF));

        assertThat(fit(limited(room -> room - CACHE_BYTES / 10, unfused)).remedies())
                .extracting(Remedy::change)
                .noneMatch(Change.Cache.class::isInstance);
    }

    private static List<Change> changes(LongUnaryOperator memory) {
        return remedies(memory).stream().map(Remedy::change).toList();
    }

    private static List<Remedy> remedies(LongUnaryOperator memory) {
        return fit(limited(memory, scenario())).remedies();
    }

    private static Fit fit(Scenario scenario) {
        return Fits.of(
                scenario,
                MemoryStacks::of,
                format -> WeightBytes.of(scenario.model(), format).total(),
                MemoryStacks.of(scenario),
                CACHES,
                WEIGHTS);
    }

    private static Scenario scenario() {
        Scenario shipped = ShippedScenarios.of("strix-halo-128", "llama-3.1-8b", "bf16");
        return shipped.withWorkload(
                shipped.workload().withContext(new Tokens(65_536)).withConcurrency((int) USERS));
    }

    /// @param memory of what the scenario needs at most, what there is
    private static Scenario limited(LongUnaryOperator memory, Scenario scenario) {
        long need = MemoryStacks.of(scenario).requiredHigh().count();
        MemoryPool pool = scenario.machine()
                .primaryPool()
                .withCapacity(Sourced.known(new Bytes(memory.applyAsLong(need)), TEST))
                .withSystemReserve(Sourced.known(new Reserve(Bytes.ZERO, Bytes.ZERO, Bytes.ZERO), TEST))
                .withLimit(new MemoryPool.Limit.None());
        return scenario.withMachine(scenario.machine().withPools(List.of(pool)));
    }

    private static CacheFormat cache(String id) {
        return ShippedScenarios.CATALOGUE.cache(id).optional().orElseThrow();
    }

    private static WeightFormat weights(String id) {
        return ShippedScenarios.CATALOGUE.weights(id).optional().orElseThrow();
    }
}
