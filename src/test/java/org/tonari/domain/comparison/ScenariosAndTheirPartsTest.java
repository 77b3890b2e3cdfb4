package org.tonari.domain.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonari.domain.Parts.changed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tonari.domain.Parts;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.domain.machine.NetworkLink;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.Attention.Trait;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LanguageModel.StoredTensors;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.model.TensorRole;
import org.tonari.domain.question.Wish;
import org.tonari.domain.runtime.CacheFormat;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.runtime.RuntimeChoice;
import org.tonari.domain.scenario.Anchor;
import org.tonari.domain.scenario.Change;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload;
import org.tonari.engine.ShippedScenarios;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.units.Bytes;
import org.tonari.units.BytesPerSecond;
import org.tonari.units.Money;
import org.tonari.units.Tokens;
import org.tonari.units.TokensPerSecond;
import org.tonari.units.Watts;

/// A scenario and what it consists of: a change changes itself alone.
class ScenariosAndTheirPartsTest {
    private static final Source SOURCE = Source.of(Source.Kind.DERIVED, "a test");
    private static final Scenario SCENARIO = ShippedScenarios.of("dgx-spark", "llama-3.1-8b", "q8_0");
    private static final Scenario OTHER = ShippedScenarios.of("mac-mini-m4-pro-64", "gpt-oss-20b", "mxfp4");
    private static final InferenceRuntime VLLM =
            ShippedScenarios.CATALOGUE.runtime("vllm").optional().orElseThrow();
    private static final CacheFormat Q8 =
            ShippedScenarios.CATALOGUE.cache("q8_0").optional().orElseThrow();

    @Test
    void aScenarioChangesInOnePart() {
        Workload longer = SCENARIO.workload().withContext(new Tokens(7));
        var anchor = new Anchor(SCENARIO, new TokensPerSecond(5));

        assertThat(changed(SCENARIO, SCENARIO.withMachine(OTHER.machine()))).containsExactly("machine");
        assertThat(changed(SCENARIO, SCENARIO.withModel(OTHER.model()))).containsExactly("model");
        assertThat(changed(SCENARIO, SCENARIO.withWeights(OTHER.weights()))).containsExactly("weights");
        assertThat(changed(SCENARIO, SCENARIO.withCache(Q8))).containsExactly("keys", "values");
        assertThat(changed(SCENARIO, SCENARIO.withRuntime(VLLM))).containsExactly("runtime");
        assertThat(changed(SCENARIO, SCENARIO.withWorkload(longer))).containsExactly("workload");
        assertThat(SCENARIO.withOverride("a", 1).withOverride("b", 2).overrides())
                .containsOnly(Map.entry("a", 1.0), Map.entry("b", 2.0));
        assertThat(SCENARIO.withAnchors(List.of(anchor)).anchors()).containsExactly(anchor);
    }

    @Test
    void sizesReadFromAFileHoldForItsOwnWeightsOnly() {
        var stored = List.of(new StoredTensors(TensorRole.ATTENTION_KEY, 10, new Bytes(20)));
        Scenario read = SCENARIO.withModel(SCENARIO.model().withStored(stored));

        assertThat(read.withWeights(read.weights()).model().stored()).isEqualTo(stored);
        assertThat(read.withWeights(OTHER.weights()).model().stored()).isEmpty();
    }

    @Test
    void aRemedyChangesWhatItNames() {
        assertThat(new Change.Cache(Q8).applyTo(SCENARIO)).isEqualTo(SCENARIO.withCache(Q8));
        assertThat(new Change.Weights(OTHER.weights()).applyTo(SCENARIO))
                .isEqualTo(SCENARIO.withWeights(OTHER.weights()));
        assertThat(changed(
                        SCENARIO.workload(),
                        new Change.Ubatch(new Tokens(7)).applyTo(SCENARIO).workload()))
                .containsExactly("ubatch");
        assertThat(new Change.Concurrency(7).applyTo(SCENARIO).workload().concurrency())
                .isEqualTo(7);
        assertThat(new Change.Context(new Tokens(7))
                        .applyTo(SCENARIO)
                        .workload()
                        .context())
                .isEqualTo(new Tokens(7));
    }

    @Test
    void whatAPersonMeasuredHoldsOnThatMachineUnderThatRuntime() {
        var anchor = new Anchor(SCENARIO, new TokensPerSecond(5));

        assertThat(anchor.holdsFor(SCENARIO.withModel(OTHER.model()))).isTrue();
        assertThat(anchor.holdsFor(SCENARIO.withMachine(OTHER.machine()))).isFalse();
        assertThat(anchor.holdsFor(SCENARIO.withRuntime(VLLM))).isFalse();
    }

    @Test
    void aComparisonChangesInOnePart() {
        Comparison beside = ComparisonTest.beside();
        Setup setup = beside.setup();

        assertThat(changed(beside, beside.withWorkload(all -> all.withContext(new Tokens(7)))))
                .containsExactly("setup");
        assertThat(beside.withWorkload(all -> all.withContext(new Tokens(7)))
                        .setup()
                        .workload()
                        .context())
                .isEqualTo(new Tokens(7));
        assertThat(changed(beside, beside.withTarget(Optional.of(new TokensPerSecond(9)))))
                .containsExactly("target");
        assertThat(changed(beside, beside.withPins(List.of(new Pin('A', setup)))))
                .containsExactly("pins");
        assertThat(changed(beside, beside.asking(all -> all.withWish(Wish.DEFAULT.withUse("coding")))))
                .containsExactly("questions");
        assertThat(changed(setup, setup.withCache(Q8))).containsExactly("keys", "values");
        assertThat(changed(setup, setup.withCaches(Q8, setup.values()))).containsExactly("keys");
    }

    @Test
    void aColumnIsCalledAfterItsOwnWeightsWhereItsRuntimeIsThatOfAll() {
        var column = new Candidate(SCENARIO.machine(), 1, 0, Candidate.Visibility.SHOWN);

        assertThat(column.withWeights(Optional.of(OTHER.weights())).machine().shortName())
                .isEqualTo("DGX Spark, " + OTHER.weights().name());
    }

    @Test
    void figuresAboutARuntimeLeaveOthersWhereTheyAre() {
        Setup own = Parts.with(
                ComparisonTest.beside().setup(), "overrides", Map.of("runtime.base", 1.0, "model.hidden", 2.0));

        assertThat(own.withRuntime(new RuntimeChoice.Chosen(VLLM)).overrides())
                .containsOnly(Map.entry("model.hidden", 2.0));
    }

    @Test
    void anotherModelKeepsTheSizesOfItsFileUnderItsOwnWeights() {
        var stored = List.of(new StoredTensors(TensorRole.ATTENTION_KEY, 10, new Bytes(20)));
        LanguageModel read = OTHER.model().withStored(stored);
        Setup setup = ComparisonTest.beside().setup();

        assertThat(setup.withModel(read, OTHER.weights()).model().stored()).isEqualTo(stored);
        assertThat(setup.withModel(read, SCENARIO.weights()).model().stored()).isEmpty();
    }

    @Test
    void aMachineChangesInOnePart() {
        Machine machine = SCENARIO.machine();
        MemoryPool pool = machine.primaryPool();
        Sourced<Watts> unknown = Sourced.unknown("power", "a test");
        Sourced<Bytes> none = Sourced.unknown("capacity", "a test");
        Sourced<BytesPerSecond> slow = Sourced.known(new BytesPerSecond(1), SOURCE);

        assertThat(changed(machine, machine.withPools(OTHER.machine().pools()))).containsExactly("pools");
        assertThat(changed(machine, machine.withPower(new Machine.Power(unknown, unknown, unknown))))
                .containsExactly("power");
        assertThat(changed(machine, machine.called("mine"))).containsExactly("shortName");
        assertThat(changed(machine, machine.copied(2))).containsExactly("id", "shortName");
        assertThat(changed(pool, pool.withCapacity(none))).containsExactly("capacity");
        assertThat(changed(pool, pool.withSystemReserve(Sourced.unknown("reserve", "a test"))))
                .containsExactly("systemReserve");
        assertThat(changed(pool, pool.withLimit(new MemoryPool.Limit.Accelerator(none))))
                .containsExactly("limit");
        assertThat(changed(pool, pool.withBandwidth(slow))).containsExactly("bandwidth");
    }

    @Test
    void theNewestPriceInACurrencyCounts() {
        var first = new Machine.Price(new Money(10, Money.Currency.JPY), "first", SOURCE);
        var dollars = new Machine.Price(new Money(1, Money.Currency.USD), "dollars", SOURCE);
        var later = new Machine.Price(new Money(12, Money.Currency.JPY), "later", SOURCE);
        Machine machine = Parts.with(SCENARIO.machine(), "prices", List.of(first, dollars, later));

        assertThat(machine.price(Money.Currency.JPY)).contains(later);
        assertThat(machine.price(Money.Currency.USD)).contains(dollars);
        assertThat(machine.price(Money.Currency.EUR)).isEmpty();
    }

    @Test
    void aHostStandsBesideACard() {
        Machine card = ShippedScenarios.CATALOGUE
                .machine("hp-omen-45l-rtx-5090")
                .optional()
                .orElseThrow();

        assertThat(card.hostPool()).contains(card.pools().get(1));
        assertThat(card.primaryPool().kind()).isEqualTo(MemoryPool.Kind.VRAM);
        assertThat(SCENARIO.machine().hostPool()).isEmpty();
    }

    @Test
    void aLinkNeedsItsPortUnlessItIsEthernet() {
        Machine bare = Parts.with(SCENARIO.machine(), "links", List.of());
        NetworkLink any = ShippedScenarios.CATALOGUE.links().getFirst();
        Machine ported = Parts.with(
                bare,
                "links",
                List.of(new Machine.Link(
                        "port", "a port", Sourced.unknown("a", "a test"), Sourced.unknown("b", "a test"))));

        assertThat(Parts.with(any, "port", NetworkLink.ETHERNET).fits(bare)).isTrue();
        assertThat(Parts.with(any, "port", "port").fits(bare)).isFalse();
        assertThat(Parts.with(any, "port", "port").fits(ported)).isTrue();
        assertThat(Parts.with(any, "port", "another").fits(ported)).isFalse();
    }

    @Test
    void headsKeepAsManyElementsAsTheyShareKeysAndValues() {
        var heads = new Heads(6, 2, 16, 8, Set.of());

        assertThat(heads.keyWidth()).isEqualTo(32);
        assertThat(heads.valueWidth()).isEqualTo(16);
        assertThat(heads.ownsCache()).isTrue();
        assertThat(new Heads(6, 2, 16, 8, Set.of(Trait.SHARED_CACHE)).ownsCache())
                .isFalse();
        assertThat(new Attention.LatentAttention(4, 0, 32, 8, 24, 12).cacheWidth())
                .isEqualTo(40);
    }

    @Test
    void aModelOfSomeLayersKeepsTheirKindsAndOrder() {
        LanguageModel model = OTHER.model();
        LanguageModel some = model.withLayers(1, 4);

        assertThat(model.layers()).isEqualTo(24);
        assertThat(some.layers()).isEqualTo(3);
        assertThat(some.layer(0).attention()).isEqualTo(model.layer(1).attention());
        assertThat(some.layer(1).attention()).isEqualTo(model.layer(2).attention());
        assertThat(some.layer(2).attention()).isEqualTo(model.layer(3).attention());
        assertThat(some.groups().stream().mapToInt(LayerGroup::count).sum()).isEqualTo(3);
    }

    @Test
    void aSetupsTemplateKeepsFiguresAndMeasurements() {
        Setup setup = ComparisonTest.beside()
                .setup()
                .withOverride("m", "machine.memory", 1)
                .withMeasurement("m", new Tokens(1), new TokensPerSecond(2));

        assertThat(changed(setup, setup.like(setup.on(SCENARIO.machine()).withCache(Q8))))
                .containsExactly("keys", "values");
    }
}
