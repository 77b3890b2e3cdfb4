package org.tonari.viewmodel.pages;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.tonari.domain.comparison.Comparison;
import org.tonari.domain.comparison.Setup;
import org.tonari.domain.evidence.Trial;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.NetworkLink;
import org.tonari.domain.model.DiffusionModel;
import org.tonari.domain.question.Question;
import org.tonari.domain.question.Questions;
import org.tonari.engine.Projector;
import org.tonari.evidence.trials.TrialResult;
import org.tonari.evidence.trials.TrialResult.Gate;
import org.tonari.evidence.trials.Trials;
import org.tonari.explain.Term;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.ModelFiles;
import org.tonari.profiles.requests.QuestionLines;
import org.tonari.profiles.requests.QuestionWords;
import org.tonari.profiles.requests.ScenarioRequest;
import org.tonari.profiles.requests.ScenarioWords;
import org.tonari.viewmodel.background.Background;
import org.tonari.viewmodel.choosing.EntryViewModel;
import org.tonari.viewmodel.desk.Act;
import org.tonari.viewmodel.desk.WorkbenchViewModel;

/// The settings of the pages of bigger questions, and their answers. UI thread only.
public final class QuestionsViewModel {
    private final WorkbenchViewModel root;
    private final Background background;
    private final Catalogue catalogue;
    private final QuestionWords words;
    private final Projector projector;
    private final Map<Page, AnswersViewModel> answers = new EnumMap<>(Page.class);
    private final ReadOnlyObjectWrapper<List<Published>> published = new ReadOnlyObjectWrapper<>(List.of());
    private List<TrialResult> trials = List.of();
    private boolean publishedAsked;

    /// A published figure beside the estimate.
    ///
    /// @param trial      what was published
    /// @param question   what it answers
    /// @param estimate   the engine's figure, if it has one
    /// @param impossible whether it needs more work than the machine's peak allows
    public record Published(Trial trial, Question question, Optional<Term> estimate, boolean impossible) {}

    QuestionsViewModel(WorkbenchViewModel root, Catalogue catalogue, Background background) {
        this.root = root;
        this.background = background;
        this.catalogue = catalogue;
        this.words = new QuestionWords(catalogue, new ScenarioWords(catalogue, ModelFiles.none()));
        this.projector = new Projector(catalogue.calibration(), catalogue.reach());
    }

    /// @return what is asked on every page
    public ObservableValue<Questions> settingsProperty() {
        return root.comparisonProperty().map(Comparison::questions);
    }

    /// @return the same as it stands now
    public Questions settings() {
        return root.getComparison().questions();
    }

    /// Asks something else; one step of the history.
    public void change(UnaryOperator<Questions> change) {
        root.apply(Act.QUESTION, now -> now.asking(change));
    }

    /// @return a number of the settings that can be typed
    public EntryViewModel entry(
            long least, long most, ToLongFunction<Questions> read, LongFunction<UnaryOperator<Questions>> change) {
        return new EntryViewModel(
                root,
                Act.QUESTION,
                least,
                () -> most,
                now -> read.applyAsLong(now.questions()),
                number -> now -> now.asking(change.apply(Math.max(least, number))));
    }

    /// @return the links that can be named
    public List<NetworkLink> links() {
        return catalogue.links();
    }

    /// @return the models that make pictures or clips
    public List<DiffusionModel> diffusionModels() {
        return catalogue.diffusionModels();
    }

    /// @return the answers of a page of questions
    public AnswersViewModel answers(Page page) {
        return answers.computeIfAbsent(
                page, asked -> new AnswersViewModel(root, projector, asks(asked), background.newest()));
    }

    private BiFunction<Comparison, Machine, Question> asks(Page page) {
        return switch (page) {
            case TOGETHER ->
                (now, machine) -> words.together(
                        machine,
                        now.setupOn(machine).runtime().runtime(),
                        now.questions().together());
            case LINKED ->
                (now, machine) -> words.linked(now.on(machine), now.questions().linking());
            case TRAINING ->
                (now, machine) -> words.training(machine, now.questions().training());
            case PICTURES ->
                (now, machine) -> words.generation(machine, now.questions().pictures());
            case WORKBENCH, MATRIX, FORMATS, COMPATIBILITY, REACH, COST, ADVICE, CLAIMS, EVIDENCE ->
                throw new IllegalArgumentException("not a page of questions: " + page);
        };
    }

    /// @return the command line that asks a page's question of a machine, word by word
    public List<String> commandLine(Page page, Machine machine) {
        Setup setup = root.getComparison().setupOn(machine);
        Questions asked = settings();
        return switch (page) {
            case TOGETHER ->
                QuestionLines.together(machine.id(), setup.runtime().runtime().id(), asked.together());
            case LINKED ->
                QuestionLines.linked(new ScenarioRequest(
                        setup.on(machine), ScenarioRequest.RuntimeChoice.NAMED, asked.linking(), Map.of()));
            case TRAINING -> QuestionLines.training(machine.id(), asked.training());
            case PICTURES -> QuestionLines.pictures(machine.id(), asked.pictures());
            default -> throw new IllegalArgumentException("not a page of questions: " + page);
        };
    }

    /// @return published figures beside the engine's, once they are there
    public ReadOnlyObjectProperty<List<Published>> publishedProperty() {
        if (!publishedAsked) {
            publishedAsked = true;
            background
                    .<List<TrialResult>>newest()
                    .request(
                            () -> Trials.of(catalogue),
                            results -> {
                                trials = results;
                                published.set(results.stream()
                                        .map(QuestionsViewModel::published)
                                        .toList());
                            },
                            failure -> {
                                throw new IllegalStateException(failure);
                            });
        }
        return published.getReadOnlyProperty();
    }

    /// @return the median of how far estimates of a kind are off from what was published, if any were compared
    public OptionalDouble medianError(Trial.Kind kind) {
        return Trials.medianError(trials, kind);
    }

    private static Published published(TrialResult result) {
        return new Published(
                result.trial(),
                result.question(),
                result.estimate(),
                result.gate().outcome() == Gate.Outcome.FAILED);
    }
}
