package org.tonari.profiles.readers;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LanguageModel.Details;
import org.tonari.domain.model.LanguageModel.Extra;
import org.tonari.domain.model.LanguageModel.OutputHead;
import org.tonari.domain.model.LanguageModel.StoredTensors;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.model.TensorRole;
import org.tonari.domain.model.WeightTensor;
import org.tonari.explain.Source;
import org.tonari.profiles.tree.Figures;
import org.tonari.profiles.tree.ProfileNode;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;

/// Reads a language model from its profile.
public final class ModelReader {
    private static final Set<Source.Kind> ANY_KIND = EnumSet.allOf(Source.Kind.class);
    private static final long SCHEMA = 1;

    private ModelReader() {}

    /// @return the model described at `root`
    /// @throws ProfileException where something is missing, misspelt or impossible
    public static LanguageModel read(ProfileNode root) {
        root.field("schema").whole(SCHEMA, SCHEMA);
        if (!root.field("kind").text().equals("model")) {
            throw root.field("kind").refusedBut("model");
        }
        Map<String, Kind> kinds = kinds(root.field("kinds"));
        List<String> order = order(root.field("layers"), kinds);
        LanguageModel model = root.checked(node -> model(node, kinds, order));
        root.requireAllRead();
        return model;
    }

    private static LanguageModel model(ProfileNode root, Map<String, Kind> kinds, List<String> order) {
        List<String> named = order.stream().distinct().toList();
        List<LayerGroup> groups = named.stream()
                .map(name -> requireNonNull(kinds.get(name)).times(name, count(order, name)))
                .toList();
        return new LanguageModel(
                root.field("id").text(),
                root.field("name").text(),
                root.field("family").text(),
                Figures.sourceObject(root.field("source"), ANY_KIND),
                root.field("hidden_size").whole(1),
                root.field("vocabulary").whole(1),
                root.field("head").oneOf(OutputHead.class),
                root.field("small_parameters").whole(0),
                groups,
                order.stream().map(named::indexOf).toList(),
                items(root, "extras").stream().map(ModelReader::extra).toList(),
                new Tokens(root.field("max_context").whole(1)),
                root.field("native_weights").text(),
                items(root, "stored").stream().map(ModelReader::stored).toList(),
                details(root.field("details")));
    }

    private static int count(List<String> order, String name) {
        return Math.toIntExact(order.stream().filter(name::equals).count());
    }

    /// A kind of layers, before it is known how many there are.
    private record Kind(
            Attention attention, FeedForward feedForward, long smallParameters, List<WeightTensor> adapters) {
        LayerGroup times(String name, int count) {
            return new LayerGroup(name, count, attention, feedForward, smallParameters, adapters);
        }
    }

    private static Map<String, Kind> kinds(ProfileNode node) {
        var kinds = new LinkedHashMap<String, Kind>();
        node.fields().forEach((name, place) -> {
            kinds.put(
                    name,
                    new Kind(
                            AttentionReader.read(place.field("attention")),
                            FeedForwardReader.read(place.field("feed_forward")),
                            place.field("small_parameters").whole(0),
                            items(place, "adapters").stream()
                                    .map(ModelReader::tensor)
                                    .toList()));
            place.requireAllRead();
        });
        return kinds;
    }

    private static WeightTensor tensor(ProfileNode node) {
        WeightTensor tensor = node.checked(place -> new WeightTensor(
                place.field("role").oneOf(TensorRole.class),
                place.field("columns").whole(1),
                place.field("rows").whole(1),
                place.optionalField("copies").map(copies -> copies.whole(1)).orElse(1L)));
        node.requireAllRead();
        return tensor;
    }

    private static List<String> order(ProfileNode node, Map<String, Kind> kinds) {
        var order = new ArrayList<String>();
        for (ProfileNode run : node.items()) {
            long repeat = run.field("repeat").whole(1, 10_000);
            var pattern = new ArrayList<String>();
            for (ProfileNode kind : run.field("kinds").items()) {
                if (!kinds.containsKey(kind.text())) {
                    throw kind.refused("one of {0}", String.join(", ", kinds.keySet()));
                }
                pattern.add(kind.text());
            }
            for (long i = 0; i < repeat; i++) {
                order.addAll(pattern);
            }
            run.requireAllRead();
        }
        return order;
    }

    private static Extra extra(ProfileNode node) {
        Extra extra = node.checked(place -> new Extra(
                place.field("kind").oneOf(Extra.Kind.class),
                place.field("parameters").whole(1)));
        node.requireAllRead();
        return extra;
    }

    private static StoredTensors stored(ProfileNode node) {
        var stored = new StoredTensors(
                node.field("role").oneOf(TensorRole.class),
                node.field("elements").whole(0),
                new Bytes(node.field("bytes").whole(0)));
        node.requireAllRead();
        return stored;
    }

    private static Details details(ProfileNode node) {
        var details = new Details(
                node.field("repository").textOrEmpty(),
                node.field("released").textOrEmpty(),
                node.field("licence").textOrEmpty(),
                node.field("modality").text(),
                node.field("parameters").whole(0),
                items(node, "aliases").stream().map(ProfileNode::text).toList());
        node.requireAllRead();
        return details;
    }

    private static List<ProfileNode> items(ProfileNode node, String name) {
        return node.optionalField(name).map(ProfileNode::items).orElse(List.of());
    }
}
