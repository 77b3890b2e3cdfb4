package org.tonari.profiles.tree;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tonari.explain.Phrase;
import org.tonari.explain.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A place in a JSON file: reads typed values and says exactly what is wrong where one is not as expected.
public final class ProfileNode {
    private static final int USUAL_FIELDS = 40;

    private final String file;
    private final @Nullable ProfileNode parent;
    private final String step;
    private final JsonNode node;
    private List<String> read = List.of();

    /// @param file  where it was read, as a person knows it
    /// @param place of this value in the file, empty for the whole
    /// @param node  the value
    public ProfileNode(String file, String place, JsonNode node) {
        this(file, null, place, node);
    }

    /// @param step how this place is reached from its parent; the path is put together only for a message
    private ProfileNode(String file, @Nullable ProfileNode parent, String step, JsonNode node) {
        this.file = file;
        this.parent = parent;
        this.step = step;
        this.node = node;
    }

    /// @return this place as a path within its file
    String place() {
        ProfileNode above = parent;
        if (above == null) {
            return step;
        }
        return step.startsWith("[") ? above.place() + step : above.at(step);
    }

    /// @return the field, which must be there and not null
    public ProfileNode field(String name) {
        return optionalField(name).orElseThrow(() -> problemAt(at(name), Phrase.of("nothing"), Phrase.of("a value")));
    }

    /// @return the field, if it is there and not null
    public Optional<ProfileNode> optionalField(String name) {
        requireObject();
        asked(name);
        @Nullable JsonNode child = node.get(name);
        if (child == null || child.isNull()) {
            return Optional.empty();
        }
        return Optional.of(new ProfileNode(file, this, name, child));
    }

    /// @return whether the field is written, be it as null
    public boolean has(String name) {
        requireObject();
        return node.has(name);
    }

    /// @return the items of this list
    public List<ProfileNode> items() {
        if (!node.isArray()) {
            throw refused("a list");
        }
        var items = new ArrayList<ProfileNode>();
        for (int i = 0; i < node.size(); i++) {
            items.add(new ProfileNode(file, this, "[" + i + "]", node.get(i)));
        }
        return items;
    }

    /// @return an object with these texts, standing in this place
    public ProfileNode object(Map<String, String> texts) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        texts.forEach(object::put);
        return new ProfileNode(file, place(), object);
    }

    /// @return the fields of this object in their order
    public Map<String, ProfileNode> fields() {
        requireObject();
        var fields = new LinkedHashMap<String, ProfileNode>();
        node.propertyNames().forEach(name -> {
            asked(name);
            fields.put(name, new ProfileNode(file, this, name, node.get(name)));
        });
        return fields;
    }

    /// @return this text, not blank
    public String text() {
        if (!node.isString() || node.stringValue().isBlank()) {
            throw refused("a text");
        }
        return node.stringValue();
    }

    /// @return this text, which may be empty
    public String textOrEmpty() {
        if (!node.isString()) {
            throw refused("a text");
        }
        return node.stringValue();
    }

    /// @return this finite number
    public double number() {
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw refused("a number");
        }
        return node.doubleValue();
    }

    /// @return this whole number between the bounds
    public long whole(long least, long most) {
        if (!node.isNumber() || !node.canConvertToExactIntegral() || !node.canConvertToLong()) {
            throw refused("a whole number");
        }
        long value = node.longValue();
        if (value < least || value > most) {
            throw refused("a whole number from {0} to {1}", least, most);
        }
        return value;
    }

    /// @return this whole number, at least `least`
    public long whole(long least) {
        return whole(least, Long.MAX_VALUE);
    }

    /// @return this switch
    public boolean flag() {
        if (!node.isBoolean()) {
            throw refused("true or false");
        }
        return node.booleanValue();
    }

    /// @return the constant whose lower-case name this text is
    public <E extends Enum<E>> E oneOf(Class<E> type) {
        return oneOf(EnumSet.allOf(type));
    }

    /// @return the one of these constants whose lower-case name this text is
    public <E extends Enum<E>> E oneOf(Set<E> constants) {
        String text = node.isString() ? node.stringValue() : "";
        var names = new ArrayList<String>();
        for (E constant : constants) {
            String name = constant.name().toLowerCase(Locale.ROOT);
            if (name.equals(text)) {
                return constant;
            }
            names.add(name);
        }
        throw refused("one of {0}", String.join(", ", names));
    }

    /// @return what `make` makes of this place; a refused value becomes a problem of this place
    public <T> T checked(Function<ProfileNode, T> make) {
        try {
            return make.apply(this);
        } catch (IllegalArgumentException | ArithmeticException refused) {
            throw problem(shown(), Refused.why(refused));
        }
    }

    /// Refuses fields that nobody asked for: a misspelt name would otherwise be lost in silence.
    public void requireAllRead() {
        node.propertyNames().forEach(name -> {
            if (!read.contains(name)) {
                throw problemAt(
                        at(name),
                        Phrase.of("an unknown field"),
                        Phrase.of("one of {0}", String.join(", ", new TreeSet<>(read))));
            }
        });
    }

    /// @return whatever the id at this place stands for
    /// @throws ProfileException where it stands for nothing, or for a broken profile
    public <T> T found(Lookup<T> lookup) {
        return switch (lookup) {
            case Lookup.Found<T>(T value, Lookup.Origin _) -> value;
            case Lookup.Broken<T>(ProfileProblem problem) -> throw new ProfileException(problem);
            case Lookup.Unknown<T>(UnknownId unknown) -> throw unknown(unknown);
        };
    }

    /// @return what stands here, as it was written
    public JsonNode json() {
        return node;
    }

    /// @return a problem with this place
    public ProfileException problem(Phrase found, Phrase expected) {
        return problemAt(place(), found, expected);
    }

    /// @param pattern what should stand here, as in [Phrase]
    /// @return a problem with what stands here
    public ProfileException refused(String pattern, Object... parts) {
        return problem(shown(), Phrase.of(pattern, parts));
    }

    /// @return a problem with this place, which should be exactly this
    public ProfileException refusedBut(String words) {
        return problem(shown(), Phrase.verbatim(words));
    }

    /// @return a problem with the id at this place
    public ProfileException unknown(UnknownId unknown) {
        return problem(Phrase.verbatim('"' + unknown.id() + '"'), unknown.expectation());
    }

    /// @return what stands here, short enough for a message
    public Phrase shown() {
        if (node.isMissingNode()) {
            return Phrase.of("nothing");
        }
        String text = node.toString();
        return Phrase.verbatim(text.length() <= 60 ? text : text.substring(0, 57) + "…");
    }

    /// @return a number or a switch as it was written
    public String plain() {
        return node.asString();
    }

    /// @return the whole number that stands here, if one does
    public OptionalLong wholeNumber() {
        return node.isIntegralNumber() && node.canConvertToLong()
                ? OptionalLong.of(node.longValue())
                : OptionalLong.empty();
    }

    /// @return whether it has members
    public boolean isObject() {
        return node.isObject();
    }

    /// @return whether it is a text
    public boolean isText() {
        return node.isString();
    }

    /// @return whether it is a list
    public boolean isList() {
        return node.isArray();
    }

    /// @return whether it is a number
    public boolean isNumber() {
        return node.isNumber();
    }

    /// @return whether it is true or false
    public boolean isFlag() {
        return node.isBoolean();
    }

    private void requireObject() {
        if (!node.isObject()) {
            throw refused("an object");
        }
    }

    private void asked(String name) {
        if (read.isEmpty()) {
            read = new ArrayList<>(USUAL_FIELDS);
        }
        read.add(name);
    }

    private String at(String name) {
        String place = place();
        return place.isEmpty() ? name : place + "." + name;
    }

    private ProfileException problemAt(String where, Phrase found, Phrase expected) {
        return new ProfileException(new ProfileProblem(file, Phrase.verbatim(where), found, expected));
    }
}
