package org.tonari.profiles.requests;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.tonari.domain.evidence.Trial;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.NetworkLink;
import org.tonari.domain.model.DiffusionJob;
import org.tonari.domain.model.DiffusionModel;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.question.Linking;
import org.tonari.domain.question.ModelSet;
import org.tonari.domain.question.Question;
import org.tonari.domain.question.Question.Training.Subject;
import org.tonari.domain.question.TrainingPlan;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload;
import org.tonari.domain.scenario.Workload.Toggle;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.tree.Lookup;
import org.tonari.profiles.tree.ProfileException;
import org.tonari.profiles.tree.ProfileNode;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.Reading;
import org.tonari.profiles.tree.UnknownId;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads bigger questions from words: options of a command line, published rows, a page's settings.
public final class QuestionWords {
    private final Catalogue catalogue;
    private final ScenarioWords scenarios;

    /// @param catalogue where ids are looked up
    /// @param scenarios reads the scenario of linked machines
    public QuestionWords(Catalogue catalogue, ScenarioWords scenarios) {
        this.catalogue = catalogue;
        this.scenarios = scenarios;
    }

    /// @param kind  what sort of question the words ask
    /// @param words by their names in snake case
    /// @return the question, or the first thing that is wrong
    public Reading<Question> read(Trial.Kind kind, Map<String, String> words) {
        try {
            return new Reading.Read<>(question(kind, words));
        } catch (ProfileException wrong) {
            return new Reading.Refused<>(wrong.problem());
        }
    }

    /// @param words a job's words, with `question` saying what sort it is; none for no job
    /// @return the job on some machine, which the asker replaces; nothing where it cannot be understood
    public Optional<Question> job(Map<String, String> words) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        var rest = new TreeMap<>(words);
        rest.put("machine", Catalogue.CANDIDATES.getFirst());
        return switch (String.valueOf(rest.remove("question"))) {
            case "generation" -> read(Trial.Kind.GENERATION, rest).optional();
            case "training" -> read(Trial.Kind.TRAINING, rest).optional();
            default -> Optional.empty();
        };
    }

    private Question question(Trial.Kind kind, Map<String, String> words) {
        return switch (kind) {
            case TOGETHER -> parsed(words, this::together);
            case TRAINING -> parsed(words, this::training);
            case GENERATION -> parsed(words, this::generation);
            case LINKED ->
                switch (scenarios.read("command line", words, Map.of())) {
                    case Reading.Refused<ScenarioRequest>(ProfileProblem problem) ->
                        throw new ProfileException(problem);
                    case Reading.Read<ScenarioRequest>(ScenarioRequest request) ->
                        linked(request.scenario(), request.linking());
                };
        };
    }

    private static Question parsed(Map<String, String> words, Function<ProfileNode, Question> read) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(words).forEach(object::put);
        var node = new ProfileNode("command line", "", object);
        Question question = node.checked(read);
        node.requireAllRead();
        return question;
    }

    private Question together(ProfileNode words) {
        String runtime = words.optionalField("runtime")
                .map(ProfileNode::text)
                .filter(id -> !id.equals("auto"))
                .orElse(ScenarioRequest.AUTOMATIC_RUNTIME);
        return together(
                found(
                        words.field("machine"),
                        catalogue.machine(words.field("machine").text())),
                found(words, catalogue.runtime(runtime)),
                PlanWords.models(words));
    }

    /// @return the models of a set on a machine under a runtime
    /// @throws ProfileException where a name stands for nothing
    public Question.Together together(Machine machine, InferenceRuntime runtime, ModelSet set) {
        var origin = new ProfileNode("models", "", JsonNodeFactory.instance.objectNode());
        List<Scenario> scenarios = set.members().stream()
                .map(member -> scenario(origin, machine, runtime, member))
                .toList();
        return new Question.Together(scenarios);
    }

    private Scenario scenario(ProfileNode origin, Machine machine, InferenceRuntime runtime, ModelSet.Member member) {
        LanguageModel model = found(origin, catalogue.model(member.model()));
        String stored = member.weights().equals(PlanWords.NATIVE) ? model.nativeWeights() : member.weights();
        WeightFormat weights = found(origin, catalogue.weights(stored));
        var cache = found(origin, catalogue.cache(member.cache()));
        boolean sees = model.extras().stream().anyMatch(extra -> extra.kind() == LanguageModel.Extra.Kind.VISION);
        Workload workload = Workload.DEFAULT
                .withContext(member.context().min(model.maxContext()))
                .withConcurrency(member.users())
                .withProjector(sees ? Toggle.ON : Toggle.OFF);
        return new Scenario(machine, model, weights, cache, cache, runtime, workload, Map.of());
    }

    /// @return a scenario on linked machines; the link that was left open is the fastest the machine has a port for
    /// @throws ProfileException where the link's name stands for nothing
    public Question.Linked linked(Scenario scenario, Linking linking) {
        var origin = new ProfileNode("command line", "link", JsonNodeFactory.instance.stringNode(linking.link()));
        NetworkLink link = linking.link().equals(Linking.AUTOMATIC)
                ? fastest(catalogue, scenario.machine())
                : found(origin, catalogue.link(linking.link()));
        return new Question.Linked(scenario, linking, link);
    }

    /// @return the link over which the machine exchanges a mebibyte soonest
    static NetworkLink fastest(Catalogue catalogue, Machine machine) {
        return catalogue.links().stream()
                .filter(link -> link.fits(machine))
                .min((left, right) -> Double.compare(seconds(left), seconds(right)))
                .orElseThrow(() -> new IllegalStateException("every machine has an Ethernet port"));
    }

    /// The time of an exchange of a mebibyte.
    private static double seconds(NetworkLink link) {
        return link.exchange().optional().map(time -> time.count()).orElse(1.0)
                + (1 << 20)
                        / link.bandwidth()
                                .optional()
                                .map(rate -> rate.magnitude())
                                .orElse(1.0);
    }

    private Question training(ProfileNode words) {
        ProfileNode named = words.field("machine");
        Machine machine = found(named, catalogue.machine(named.text()));
        return training(machine, PlanWords.training(words, TrainingPlan.DEFAULT));
    }

    /// @return training on a machine
    /// @throws ProfileException where the model's name stands for nothing
    public Question.Training training(Machine machine, TrainingPlan plan) {
        Optional<DiffusionModel> pictures =
                catalogue.diffusionModel(plan.subject()).optional();
        var origin = new ProfileNode("command line", "model", JsonNodeFactory.instance.stringNode(plan.subject()));
        Subject subject = pictures.<Subject>map(Subject.Diffusion::new)
                .orElseGet(() -> new Subject.Language(found(origin, catalogue.model(plan.subject()))));
        return new Question.Training(machine, subject, plan);
    }

    private Question generation(ProfileNode words) {
        ProfileNode named = words.field("machine");
        Machine machine = found(named, catalogue.machine(named.text()));
        String id = words.optionalField("model").map(ProfileNode::text).orElse(DiffusionJob.DEFAULT.model());
        DiffusionModel model = found(words.optionalField("model").orElse(words), catalogue.diffusionModel(id));
        return new Question.Generation(machine, model, PlanWords.job(words, DiffusionJob.of(model)));
    }

    /// @return generation on a machine
    /// @throws ProfileException where the model's name stands for nothing
    public Question.Generation generation(Machine machine, DiffusionJob job) {
        var origin = new ProfileNode("command line", "model", JsonNodeFactory.instance.stringNode(job.model()));
        return new Question.Generation(machine, found(origin, catalogue.diffusionModel(job.model())), job);
    }

    private static <T> T found(ProfileNode word, Lookup<T> lookup) {
        return switch (lookup) {
            case Lookup.Found<T>(T value, Lookup.Origin _) -> value;
            case Lookup.Broken<T>(ProfileProblem problem) -> throw new ProfileException(problem);
            case Lookup.Unknown<T>(UnknownId unknown) -> throw word.unknown(unknown);
        };
    }
}
