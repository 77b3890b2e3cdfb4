package org.tonari.viewmodel.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tonari.domain.evidence.ClaimResult;
import org.tonari.domain.question.Question;
import org.tonari.domain.question.UseCase;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Estimator;
import org.tonari.engine.Projector;
import org.tonari.evidence.Progress;
import org.tonari.evidence.Proof;
import org.tonari.evidence.claims.Claims;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.ModelFiles;
import org.tonari.profiles.requests.QuestionWords;
import org.tonari.profiles.requests.ScenarioRequest;
import org.tonari.profiles.requests.ScenarioWords;

/// What the pages ask of the profiles beside the comparison. Immutable.
///
/// @param uses    what machines are wanted for, each with its models ready to be estimated
/// @param runtime whose margin counts where a use has no model
/// @param projector answers how jobs do
/// @param claims  recomputes the articles' claims; slow, for a background thread
/// @param proof   holds estimates against published runs and tells how far it has come; slow likewise
public record Library(
        List<Use> uses,
        InferenceRuntime runtime,
        Projector projector,
        Supplier<List<ClaimResult>> claims,
        Function<Progress, Proof> proof) {

    /// A use with its models.
    ///
    /// @param useCase what for
    /// @param runs    its models as scenarios on any machine
    /// @param columns what single machines run in place of those, by the machine's id
    /// @param job     what it makes or trains, on any machine, if it does
    public record Use(
            UseCase useCase, List<Scenario> runs, Map<String, List<Scenario>> columns, Optional<Question> job) {
        public Use {
            runs = List.copyOf(runs);
            columns = Map.copyOf(columns);
            Objects.requireNonNull(job);
        }

        /// A use under which every machine runs the same.
        public Use(UseCase useCase, List<Scenario> runs, Optional<Question> job) {
            this(useCase, runs, Map.of(), job);
        }
    }

    public Library {
        uses = List.copyOf(uses);
        if (uses.isEmpty()) {
            throw new IllegalArgumentException("a wish needs at least one use");
        }
    }

    /// @return the uses and claims of a catalogue; a use whose model is not there is left out
    public static Library of(Catalogue catalogue, Estimator estimator) {
        var words = new ScenarioWords(catalogue, ModelFiles.none());
        var questions = new QuestionWords(catalogue, words);
        List<Use> uses = catalogue.uses().stream()
                .flatMap(use -> prepared(use, words, questions).stream())
                .toList();
        InferenceRuntime runtime = catalogue
                .runtime(ScenarioRequest.AUTOMATIC_RUNTIME)
                .optional()
                .orElseGet(() -> catalogue.runtimes().getFirst());
        var projector = new Projector(catalogue.calibration(), catalogue.reach());
        return new Library(
                uses,
                runtime,
                projector,
                () -> Claims.evaluate(catalogue, estimator),
                progress -> Proof.of(catalogue, estimator, progress));
    }

    private static Optional<Use> prepared(UseCase use, ScenarioWords words, QuestionWords questions) {
        var runs = new ArrayList<Scenario>();
        for (Map<String, String> run : use.runs()) {
            var all = new TreeMap<>(run);
            all.put("machine", Catalogue.CANDIDATES.getFirst());
            words.read(use.id(), all, Map.of())
                    .optional()
                    .map(ScenarioRequest::scenario)
                    .ifPresent(runs::add);
        }
        Optional<Question> job = questions.job(use.job());
        boolean whole =
                runs.size() == use.runs().size() && job.isPresent() != use.job().isEmpty();
        return whole ? Optional.of(new Use(use, runs, job)) : Optional.empty();
    }

    /// @return the use of that id, else the first
    public Use use(String id) {
        return uses.stream()
                .filter(use -> use.useCase().id().equals(id))
                .findFirst()
                .orElse(uses.getFirst());
    }
}
