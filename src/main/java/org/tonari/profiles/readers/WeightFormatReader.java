package org.tonari.profiles.readers;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonari.domain.model.TensorRole;
import org.tonari.domain.runtime.BlockFormat;
import org.tonari.domain.runtime.QualityLoss;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.runtime.WeightFormat.Container;
import org.tonari.domain.runtime.WeightFormat.LayerSelection;
import org.tonari.domain.runtime.WeightFormat.ModelCondition;
import org.tonari.domain.runtime.WeightFormat.Rule;
import org.tonari.explain.Source;
import org.tonari.profiles.tree.Figures;
import org.tonari.profiles.tree.ProfileNode;

/// Reads a weight format from its profile.
public final class WeightFormatReader {
    private static final Set<Source.Kind> ANY_KIND = EnumSet.allOf(Source.Kind.class);
    private static final long SCHEMA = 1;
    private static final Set<String> FAMILIES = Set.of("16bit", "8bit", "kquant", "4bit", "fp4");

    private WeightFormatReader() {}

    /// @return the format described at `root`
    /// @throws ProfileException where something is missing, misspelt or impossible
    public static WeightFormat read(ProfileNode root) {
        root.field("schema").whole(SCHEMA, SCHEMA);
        if (!root.field("kind").text().equals("weights")) {
            throw root.field("kind").refusedBut("weights");
        }
        Map<String, BlockFormat> blocks = blocks(root.field("blocks"));
        WeightFormat format = root.checked(node -> new WeightFormat(
                node.field("id").text(),
                node.field("name").text(),
                containers(node.field("containers")),
                family(node.field("kernel_family")),
                fallbacks(node.field("fallbacks"), blocks),
                rules(node.field("rules"), blocks),
                node.optionalField("quality").map(WeightFormatReader::quality),
                Figures.sourceObject(node.field("source"), ANY_KIND)));
        root.requireAllRead();
        return format;
    }

    private static Map<String, BlockFormat> blocks(ProfileNode node) {
        var blocks = new LinkedHashMap<String, BlockFormat>();
        node.fields().forEach((id, place) -> {
            blocks.put(
                    id,
                    place.checked(block -> new BlockFormat(
                            id,
                            block.field("elements").whole(1),
                            block.field("bytes").whole(1))));
            place.requireAllRead();
        });
        return blocks;
    }

    private static Set<Container> containers(ProfileNode node) {
        var containers = EnumSet.noneOf(Container.class);
        node.items().forEach(item -> containers.add(item.oneOf(Container.class)));
        return containers;
    }

    private static String family(ProfileNode node) {
        if (!FAMILIES.contains(node.text())) {
            throw node.refused(
                    "one of {0}", String.join(", ", FAMILIES.stream().sorted().toList()));
        }
        return node.text();
    }

    private static Map<String, BlockFormat> fallbacks(ProfileNode node, Map<String, BlockFormat> blocks) {
        var fallbacks = new LinkedHashMap<String, BlockFormat>();
        node.fields().forEach((id, place) -> fallbacks.put(id, block(place, blocks)));
        return fallbacks;
    }

    private static List<Rule> rules(ProfileNode node, Map<String, BlockFormat> blocks) {
        return node.items().stream().map(item -> rule(item, blocks)).toList();
    }

    private static Rule rule(ProfileNode node, Map<String, BlockFormat> blocks) {
        var roles = EnumSet.noneOf(TensorRole.class);
        node.optionalField("roles")
                .map(ProfileNode::items)
                .orElse(List.of())
                .forEach(role -> roles.add(role.oneOf(TensorRole.class)));
        Rule rule = new Rule(
                roles,
                node.optionalField("layers")
                        .map(layers -> layers.oneOf(LayerSelection.class))
                        .orElse(LayerSelection.ALL),
                node.optionalField("condition")
                        .map(condition -> condition.oneOf(ModelCondition.class))
                        .orElse(ModelCondition.ANY),
                block(node.field("block"), blocks));
        node.requireAllRead();
        return rule;
    }

    private static BlockFormat block(ProfileNode node, Map<String, BlockFormat> blocks) {
        BlockFormat block = blocks.get(node.text());
        if (block == null) {
            throw node.refused("one of {0}", String.join(", ", blocks.keySet()));
        }
        return block;
    }

    private static QualityLoss quality(ProfileNode node) {
        QualityLoss loss = node.checked(place -> new QualityLoss(
                place.field("perplexity_increase").number(),
                place.field("model").text(),
                Figures.sourceObject(place.field("source"), ANY_KIND)));
        node.requireAllRead();
        return loss;
    }
}
