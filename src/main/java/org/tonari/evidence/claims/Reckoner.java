package org.tonari.evidence.claims;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.evidence.ClaimFigure;
import org.tonari.domain.evidence.ClaimFigure.OfScenario.EstimateQuantity;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.TensorTable;
import org.tonari.domain.runtime.BlockFormat;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.engine.Estimator;
import org.tonari.engine.Estimator.Aspect;
import org.tonari.engine.memory.WeightBytes;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Phrase;
import org.tonari.explain.Refused;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.ModelFiles;
import org.tonari.profiles.requests.ScenarioRequest;
import org.tonari.profiles.requests.ScenarioWords;
import org.tonari.profiles.tree.Reading;
import org.tonari.units.BitsPerWeight;
import org.tonari.units.Count;

/// Turns the figures of claims into numbers with their trees. For one thread; keeps each estimate it made.
final class Reckoner {
    private final Catalogue catalogue;
    private final Estimator estimator;
    private final ScenarioWords scenarios;
    private final Map<Map<String, String>, Optional<Estimate>> made = new HashMap<>();

    Reckoner(Catalogue catalogue, Estimator estimator) {
        this.catalogue = catalogue;
        this.estimator = estimator;
        this.scenarios = new ScenarioWords(catalogue, ModelFiles.none());
    }

    /// @return the number with its tree, or the first fact that is missing
    Answer number(ClaimFigure figure) {
        return switch (figure) {
            case ClaimFigure.Stated(String id, var value, Source source) -> Answer.of(Term.given(id, value, source));
            case ClaimFigure.OfMachine(String machine, String path) ->
                machine(machine).map(known -> known.number(path)).orElseGet(() -> missing("machine", machine));
            case ClaimFigure.OfModel ofModel -> ofModel(ofModel);
            case ClaimFigure.OfFormat(String weights) ->
                catalogue
                        .weights(weights)
                        .optional()
                        .map(Reckoner::densest)
                        .orElseGet(() -> missing("weights", weights));
            case ClaimFigure.OfScenario(var words, EstimateQuantity quantity) ->
                estimate(words)
                        .map(estimate -> ofEstimate(estimate, quantity))
                        .orElseGet(() -> missing("scenario", words.toString()));
            case ClaimFigure.Reckoned reckoned -> reckoned(reckoned);
        };
    }

    /// @return the figures of a machine, if there is one of that id
    Optional<MachineFigures> machine(String id) {
        Optional<Machine> found = catalogue.machine(id).optional();
        return found.map(MachineFigures::new);
    }

    /// @return the estimate of a scenario, unless its words name something that is not there
    Optional<Estimate> estimate(Map<String, String> words) {
        return made.computeIfAbsent(words, this::estimated);
    }

    private Optional<Estimate> estimated(Map<String, String> words) {
        var own = new HashMap<String, String>();
        var plain = new HashMap<String, String>();
        words.forEach((name, word) -> (isPath(name) ? own : plain).put(name, word));
        return switch (scenarios.read("claim", plain, own)) {
            case Reading.Read<ScenarioRequest>(ScenarioRequest request) ->
                Optional.of(estimator.estimate(request.scenario(), EnumSet.of(Aspect.SPEED)));
            case Reading.Refused<ScenarioRequest> _ -> Optional.empty();
        };
    }

    /// Paths of the WHY tree have dots, words of a scenario have none.
    private static boolean isPath(String name) {
        return name.indexOf('.') >= 0;
    }

    private Answer ofModel(ClaimFigure.OfModel figure) {
        Optional<LanguageModel> model = catalogue.model(figure.model()).optional();
        Optional<WeightFormat> weights = catalogue.weights(figure.weights()).optional();
        if (model.isEmpty() || weights.isEmpty()) {
            return missing("model", figure.model() + " in " + figure.weights());
        }
        return switch (figure.measure()) {
            case WEIGHT_BYTES ->
                Answer.of(WeightBytes.of(model.get(), weights.get()).term());
            case PARAMETERS ->
                Answer.of(Term.given(
                        "parameters",
                        new Count(TensorTable.parameters(model.get())),
                        model.get().source()));
        };
    }

    private static Answer densest(WeightFormat weights) {
        double bits = weights.rules().stream()
                .filter(rule -> rule.condition() == WeightFormat.ModelCondition.ANY)
                .map(WeightFormat.Rule::block)
                .mapToDouble(BlockFormat::bitsPerElement)
                .min()
                .orElseThrow();
        return Answer.of(Term.given("bits_per_weight", new BitsPerWeight(bits), weights.source()));
    }

    private static Answer ofEstimate(Estimate estimate, EstimateQuantity quantity) {
        var memory = estimate.memory();
        return switch (quantity) {
            case USABLE_BYTES -> memory.pools().getFirst().usable();
            case REQUIRED_BYTES ->
                memory.missing().<Answer>map(Answer.Unknown::new).orElseGet(() -> Answer.of(memory.required()));
            case RESERVED_BYTES -> Answer.of(memory.reserved());
            case DECODE_TOKENS_PER_SECOND ->
                estimate.speed()
                        .known()
                        .map(known -> Answer.of(known.decode().expected()))
                        .orElseGet(Reckoner::noSpeed);
            case PREFILL_TOKENS_PER_SECOND ->
                estimate.speed().known().map(known -> rate(known.prefill())).orElseGet(Reckoner::noSpeed);
        };
    }

    private static Answer rate(Speed.Prediction prediction) {
        return switch (prediction) {
            case Speed.Estimated estimated -> Answer.of(estimated.expected());
            case Speed.Unpredicted(MissingFact fact) -> new Answer.Unknown(fact);
        };
    }

    private Answer reckoned(ClaimFigure.Reckoned figure) {
        var parts = new ArrayList<Term>();
        for (ClaimFigure part : figure.parts()) {
            switch (number(part)) {
                case Answer.Known(Term term) -> parts.add(term);
                case Answer.Unknown unknown -> {
                    return unknown;
                }
            }
        }
        try {
            return Answer.of(Term.derived(figure.id(), figure.unit(), figure.operation(), parts));
        } catch (ArithmeticException | IllegalArgumentException impossible) {
            return new Answer.Unknown(
                    new MissingFact(figure.id(), Phrase.of("cannot be computed: {0}", Refused.why(impossible))));
        }
    }

    private static Answer noSpeed() {
        return new Answer.Unknown(new MissingFact("speed", "no speed is known for this scenario"));
    }

    private static Answer missing(String sort, String name) {
        return new Answer.Unknown(new MissingFact(sort, Phrase.of("there is no such {0}: {1}", sort, name)));
    }
}
