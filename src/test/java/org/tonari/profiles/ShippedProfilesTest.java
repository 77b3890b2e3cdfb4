package org.tonari.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.domain.runtime.CacheFormat;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.units.Bytes;
import org.tonari.units.Money.Currency;

final class ShippedProfilesTest {
    private static final Path PROFILES = Path.of("profiles");

    private final Catalogue catalogue = Catalogue.open(List.of());

    @Test
    void theSevenCandidatesStandFirstInTheirOrder() {
        List<String> machines = catalogue.ids(ProfileKind.MACHINE);

        assertThat(machines.subList(0, 7))
                .containsExactly(
                        "dgx-spark",
                        "asus-ascent-gx10",
                        "macbook-pro-m4-max-128",
                        "mac-studio-m3-ultra-512",
                        "hp-omen-45l-rtx-5090",
                        "self-built-ddr5-192",
                        "mac-mini-m4-pro-64");
        assertThat(machines.subList(7, machines.size())).isSorted();
    }

    @Test
    void everyMachineCacheAndRuntimeLoads() {
        assertThat(catalogue.machines())
                .hasSameSizeAs(catalogue.ids(ProfileKind.MACHINE))
                .hasSizeGreaterThanOrEqualTo(21);
        assertThat(catalogue.caches()).hasSize(13);
        assertThat(catalogue.runtimes()).hasSize(6);
        assertThat(catalogue.problems()).isEmpty();
    }

    @Test
    void everyFileIsNamedLikeItsIdAndHasASourceForEachFigure() {
        ProfileCheck.Report report = new ProfileCheck().check(List.of(PROFILES));

        assertThat(report.problems()).isEmpty();
        assertThat(report.sound().get(ProfileKind.CACHE)).isEqualTo(13);
        assertThat(report.sound().get(ProfileKind.MODEL))
                .isEqualTo(catalogue.ids(ProfileKind.MODEL).size());
    }

    @Test
    void everyModelIsPublishedInAWeightFormatThatIsShipped() {
        List<String> weights = catalogue.ids(ProfileKind.WEIGHTS);

        assertThat(catalogue.weights()).hasSameSizeAs(weights);
        assertThat(catalogue.models())
                .allSatisfy(model -> assertThat(weights).as(model.id()).contains(model.nativeWeights()));
    }

    @Test
    void everyModelLoads() {
        assertThat(catalogue.models())
                .hasSameSizeAs(catalogue.ids(ProfileKind.MODEL))
                .hasSizeGreaterThan(60);
        assertThat(catalogue.problems()).isEmpty();
    }

    @Test
    void everyFigureOfAMachineIsOfOneOfTheFiveKinds() {
        for (Machine machine : catalogue.machines()) {
            assertThat(sources(machine))
                    .as(machine.id())
                    .allSatisfy(source -> assertThat(source.kind()).isIn(TestProfiles.machineKinds()))
                    .allSatisfy(source -> assertThat(source.date()).matches("\\d{4}(-\\d{2}(-\\d{2})?)?"));
        }
    }

    @Test
    void everyCandidateHasAYenPriceAndAKnownMemory() {
        for (String id : Catalogue.CANDIDATES) {
            Machine machine = catalogue.machine(id).optional().orElseThrow();

            assertThat(machine.price(Currency.JPY)).as(id).isPresent();
            assertThat(machine.primaryPool().capacity().optional()).as(id).isPresent();
            assertThat(machine.primaryPool().systemReserve().optional()).as(id).isPresent();
            assertThat(machine.primaryPool().bandwidth().optional()).as(id).isPresent();
        }
    }

    @Test
    void memoryIsWhatTheSystemSeesNotTheSticker() {
        MemoryPool spark = machine("dgx-spark").primaryPool();
        MemoryPool card = machine("hp-omen-45l-rtx-5090").primaryPool();
        MemoryPool mac = machine("macbook-pro-m4-max-128").primaryPool();

        // 121.63 × 2^30, 32607 × 2^20, 128 × 2^30
        assertThat(spark.capacity().optional()).contains(new Bytes(130_599_218_053L));
        assertThat(card.capacity().optional()).contains(new Bytes(34_190_917_632L));
        assertThat(mac.capacity().optional()).contains(new Bytes(137_438_953_472L));
        assertThat(card.kind()).isEqualTo(MemoryPool.Kind.VRAM);
        assertThat(machine("hp-omen-45l-rtx-5090").hostPool()).isPresent();
    }

    @Test
    void gbTenMayUseAShareAndAppleAsMuchAsItsDriverAllows() {
        assertThat(machine("dgx-spark").primaryPool().limit()).isInstanceOf(MemoryPool.Limit.Share.class);
        assertThat(machine("mac-mini-m4-pro-64").primaryPool().limit())
                .isInstanceOfSatisfying(
                        MemoryPool.Limit.Accelerator.class,
                        limit -> assertThat(limit.most().optional()).contains(Bytes.ofGiB(51.84)));
        assertThat(machine("self-built-ddr5-192").primaryPool().limit()).isEqualTo(new MemoryPool.Limit.None());
    }

    @Test
    void aFigureWithoutASourceSaysWhatIsMissing() {
        Sourced<?> bandwidth =
                machine("hp-omen-45l-rtx-5090").hostPool().orElseThrow().bandwidth();

        assertThat(bandwidth).isInstanceOfSatisfying(Sourced.Unknown.class, unknown -> {
            assertThat(unknown.fact().path()).isEqualTo("machine.memory.host.bandwidth");
            assertThat(unknown.fact().reason().english()).isNotBlank();
        });
    }

    @Test
    void cacheFormatsPackAsTheirRuntimesDo() {
        assertThat(catalogue.caches())
                .extracting(CacheFormat::id, cache -> cache.block().bitsPerElement())
                .contains(
                        tuple("f16", 16.0),
                        tuple("q8_0", 8.5),
                        tuple("q4_0", 4.5),
                        tuple("nvfp4", 4.5),
                        tuple("mlx-8bit", 8.5));
    }

    @Test
    void everyRuntimeThatACacheNamesIsShipped() {
        List<String> runtimes =
                catalogue.runtimes().stream().map(InferenceRuntime::id).toList();

        assertThat(catalogue.caches()).allSatisfy(cache -> assertThat(runtimes).containsAll(cache.runtimes()));
    }

    @Test
    void everyRuntimeHasAnOverheadForEachOfItsBackEnds() {
        assertThat(catalogue.runtimes())
                .allSatisfy(runtime -> assertThat(runtime.overhead().keySet())
                        .containsExactlyInAnyOrderElementsOf(runtime.backends()));
    }

    private Machine machine(String id) {
        return catalogue.machine(id).optional().orElseThrow();
    }

    private static List<Source> sources(Machine machine) {
        var figures = new ArrayList<Sourced<?>>();
        machine.pools().forEach(pool -> {
            figures.addAll(List.of(pool.capacity(), pool.nominal(), pool.systemReserve()));
            figures.addAll(List.of(pool.bandwidth(), pool.measuredBandwidth()));
        });
        figures.addAll(machine.processor().densePeak().values());
        figures.addAll(machine.processor().sparsePeak().values());
        figures.addAll(machine.processor().measuredPeak().values());
        figures.addAll(List.of(machine.storage().size(), machine.storage().read()));
        machine.links().forEach(link -> figures.addAll(List.of(link.bandwidth(), link.latency())));
        figures.addAll(List.of(
                machine.power().idle(), machine.power().load(), machine.power().max()));
        figures.addAll(machine.facts().values());
        var sources = new ArrayList<Source>();
        figures.forEach(figure -> {
            if (figure instanceof Sourced.Known<?>(Object _, Source source)) {
                sources.add(source);
            }
        });
        machine.prices().forEach(price -> sources.add(price.source()));
        return sources;
    }
}
