package org.tonari.profiles.forms;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tonari.domain.form.FigureEntry;
import org.tonari.domain.form.FigurePlace;
import org.tonari.domain.form.FigurePlace.Sort;
import org.tonari.domain.form.MachineForm;
import org.tonari.domain.form.MachineForm.Layout;
import org.tonari.domain.form.MachineForm.LimitType;
import org.tonari.domain.form.MachineForm.Usual;
import org.tonari.domain.form.MachineForm.Word;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.domain.machine.Processor;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.profiles.writers.MachineTree;
import org.tonari.profiles.writers.MachineWriter;
import org.tonari.units.Bytes;
import org.tonari.units.Money;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Turns machines into forms: every figure in the unit in which a person would write it.
public final class MachineForms {
    private static final List<String> FORMATS = List.of("fp4", "fp8", "fp16", "bf16", "fp32");
    private static final String NOT_SAID = "not said";

    private MachineForms() {}

    /// @return a form that shows a machine as it is; what it says gives the machine back
    public static MachineForm of(Machine machine, Usual usual) {
        var tree = new MachineTree((ObjectNode) MachineWriter.write(machine));
        Layout layout = layout(machine);
        LimitType limit = limit(machine.primaryPool());
        var figures = new HashMap<String, FigureEntry>();
        for (FigurePlace place : places(machine, layout, limit)) {
            tree.figure(place.path()).ifPresent(node -> figures.put(place.path(), entry(place.sort(), node)));
        }
        return new MachineForm(machine, words(machine), layout, limit, figures, usual);
    }

    /// @return an empty form
    public static MachineForm blank(Usual usual) {
        var pool = new MemoryPool(
                MemoryPool.Kind.UNIFIED,
                unknown(),
                unknown(),
                unknown(),
                new MemoryPool.Limit.None(),
                unknown(),
                unknown());
        var nothing = new Machine(
                "my-machine",
                "",
                "",
                List.of(pool),
                new Processor("", "", "", "", "my-machine", Map.of(), Map.of(), Map.of()),
                List.of("cpu"),
                new Machine.Storage(unknown(), unknown()),
                List.of(),
                new Machine.Power(unknown(), unknown(), unknown()),
                List.of(),
                Map.of());
        MachineForm form = of(nothing, usual);
        var words = new EnumMap<Word, String>(form.words());
        words.put(Word.ID, "");
        words.put(Word.BACKENDS, "");
        words.put(Word.CALIBRATED_AS, "");
        return new MachineForm(nothing, words, form.layout(), form.limit(), Map.of(), usual);
    }

    private static <T> Sourced<T> unknown() {
        return Sourced.unknown("machine", NOT_SAID);
    }

    /// @return the places of a form's figures, from memory to prices
    public static List<FigurePlace> places(MachineForm form) {
        return places(form.base(), form.layout(), form.limit());
    }

    /// @return what a link is called: by the machine, or in general
    public static String linkName(Machine machine, String id) {
        return new MachineTree((ObjectNode) MachineWriter.write(machine))
                .linkNames()
                .getOrDefault(id, id);
    }

    private static List<FigurePlace> places(Machine machine, Layout layout, LimitType limit) {
        var places = new ArrayList<FigurePlace>();
        List<MemoryPool.Kind> pools = kinds(layout);
        for (int i = 0; i < pools.size(); i++) {
            String pool = "memory.pools." + i + ".";
            places.add(new FigurePlace(Sort.BYTES, pool + "capacity"));
            places.add(new FigurePlace(Sort.BYTES, pool + "nominal"));
            places.add(new FigurePlace(Sort.RESERVE, pool + "system_reserve"));
            if (i == 0 && limit != LimitType.NONE) {
                places.add(new FigurePlace(limit == LimitType.SHARE ? Sort.SHARE : Sort.BYTES, pool + "limit"));
            }
            places.add(new FigurePlace(Sort.BANDWIDTH, pool + "bandwidth"));
            places.add(new FigurePlace(Sort.BANDWIDTH, pool + "measured_bandwidth"));
        }
        places.addAll(peaks("dense_peak", machine.processor().densePeak()));
        places.addAll(peaks("measured_peak", machine.processor().measuredPeak()));
        places.addAll(peaks("sparse_peak", machine.processor().sparsePeak()));
        for (String link : new MachineTree((ObjectNode) MachineWriter.write(machine))
                .linkNames()
                .keySet()) {
            places.add(new FigurePlace(Sort.BANDWIDTH, "links." + link + ".bandwidth"));
            places.add(new FigurePlace(Sort.TIME, "links." + link + ".latency"));
        }
        places.add(new FigurePlace(Sort.BYTES, "storage.size"));
        places.add(new FigurePlace(Sort.BANDWIDTH, "storage.read"));
        for (String power : List.of("idle", "load", "max")) {
            places.add(new FigurePlace(Sort.POWER, "power." + power));
        }
        Stream.of(Money.Currency.values())
                .forEach(currency -> places.add(new FigurePlace(Sort.MONEY, "prices." + currency.name())));
        return places;
    }

    private static List<FigurePlace> peaks(String which, Map<String, ?> known) {
        var formats = new ArrayList<>(FORMATS);
        new TreeSet<>(known.keySet())
                .stream().filter(format -> !FORMATS.contains(format)).forEach(formats::add);
        return formats.stream()
                .map(format -> new FigurePlace(Sort.COMPUTE, "processor." + which + "." + format))
                .toList();
    }

    static List<MemoryPool.Kind> kinds(Layout layout) {
        return switch (layout) {
            case UNIFIED -> List.of(MemoryPool.Kind.UNIFIED);
            case CARD_AND_HOST -> List.of(MemoryPool.Kind.VRAM, MemoryPool.Kind.HOST);
            case CARD -> List.of(MemoryPool.Kind.VRAM);
            case HOST -> List.of(MemoryPool.Kind.HOST);
        };
    }

    private static Layout layout(Machine machine) {
        return switch (machine.primaryPool().kind()) {
            case UNIFIED -> Layout.UNIFIED;
            case VRAM -> machine.hostPool().isPresent() ? Layout.CARD_AND_HOST : Layout.CARD;
            case HOST -> Layout.HOST;
        };
    }

    private static LimitType limit(MemoryPool pool) {
        return switch (pool.limit()) {
            case MemoryPool.Limit.None _ -> LimitType.NONE;
            case MemoryPool.Limit.Accelerator _ -> LimitType.ACCELERATOR;
            case MemoryPool.Limit.Share _ -> LimitType.SHARE;
        };
    }

    private static Map<Word, String> words(Machine machine) {
        Processor processor = machine.processor();
        var words = new EnumMap<Word, String>(Word.class);
        words.put(Word.ID, machine.id());
        words.put(Word.NAME, machine.name());
        words.put(Word.SHORT_NAME, machine.shortName());
        words.put(Word.ACCELERATOR, processor.name());
        words.put(Word.ARCHITECTURE, processor.architecture());
        words.put(Word.CALIBRATION_CLASS, processor.calibrationClass());
        words.put(Word.GENERATION, processor.generation());
        words.put(Word.CALIBRATED_AS, processor.calibratedAs());
        words.put(Word.BACKENDS, String.join(", ", machine.backends()));
        return words;
    }

    private static FigureEntry entry(Sort sort, JsonNode node) {
        String usual = FigureUnits.of(sort).getFirst();
        boolean unknown = node.path("value").isNull() || (sort == Sort.RESERVE && !node.has("expected"));
        if (unknown) {
            String reason = node.path("reason").asString("");
            return new FigureEntry("", usual, Optional.empty(), reason.equals(NOT_SAID) ? "" : reason, "", "");
        }
        FigureUnits.Written written =
                switch (sort) {
                    case MONEY ->
                        new FigureUnits.Written(
                                plain(node.path("value")), node.path("unit").asString(""));
                    case RESERVE -> reserve(node);
                    case BYTES, BANDWIDTH, COMPUTE, POWER, TIME, SHARE ->
                        FigureUnits.written(
                                sort,
                                FigureUnits.table(sort)
                                        .make(
                                                node.path("unit").asString(""),
                                                node.path("value").doubleValue()));
                };
        return new FigureEntry(
                written.number(),
                written.unit(),
                Optional.of(Source.Kind.valueOf(node.path("kind").asString("").toUpperCase(Locale.ROOT))),
                node.path("source").asString(""),
                node.path("date").asString(""),
                node.path("note").asString(""));
    }

    private static String plain(JsonNode number) {
        return number.decimalValue().stripTrailingZeros().toPlainString();
    }

    private static FigureUnits.Written reserve(JsonNode node) {
        var expected = new Bytes(node.path("expected").longValue());
        FigureUnits.Written written = FigureUnits.written(Sort.RESERVE, expected);
        String low = FigureUnits.number(Sort.RESERVE, new Bytes(node.path("low").longValue()), written.unit());
        String high =
                FigureUnits.number(Sort.RESERVE, new Bytes(node.path("high").longValue()), written.unit());
        return low.equals(high)
                ? written
                : new FigureUnits.Written(low + " – " + written.number() + " – " + high, written.unit());
    }
}
