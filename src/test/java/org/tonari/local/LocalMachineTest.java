package org.tonari.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.domain.machine.MemoryPool.Kind;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.local.Hardware.Graphics;
import org.tonari.local.Hardware.Module;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.forms.MachineProfile;
import org.tonari.profiles.tree.Reading;
import org.tonari.units.Bytes;
import org.tonari.units.BytesPerSecond;

class LocalMachineTest {
    private static final String TODAY = "2026-11-21";
    private static final List<Machine> KNOWN = Catalogue.open(List.of()).machines();

    @Test
    void aGraphicsCardOfAKnownChipBringsItsMemoryAndItsRates() {
        Machine machine = of(new Hardware(
                "Windows 11",
                "AMD Ryzen 9 9950X 16-Core Processor",
                16,
                Bytes.ofGiB(95),
                Bytes.ofGiB(9),
                List.of(
                        new Module("DDR5", 6_000_000_000L, Bytes.ofGiB(48)),
                        new Module("DDR5", 6_000_000_000L, Bytes.ofGiB(48))),
                List.of(
                        new Graphics("AMD Radeon(TM) Graphics", Bytes.ofMiB(512)),
                        new Graphics("NVIDIA GeForce RTX 5090", Bytes.ofGiB(4)))));

        assertThat(machine.pools()).extracting(MemoryPool::kind).containsExactly(Kind.VRAM, Kind.HOST);
        assertThat(machine.primaryPool().bandwidth().optional()).contains(new BytesPerSecond(1792e9));
        assertThat(machine.pools().get(1).bandwidth().optional()).contains(new BytesPerSecond(96e9));
        assertThat(machine.backends()).contains("cuda");
        assertThat(machine.processor().architecture()).isEqualTo("sm_120");
    }

    @Test
    void aMacOfTheSameSizeKeepsTheLimitOfItsProfile() {
        Machine machine = of(mac("Apple M4 Max", 128));

        assertThat(machine.pools()).hasSize(1);
        assertThat(machine.primaryPool().limit())
                .isEqualTo(known("macbook-pro-m4-max-128").primaryPool().limit());
        assertThat(machine.primaryPool().bandwidth().optional()).contains(new BytesPerSecond(546e9));
        assertThat(machine.processor().calibratedAs()).isNotEqualTo(LocalMachine.ID);
    }

    @Test
    void aMacOfASizeNobodyDescribedHasAnUnknownLimit() {
        Machine machine = of(mac("Apple M3 Ultra", 96));

        assertThat(machine.primaryPool().limit())
                .isInstanceOfSatisfying(
                        MemoryPool.Limit.Accelerator.class,
                        limit -> assertThat(limit.most()).isInstanceOf(Sourced.Unknown.class));
    }

    @Test
    void aPlainProChipIsNotTakenForAMax() {
        assertThat(LocalMachine.sameChip(mac("Apple M4 Pro", 48), KNOWN).map(Machine::id))
                .contains("m4-pro-48");
        assertThat(LocalMachine.sameChip(mac("Apple M9", 48), KNOWN)).isEmpty();
    }

    @Test
    void withoutAKnownChipTheProcessorComputesAndUnknownStaysUnknown() {
        Machine machine = of(
                new Hardware("Debian 12", "Some Processor", 2, Bytes.ofGiB(24), Bytes.ofGiB(1), List.of(), List.of()));

        assertThat(machine.pools()).extracting(MemoryPool::kind).containsExactly(Kind.HOST);
        assertThat(machine.primaryPool().bandwidth()).isInstanceOf(Sourced.Unknown.class);
        assertThat(machine.backends()).containsExactly("cpu");
    }

    @Test
    void aMeasuredBandwidthStandsBesideTheStatedOneAndStandsInWhereNoneIsStated() {
        var hardware =
                new Hardware("Debian 12", "Some Processor", 2, Bytes.ofGiB(24), Bytes.ofGiB(1), List.of(), List.of());
        MemoryPool pool = LocalMachine.of(hardware, KNOWN, Optional.of(new BytesPerSecond(21e9)), TODAY)
                .primaryPool();

        assertThat(pool.bandwidth()).isEqualTo(pool.measuredBandwidth());
        assertThat(pool.bandwidth())
                .isInstanceOfSatisfying(
                        Sourced.Known.class,
                        figure -> assertThat(figure.source().kind()).isEqualTo(Source.Kind.MEASURED));
    }

    @Test
    void thisComputerIsAProfileThatReadsBack() {
        Machine machine = of(mac("Apple M4 Max", 128));

        assertThat(MachineProfile.read("this.json", MachineProfile.text(machine)))
                .isEqualTo(new Reading.Read<>(machine));
    }

    @Test
    void theOperatingSystemSaysSomethingOfThisComputer() {
        Hardware hardware = ThisComputer.look();

        assertThat(hardware.cores()).isPositive();
        assertThat(hardware.memory().count()).isGreaterThan(Bytes.PER_GIB / 2);
        assertThat(hardware.processor()).isNotBlank();
    }

    private static Hardware mac(String chip, int gib) {
        return new Hardware(
                "macOS 26",
                chip,
                16,
                Bytes.ofGiB(gib),
                Bytes.ofGiB(12),
                List.of(),
                List.of(new Graphics(chip, Bytes.ZERO)));
    }

    private static Machine of(Hardware hardware) {
        return LocalMachine.of(hardware, KNOWN, Optional.empty(), TODAY);
    }

    private static Machine known(String id) {
        return KNOWN.stream()
                .filter(machine -> machine.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
