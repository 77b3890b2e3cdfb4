package org.tonari.cli.reports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.model.TensorTable;
import org.tonari.text.Formats;

/// Models with their sizes, layers and longest contexts.
public record ModelList(List<LanguageModel> models, Formats formats) implements ProfileList {

    @Override
    public List<String> heads() {
        return List.of("id", "model", "family", "parameters", "layers", "experts", "context", "weights");
    }

    @Override
    public boolean isNumeric(int column) {
        return column >= 3 && column <= 6;
    }

    @Override
    public List<List<String>> rows() {
        return models.stream().map(this::row).toList();
    }

    private List<String> row(LanguageModel model) {
        return List.of(
                model.id(),
                model.name(),
                model.family(),
                formats.decimals(TensorTable.parameters(model) / 1e9, 1) + " B",
                formats.whole(model.layers()),
                experts(model),
                formats.contextLabel(model.maxContext()),
                model.nativeWeights());
    }

    private static String experts(LanguageModel model) {
        return model.groups().stream()
                .map(LayerGroup::feedForward)
                .flatMap(network -> network instanceof FeedForward.MixtureOfExperts experts
                        ? Optional.of(experts.active() + "/" + experts.experts()).stream()
                        : Optional.<String>empty().stream())
                .findFirst()
                .orElse(Formats.NOT_APPLICABLE);
    }

    @Override
    public List<Map<String, Object>> objects() {
        return models.stream().map(ModelList::object).toList();
    }

    private static Map<String, Object> object(LanguageModel model) {
        var object = new LinkedHashMap<String, Object>();
        object.put("id", model.id());
        object.put("name", model.name());
        object.put("family", model.family());
        object.put("parameters", TensorTable.parameters(model));
        object.put(
                "published_parameters",
                Optional.of(model.details().parameters()).filter(published -> published > 0));
        object.put("layers", model.layers());
        object.put("hidden_size", model.hiddenSize());
        object.put("vocabulary", model.vocabulary());
        object.put("max_context", model.maxContext().count());
        object.put("native_weights", model.nativeWeights());
        object.put("modality", model.details().modality());
        object.put("repository", model.details().repository());
        object.put("released", model.details().released());
        object.put("licence", model.details().licence());
        return object;
    }
}
