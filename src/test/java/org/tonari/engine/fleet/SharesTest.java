package org.tonari.engine.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.domain.answer.MemoryStack.Slice;
import org.tonari.domain.machine.MemoryPool.Kind;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.Attention.LatentAttention;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Bench;
import org.tonari.engine.ShippedScenarios;
import org.tonari.engine.memory.MemoryStacks;
import org.tonari.engine.memory.WeightBytes;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;

/// What each machine holds where every layer is shared.
class SharesTest {
    private static final Heads HEADS = Bench.heads(8, 4, 64, 64);
    private static final LatentAttention LATENT = new LatentAttention(8, 0, 64, 32, 64, 64);

    @Test
    void weightsDivideByTheMachines() {
        Scenario scenario = shipped("llama-3.1-8b", "fp8");

        assertThat(bytes(tensor(scenario, 4), Part.WEIGHTS)).isEqualTo(bytes(alone(scenario), Part.WEIGHTS) / 4);
    }

    /// aiconfigurator's H100 table: 342 MiB for two devices and 50 MiB more for eight, evenly between.
    @ParameterizedTest(name = "{0} machines: {1} MiB")
    @CsvSource({"2, 342", "5, 367", "8, 392"})
    void eachMachineHoldsBuffersOfTheCollectiveLibrary(int machines, double mebibytes) {
        Scenario scenario = shipped("llama-3.1-8b", "fp8");

        assertThat(bytes(tensor(scenario, machines), Part.RUNTIME) - bytes(alone(scenario), Part.RUNTIME))
                .isEqualTo(Bytes.ofMiB(mebibytes).count());
    }

    static Stream<Arguments> attentions() {
        return Stream.of(
                Arguments.of("each of four heads goes to a machine", new Attention.FullAttention(HEADS), 2, 2),
                Arguments.of("four heads divide among four only", new Attention.FullAttention(HEADS), 8, 4),
                Arguments.of("as under a window", new Attention.SlidingWindowAttention(HEADS, 64), 8, 4),
                Arguments.of("as in chunks", new Attention.ChunkedAttention(HEADS, 64), 8, 4),
                Arguments.of("a compressed cache has no heads", LATENT, 2, 1),
                Arguments.of("nor has a sparse one", new Attention.SparseLatentAttention(LATENT, 4, 32, 64), 2, 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attentions")
    void theCacheDividesByItsHeads(String rule, Attention attention, int machines, long sharing) {
        Scenario scenario = scenario(attention);

        assertThat(bytes(tensor(scenario, machines), Part.KV_CACHE))
                .isEqualTo(bytes(alone(scenario), Part.KV_CACHE) / sharing);
    }

    static Stream<Attention> withoutCache() {
        return Stream.of(
                new Attention.StateSpace(Attention.StateSpace.Variant.MAMBA_2, 64, 16, 1, 4, 4),
                new Attention.GatedDelta(2, 4, 32, 32, 4),
                new Attention.ShortConvolution(64, 3),
                new Attention.None());
    }

    @ParameterizedTest
    @MethodSource("withoutCache")
    void layersWithoutACacheLeaveTheOthersTheirShare(Attention beside) {
        Scenario scenario = scenario(new Attention.FullAttention(HEADS), beside);

        assertThat(bytes(tensor(scenario, 4), Part.KV_CACHE)).isEqualTo(bytes(alone(scenario), Part.KV_CACHE) / 4);
    }

    @Test
    void aCacheNobodyDescribesStaysUnknownWhenShared() {
        var fact = new MissingFact("attention", "nobody describes it");
        Scenario scenario = scenario(new Attention.FullAttention(HEADS), new Attention.Undescribed(fact));

        assertThat(tensor(scenario, 4)).contains(new Slice(Part.KV_CACHE, new Answer.Unknown(fact)));
    }

    @Test
    void aFixedStateDividesByTheMachines() {
        Scenario scenario = scenario(new Attention.FullAttention(HEADS), new Attention.GatedDelta(2, 4, 32, 32, 4));

        assertThat(bytes(alone(scenario), Part.RECURRENT_STATE)).isPositive();
        assertThat(bytes(tensor(scenario, 4), Part.RECURRENT_STATE))
                .isEqualTo(bytes(alone(scenario), Part.RECURRENT_STATE) / 4);
    }

    /// aiconfigurator's coefficients: 22 on one device, 13 on two, and so on by each doubling.
    @ParameterizedTest(name = "{0} machines keep {1}")
    @CsvSource({"2, 0.5909091", "4, 0.3491736", "8, 0.2063298"})
    void activationsOfALayerShrinkByThirteenParts(int machines, double share) {
        Scenario scenario = shipped("gpt-oss-120b", "mxfp4");
        Term whole = find(term(alone(scenario), Part.ACTIVATIONS), "layer_activations")
                .orElseThrow();
        Term each = find(term(tensor(scenario, machines), Part.ACTIVATIONS), "layer_activations")
                .orElseThrow();

        assertThat(each.value().magnitude() / whole.value().magnitude()).isCloseTo(share, within(1e-6));
    }

    @Test
    void theExpertsWorkspaceDividesByTheMachines() {
        Scenario scenario = shipped("gpt-oss-120b", "mxfp4");
        Term whole = find(term(alone(scenario), Part.ACTIVATIONS), "expert_workspace")
                .orElseThrow();
        Term each = find(term(tensor(scenario, 4), Part.ACTIVATIONS), "expert_workspace")
                .orElseThrow();

        assertThat(each.bytes().count()).isEqualTo(whole.bytes().count() / 4);
    }

    /// Logits, sorted copies and indices of each of 3 users: 128,256 tokens known · 38.5 bytes.
    @Test
    void samplingIsForTheUsersAskedNotForTheMostServed() {
        Scenario asked = shipped("llama-3.1-8b", "fp8");
        Scenario scenario = asked.withWorkload(asked.workload().withConcurrency(3));
        Term sampling = find(term(tensor(scenario, 2), Part.ACTIVATIONS), "sampling_peak")
                .orElseThrow();

        assertThat(sampling.value().magnitude()).isCloseTo(3 * 128_256 * 38.5, within(1.0));
    }

    private static Optional<Term> find(Term term, String id) {
        if (term.id().equals(id)) {
            return Optional.of(term);
        }
        return term instanceof Term.Derived derived
                ? derived.parts().stream()
                        .flatMap(part -> find(part, id).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static Scenario shipped(String model, String weights) {
        return ShippedScenarios.of("dgx-spark", model, weights)
                .withRuntime(
                        ShippedScenarios.CATALOGUE.runtime("vllm").optional().orElseThrow());
    }

    private static Scenario scenario(Attention... attentions) {
        LayerGroup[] groups = Stream.of(attentions)
                .map(attention -> new LayerGroup(
                        attention.getClass().getSimpleName(), 2, attention, new FeedForward.Dense(64, 3), 0))
                .toArray(LayerGroup[]::new);
        LanguageModel model = Bench.model(groups);
        return Bench.scenario(Bench.machine(Bench.pool(Kind.UNIFIED, 64L << 30)), model, "vllm");
    }

    private static List<Slice> alone(Scenario scenario) {
        return MemoryStacks.of(scenario, weights(scenario)).pools().getFirst().slices();
    }

    private static List<Slice> tensor(Scenario scenario, int machines) {
        return new Shares(scenario, weights(scenario), machines).tensor();
    }

    private static WeightBytes weights(Scenario scenario) {
        return WeightBytes.of(scenario.model(), scenario.weights());
    }

    private static long bytes(List<Slice> slices, Part part) {
        return term(slices, part).bytes().count();
    }

    private static Term term(List<Slice> slices, Part part) {
        return slices.stream()
                .filter(slice -> slice.part() == part)
                .findFirst()
                .orElseThrow()
                .size()
                .optional()
                .orElseThrow();
    }
}
