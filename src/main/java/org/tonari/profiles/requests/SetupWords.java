package org.tonari.profiles.requests;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tonari.domain.comparison.OwnMeasurement;
import org.tonari.domain.comparison.Setup;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.runtime.CacheFormat;
import org.tonari.domain.runtime.RuntimeChoice;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.tree.ProfileNode;
import org.tonari.units.TokensPerSecond;

/// Reads and writes what all columns of a comparison run, in the words of a scenario without its machine.
///
/// Unlike a command line, every choice is written, and read as it stands.
public final class SetupWords {
    private static final String AUTOMATIC = "auto";
    private static final String OVERRIDES = "overrides";
    private static final String ASKED_CONTEXT = "asked_context";
    private static final String MACHINE_OVERRIDES = "machine_overrides";

    private static final String MEASURED = "measured";
    private static final String DECODE = "decode_tokens_per_second";

    private final Catalogue catalogue;

    /// @param catalogue where ids are looked up
    public SetupWords(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// @return the words in their fixed order: texts, whole numbers, switches, maps of numbers by path, and by machine
    /// what was measured
    public static Map<String, Object> write(Setup setup) {
        var words = new LinkedHashMap<String, Object>();
        words.put("model", setup.model().id());
        words.put("weights", setup.weights().id());
        words.put("kv_k", setup.keys().id());
        words.put("kv_v", setup.values().id());
        words.put(
                "runtime",
                switch (setup.runtime()) {
                    case RuntimeChoice.Automatic _ -> AUTOMATIC;
                    case RuntimeChoice.Chosen(var runtime) -> runtime.id();
                });
        CanonicalWords.putWorkload(words, setup.workload());
        setup.asked().ifPresent(asked -> words.put(ASKED_CONTEXT, asked.count()));
        if (!setup.overrides().isEmpty()) {
            words.put(OVERRIDES, new TreeMap<>(setup.overrides()));
        }
        if (!setup.machineOverrides().isEmpty()) {
            var byMachine = new TreeMap<String, Map<String, Double>>();
            setup.machineOverrides().forEach((id, own) -> byMachine.put(id, new TreeMap<>(own)));
            words.put(MACHINE_OVERRIDES, byMachine);
        }
        if (!setup.measured().isEmpty()) {
            var byMachine = new TreeMap<String, List<Map<String, Object>>>();
            setup.measured()
                    .forEach((id, own) -> byMachine.put(
                            id, own.stream().map(SetupWords::measurement).toList()));
            words.put(MEASURED, byMachine);
        }
        return words;
    }

    private static Map<String, Object> measurement(OwnMeasurement own) {
        Map<String, Object> words = write(own.ran());
        words.put(DECODE, own.decode().magnitude());
        return words;
    }

    /// @return the set-up
    /// @throws ProfileException where a word cannot be understood
    public Setup read(ProfileNode words) {
        ProfileNode modelWord = words.field("model");
        LanguageModel model = modelWord.found(catalogue.model(modelWord.text()));
        ProfileNode weightsWord = words.field("weights");
        var weights = weightsWord.found(catalogue.weights(weightsWord.text()));
        return new Setup(
                weights.id().equals(model.nativeWeights()) ? model : model.withoutStored(),
                weights,
                cache(words.field("kv_k")),
                cache(words.field("kv_v")),
                runtime(words.field("runtime")),
                new WorkloadWords(words).read(),
                figures(words, OVERRIDES),
                byMachine(words),
                measured(words),
                words.optionalField(ASKED_CONTEXT).map(WorkloadWords::tokens));
    }

    private Map<String, List<OwnMeasurement>> measured(ProfileNode words) {
        var byMachine = new TreeMap<String, List<OwnMeasurement>>();
        words.optionalField(MEASURED)
                .ifPresent(all -> all.fields()
                        .forEach((id, own) -> byMachine.put(
                                id,
                                own.items().stream()
                                        .map(run -> run.checked(this::measurement))
                                        .toList())));
        return byMachine;
    }

    private OwnMeasurement measurement(ProfileNode run) {
        var decode = new TokensPerSecond(run.field(DECODE).number());
        return new OwnMeasurement(read(run), decode);
    }

    private CacheFormat cache(ProfileNode word) {
        return word.found(catalogue.cache(word.text()));
    }

    private RuntimeChoice runtime(ProfileNode word) {
        return word.text().equals(AUTOMATIC)
                ? new RuntimeChoice.Automatic(word.found(catalogue.runtime(ScenarioRequest.AUTOMATIC_RUNTIME)))
                : new RuntimeChoice.Chosen(word.found(catalogue.runtime(word.text())));
    }

    private static Map<String, Double> figures(ProfileNode words, String name) {
        return words.optionalField(name).map(OverrideWords::plain).orElse(Map.of());
    }

    private static Map<String, Map<String, Double>> byMachine(ProfileNode words) {
        var byMachine = new TreeMap<String, Map<String, Double>>();
        words.optionalField(MACHINE_OVERRIDES)
                .ifPresent(all -> all.fields().forEach((id, own) -> byMachine.put(id, OverrideWords.plain(own))));
        return byMachine;
    }
}
