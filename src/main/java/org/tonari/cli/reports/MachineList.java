package org.tonari.cli.reports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.profiles.OwnProfiles;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.text.Formats;
import org.tonari.text.Formats.Detail;
import org.tonari.units.Bytes;
import org.tonari.units.BytesPerSecond;
import org.tonari.units.Money;
import org.tonari.units.Watts;

/// Machines with their memories, bandwidths and prices.
public record MachineList(List<Machine> machines, OwnProfiles own, Formats formats) implements ProfileList {

    @Override
    public List<String> heads() {
        return List.of(
                "id",
                "machine",
                "memory " + formats.unit().symbol(),
                "bandwidth",
                "accelerator",
                "power",
                "price",
                "profile");
    }

    @Override
    public boolean isNumeric(int column) {
        return column == 2 || column == 3 || column == 5 || column == 6;
    }

    @Override
    public List<List<String>> rows() {
        return machines.stream().map(this::row).toList();
    }

    private List<String> row(Machine machine) {
        return List.of(
                machine.id(),
                machine.name(),
                pools(machine, this::capacity),
                pools(machine, this::bandwidth),
                machine.processor().name(),
                machine.power().load().optional().map(formats::quantity).orElse(Formats.UNKNOWN),
                machine.price(Money.Currency.JPY)
                        .map(price -> formats.money(price.amount()))
                        .orElse(Formats.UNKNOWN),
                switch (standing(machine)) {
                    case SHIPPED -> "";
                    case YOURS -> "yours";
                    case HIDES_SHIPPED -> "yours, in place of the shipped one";
                });
    }

    private OwnProfiles.Standing standing(Machine machine) {
        return own.standing(ProfileKind.MACHINE, machine.id());
    }

    private static String pools(Machine machine, Function<MemoryPool, String> figure) {
        return machine.pools().stream().map(figure).collect(Collectors.joining(" + "));
    }

    private String capacity(MemoryPool pool) {
        return pool.capacity()
                .optional()
                .map(bytes -> formats.memory(bytes, Detail.CHART))
                .orElse(Formats.UNKNOWN);
    }

    private String bandwidth(MemoryPool pool) {
        return pool.bandwidth().optional().map(formats::quantity).orElse(Formats.UNKNOWN);
    }

    @Override
    public List<Map<String, Object>> objects() {
        return machines.stream().map(this::object).toList();
    }

    private Map<String, Object> object(Machine machine) {
        var object = new LinkedHashMap<String, Object>();
        object.put("id", machine.id());
        object.put("name", machine.name());
        object.put("short_name", machine.shortName());
        object.put("memory", machine.pools().stream().map(MachineList::pool).toList());
        object.put("accelerator", machine.processor().name());
        object.put("architecture", machine.processor().architecture());
        object.put("backends", machine.backends());
        object.put("load_watts", machine.power().load().optional().map(Watts::magnitude));
        object.put("max_watts", machine.power().max().optional().map(Watts::magnitude));
        object.put("price", machine.price(Money.Currency.JPY).map(MachineList::price));
        object.put("profile", standing(machine).name().toLowerCase(Locale.ROOT));
        return object;
    }

    private static Map<String, Object> pool(MemoryPool pool) {
        var object = new LinkedHashMap<String, Object>();
        object.put("kind", pool.kind().name().toLowerCase(Locale.ROOT));
        object.put("capacity_bytes", pool.capacity().optional().map(Bytes::count));
        object.put("nominal_bytes", pool.nominal().optional().map(Bytes::count));
        object.put("bandwidth_bytes_per_second", pool.bandwidth().optional().map(BytesPerSecond::perSecond));
        return object;
    }

    private static Map<String, Object> price(Machine.Price price) {
        var object = new LinkedHashMap<String, Object>();
        object.put("amount", price.amount().amount());
        object.put("currency", price.amount().currency().name());
        object.put("as_of", price.source().date());
        return object;
    }
}
