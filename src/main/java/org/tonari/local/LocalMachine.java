package org.tonari.local;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.domain.machine.MemoryPool.Kind;
import org.tonari.domain.machine.MemoryPool.Reserve;
import org.tonari.domain.machine.Processor;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.units.Bytes;
import org.tonari.units.BytesPerSecond;

/// This computer as a machine: what it says of itself, completed by the profile of the same chip where there is one.
public final class LocalMachine {
    /// Its id among machines.
    public static final String ID = "this-computer";

    private static final String NOT_SAID = "the operating system does not say";
    private static final int BYTES_A_TRANSFER = 8;
    private static final int DESKTOP_CHANNELS = 2;
    private static final Pattern MODEL = Pattern.compile(
            "rtx pro \\d+|rtx \\d+( ti)?( super)?|gb10|gb300|thor|n1x|radeon \\d+s|apple m\\d+( pro| max| ultra)?");

    private final Hardware hardware;
    private final List<Machine> known;
    private final Optional<BytesPerSecond> measured;
    private final Source looked;

    private LocalMachine(Hardware hardware, List<Machine> known, Optional<BytesPerSecond> measured, String date) {
        this.hardware = hardware;
        this.known = known;
        this.measured = measured;
        this.looked = new Source(Source.Kind.MEASURED, "the operating system of this computer", date, "");
    }

    /// @param hardware what the system says
    /// @param known    machines whose figures may stand for the same chip
    /// @param measured what [BandwidthProbe] found, if it ran
    /// @param date     of today, as it shall stand at figures read here
    /// @return this computer; a figure that neither the system nor a profile states is unknown
    public static Machine of(Hardware hardware, List<Machine> known, Optional<BytesPerSecond> measured, String date) {
        return new LocalMachine(hardware, known, measured, date).machine();
    }

    /// @return the profile of the same chip, if one is known: that of the nearest memory where there are several
    public static Optional<Machine> sameChip(Hardware hardware, List<Machine> known) {
        return chips(hardware).stream()
                .flatMap(chip -> known.stream()
                        .filter(machine -> chip.equals(chip(machine.processor().name())))
                        .min(Comparator.comparingLong(machine -> distance(hardware, machine)))
                        .stream())
                .findFirst();
    }

    private static long distance(Hardware hardware, Machine machine) {
        return machine.primaryPool()
                .nominal()
                .optional()
                .map(nominal -> Math.abs(nominal.count() - hardware.memory().count()))
                .orElse(Long.MAX_VALUE);
    }

    private static List<String> chips(Hardware hardware) {
        var all = new ArrayList<String>();
        hardware.graphics().forEach(card -> all.add(chip(card.name())));
        all.add(chip(hardware.processor()));
        all.removeIf(String::isEmpty);
        return all;
    }

    /// The part of a device's name that tells the chip, whatever the driver writes around it.
    private static String chip(String name) {
        Matcher found = MODEL.matcher(name.toLowerCase(Locale.ROOT));
        return found.find() ? found.group() : "";
    }

    private Machine machine() {
        Optional<Machine> same = sameChip(hardware, known);
        return new Machine(
                ID,
                hardware.processor() + ", " + hardware.system(),
                "This computer",
                pools(same),
                same.map(Machine::processor).orElseGet(this::plainProcessor),
                same.map(Machine::backends).orElse(List.of("cpu")),
                new Machine.Storage(
                        Sourced.unknown("machine.storage.size", NOT_SAID),
                        Sourced.unknown("machine.storage.read", NOT_SAID)),
                same.map(Machine::links).orElse(List.of()),
                new Machine.Power(
                        Sourced.unknown("machine.power.idle", NOT_SAID),
                        Sourced.unknown("machine.power.load", NOT_SAID),
                        Sourced.unknown("machine.power.max", NOT_SAID)),
                List.of(),
                facts());
    }

    private List<MemoryPool> pools(Optional<Machine> same) {
        Optional<MemoryPool> accelerator = same.map(Machine::primaryPool);
        if (accelerator.filter(pool -> pool.kind() == Kind.UNIFIED).isPresent()) {
            return List.of(unified(accelerator.get()));
        }
        MemoryPool host = host();
        return accelerator
                .filter(pool -> pool.kind() == Kind.VRAM)
                .map(vram -> List.of(vram, host))
                .orElse(List.of(host));
    }

    /// The limit of a unified memory depends on its size; a profile of another size says nothing of it.
    private MemoryPool unified(MemoryPool like) {
        boolean sameSize = like.capacity()
                .optional()
                .filter(size -> Math.abs(size.count() - hardware.memory().count()) < Bytes.PER_GIB * 4)
                .isPresent();
        MemoryPool.Limit limit = sameSize
                ? like.limit()
                : switch (like.limit()) {
                    case MemoryPool.Limit.Accelerator _ ->
                        new MemoryPool.Limit.Accelerator(Sourced.unknown(
                                "machine.memory.unified.limit", "no profile of this chip has this much memory"));
                    case MemoryPool.Limit.None none -> none;
                    case MemoryPool.Limit.Share share -> share;
                };
        return new MemoryPool(
                Kind.UNIFIED,
                Sourced.known(hardware.memory(), looked),
                sameSize ? like.nominal() : Sourced.unknown("machine.memory.unified.nominal", NOT_SAID),
                used(),
                limit,
                like.bandwidth(),
                probed("machine.memory.unified.measured_bandwidth"));
    }

    private MemoryPool host() {
        Sourced<BytesPerSecond> probed = probed("machine.memory.host.measured_bandwidth");
        Sourced<BytesPerSecond> stated = modulesBandwidth();
        return new MemoryPool(
                Kind.HOST,
                Sourced.known(hardware.memory(), looked),
                installed(),
                used(),
                new MemoryPool.Limit.None(),
                stated.optional().isPresent() ? stated : probed,
                probed);
    }

    private Sourced<Reserve> used() {
        return Sourced.known(
                new Reserve(hardware.used(), hardware.used(), hardware.used()),
                new Source(
                        Source.Kind.MEASURED,
                        looked.citation(),
                        looked.date(),
                        "In use when the computer was looked at, open programs included."));
    }

    private Sourced<Bytes> installed() {
        long sum = hardware.modules().stream()
                .mapToLong(module -> module.size().count())
                .sum();
        return sum == 0
                ? Sourced.unknown("machine.memory.host.nominal", NOT_SAID)
                : Sourced.known(new Bytes(sum), looked);
    }

    /// Modules × transfers × 8 bytes; a desktop has two channels however many modules share them.
    private Sourced<BytesPerSecond> modulesBandwidth() {
        String path = "machine.memory.host.bandwidth";
        List<Hardware.Module> modules = hardware.modules();
        if (modules.isEmpty() || modules.size() > 2 * DESKTOP_CHANNELS) {
            return Sourced.unknown(path, modules.isEmpty() ? NOT_SAID : "the number of channels is not known");
        }
        long slowest =
                modules.stream().mapToLong(Hardware.Module::transfers).min().orElseThrow();
        int channels = Math.min(modules.size(), DESKTOP_CHANNELS);
        return Sourced.known(
                new BytesPerSecond((double) slowest * BYTES_A_TRANSFER * channels),
                new Source(
                        Source.Kind.DERIVED,
                        looked.citation(),
                        looked.date(),
                        modules.size() + " modules at " + slowest / 1_000_000 + " MT/s, reckoned as " + channels
                                + " channels of 8 bytes."));
    }

    private Sourced<BytesPerSecond> probed(String path) {
        return measured.map(rate -> Sourced.known(
                        rate,
                        new Source(
                                Source.Kind.MEASURED,
                                "a reading kernel on all cores of this computer",
                                looked.date(),
                                "The best of six rounds; the processor's view of the memory.")))
                .orElseGet(() -> Sourced.unknown(path, "not measured yet; tonari local --measure does"));
    }

    private Processor plainProcessor() {
        return new Processor(hardware.processor(), "unknown", "cpu-ddr5", "ddr5", ID, Map.of(), Map.of(), Map.of());
    }

    private Map<String, Sourced<String>> facts() {
        var facts = new LinkedHashMap<String, Sourced<String>>();
        facts.put("operating_system", Sourced.known(hardware.system(), looked));
        facts.put("processor", Sourced.known(hardware.processor() + ", " + hardware.cores() + " cores", looked));
        if (!hardware.graphics().isEmpty()) {
            String cards = String.join(
                    "; ",
                    hardware.graphics().stream().map(Hardware.Graphics::name).toList());
            facts.put("graphics", Sourced.known(cards, looked));
        }
        return facts;
    }
}
