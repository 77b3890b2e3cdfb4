package org.tonari.profiles.writers;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.domain.machine.MemoryPool.Reserve;
import org.tonari.domain.machine.Processor;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.units.Bytes;
import org.tonari.units.Quantity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes a machine as the profile that [MachineReader] reads: every figure in its base unit, with its source.
public final class MachineWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private MachineWriter() {}

    /// @return the profile of a machine; reading it gives the machine back
    public static JsonNode write(Machine machine) {
        ObjectNode root = JSON.objectNode();
        root.put("kind", "machine").put("schema", 1).put("id", machine.id());
        root.put("name", machine.name()).put("short_name", machine.shortName());
        ArrayNode pools = root.putObject("memory").putArray("pools");
        machine.pools().forEach(pool -> pools.add(pool(pool)));
        root.set("processor", processor(machine));
        ArrayNode backends = root.putArray("backends");
        machine.backends().forEach(backends::add);
        ObjectNode storage = root.putObject("storage");
        storage.set("size", figure(machine.storage().size(), "B"));
        storage.set("read", figure(machine.storage().read(), "B/s"));
        ArrayNode links = root.putArray("links");
        for (Machine.Link link : machine.links()) {
            ObjectNode one = links.addObject().put("id", link.id()).put("name", link.name());
            one.set("bandwidth", figure(link.bandwidth(), "B/s"));
            one.set("latency", figure(link.latency(), "s"));
        }
        ObjectNode power = root.putObject("power");
        power.set("idle", figure(machine.power().idle(), "W"));
        power.set("load", figure(machine.power().load(), "W"));
        power.set("max", figure(machine.power().max(), "W"));
        ArrayNode prices = root.putArray("prices");
        machine.prices().forEach(price -> prices.add(price(price)));
        ObjectNode facts = root.putObject("facts");
        new TreeMap<>(machine.facts()).forEach((name, fact) -> facts.set(name, words(fact)));
        return root;
    }

    private static ObjectNode pool(MemoryPool pool) {
        ObjectNode node = JSON.objectNode().put("kind", lower(pool.kind()));
        node.set("capacity", figure(pool.capacity(), "B"));
        node.set("nominal", figure(pool.nominal(), "B"));
        node.set("system_reserve", reserve(pool.systemReserve()));
        node.set(
                "limit",
                switch (pool.limit()) {
                    case MemoryPool.Limit.None _ -> JSON.objectNode().put("type", "none");
                    case MemoryPool.Limit.Accelerator(var most) ->
                        JSON.objectNode().put("type", "accelerator").set("most", figure(most, "B"));
                    case MemoryPool.Limit.Share(var share) ->
                        JSON.objectNode().put("type", "share").set("share", figure(share, "ratio"));
                });
        node.set("bandwidth", figure(pool.bandwidth(), "B/s"));
        node.set("measured_bandwidth", figure(pool.measuredBandwidth(), "B/s"));
        return node;
    }

    private static ObjectNode processor(Machine machine) {
        Processor processor = machine.processor();
        ObjectNode node = JSON.objectNode()
                .put("name", processor.name())
                .put("architecture", processor.architecture())
                .put("calibration_class", processor.calibrationClass())
                .put("generation", processor.generation());
        if (!processor.calibratedAs().equals(machine.id())) {
            node.put("calibrated_as", processor.calibratedAs());
        }
        node.set("dense_peak", peaks(processor.densePeak()));
        node.set("sparse_peak", peaks(processor.sparsePeak()));
        node.set("measured_peak", peaks(processor.measuredPeak()));
        return node;
    }

    private static ObjectNode peaks(Map<String, ? extends Sourced<? extends Quantity>> peaks) {
        ObjectNode node = JSON.objectNode();
        new TreeMap<>(peaks).forEach((format, peak) -> node.set(format, figure(peak, "FLOPS")));
        return node;
    }

    private static ObjectNode price(Machine.Price price) {
        ObjectNode node = JSON.objectNode()
                .put("value", price.amount().magnitude())
                .put("unit", price.amount().currency().name())
                .put("what", price.what());
        return source(node, price.source());
    }

    private static ObjectNode figure(Sourced<? extends Quantity> figure, String unit) {
        return switch (figure) {
            case Sourced.Known<? extends Quantity>(Quantity value, Source source) -> {
                ObjectNode node = JSON.objectNode();
                if (value instanceof Bytes bytes) {
                    node.put("value", bytes.count());
                } else {
                    node.put("value", value.magnitude());
                }
                yield source(node.put("unit", unit), source);
            }
            case Sourced.Unknown<? extends Quantity>(var fact) ->
                unknown(fact.reason().english());
        };
    }

    private static ObjectNode reserve(Sourced<Reserve> figure) {
        return switch (figure) {
            case Sourced.Known<Reserve>(Reserve(Bytes low, Bytes expected, Bytes high), Source source) ->
                source(
                        JSON.objectNode()
                                .put("low", low.count())
                                .put("expected", expected.count())
                                .put("high", high.count())
                                .put("unit", "B"),
                        source);
            case Sourced.Unknown<Reserve>(var fact) -> unknown(fact.reason().english());
        };
    }

    private static ObjectNode words(Sourced<String> fact) {
        return switch (fact) {
            case Sourced.Known<String>(String value, Source source) ->
                source(JSON.objectNode().put("value", value), source);
            case Sourced.Unknown<String>(var missing) ->
                unknown(missing.reason().english());
        };
    }

    private static ObjectNode unknown(String reason) {
        return JSON.objectNode().putNull("value").put("reason", reason);
    }

    private static ObjectNode source(ObjectNode node, Source source) {
        return node.put("source", source.citation())
                .put("kind", lower(source.kind()))
                .put("date", source.date())
                .put("note", source.note());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
