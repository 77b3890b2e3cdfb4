package org.tonari.profiles.writers;

import java.util.List;
import java.util.Locale;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LanguageModel.Extra;
import org.tonari.domain.model.LanguageModel.StoredTensors;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.model.WeightTensor;
import org.tonari.explain.Source;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes a language model as the profile that [ModelReader] reads.
public final class ModelWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ModelWriter() {}

    /// @return the profile of a model; reading it gives the model back
    public static JsonNode write(LanguageModel model) {
        ObjectNode root = JSON.objectNode();
        root.put("schema", 1).put("kind", "model").put("id", model.id()).put("name", model.name());
        root.put("family", model.family()).set("source", source(model.source()));
        root.put("hidden_size", model.hiddenSize()).put("vocabulary", model.vocabulary());
        root.put("head", lower(model.head())).put("small_parameters", model.smallParameters());
        ObjectNode kinds = root.putObject("kinds");
        for (LayerGroup group : model.groups()) {
            kinds.set(group.kind(), kind(group));
        }
        root.set("layers", layers(model));
        extras(root.putArray("extras"), model.extras());
        root.put("max_context", model.maxContext().count()).put("native_weights", model.nativeWeights());
        if (!model.stored().isEmpty()) {
            stored(root.putArray("stored"), model.stored());
        }
        root.set("details", details(model.details()));
        return root;
    }

    private static ObjectNode source(Source source) {
        return JSON.objectNode()
                .put("kind", lower(source.kind()))
                .put("citation", source.citation())
                .put("date", source.date())
                .put("note", source.note());
    }

    private static ObjectNode kind(LayerGroup group) {
        ObjectNode kind = JSON.objectNode();
        kind.set("attention", AttentionWriter.write(group.attention()));
        kind.set("feed_forward", FeedForwardWriter.write(group.feedForward()));
        kind.put("small_parameters", group.smallParameters());
        if (!group.adapters().isEmpty()) {
            ArrayNode adapters = kind.putArray("adapters");
            for (WeightTensor tensor : group.adapters()) {
                adapters.addObject()
                        .put("role", lower(tensor.role()))
                        .put("columns", tensor.columns())
                        .put("rows", tensor.rows())
                        .put("copies", tensor.copies());
            }
        }
        return kind;
    }

    private static ArrayNode layers(LanguageModel model) {
        ArrayNode layers = JSON.arrayNode();
        List<Integer> order = model.order();
        for (LayerRuns.Run run : LayerRuns.of(order)) {
            ObjectNode written = layers.addObject().put("repeat", run.repeat());
            ArrayNode kinds = written.putArray("kinds");
            run.pattern().forEach(group -> kinds.add(model.groups().get(group).kind()));
        }
        return layers;
    }

    private static void extras(ArrayNode array, List<Extra> extras) {
        for (Extra extra : extras) {
            array.addObject().put("kind", lower(extra.kind())).put("parameters", extra.parameters());
        }
    }

    private static void stored(ArrayNode array, List<StoredTensors> stored) {
        for (StoredTensors tensors : stored) {
            array.addObject()
                    .put("role", lower(tensors.role()))
                    .put("elements", tensors.elements())
                    .put("bytes", tensors.bytes().count());
        }
    }

    private static ObjectNode details(LanguageModel.Details details) {
        ObjectNode node = JSON.objectNode()
                .put("repository", details.repository())
                .put("released", details.released())
                .put("licence", details.licence())
                .put("modality", details.modality())
                .put("parameters", details.parameters());
        ArrayNode aliases = node.putArray("aliases");
        details.aliases().forEach(aliases::add);
        return node;
    }

    /// @return a constant as profiles write it
    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
