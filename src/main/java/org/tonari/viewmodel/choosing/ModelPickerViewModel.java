package org.tonari.viewmodel.choosing;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.tonari.domain.model.LanguageModel;

/// Finds a model by name, family, publisher or size. UI thread only.
public final class ModelPickerViewModel {
    private static final int NEAREST = 3;

    private final FieldsViewModel fields;
    private final ObservableValue<List<LanguageModel>> models;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableValue<Hits> hits;

    /// What a query finds.
    public sealed interface Hits {
        /// Models that match, by family.
        ///
        /// @param families each with at least one model
        record Found(List<Family> families) implements Hits {
            /// @return all of them, in order
            public List<LanguageModel> models() {
                return families.stream()
                        .flatMap(family -> family.models().stream())
                        .toList();
            }
        }

        /// Nothing matches.
        ///
        /// @param query   what was looked for
        /// @param nearest the three that come nearest
        record Nearest(String query, List<LanguageModel> nearest) implements Hits {}
    }

    /// @param name   the family's name
    /// @param models its models
    public record Family(String name, List<LanguageModel> models) {}

    /// @param fields takes the pick
    /// @param models what to search, as it stands
    public ModelPickerViewModel(FieldsViewModel fields, ObservableValue<List<LanguageModel>> models) {
        this.fields = fields;
        this.models = models;
        this.hits = Bindings.createObjectBinding(() -> search(query.get()), query, models);
    }

    /// @return what is looked for
    public StringProperty queryProperty() {
        return query;
    }

    /// @return what the query finds
    public ObservableValue<Hits> hitsProperty() {
        return hits;
    }

    /// Loads a model and empties the query.
    public void pick(LanguageModel model) {
        query.set("");
        fields.pickModel(model);
    }

    /// @return the model that is loaded
    public LanguageModel chosen() {
        return fields.setupProperty().getValue().model();
    }

    /// Publishers of a model that is called so come before those of models that are only related.
    private Hits search(String typed) {
        SearchWords words = SearchWords.of(typed);
        Map<String, List<LanguageModel>> families = models.getValue().stream()
                .filter(model -> words.areIn(searchable(model)))
                .collect(Collectors.groupingBy(
                        ModelPickerViewModel::publisher, LinkedHashMap::new, Collectors.toList()));
        if (families.isEmpty()) {
            String text = SearchWords.plain(typed);
            return new Hits.Nearest(text, NearestNames.of(text, models.getValue(), LanguageModel::id, NEAREST));
        }
        return new Hits.Found(families.entrySet().stream()
                .map(entry -> new Family(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(
                        family -> family.models().stream().noneMatch(model -> words.areIn(model.id(), model.name()))))
                .toList());
    }

    private static String publisher(LanguageModel model) {
        String repository = model.details().repository();
        int slash = repository.indexOf('/');
        return slash > 0 ? repository.substring(0, slash) : model.family();
    }

    private static String[] searchable(LanguageModel model) {
        return Stream.concat(
                        Stream.of(
                                model.id(),
                                model.name(),
                                model.family(),
                                model.details().repository()),
                        model.details().aliases().stream())
                .toArray(String[]::new);
    }
}
