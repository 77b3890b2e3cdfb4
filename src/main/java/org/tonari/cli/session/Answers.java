package org.tonari.cli.session;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.question.CostAssumptions;
import org.tonari.domain.question.Question;
import org.tonari.domain.scenario.Anchor;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Estimator;
import org.tonari.engine.Estimator.Aspect;
import org.tonari.engine.Estimator.CurvePoint;
import org.tonari.export.EstimatePart;
import org.tonari.profiles.requests.QuestionWords;
import org.tonari.profiles.requests.ScenarioRequest;
import org.tonari.profiles.tree.ProfileException;
import org.tonari.units.Tokens;

/// Answers requests in the parts that were asked for; computes no other. Thread-safe once the session has opened
/// its catalogue.
public final class Answers {
    private final Session session;
    private final Set<Aspect> aspects;
    private final List<Anchor> anchors;
    private @Nullable Estimator estimator;

    /// @param parts that will be shown
    public Answers(Session session, Set<EstimatePart> parts) {
        this(session, aspects(parts), List.of());
    }

    private Answers(Session session, Set<Aspect> aspects, List<Anchor> anchors) {
        this.session = session;
        this.aspects = aspects;
        this.anchors = anchors;
    }

    /// @return these, shifted to what the person measured
    public Answers with(List<Anchor> own) {
        return new Answers(session, aspects, own);
    }

    /// @return the estimate
    /// @throws BadInput where a figure of the person's own names nothing or has an impossible value
    public Estimate of(ScenarioRequest request) {
        try {
            return request.machinesLinked() > 1
                    ? estimator().estimate(linked(request), aspects)
                    : estimator().estimate(request.scenario(), aspects);
        } catch (ArithmeticException _) {
            throw new BadInput("the scenario's numbers go beyond what can be counted");
        } catch (IllegalArgumentException refused) {
            if (request.scenario().overrides().isEmpty()) {
                throw refused;
            }
            throw new BadInput("--set: " + refused.getMessage());
        }
    }

    /// @return the estimate with its cost under the assumptions; the speed must be among the parts
    /// @throws BadInput as for an estimate alone
    public Estimate of(ScenarioRequest request, CostAssumptions assumptions) {
        Estimate estimate = of(request);
        return estimate.withCost(estimator().cost(estimate, assumptions));
    }

    /// @param contexts tokens in the cache of each sequence
    /// @return verdict and speed of a scenario at each context
    public List<CurvePoint> curve(Scenario scenario, List<Tokens> contexts) {
        return estimator().curve(scenario, contexts);
    }

    private Question.Linked linked(ScenarioRequest request) {
        try {
            return new QuestionWords(session.catalogue(), session.words())
                    .linked(request.scenario(), request.linking());
        } catch (ProfileException wrong) {
            throw new BadInput(wrong.problem().sentence());
        }
    }

    private synchronized Estimator estimator() {
        Estimator made = estimator;
        if (made == null) {
            made = session.wiring().estimators().of(session.catalogue(), aspects);
            made = anchors.isEmpty() ? made : made.with(anchors);
            estimator = made;
        }
        return made;
    }

    /// The energy of a token needs its rate.
    private static Set<Aspect> aspects(Set<EstimatePart> parts) {
        var aspects = EnumSet.noneOf(Aspect.class);
        for (EstimatePart part : parts) {
            switch (part) {
                case MEMORY, COMPATIBILITY -> {}
                case EXPLANATION -> aspects.add(Aspect.BUFFER);
                case FIT -> aspects.add(Aspect.FIT);
                case SPEED -> aspects.add(Aspect.SPEED);
                case COST -> {
                    aspects.add(Aspect.COST);
                    aspects.add(Aspect.SPEED);
                }
            }
        }
        return aspects;
    }
}
