package org.tonari.profiles.tree;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.tonari.units.Bytes;
import org.tonari.units.BytesPerSecond;
import org.tonari.units.FlopsPerSecond;
import org.tonari.units.Ratio;
import org.tonari.units.Seconds;
import org.tonari.units.Tokens;
import org.tonari.units.TokensPerSecond;
import org.tonari.units.Watts;

/// The units one sort of figure may be written in, and what a number in each means.
///
/// @param units how to make the quantity, by the unit as it is written
/// @param <T>   the quantity
public record UnitTable<T>(Map<String, DoubleFunction<T>> units) {
    private static final double BITS_PER_BYTE = 8;

    public static final UnitTable<Bytes> BYTES = of(Map.ofEntries(
            Map.entry("B", value -> whole(value, 1)),
            Map.entry("KiB", value -> whole(value, Bytes.PER_KIB)),
            Map.entry("MiB", Bytes::ofMiB),
            Map.entry("GiB", Bytes::ofGiB),
            Map.entry("TiB", value -> whole(value, Bytes.PER_GIB << 10)),
            Map.entry("MB", value -> whole(value, 1_000_000)),
            Map.entry("GB", Bytes::ofGB),
            Map.entry("TB", value -> whole(value, Bytes.PER_GB * 1_000))));

    public static final UnitTable<BytesPerSecond> BANDWIDTH = of(Map.of(
            "B/s", BytesPerSecond::new,
            "MB/s", value -> new BytesPerSecond(value * 1e6),
            "GB/s", value -> new BytesPerSecond(value * 1e9),
            "TB/s", value -> new BytesPerSecond(value * 1e12),
            "GiB/s", value -> new BytesPerSecond(value * Bytes.PER_GIB),
            "Gb/s", value -> new BytesPerSecond(value * 1e9 / BITS_PER_BYTE)));

    public static final UnitTable<FlopsPerSecond> COMPUTE = of(Map.of(
            "FLOPS", FlopsPerSecond::new,
            "GFLOPS", value -> new FlopsPerSecond(value * 1e9),
            "TFLOPS", value -> new FlopsPerSecond(value * 1e12),
            "PFLOPS", value -> new FlopsPerSecond(value * 1e15)));

    public static final UnitTable<Watts> POWER = of(Map.of("W", Watts::new, "kW", value -> new Watts(value * 1e3)));

    public static final UnitTable<Seconds> TIME = of(Map.of(
            "s", Seconds::new,
            "ms", value -> new Seconds(value * 1e-3),
            "us", value -> new Seconds(value * 1e-6),
            "ns", value -> new Seconds(value * 1e-9)));

    public static final UnitTable<Ratio> SHARE =
            of(Map.of("ratio", UnitTable::share, "%", value -> share(value / 100)));

    /// A multiple, which may exceed one.
    public static final UnitTable<Ratio> FACTOR = of(Map.of("ratio", UnitTable::factor));

    public static final UnitTable<TokensPerSecond> RATE = of(Map.of("tokens/s", TokensPerSecond::new));

    public static final UnitTable<Tokens> TOKENS = of(Map.of("tokens", UnitTable::tokens));

    private static <T> UnitTable<T> of(Map<String, DoubleFunction<T>> units) {
        return new UnitTable<>(units);
    }

    /// @return the number with its unit
    /// @throws ProfileException for a unit that is not in this table, or a number the quantity refuses
    public T read(ProfileNode number, ProfileNode unit) {
        return number.checked(node -> maker(unit).apply(node.number()));
    }

    /// @return how to make the quantity of a number in the unit
    DoubleFunction<T> maker(ProfileNode unit) {
        DoubleFunction<T> maker = units.get(unit.text());
        if (maker == null) {
            throw unit.refused("one of {0}", names());
        }
        return maker;
    }

    /// @return the quantity
    /// @throws IllegalArgumentException for a unit that is not in this table, or a number the quantity refuses
    public T make(String unit, double number) {
        DoubleFunction<T> maker = units.get(unit);
        if (maker == null) {
            throw new IllegalArgumentException("not a unit: " + unit);
        }
        return maker.apply(number);
    }

    /// @return the units in alphabetical order, for messages
    String names() {
        return String.join(", ", units.keySet().stream().sorted().toList());
    }

    /// @return for every unit of every table, a quantity's worth in base units; for figures without a fixed sort
    public static Map<String, Double> allFactors() {
        var factors = new LinkedHashMap<String, Double>();
        BYTES.units.forEach((unit, make) -> factors.put(unit, make.apply(1).magnitude()));
        BANDWIDTH.units.forEach((unit, make) -> factors.put(unit, make.apply(1).magnitude()));
        COMPUTE.units.forEach((unit, make) -> factors.put(unit, make.apply(1).magnitude()));
        POWER.units.forEach((unit, make) -> factors.put(unit, make.apply(1).magnitude()));
        TIME.units.forEach((unit, make) -> factors.put(unit, make.apply(1).magnitude()));
        SHARE.units.forEach((unit, make) -> factors.put(unit, make.apply(1).magnitude()));
        TOKENS.units.forEach((unit, make) -> factors.put(unit, make.apply(1).magnitude()));
        return factors;
    }

    private static Bytes whole(double value, long unit) {
        if (!(value >= 0 && value * unit < 0x1p63)) {
            throw new IllegalArgumentException("a number of bytes from 0 to 2^63");
        }
        return new Bytes(Math.round(value * unit));
    }

    private static Ratio share(double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("a share from 0 to 1");
        }
        return new Ratio(value);
    }

    private static Ratio factor(double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException("a factor above 0");
        }
        return new Ratio(value);
    }

    private static Tokens tokens(double value) {
        if (!(value >= 1 && value <= 1e9 && value == Math.rint(value))) {
            throw new IllegalArgumentException("a whole number of tokens from 1 to 1,000,000,000");
        }
        return new Tokens((long) value);
    }
}
