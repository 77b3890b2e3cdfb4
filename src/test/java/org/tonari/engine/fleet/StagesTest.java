package org.tonari.engine.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.domain.answer.MemoryStack.Slice;
import org.tonari.domain.machine.MemoryPool.Kind;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Bench;
import org.tonari.engine.memory.MemoryStacks;
import org.tonari.engine.memory.WeightBytes;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;

/// What each machine of a pipeline holds: 16 bytes for each inner element of its layers.
class StagesTest {

    static Stream<Arguments> models() {
        return Stream.of(
                // of 12 the first should hold 4 and holds one layer of 6, the first two should hold 8 and do
                Arguments.of(3, List.of(6, 1, 1, 1, 1, 2), List.of(6, 2, 4)),
                // even layers part evenly
                Arguments.of(2, List.of(3, 3, 3, 3), List.of(6, 6)),
                // a stage that would end within a layer takes it whole
                Arguments.of(2, List.of(2, 2, 3, 3), List.of(7, 3)),
                // each machine has a layer, even where all weight lies at the end
                Arguments.of(3, List.of(1, 1, 1, 9), List.of(2, 1, 9)),
                // or at the start
                Arguments.of(3, List.of(9, 1, 1), List.of(9, 1, 1)),
                Arguments.of(4, List.of(1, 1, 1, 1), List.of(1, 1, 1, 1)));
    }

    @ParameterizedTest(name = "{0} machines share layers of {1} as {2}")
    @MethodSource("models")
    void layersPartWhereWeightsAreEven(int machines, List<Integer> layers, List<Integer> held) {
        List<Long> bytes = stages(machines, layers).stream()
                .map(stage -> part(stage, "layer_weights_bytes"))
                .toList();

        assertThat(bytes).isEqualTo(held.stream().map(inner -> inner * 16L).toList());
    }

    /// The embedding of 10 · 4 weights in 2 bytes and 3 small ones in 4 stand on the first machine.
    @Test
    void theFirstMachineReadsTokensAndTheLastWritesThem() {
        List<List<Slice>> stages = stages(3, List.of(1, 1, 1));

        assertThat(names(stages.get(0))).containsExactly("layer_weights_bytes", "embedding_bytes");
        assertThat(names(stages.get(1))).containsExactly("layer_weights_bytes");
        assertThat(names(stages.get(2))).containsExactly("layer_weights_bytes", "head_bytes");
        assertThat(part(stages.get(0), "embedding_bytes")).isEqualTo(outside());
    }

    @Test
    void anEmbeddingThatServesAsHeadStandsOnBothEnds() {
        assertThat(part(stages(2, List.of(1, 1)).getLast(), "head_bytes")).isEqualTo(10 * 4 * 2);
    }

    @Test
    void aSingleMachineHoldsItOnce() {
        assertThat(part(stages(1, List.of(1, 1)).getFirst(), "head_bytes")).isZero();
    }

    @Test
    void machinesOfAPipelineHoldCollectiveBuffersToo() {
        Scenario scenario = scenario(List.of(1, 1));
        long alone = MemoryStacks.of(scenario).pools().getFirst().slices().stream()
                .filter(slice -> slice.part() == Part.RUNTIME)
                .mapToLong(
                        slice -> slice.size().optional().orElseThrow().bytes().count())
                .sum();

        assertThat(term(stages(2, List.of(1, 1)).getLast(), Part.RUNTIME)
                                .bytes()
                                .count()
                        - alone)
                .isEqualTo(Bytes.ofMiB(342).count());
    }

    private static long outside() {
        Scenario scenario = scenario(List.of(1));
        return WeightBytes.of(scenario.model(), scenario.weights()).total().count() - 16;
    }

    private static List<List<Slice>> stages(int machines, List<Integer> layers) {
        Scenario scenario = scenario(layers);
        return new Shares(scenario, WeightBytes.of(scenario.model(), scenario.weights()), machines).pipeline();
    }

    private static Scenario scenario(List<Integer> inner) {
        LanguageModel model =
                Bench.model(inner.stream().map(each -> Bench.layer(1, each)).toArray(LayerGroup[]::new));
        return Bench.scenario(Bench.machine(Bench.pool(Kind.UNIFIED, 64L << 30)), model, "llama.cpp");
    }

    private static long part(List<Slice> stage, String id) {
        return parts(stage).stream()
                .filter(part -> part.id().equals(id))
                .findFirst()
                .orElseThrow()
                .bytes()
                .count();
    }

    private static List<String> names(List<Slice> stage) {
        return parts(stage).stream().map(Term::id).toList();
    }

    private static List<Term> parts(List<Slice> stage) {
        return ((Term.Derived) term(stage, Part.WEIGHTS)).parts();
    }

    private static Term term(List<Slice> stage, Part part) {
        return stage.stream()
                .filter(slice -> slice.part() == part)
                .findFirst()
                .orElseThrow()
                .size()
                .optional()
                .orElseThrow();
    }
}
