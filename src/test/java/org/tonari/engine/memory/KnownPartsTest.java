package org.tonari.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool.Kind;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.runtime.CacheFormat;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.runtime.InferenceRuntime.Allocation;
import org.tonari.domain.runtime.InferenceRuntime.Allocation.SchedulingStep;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload;
import org.tonari.domain.scenario.Workload.Toggle;
import org.tonari.engine.Bench;
import org.tonari.engine.ShippedScenarios;
import org.tonari.engine.memory.MemoryStacks.Detail;
import org.tonari.engine.memory.compute.Replays;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;

/// What is remembered answers for what it was worked out for, and for nothing that only looks like it.
class KnownPartsTest {
    private static final Machine SMALL = Bench.machine(Bench.pool(Kind.UNIFIED, 1L << 30));
    private static final Machine LARGE = Bench.machine(Bench.pool(Kind.UNIFIED, 1L << 40));
    private static final LanguageModel MODEL = looking(1);

    private final KnownParts known = new KnownParts();

    static Stream<Arguments> changes() {
        return Stream.of(
                change("another model of the same name", one -> one.withModel(looking(2))),
                change("keys of 8 bits", one -> cached(one, eight(), one.values())),
                change("values of 8 bits", one -> cached(one, one.keys(), eight())),
                change("a runtime of the same name", one -> one.withRuntime(growing(one.runtime()))),
                change("more users", one -> one.withWorkload(one.workload().withConcurrency(3))),
                change(
                        "a longer context",
                        one -> one.withWorkload(one.workload().withContext(new Tokens(4_096)))),
                change("plain attention", one -> one.withWorkload(one.workload().withFlashAttention(Toggle.OFF))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void aChangedScenarioHasPartsOfItsOwn(String name, UnaryOperator<Scenario> change) {
        Scenario changed = change.apply(scenario("llama.cpp"));
        RunningParts before = kept(scenario("llama.cpp"), Detail.SIZES);

        assertThat(kept(changed, Detail.SIZES)).isEqualTo(fresh(changed)).isNotEqualTo(before);
        assertThat(kept(scenario("llama.cpp"), Detail.SIZES)).isEqualTo(before);
    }

    @Test
    void aFigureOfAPersonsOwnIsPartOfTheQuestion() {
        RunningParts before = kept(scenario("llama.cpp"), Detail.SIZES);
        Scenario own = scenario("llama.cpp").withOverride("runtime.max_num_seqs", 2);

        assertThat(kept(own, Detail.SIZES)).isEqualTo(fresh(own)).isNotSameAs(before);
    }

    @ParameterizedTest
    @EnumSource(Detail.class)
    void anExplainedBufferIsNotTakenForABareSizeNorTheOtherWayRound(Detail first) {
        Detail second = first == Detail.SIZES ? Detail.EXPLAINED : Detail.SIZES;
        kept(scenario("llama.cpp"), first);
        RunningParts other = kept(scenario("llama.cpp"), second);

        assertThat(other.activations())
                .isEqualTo(of(scenario("llama.cpp"), second).activations());
        assertThat(other.activations().optional().orElseThrow() instanceof Term.Given)
                .isEqualTo(second == Detail.SIZES);
    }

    @Test
    void whatIsAskedForAgainIsKeptWhateverTheMachine() {
        RunningParts kept = kept(scenario("llama.cpp"), Detail.SIZES);

        assertThat(known.running(scenario("llama.cpp").withMachine(LARGE), Detail.SIZES))
                .isSameAs(kept);
    }

    @Test
    void aRuntimeWhoseStepGrowsWithTheMachineIsAskedForEachMachine() {
        Scenario small = stepping();
        Scenario large = small.withMachine(LARGE);
        RunningParts before = kept(small, Detail.SIZES);

        assertThat(kept(large, Detail.SIZES).activations())
                .isEqualTo(fresh(large).activations())
                .isNotEqualTo(before.activations());
        assertThat(known.running(small, Detail.SIZES)).isSameAs(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"context", "users", "step"})
    void questionsThatDifferInOneNumberAreRememberedSideBySide(String number) {
        List<Scenario> asked =
                IntStream.rangeClosed(1, 12).mapToObj(i -> with(number, i)).toList();
        List<RunningParts> first =
                asked.stream().map(each -> kept(each, Detail.SIZES)).toList();

        for (int i = 0; i < asked.size(); i++) {
            assertThat(known.running(asked.get(i), Detail.SIZES)).isSameAs(first.get(i));
        }
    }

    @Test
    void whatAMachineSettlesIsWorkedOutOnceForEachOfItsRuntimes() {
        Scenario llama = scenario("llama.cpp");
        Scenario vllm = scenario("vllm");
        BeforeModel before = known.beforeModel(llama);

        assertThat(known.beforeModel(vllm))
                .isEqualTo(BeforeModel.of(SMALL, vllm.runtime()))
                .isNotEqualTo(before);
        assertThat(known.beforeModel(llama.withMachine(LARGE)))
                .isEqualTo(BeforeModel.of(LARGE, llama.runtime()))
                .isNotEqualTo(before);
        assertThat(known.beforeModel(llama)).isSameAs(before);
    }

    @Test
    void placesOfOneMachineUnderEveryRuntimeAndOfOneRuntimeOnEveryMachineStandSideBySide() {
        List<Scenario> places = Stream.concat(
                        ShippedScenarios.CATALOGUE.runtimes().stream()
                                .map(runtime -> scenario("vllm").withRuntime(runtime)),
                        ShippedScenarios.CATALOGUE.machines().stream()
                                .limit(12)
                                .map(machine -> scenario("vllm").withMachine(machine)))
                .toList();
        List<BeforeModel> first = places.stream().map(known::beforeModel).toList();

        for (int i = 0; i < places.size(); i++) {
            assertThat(known.beforeModel(places.get(i))).isSameAs(first.get(i));
        }
    }

    @Test
    void weightsAreThoseOfTheVeryModelAndFormat() {
        Scenario plain = scenario("llama.cpp");
        WeightBytes sixteen = known.weights(plain);
        Scenario twice = plain.withModel(looking(2));

        assertThat(known.weights(twice).total())
                .isEqualTo(WeightBytes.of(twice.model(), twice.weights()).total())
                .isNotEqualTo(sixteen.total());
        assertThat(known.weights(plain.withWeights(format("q8_0"))).total()).isLessThan(sixteen.total());
        assertThat(known.weights(plain)).isSameAs(sixteen);
    }

    @Test
    void weightsOfManyFormatsAndModelsStandSideBySide() {
        List<Scenario> asked = Stream.concat(
                        ShippedScenarios.CATALOGUE.weights().stream()
                                .limit(12)
                                .map(format -> scenario("llama.cpp").withWeights(format)),
                        ShippedScenarios.CATALOGUE.models().stream()
                                .limit(12)
                                .map(model -> scenario("llama.cpp").withModel(model)))
                .toList();
        List<WeightBytes> first = asked.stream().map(known::weights).toList();

        for (int i = 0; i < asked.size(); i++) {
            assertThat(known.weights(asked.get(i))).isSameAs(first.get(i));
        }
    }

    private RunningParts kept(Scenario scenario, Detail detail) {
        known.running(scenario, detail);
        RunningParts kept = known.running(scenario, detail);
        assertThat(known.running(scenario, detail)).isSameAs(kept);
        return kept;
    }

    private static RunningParts fresh(Scenario scenario) {
        return of(scenario, Detail.SIZES);
    }

    private static RunningParts of(Scenario scenario, Detail detail) {
        return RunningParts.of(scenario, detail, new Replays());
    }

    private static Scenario with(String number, int i) {
        Scenario plain = scenario("llama.cpp");
        Workload workload = plain.workload();
        return plain.withWorkload(
                switch (number) {
                    case "context" -> workload.withContext(new Tokens(256L * i));
                    case "users" -> workload.withConcurrency(i);
                    default -> workload.withUbatch(new Tokens(32L * i));
                });
    }

    private static Arguments change(String name, UnaryOperator<Scenario> change) {
        return Arguments.of(name, change);
    }

    private static Scenario scenario(String runtime) {
        Scenario plain = Bench.scenario(SMALL, MODEL, runtime);
        return plain.withWorkload(plain.workload().withContext(new Tokens(1_024)));
    }

    /// Steps of 8 sequences on small machines, of 64 from 1 TiB on.
    private static Scenario stepping() {
        Scenario plain = ShippedScenarios.of("dgx-spark", "qwen3-8b", "q8_0").withMachine(SMALL);
        InferenceRuntime vllm =
                ShippedScenarios.CATALOGUE.runtime("vllm").optional().orElseThrow();
        var steps = List.of(
                new SchedulingStep(new Bytes(1L << 40), new Tokens(64), 64),
                new SchedulingStep(Bytes.ZERO, new Tokens(64), 8));
        return plain.withRuntime(
                vllm.withAllocation(new Allocation.PagedShareOfTotal(new Tokens(16), steps, Bytes.ZERO, 1)));
    }

    private static InferenceRuntime growing(InferenceRuntime runtime) {
        return runtime.withAllocation(new Allocation.GrowingSteps(new Tokens(256), new Tokens(512)));
    }

    private static Scenario cached(Scenario scenario, CacheFormat keys, CacheFormat values) {
        return new Scenario(
                scenario.machine(),
                scenario.model(),
                scenario.weights(),
                keys,
                values,
                scenario.runtime(),
                scenario.workload(),
                scenario.overrides());
    }

    private static CacheFormat eight() {
        return ShippedScenarios.CATALOGUE.cache("q8_0").optional().orElseThrow();
    }

    private static WeightFormat format(String id) {
        return ShippedScenarios.CATALOGUE.weights(id).optional().orElseThrow();
    }

    /// Layers that keep a key and a value of 32 elements for every token.
    private static LanguageModel looking(int layers) {
        return Bench.model(new LayerGroup(
                "looking",
                layers,
                new Attention.FullAttention(Bench.heads(1, 1, 32, 32)),
                new FeedForward.Dense(64, 2),
                0));
    }
}
