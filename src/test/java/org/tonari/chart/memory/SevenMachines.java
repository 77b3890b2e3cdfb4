package org.tonari.chart.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tonari.chart.MachineMark;
import org.tonari.chart.MachineSymbol;
import org.tonari.chart.MemoryPart;
import org.tonari.chart.VerdictMark;
import org.tonari.units.Bytes;

/// The seven machines of the design pictures, with their numbers: gpt-oss-120b, MXFP4, 32,768 tokens.
public final class SevenMachines {
    public static final MachineMark SPARK = mark("spark", "DGX Spark", "Spark", 0);
    public static final MachineMark GX10 = mark("gx10", "Ascent GX10", "GX10", 1);
    public static final MachineMark MAX = mark("max", "MBP M4 Max", "M4 Max", 2);
    public static final MachineMark STUDIO = mark("studio", "Studio M3 Ultra", "Studio", 3);
    public static final MachineMark OMEN = mark("omen", "OMEN RTX 5090", "OMEN", 4);
    public static final MachineMark BUILT = mark("built", "Self-built DDR5", "DDR5", 5);
    public static final MachineMark MINI = mark("mini", "mini M4 Pro", "mini", 6);

    private SevenMachines() {}

    public static List<MemoryColumn> columns() {
        return List.of(
                unified(SPARK, 121.6, 103.4, 5, 0.8, "35.8", "42", "68 of 122"),
                unified(GX10, 121.6, 103.4, 5, 0.8, "35.8", "42", "68 of 122"),
                unified(MAX, 128, 113.5, 6, 0.5, "45.2", "55", "68 of 128"),
                unified(STUDIO, 512, 470, 6, 0.5, "401.7", "65", "68 of 512"),
                omen(),
                unified(BUILT, 192, 184, 4, 0.3, "117.9", "5.7", "66 of 192"),
                new MemoryColumn(
                        MINI,
                        VerdictMark.DOES_NOT_FIT,
                        List.of("14.3 over limit"),
                        List.of(new PoolBox(
                                "",
                                size(64),
                                "64.0",
                                size(54),
                                parts(MINI, 6, 0.5, 59.0, 1.2, 1.6, ""),
                                "+14.3",
                                List.of())),
                        "—",
                        "",
                        "68 of 64",
                        "mini M4 Pro, does not fit"));
    }

    static MemoryColumn unified(
            MachineMark machine,
            double capacity,
            double limit,
            double system,
            double runtime,
            String spare,
            String rate,
            String usage) {
        var pool = new PoolBox(
                "",
                size(capacity),
                number(capacity),
                size(limit),
                parts(machine, system, runtime, 59.0, 1.2, 1.6, spare),
                "",
                List.of());
        return new MemoryColumn(
                machine,
                VerdictMark.FITS,
                List.of("fits"),
                List.of(pool),
                rate,
                "tok/s",
                usage,
                machine.name() + ", fits");
    }

    private static MemoryColumn omen() {
        var card = new PoolBox(
                "VRAM 31.8",
                size(31.8),
                "31.8",
                size(30.8),
                List.of(
                        part(OMEN, MemoryPart.SYSTEM, "System", 0.5),
                        part(OMEN, MemoryPart.RUNTIME, "Runtime", 1.5),
                        part(OMEN, MemoryPart.WEIGHTS, "Weights", 25.4),
                        part(OMEN, MemoryPart.KV_CACHE, "KV cache", 1.2),
                        part(OMEN, MemoryPart.ACTIVATIONS, "Activations", 1.6)),
                "",
                List.of());
        var spilled = new PartBox(
                MemoryPart.WEIGHTS,
                size(33.7),
                PartBox.Origin.SPILLED,
                "Weights",
                "33.7",
                "experts of\n21 layers",
                "OMEN RTX 5090, weights in host memory, 33.7 gibibytes");
        var host = new PoolBox(
                "Host 64",
                size(64),
                "64.0",
                size(62),
                List.of(
                        part(OMEN, MemoryPart.SYSTEM, "OS", 6.0),
                        part(OMEN, MemoryPart.RUNTIME, "Runtime", 0.3),
                        spilled),
                "",
                List.of());
        return new MemoryColumn(
                OMEN,
                VerdictMark.TIGHT,
                List.of("spills to host"),
                List.of(card, host),
                "31",
                "tok/s",
                "69 of 96",
                "OMEN RTX 5090, spills to host memory");
    }

    static List<PartBox> parts(
            MachineMark machine,
            double system,
            double runtime,
            double weights,
            double cache,
            double activations,
            String spare) {
        var parts = new ArrayList<PartBox>();
        parts.add(part(machine, MemoryPart.SYSTEM, "OS", system));
        parts.add(part(machine, MemoryPart.RUNTIME, "Runtime", runtime));
        parts.add(part(machine, MemoryPart.WEIGHTS, "Weights", weights));
        parts.add(part(machine, MemoryPart.KV_CACHE, "KV cache", cache));
        parts.add(part(machine, MemoryPart.ACTIVATIONS, "Activations", activations));
        if (!spare.isEmpty()) {
            parts.add(new PartBox(MemoryPart.SPARE, size(0), "Spare", spare, machine.name() + ", spare " + spare));
        }
        return parts;
    }

    static PartBox part(MachineMark machine, MemoryPart part, String name, double gib) {
        String spoken = "%s, %s, %s gibibytes".formatted(machine.name(), name, number(gib));
        return new PartBox(part, size(gib), name, number(gib), spoken);
    }

    static Size size(double gib) {
        return Size.of(Bytes.ofGiB(gib));
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    public static MachineMark mark(String id, String name, String shortName, int index) {
        return new MachineMark(id, name, shortName, MachineSymbol.at(index), index);
    }

    /// An unknown cache, a runtime that reserves, a card above a large host, a model that is far too large.
    public static List<MemoryColumn> oddities() {
        var unknown = new ArrayList<>(parts(SPARK, 5, 0.8, 59.0, 0, 0, ""));
        unknown.set(3, new PartBox(MemoryPart.KV_CACHE, Size.UNKNOWN, "KV cache", "?", "KV cache unknown"));
        var reserved = new PoolBox(
                "",
                size(121.6),
                "121.6",
                size(121.6),
                parts(GX10, 5, 0.8, 59.0, 1.2, 1.6, ""),
                "",
                List.of(
                        new PoolBox.Level(PoolBox.Level.Kind.NEEDED, Bytes.ofGiB(67.6), "needed 67.6"),
                        new PoolBox.Level(PoolBox.Level.Kind.RESERVED, Bytes.ofGiB(109.5), "reserved 109.5")));
        var card = new PoolBox(
                "VRAM 31.8", size(31.8), "31.8", size(30.8), parts(OMEN, 0.5, 1.5, 25.4, 1.2, 1.6, ""), "", List.of());
        var host = new PoolBox(
                "Host 192",
                size(192),
                "192",
                size(186),
                List.of(
                        part(OMEN, MemoryPart.SYSTEM, "OS", 6.0),
                        new PartBox(
                                MemoryPart.WEIGHTS,
                                size(88.7),
                                PartBox.Origin.SPILLED,
                                "Weights",
                                "88.7",
                                "experts of\n31 layers",
                                "spilled")),
                "",
                List.of());
        return List.of(
                column(
                        SPARK,
                        VerdictMark.UNKNOWN,
                        "unknown",
                        List.of(new PoolBox("", size(121.6), "121.6", size(103.4), unknown, "", List.of()))),
                column(GX10, VerdictMark.FITS, "fits", List.of(reserved)),
                column(OMEN, VerdictMark.TIGHT, "spills to host", List.of(card, host)),
                column(
                        MAX,
                        VerdictMark.DOES_NOT_FIT,
                        "258.2 over limit",
                        List.of(new PoolBox(
                                "",
                                size(128),
                                "128.0",
                                size(113.5),
                                parts(MAX, 6, 0.5, 362, 1.2, 1.6, ""),
                                "+258.2",
                                List.of()))),
                unified(STUDIO, 512, 470, 6, 0.5, "98.2", "12", "371 of 512"),
                column(
                        BUILT,
                        VerdictMark.TIGHT,
                        "capacity unknown",
                        List.of(new PoolBox(
                                "",
                                Size.UNKNOWN,
                                "?",
                                Size.UNKNOWN,
                                parts(BUILT, 6, 0.02, 59, 1.2, 1.6, ""),
                                "",
                                List.of()))));
    }

    private static MemoryColumn column(MachineMark machine, VerdictMark verdict, String words, List<PoolBox> pools) {
        return new MemoryColumn(machine, verdict, List.of(words), pools, "—", "", "at least 65 of 122", machine.name());
    }
}
