package org.tonari.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.domain.machine.MemoryPool.Kind;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.runtime.InferenceRuntime.Allocation;
import org.tonari.domain.runtime.InferenceRuntime.Allocation.SchedulingStep;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Bench;
import org.tonari.explain.MissingFact;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;

/// Eight sequences of 1,024 tokens in a pool of blocks: one layer keeps a key and a value of 8 elements of 2 bytes
/// each, 32 bytes a token and 32,768 a sequence.
class WaitingSequencesTest {
    private static final long SEQUENCE = 32_768;
    private static final Attention LOOKING = new Attention.FullAttention(Bench.heads(1, 1, 8, 8));

    static Stream<Allocation> pools() {
        return Stream.of(
                total(8),
                new Allocation.StaticShare(new Tokens(16), steps(8), new Allocation.StaticShare.Share.Fixed(1)),
                new Allocation.PagedShareOfFree(new Tokens(16), new Tokens(64), 1));
    }

    @ParameterizedTest
    @MethodSource("pools")
    void aPoolServesAsManyAsFindRoomWhole(Allocation allocation) {
        assertThat(served(allocation, 3 * SEQUENCE)).isEqualTo(3);
        assertThat(served(allocation, 3 * SEQUENCE - 1)).isEqualTo(2);
        assertThat(served(allocation, 7 * SEQUENCE)).isEqualTo(7);
        assertThat(served(allocation, SEQUENCE)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("pools")
    void whereAllFindRoomOrNotEvenOneAllAreAskedFor(Allocation allocation) {
        for (long room : List.of(9 * SEQUENCE, 8 * SEQUENCE, SEQUENCE - 1, 0L)) {
            MemoryStack stack = stack(allocation, room, model(LOOKING));

            assertThat(stack.served().isAll()).as("room for " + room).isTrue();
            assertThat(stack.size(Part.KV_CACHE).count()).isEqualTo(8 * SEQUENCE);
        }
    }

    @Test
    void theStackIsThatOfTheServedAndSaysWhatTheOthersWouldTake() {
        MemoryStack three = stack(total(8), 3 * SEQUENCE, model(LOOKING));
        MemoryStack all = stack(total(8), 100 * SEQUENCE, model(LOOKING));

        assertThat(three.served().asked()).isEqualTo(8);
        assertThat(three.served().waiting()).isEqualTo(new Bytes(5 * SEQUENCE));
        assertThat(three.size(Part.KV_CACHE)).isEqualTo(new Bytes(3 * SEQUENCE));
        assertThat(three.required().bytes()).isEqualTo(all.required().bytes().minus(new Bytes(5 * SEQUENCE)));
        assertThat(three.requiredHigh().minus(three.required().bytes()))
                .isEqualTo(all.requiredHigh().minus(all.required().bytes()));
        assertThat(three.required().bytes().minus(three.requiredLow()))
                .isEqualTo(all.required().bytes().minus(all.requiredLow()));
    }

    /// All of the memory is taken in advance, whatever is served.
    @Test
    void whatIsTakenInAdvanceStaysTheWholeMemory() {
        MemoryStack three = stack(total(8), 3 * SEQUENCE, model(LOOKING));

        assertThat(three.reserved().bytes())
                .isEqualTo(three.pools()
                        .getFirst()
                        .capacity()
                        .optional()
                        .orElseThrow()
                        .bytes());
    }

    @Test
    void aStepServesNoMoreThanTheRuntimeTakesAtOnce() {
        assertThat(served(total(2), 100 * SEQUENCE)).isEqualTo(2);
        assertThat(served(total(3), 2 * SEQUENCE)).isEqualTo(2);
    }

    /// Caches and states of a sequence stand together: both shrink to those of the served.
    @Test
    void aFixedStateWaitsWithItsCache() {
        LanguageModel mixed = model(LOOKING, new Attention.GatedDelta(1, 1, 8, 8, 4));
        MemoryStack all = stack(total(8), 1L << 30, mixed);
        long cache = all.size(Part.KV_CACHE).count() / 8;
        long state = all.size(Part.RECURRENT_STATE).count() / 8;
        MemoryStack two = stack(total(8), 2 * (cache + state), mixed);

        assertThat(state).isPositive();
        assertThat(two.served().sequences()).isEqualTo(2);
        assertThat(two.size(Part.KV_CACHE).count()).isEqualTo(2 * cache);
        assertThat(two.size(Part.RECURRENT_STATE).count()).isEqualTo(2 * state);
    }

    @Test
    void layersThatKeepNothingServeAllTheyAreAskedFor() {
        assertThat(stack(total(8), 0, model(new Attention.None())).served().sequences())
                .isEqualTo(8);
    }

    @Test
    void aCacheNobodyKnowsIsNotParted() {
        var secret = new Attention.Undescribed(new MissingFact("attention", "nobody describes it"));

        assertThat(stack(total(8), 3 * SEQUENCE, model(LOOKING, secret))
                        .served()
                        .isAll())
                .isTrue();
    }

    @Test
    void aRuntimeThatLaysOutEveryCacheAtStartServesAllOrNone() {
        Scenario scenario = scenario(total(8), 1 << 20, 8, model(LOOKING));
        Scenario cells = scenario.withRuntime(
                scenario.runtime().withAllocation(new Allocation.Cells(new Tokens(256), Bytes.ZERO)));

        assertThat(SequencesAtOnce.of(cells, MemoryStacks.of(cells)).served().isAll())
                .isTrue();
    }

    private static Allocation total(int atOnce) {
        return new Allocation.PagedShareOfTotal(new Tokens(16), steps(atOnce), Bytes.ZERO, 1);
    }

    private static List<SchedulingStep> steps(int atOnce) {
        return List.of(new SchedulingStep(Bytes.ZERO, new Tokens(64), atOnce));
    }

    private static LanguageModel model(Attention... layers) {
        return Bench.model(Stream.of(layers)
                .map(layer ->
                        new LayerGroup(layer.getClass().getSimpleName(), 1, layer, new FeedForward.Dense(8, 2), 0))
                .toArray(LayerGroup[]::new));
    }

    private static int served(Allocation allocation, long room) {
        return stack(allocation, room, model(LOOKING)).served().sequences();
    }

    /// @param room for caches and states, beside everything else
    private static MemoryStack stack(Allocation allocation, long room, LanguageModel model) {
        MemoryStack one = MemoryStacks.of(scenario(allocation, 1L << 40, 1, model));
        long beside = one.required().bytes().count()
                - one.size(Part.KV_CACHE).count()
                - one.size(Part.RECURRENT_STATE).count();
        Scenario eight = scenario(allocation, beside + room, 8, model);
        return SequencesAtOnce.of(eight, MemoryStacks.of(eight));
    }

    private static Scenario scenario(Allocation allocation, long bytes, int sequences, LanguageModel model) {
        Scenario plain = Bench.scenario(Bench.machine(Bench.pool(Kind.UNIFIED, bytes)), model, "vllm");
        return plain.withRuntime(plain.runtime().withAllocation(allocation).withUncertainty(new Bytes(100)))
                .withWorkload(plain.workload().withContext(new Tokens(1_024)).withConcurrency(sequences));
    }
}
