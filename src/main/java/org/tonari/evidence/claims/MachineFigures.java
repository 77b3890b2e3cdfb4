package org.tonari.evidence.claims;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.explain.Term;
import org.tonari.units.FlopsPerSecond;
import org.tonari.units.Quantity;

/// Figures and words of a machine's profile, by their path.
record MachineFigures(Machine machine) {

    /// @return the number at the path, or that nothing is known of it
    Answer number(String path) {
        String[] names = path.split("\\.", -1);
        return switch (names[0]) {
            case "memory" -> names.length == 3 ? pool(names[1], names[2]) : unknown(path);
            case "processor" -> names.length == 3 ? peak(names[1], names[2]) : unknown(path);
            case "power" -> names.length == 2 ? power(names[1]) : unknown(path);
            case "links" -> names.length == 3 ? link(names[1], path) : unknown(path);
            case "price" -> names.length == 3 ? price(names[1], names[2]) : unknown(path);
            default -> unknown(path);
        };
    }

    /// @return the words at the path
    Optional<Sourced<String>> words(String path) {
        Source profile = Source.of(Source.Kind.DERIVED, "the profile of " + machine.name());
        return switch (path) {
            case "name" -> Optional.of(Sourced.known(machine.name(), profile));
            case "processor.name" ->
                Optional.of(Sourced.known(machine.processor().name(), profile));
            case "processor.architecture" ->
                Optional.of(Sourced.known(machine.processor().architecture(), profile));
            default ->
                path.startsWith("facts.")
                        ? Optional.ofNullable(machine.facts().get(path.substring("facts.".length())))
                        : Optional.empty();
        };
    }

    private Answer pool(String kind, String figure) {
        Optional<MemoryPool> pool = machine.pools().stream()
                .filter(each -> each.kind().name().toLowerCase(Locale.ROOT).equals(kind))
                .findFirst();
        if (pool.isEmpty()) {
            return unknown("memory." + kind);
        }
        MemoryPool memory = pool.get();
        return switch (figure) {
            case "capacity" -> answer(figure, memory.capacity());
            case "nominal" -> answer(figure, memory.nominal());
            case "bandwidth" -> answer(figure, memory.bandwidth());
            case "measured_bandwidth" -> answer(figure, memory.measuredBandwidth());
            default -> unknown("memory." + kind + "." + figure);
        };
    }

    private Answer peak(String table, String format) {
        var peaks =
                switch (table) {
                    case "dense_peak" -> machine.processor().densePeak();
                    case "sparse_peak" -> machine.processor().sparsePeak();
                    case "measured_peak" -> machine.processor().measuredPeak();
                    default -> Map.<String, Sourced<FlopsPerSecond>>of();
                };
        return Optional.ofNullable(peaks.get(format))
                .map(peak -> answer(table, peak))
                .orElseGet(() -> unknown("processor." + table + "." + format));
    }

    private Answer power(String figure) {
        return switch (figure) {
            case "idle" -> answer("power_idle", machine.power().idle());
            case "load" -> answer("power_load", machine.power().load());
            case "max" -> answer("power_max", machine.power().max());
            default -> unknown("power." + figure);
        };
    }

    private Answer link(String id, String path) {
        return machine.links().stream()
                .filter(link -> link.id().equals(id))
                .findFirst()
                .map(link -> answer("link_bandwidth", link.bandwidth()))
                .orElseGet(() -> unknown(path));
    }

    private Answer price(String currency, String which) {
        List<Machine.Price> prices = machine.prices().stream()
                .filter(price -> price.amount().currency().name().equals(currency))
                .toList();
        if (prices.isEmpty()) {
            return unknown("price." + currency);
        }
        Machine.Price price = which.equals("first") ? prices.getFirst() : prices.getLast();
        return Answer.of(Term.given("price", price.amount(), price.source()));
    }

    private static <T extends Quantity> Answer answer(String id, Sourced<T> figure) {
        return switch (figure) {
            case Sourced.Known<T>(T value, Source source) -> Answer.of(Term.given(id, value, source));
            case Sourced.Unknown<T>(MissingFact fact) -> new Answer.Unknown(fact);
        };
    }

    private Answer unknown(String path) {
        return new Answer.Unknown(
                new MissingFact(machine.id() + "." + path, "the machine's profile has no such figure"));
    }
}
