package org.tonari.profiles.requests;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.question.Linking;
import org.tonari.domain.question.Linking.Parallelism;
import org.tonari.domain.runtime.CacheFormat;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.ModelFiles;
import org.tonari.profiles.readers.MachineReader;
import org.tonari.profiles.requests.ScenarioRequest.RuntimeChoice;
import org.tonari.profiles.tree.ProfileException;
import org.tonari.profiles.tree.ProfileNode;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.ProfileText;
import org.tonari.profiles.tree.Reading;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads a scenario from words: the options of a command line, an object of JSON, a saved file.
///
/// ```java
/// var words = new ScenarioWords(catalogue, ModelFiles.none());
/// Reading<ScenarioRequest> reading = words.read("command line", Map.of("machine", "dgx-spark"), Map.of());
/// ```
public final class ScenarioWords {
    private static final String DEFAULT_MODEL = "gpt-oss-120b";
    private static final String DEFAULT_CACHE = "f16";

    private final Catalogue catalogue;
    private final ModelFiles modelFiles;

    /// @param catalogue  where ids are looked up
    /// @param modelFiles reads model files that are not profiles
    public ScenarioWords(Catalogue catalogue, ModelFiles modelFiles) {
        this.catalogue = catalogue;
        this.modelFiles = modelFiles;
    }

    /// @param origin    how the words are called in messages, such as `command line`
    /// @param words     by their names in snake case
    /// @param overrides figures of the person's own, by path
    /// @return the request, or the first thing that is wrong
    public Reading<ScenarioRequest> read(String origin, Map<String, String> words, Map<String, String> overrides) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(words).forEach(object::put);
        if (!overrides.isEmpty()) {
            ObjectNode figures = object.putObject("overrides");
            new TreeMap<>(overrides).forEach(figures::put);
        }
        return guarded(() -> read(new ProfileNode(origin, "", object)));
    }

    /// @param origin how the text is called in messages, such as its file
    /// @param json   one object whose fields are the words
    /// @return the request, or the first thing that is wrong
    public Reading<ScenarioRequest> readJson(String origin, String json) {
        return guarded(() -> read(ProfileText.parse(origin, json)));
    }

    private static Reading<ScenarioRequest> guarded(Supplier<ScenarioRequest> reading) {
        try {
            return new Reading.Read<>(reading.get());
        } catch (ProfileException wrong) {
            return new Reading.Refused<>(wrong.problem());
        }
    }

    private ScenarioRequest read(ProfileNode words) {
        var files = new TreeMap<String, String>();
        Workload workload = new WorkloadWords(words).read();
        Map<String, Double> overrides = OverrideWords.read(words);
        Optional<String> runtime = id(words, "runtime").filter(id -> !id.equals("auto"));
        Machine machine = machine(words, files);
        LanguageModel model = model(words, files);
        CacheFormat both = cache(words, "kv", Optional.empty());
        InferenceRuntime program = runtime(words, runtime.orElse(ScenarioRequest.AUTOMATIC_RUNTIME));
        Linking linked =
                taken(PlanWords.linking(words, Linking.ALONE.withParallelism(Parallelism.usual(program))), machine);
        WeightFormat weights = weights(words, model, program);
        Scenario scenario = new Scenario(
                machine,
                weights.id().equals(model.nativeWeights()) ? model : model.withoutStored(),
                weights,
                cache(words, "kv_k", Optional.of(both)),
                cache(words, "kv_v", Optional.of(both)),
                program,
                drafting(words, workload, weights),
                overrides);
        words.optionalField("kind");
        words.optionalField("schema");
        words.requireAllRead();
        return new ScenarioRequest(
                scenario, runtime.isPresent() ? RuntimeChoice.NAMED : RuntimeChoice.AUTOMATIC, linked, files);
    }

    /// A link that was left open is the fastest the machine has a port for; the answer shows which was taken.
    private Linking taken(Linking asked, Machine machine) {
        boolean open = asked.machines() > 1 && asked.link().equals(Linking.AUTOMATIC);
        return open ? asked.withLink(QuestionWords.fastest(catalogue, machine).id()) : asked;
    }

    private Machine machine(ProfileNode words, Map<String, String> files) {
        ProfileNode word = words.field("machine");
        String text = word.text();
        if (isFile(text)) {
            files.put("machine", text);
            return MachineReader.read(ProfileText.read(path(word, text)));
        }
        return word.found(catalogue.machine(text));
    }

    private LanguageModel model(ProfileNode words, Map<String, String> files) {
        Optional<ProfileNode> word = words.optionalField("model");
        String text = word.map(ProfileNode::text).orElse(DEFAULT_MODEL);
        if (!isFile(text)) {
            return word.orElse(words).found(catalogue.model(text));
        }
        files.put("model", text);
        if (ModelFiles.isRemote(text)) {
            return read(modelFiles.read(text));
        }
        Path path = path(word.orElse(words), text);
        return read(catalogue.isProfile(path) ? catalogue.modelFromFile(path) : modelFiles.read(path));
    }

    private static LanguageModel read(Reading<LanguageModel> reading) {
        return switch (reading) {
            case Reading.Read<LanguageModel>(LanguageModel model) -> model;
            case Reading.Refused<LanguageModel>(ProfileProblem problem) -> throw new ProfileException(problem);
        };
    }

    /// A format that another kind of file packs otherwise has a variant for it (`mxfp4`, `mxfp4-bf16`); where the
    /// runtime reads only the variant, that is what is meant.
    private WeightFormat weights(ProfileNode words, LanguageModel model, InferenceRuntime runtime) {
        Optional<ProfileNode> word = words.optionalField("weights");
        WeightFormat named = word.orElse(words)
                .found(catalogue.weights(word.map(ProfileNode::text).orElse(model.nativeWeights())));
        if (named.isReadBy(runtime)) {
            return named;
        }
        for (WeightFormat variant : catalogue.weightVariants(named.id())) {
            if (variant.isReadBy(runtime)) {
                return variant;
            }
        }
        return named;
    }

    private CacheFormat cache(ProfileNode words, String name, Optional<CacheFormat> usual) {
        Optional<ProfileNode> word = words.optionalField(name);
        if (word.isEmpty() && usual.isPresent()) {
            return usual.get();
        }
        return word.orElse(words)
                .found(catalogue.cache(word.map(ProfileNode::text).orElse(DEFAULT_CACHE)));
    }

    private InferenceRuntime runtime(ProfileNode words, String id) {
        return words.optionalField("runtime").orElse(words).found(catalogue.runtime(id));
    }

    /// A model that drafts is stored as the model it drafts for.
    private Workload drafting(ProfileNode words, Workload workload, WeightFormat weights) {
        return new WorkloadWords(words)
                .draft()
                .map(id -> words.field("speculative").found(catalogue.model(id)))
                .map(model -> workload.withSpeculation(new Workload.Speculation.Draft(model.withoutStored(), weights)))
                .orElse(workload);
    }

    private static Optional<String> id(ProfileNode words, String name) {
        return words.optionalField(name).map(ProfileNode::text);
    }

    private static Path path(ProfileNode word, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException _) {
            throw word.refused("an id or the path of a file");
        }
    }

    private static boolean isFile(String text) {
        return ModelFiles.isRemote(text)
                || text.endsWith(".json")
                || text.endsWith(".gguf")
                || text.endsWith(".safetensors")
                || text.indexOf('/') >= 0
                || text.indexOf('\\') >= 0;
    }
}
