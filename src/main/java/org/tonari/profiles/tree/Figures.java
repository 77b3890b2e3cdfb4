package org.tonari.profiles.tree;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tonari.domain.machine.MemoryPool.Reserve;
import org.tonari.explain.Phrase;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.units.Bytes;
import org.tonari.units.Money;

/// Reads figures: a value with unit, source, kind, date and note, or `null` with the reason.
public final class Figures {
    /// The kinds of statement a profile can rest on.
    public static final Set<Source.Kind> KINDS = EnumSet.range(Source.Kind.VENDOR, Source.Kind.RUNTIME);

    private Figures() {}

    /// @param figure the place of the figure
    /// @param path   the figure's place in the WHY tree
    public static <T> Sourced<T> read(ProfileNode figure, UnitTable<T> units, String path) {
        if (figure.optionalField("value").isEmpty()) {
            return unknown(figure, path);
        }
        T value = units.read(figure.field("value"), figure.field("unit"));
        return known(figure, value);
    }

    /// @return a figure that is a statement in words
    public static Sourced<String> words(ProfileNode figure, String path) {
        return figure.optionalField("value").isEmpty()
                ? unknown(figure, path)
                : known(figure, figure.field("value").text());
    }

    /// @return what a system keeps: `low`, `expected` and `high` in one unit, from one source
    public static Sourced<Reserve> reserve(ProfileNode figure, String path) {
        if (figure.has("value")) {
            return unknown(figure, path);
        }
        ProfileNode unit = figure.field("unit");
        return known(
                figure,
                figure.checked(node -> new Reserve(
                        UnitTable.BYTES.read(node.field("low"), unit),
                        UnitTable.BYTES.read(node.field("expected"), unit),
                        UnitTable.BYTES.read(node.field("high"), unit))));
    }

    /// @return a figure that has to be known
    public static <T> T required(ProfileNode figure, UnitTable<T> units) {
        return switch (read(figure, units, figure.place())) {
            case Sourced.Known<T>(T value, Source _) -> value;
            case Sourced.Unknown<T> _ -> throw figure.problem(Phrase.verbatim("null"), Phrase.of("a known figure"));
        };
    }

    /// @return figures by name, in their order
    public static <T> Map<String, Sourced<T>> byName(ProfileNode figures, UnitTable<T> units, String path) {
        var byName = new LinkedHashMap<String, Sourced<T>>();
        figures.fields().forEach((name, figure) -> byName.put(name, read(figure, units, path + "." + name)));
        return byName;
    }

    /// @return an amount of money, whose unit is its currency
    public static Money money(ProfileNode figure) {
        Money.Currency currency = currency(figure.field("unit"));
        return figure.field("value").checked(value -> new Money(value.number(), currency));
    }

    private static Money.Currency currency(ProfileNode unit) {
        for (Money.Currency currency : Money.Currency.values()) {
            if (currency.name().equals(unit.text())) {
                return currency;
            }
        }
        throw unit.refused("one of {0}", "JPY, USD, CNY, EUR");
    }

    /// @return who states a figure, from the figure's own fields
    public static Source source(ProfileNode figure) {
        return new Source(
                figure.field("kind").oneOf(KINDS),
                figure.field("source").text(),
                textOrEmpty(figure, "date"),
                textOrEmpty(figure, "note"));
    }

    /// @return a source written as an object of its own: `citation`, `kind`, `date`, `note`
    public static Source sourceObject(ProfileNode source, Set<Source.Kind> kinds) {
        var read = new Source(
                source.field("kind").oneOf(kinds),
                source.field("citation").text(),
                textOrEmpty(source, "date"),
                textOrEmpty(source, "note"));
        source.requireAllRead();
        return read;
    }

    /// @return the text of a field, or an empty one where it is not written
    public static String textOrEmpty(ProfileNode node, String name) {
        return node.optionalField(name).map(ProfileNode::textOrEmpty).orElse("");
    }

    private static <T> Sourced<T> known(ProfileNode figure, T value) {
        Source source = source(figure);
        figure.requireAllRead();
        return Sourced.known(value, source);
    }

    private static <T> Sourced<T> unknown(ProfileNode figure, String path) {
        Optional<ProfileNode> value = figure.optionalField("value");
        if (value.isPresent() || !figure.has("value")) {
            throw figure.refused("a value, or null with a reason");
        }
        String reason = figure.field("reason").text();
        figure.requireAllRead();
        return Sourced.unknown(path, reason);
    }

    /// @return a number of bytes that has to be known
    public static Bytes bytes(ProfileNode figure) {
        return required(figure, UnitTable.BYTES);
    }
}
