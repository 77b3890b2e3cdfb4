package org.tonari.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.domain.machine.MemoryPool.Kind;
import org.tonari.domain.machine.MemoryPool.Limit;
import org.tonari.domain.machine.MemoryPool.Reserve;
import org.tonari.domain.scenario.Scenario;
import org.tonari.explain.Sourced;
import org.tonari.units.Bytes;
import org.tonari.units.BytesPerSecond;
import org.tonari.units.Ratio;
import org.tonari.units.Watts;

/// A person's figures of a card with 1,000 bytes of its own beside 5,000 on the board.
class MachineOverridesTest {
    private static final MemoryPool CARD = Bench.pool(Kind.VRAM, 1_000);
    private static final MemoryPool HOST = Bench.pool(Kind.HOST, 5_000);

    @Test
    void everyFigureOfAMemoryCanBeSet() {
        assertThat(card("machine.memory.vram.capacity", 7.1)).isEqualTo(CARD.withCapacity(yours(new Bytes(8))));
        assertThat(card("machine.memory.vram.os_reserve", 7))
                .isEqualTo(CARD.withSystemReserve(yours(new Reserve(new Bytes(7), new Bytes(7), new Bytes(7)))));
        assertThat(card("machine.memory.vram.bandwidth", 7))
                .isEqualTo(CARD.withBandwidth(yours(new BytesPerSecond(7))));
        assertThat(card("machine.memory.vram.limit", 7))
                .isEqualTo(CARD.withLimit(new Limit.Accelerator(yours(new Bytes(7)))));
    }

    @Test
    void aPathOfTheOtherMemoryLeavesTheFirstAlone() {
        Machine machine = applied("machine.memory.host.capacity", 7);

        assertThat(machine.pools()).containsExactly(CARD, HOST.withCapacity(yours(new Bytes(7))));
    }

    @Test
    void theShortPathIsTheFirstMemorys() {
        Machine machine = applied("machine.memory.capacity", 7);

        assertThat(machine.pools()).containsExactly(CARD.withCapacity(yours(new Bytes(7))), HOST);
    }

    /// Where the profile limits by share, a figure up to 1 is a share and a larger one bytes.
    @Test
    void aLimitIsAShareOrBytes() {
        MemoryPool shared = CARD.withLimit(new Limit.Share(Sourced.known(new Ratio(0.8), Bench.HAND)));

        assertThat(limit(shared, 0.5)).isEqualTo(new Limit.Share(yours(new Ratio(0.5))));
        assertThat(limit(shared, 1)).isEqualTo(new Limit.Share(yours(new Ratio(1))));
        assertThat(limit(shared, 2)).isEqualTo(new Limit.Accelerator(yours(new Bytes(2))));
        assertThat(limit(CARD, 1)).isEqualTo(new Limit.Accelerator(yours(new Bytes(1))));
    }

    private static Limit limit(MemoryPool pool, double value) {
        Scenario scenario = Bench.scenario(Bench.machine(pool), Bench.model(Bench.layer(1, 1)), "llama.cpp");
        return Overrides.applied(scenario.withOverride("machine.memory.limit", value))
                .machine()
                .primaryPool()
                .limit();
    }

    @Test
    void theDrawUnderLoadAloneChanges() {
        Machine machine = applied("machine.power.load", 7);

        assertThat(machine.power().load()).isEqualTo(yours(new Watts(7)));
        assertThat(machine.power().idle())
                .isEqualTo(scenario().machine().power().idle());
        assertThat(machine.power().max()).isEqualTo(scenario().machine().power().max());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 1})
    void aPaceLeavesTheMachineItsFigures(double pace) {
        assertThat(applied("machine.pace", pace)).isEqualTo(scenario().machine());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1.01})
    void aPaceLiesAboveNothingAndUpToFullSpeed(double pace) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> applied("machine.pace", pace))
                .withMessageContaining("a pace lies above 0 and up to 1");
    }

    @Test
    void pathsAreListedInOrderForEachMemoryAndTheFirst() {
        assertThat(Overrides.paths(scenario()))
                .isSorted()
                .doesNotHaveDuplicates()
                .contains(
                        "machine.memory.limit",
                        "machine.memory.vram.limit",
                        "machine.memory.host.limit",
                        "machine.pace",
                        "machine.power.load",
                        "runtime.margin");
    }

    private static MemoryPool card(String path, double value) {
        Machine machine = applied(path, value);

        assertThat(machine.pools()).hasSize(2).element(1).isEqualTo(HOST);
        return machine.primaryPool();
    }

    private static Machine applied(String path, double value) {
        return Overrides.applied(scenario().withOverride(path, value)).machine();
    }

    private static Scenario scenario() {
        return Bench.scenario(Bench.machine(CARD, HOST), Bench.model(Bench.layer(1, 1)), "llama.cpp");
    }

    private static <T> Sourced<T> yours(T value) {
        return Sourced.known(value, Overrides.YOURS);
    }
}
