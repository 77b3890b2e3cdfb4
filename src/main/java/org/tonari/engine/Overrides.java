package org.tonari.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.domain.machine.MemoryPool.Limit;
import org.tonari.domain.machine.MemoryPool.Reserve;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.speed.Pace;
import org.tonari.explain.Refused;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.units.Bytes;
import org.tonari.units.BytesPerSecond;
import org.tonari.units.Ratio;
import org.tonari.units.Watts;

/// Figures of the person's own in place of shipped ones, by their path in the WHY tree.
///
/// Memory paths exist for each pool (`machine.memory.vram.bandwidth`) and, short, for the first one
/// (`machine.memory.bandwidth`). Values are in base units: bytes, bytes a second, watts, or a share.
public final class Overrides {
    static final Source YOURS = Source.BY_HAND;

    private static final Map<String, BiFunction<MemoryPool, Double, MemoryPool>> POOL = Map.of(
            "capacity", (pool, value) -> pool.withCapacity(bytes(value)),
            "os_reserve", (pool, value) -> pool.withSystemReserve(reserve(value)),
            "limit", Overrides::limited,
            "bandwidth", (pool, value) -> pool.withBandwidth(Sourced.known(new BytesPerSecond(value), YOURS)));

    private static final Map<String, BiFunction<Scenario, Double, Scenario>> OTHER =
            Map.of("machine.power.load", Overrides::load, Pace.PATH, Overrides::pace);

    private Overrides() {}

    /// @return the scenario with its overrides in the place of what they override
    /// @throws IllegalArgumentException where a path names no figure, or a figure cannot have the value
    static Scenario applied(Scenario scenario) {
        Scenario result = scenario;
        for (var override : new TreeMap<>(scenario.overrides()).entrySet()) {
            result = applied(result, override.getKey(), override.getValue());
        }
        return result;
    }

    /// @return every path that can be overridden for this scenario
    public static List<String> paths(Scenario scenario) {
        var paths = new ArrayList<>(OTHER.keySet());
        paths.addAll(RuntimeOverrides.paths(scenario.runtime()));
        for (String figure : POOL.keySet()) {
            paths.add("machine.memory." + figure);
            scenario.machine().pools().forEach(pool -> paths.add(path(pool, figure)));
        }
        paths.sort(null);
        return paths;
    }

    private static Scenario applied(Scenario scenario, String path, double value) {
        BiFunction<Scenario, Double, Scenario> other = OTHER.get(path);
        if (other != null) {
            return other.apply(scenario, value);
        }
        if (RuntimeOverrides.paths(scenario.runtime()).contains(path)) {
            return scenario.withRuntime(RuntimeOverrides.applied(scenario.runtime(), path, value));
        }
        List<MemoryPool> pools = new ArrayList<>(scenario.machine().pools());
        for (int i = 0; i < pools.size(); i++) {
            for (var figure : POOL.entrySet()) {
                boolean shorthand = i == 0 && path.equals("machine.memory." + figure.getKey());
                if (shorthand || path.equals(path(pools.get(i), figure.getKey()))) {
                    pools.set(i, figure.getValue().apply(pools.get(i), value));
                    return scenario.withMachine(scenario.machine().withPools(pools));
                }
            }
        }
        throw new Refused(
                "no figure stands at {0} with {1} on {2}; there are {3}",
                path, scenario.runtime().name(), scenario.machine().name(), String.join(", ", paths(scenario)));
    }

    private static String path(MemoryPool pool, String figure) {
        return "machine.memory." + pool.kind().name().toLowerCase(Locale.ROOT) + "." + figure;
    }

    static Sourced<Bytes> bytes(double value) {
        return Sourced.known(Bytes.roundedUp(value), YOURS);
    }

    private static Sourced<Reserve> reserve(double value) {
        Bytes own = Bytes.roundedUp(value);
        return Sourced.known(new Reserve(own, own, own), YOURS);
    }

    private static MemoryPool limited(MemoryPool pool, double value) {
        boolean share = pool.limit() instanceof Limit.Share && value <= 1;
        return pool.withLimit(
                share ? new Limit.Share(Sourced.known(new Ratio(value), YOURS)) : new Limit.Accelerator(bytes(value)));
    }

    /// Kept with the scenario: a pace is no figure of the machine.
    private static Scenario pace(Scenario scenario, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new Refused("a pace lies above 0 and up to 1, not {0}", value);
        }
        return scenario;
    }

    private static Scenario load(Scenario scenario, double value) {
        Machine machine = scenario.machine();
        Machine.Power power = machine.power();
        Machine other =
                machine.withPower(new Machine.Power(power.idle(), Sourced.known(new Watts(value), YOURS), power.max()));
        return scenario.withMachine(other);
    }
}
