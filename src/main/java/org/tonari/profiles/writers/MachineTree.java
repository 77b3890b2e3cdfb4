package org.tonari.profiles.writers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A machine's profile as a tree whose figures are found by the places of a form.
///
/// A place is the path in the file, but links go by their id, prices by their currency, and a memory's limit is its one
/// figure.
public record MachineTree(ObjectNode root) {
    private static final Map<String, String> LINKS =
            Map.of("nic", "Network", "pcie", "PCI Express", "thunderbolt", "Thunderbolt");

    /// @return the figure at a place, known or not, if the profile has one
    public Optional<JsonNode> figure(String path) {
        String[] steps = path.split("\\.");
        JsonNode found =
                switch (steps[0]) {
                    case "links" ->
                        link(steps[1]).map(one -> one.path(steps[2])).orElseGet(root::missingNode);
                    case "prices" -> price(steps[1]).orElseGet(root::missingNode);
                    default -> path.endsWith(".limit") ? limit(pointer(path)) : root.at(pointer(path));
                };
        return found.isObject() ? Optional.of(found) : Optional.empty();
    }

    private static String pointer(String path) {
        return "/" + path.replace('.', '/');
    }

    private JsonNode limit(String pointer) {
        JsonNode limit = root.at(pointer);
        return limit.has("most") ? limit.path("most") : limit.path("share");
    }

    private Optional<JsonNode> link(String id) {
        for (JsonNode link : root.path("links")) {
            if (link.path("id").asString("").equals(id)) {
                return Optional.of(link);
            }
        }
        return Optional.empty();
    }

    /// The newest stands last.
    private Optional<JsonNode> price(String currency) {
        int newest = newestPrice(currency);
        return newest < 0 ? Optional.empty() : Optional.of(list("prices").get(newest));
    }

    /// @return what links are called, by their ids: those of the machine and those that many machines have
    public Map<String, String> linkNames() {
        var names = new LinkedHashMap<>(new TreeMap<>(LINKS));
        for (JsonNode link : root.path("links")) {
            names.put(link.path("id").asString(""), link.path("name").asString(""));
        }
        return names;
    }

    /// Puts a figure in the place of whatever stands there.
    public void put(String path, ObjectNode figure) {
        String[] steps = path.split("\\.");
        switch (steps[0]) {
            case "links" -> linkOf(steps[1]).set(steps[2], figure);
            case "prices" -> putPrice(steps[1], figure);
            default -> {
                int last = path.lastIndexOf('.');
                parent(pointer(path.substring(0, last))).set(path.substring(last + 1), figure);
            }
        }
    }

    /// Takes a figure out, where a profile need not have it.
    public void remove(String path) {
        String[] steps = path.split("\\.");
        switch (steps[0]) {
            case "prices" -> removePrice(steps[1]);
            case "processor" -> parent("/processor/" + steps[1]).remove(steps[2]);
            default -> throw new IllegalArgumentException("a profile needs this figure: " + path);
        }
    }

    private ObjectNode parent(String pointer) {
        return (ObjectNode) root.at(pointer);
    }

    private ArrayNode list(String name) {
        return (ArrayNode) root.path(name);
    }

    private ObjectNode linkOf(String id) {
        return link(id).map(ObjectNode.class::cast).orElseGet(() -> newLink(id));
    }

    private ObjectNode newLink(String id) {
        ObjectNode link = list("links").addObject().put("id", id).put("name", LINKS.getOrDefault(id, id));
        link.putObject("bandwidth").putNull("value").put("reason", "not said");
        link.putObject("latency").putNull("value").put("reason", "not said");
        return link;
    }

    private void putPrice(String currency, ObjectNode figure) {
        int newest = newestPrice(currency);
        figure.put(
                "what",
                newest < 0 ? "" : list("prices").get(newest).path("what").asString(""));
        if (newest < 0) {
            list("prices").add(figure);
        } else {
            list("prices").set(newest, figure);
        }
    }

    /// Only the newest goes: earlier ones are history.
    private void removePrice(String currency) {
        int newest = newestPrice(currency);
        if (newest >= 0) {
            list("prices").remove(newest);
        }
    }

    private int newestPrice(String currency) {
        ArrayNode prices = list("prices");
        for (int i = prices.size() - 1; i >= 0; i--) {
            if (prices.get(i).path("unit").asString("").equals(currency)) {
                return i;
            }
        }
        return -1;
    }
}
