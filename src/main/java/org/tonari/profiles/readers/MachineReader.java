package org.tonari.profiles.readers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.domain.machine.Processor;
import org.tonari.explain.Sourced;
import org.tonari.profiles.tree.Figures;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.profiles.tree.ProfileNode;
import org.tonari.profiles.tree.UnitTable;

/// Reads a machine profile.
public final class MachineReader {
    private MachineReader() {}

    /// @return the machine the file describes
    /// @throws ProfileException where the file is not as expected
    public static Machine read(ProfileNode file) {
        ProfileKind.MACHINE.requireHeader(file);
        ProfileNode memory = file.field("memory");
        List<MemoryPool> pools =
                memory.field("pools").items().stream().map(MachineReader::pool).toList();
        memory.requireAllRead();
        Processor processor =
                processor(file.field("processor"), file.field("id").text());
        Machine machine = file.checked(node -> new Machine(
                node.field("id").text(),
                node.field("name").text(),
                node.field("short_name").text(),
                pools,
                processor,
                texts(node.field("backends")),
                storage(node.field("storage")),
                node.field("links").items().stream().map(MachineReader::link).toList(),
                power(node.field("power")),
                node.field("prices").items().stream().map(MachineReader::price).toList(),
                facts(node.field("facts"))));
        file.requireAllRead();
        return machine;
    }

    private static MemoryPool pool(ProfileNode pool) {
        MemoryPool.Kind kind = pool.field("kind").oneOf(MemoryPool.Kind.class);
        String path = "machine.memory." + kind.name().toLowerCase(Locale.ROOT);
        var read = new MemoryPool(
                kind,
                Figures.read(pool.field("capacity"), UnitTable.BYTES, path + ".capacity"),
                Figures.read(pool.field("nominal"), UnitTable.BYTES, path + ".nominal"),
                Figures.reserve(pool.field("system_reserve"), path + ".os_reserve"),
                limit(pool.field("limit"), path + ".limit"),
                Figures.read(pool.field("bandwidth"), UnitTable.BANDWIDTH, path + ".bandwidth"),
                Figures.read(pool.field("measured_bandwidth"), UnitTable.BANDWIDTH, path + ".measured_bandwidth"));
        pool.requireAllRead();
        return read;
    }

    private static MemoryPool.Limit limit(ProfileNode limit, String path) {
        ProfileNode type = limit.field("type");
        MemoryPool.Limit read =
                switch (type.text()) {
                    case "none" -> new MemoryPool.Limit.None();
                    case "accelerator" ->
                        new MemoryPool.Limit.Accelerator(Figures.read(limit.field("most"), UnitTable.BYTES, path));
                    case "share" ->
                        new MemoryPool.Limit.Share(Figures.read(limit.field("share"), UnitTable.SHARE, path));
                    default -> throw type.refused("one of {0}", "none, accelerator, share");
                };
        limit.requireAllRead();
        return read;
    }

    /// @param id of the machine, which speaks for itself where the profile names no other
    private static Processor processor(ProfileNode processor, String id) {
        var read = new Processor(
                processor.field("name").text(),
                processor.field("architecture").text(),
                processor.field("calibration_class").text(),
                processor.field("generation").text(),
                processor.optionalField("calibrated_as").map(ProfileNode::text).orElse(id),
                Figures.byName(processor.field("dense_peak"), UnitTable.COMPUTE, "machine.compute.dense"),
                Figures.byName(processor.field("sparse_peak"), UnitTable.COMPUTE, "machine.compute.sparse"),
                Figures.byName(processor.field("measured_peak"), UnitTable.COMPUTE, "machine.compute.measured"));
        processor.requireAllRead();
        return read;
    }

    private static Machine.Storage storage(ProfileNode storage) {
        var read = new Machine.Storage(
                Figures.read(storage.field("size"), UnitTable.BYTES, "machine.storage.size"),
                Figures.read(storage.field("read"), UnitTable.BANDWIDTH, "machine.storage.read"));
        storage.requireAllRead();
        return read;
    }

    private static Machine.Link link(ProfileNode link) {
        String id = link.field("id").text();
        var read = new Machine.Link(
                id,
                link.field("name").text(),
                Figures.read(link.field("bandwidth"), UnitTable.BANDWIDTH, "machine.links." + id + ".bandwidth"),
                Figures.read(link.field("latency"), UnitTable.TIME, "machine.links." + id + ".latency"));
        link.requireAllRead();
        return read;
    }

    private static Machine.Power power(ProfileNode power) {
        var read = new Machine.Power(
                Figures.read(power.field("idle"), UnitTable.POWER, "machine.power.idle"),
                Figures.read(power.field("load"), UnitTable.POWER, "machine.power.load"),
                Figures.read(power.field("max"), UnitTable.POWER, "machine.power.max"));
        power.requireAllRead();
        return read;
    }

    private static Machine.Price price(ProfileNode price) {
        var read = new Machine.Price(Figures.money(price), Figures.textOrEmpty(price, "what"), Figures.source(price));
        price.requireAllRead();
        return read;
    }

    private static Map<String, Sourced<String>> facts(ProfileNode facts) {
        var read = new LinkedHashMap<String, Sourced<String>>();
        facts.fields().forEach((name, fact) -> read.put(name, Figures.words(fact, "machine.facts." + name)));
        return read;
    }

    private static List<String> texts(ProfileNode list) {
        return list.items().stream().map(ProfileNode::text).toList();
    }
}
