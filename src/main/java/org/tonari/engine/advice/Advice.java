package org.tonari.engine.advice;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.Projection;
import org.tonari.domain.answer.Recommendation;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.question.UseCase.Measure;
import org.tonari.engine.Estimator;
import org.tonari.engine.Estimator.Aspect;
import org.tonari.engine.Projector;

/// Orders machines by a wish. There is no score: three rules, in this order, decide.
///
/// 1. Machines that meet every demand come first, then those of which a fact is missing, then those that miss one.
/// 2. Among the last, fewer missed demands come first; among those of which facts are missing, fewer missing facts.
/// 3. Machines that stand alike are ordered by the use's own measure, such as the price; unknown comes last, and
///    equals stay in the order they were given in.
public final class Advice {
    private Advice() {}

    /// @param estimator answers how each run does
    /// @param projector answers how a job does
    /// @return every machine, the best first
    public static List<Recommendation> of(Estimator estimator, Projector projector, Inquiry question) {
        return question.machines().stream()
                .map(machine -> judged(estimator, projector, question, machine))
                .sorted(order(question.use().measure()))
                .toList();
    }

    private static Recommendation judged(Estimator estimator, Projector projector, Inquiry question, Machine machine) {
        List<Estimate> estimates = question.runsOn(machine).stream()
                .map(run -> estimator.estimate(run, EnumSet.of(Aspect.SPEED, Aspect.BUFFER)))
                .toList();
        Optional<Projection> job = question.jobOn(machine).map(projector::project);
        var tests = new Tests(question, machine, estimates, job).all();
        return new Recommendation(machine, tests, new Measures(estimator, question, machine, estimates, job).measure());
    }

    private static Comparator<Recommendation> order(Measure measure) {
        Comparator<Recommendation> standing = Comparator.comparing(Recommendation::standing)
                .thenComparing(Recommendation::missed)
                .thenComparing(Recommendation::open);
        return standing.thenComparing(each -> rank(each, measure));
    }

    private static double rank(Recommendation each, Measure measure) {
        double least =
                switch (measure) {
                    case PRICE, FIRST_TOKEN, IDLE_WATTS, COST, JOB_TIME -> 1;
                    case DECODE, COMPUTE -> -1;
                };
        return each.measure()
                .optional()
                .map(term -> least * term.value().magnitude())
                .orElse(Double.POSITIVE_INFINITY);
    }
}
