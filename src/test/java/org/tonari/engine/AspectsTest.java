package org.tonari.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.tonari.domain.answer.Cost;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.machine.NetworkLink;
import org.tonari.domain.question.Linking;
import org.tonari.domain.question.Linking.Parallelism;
import org.tonari.domain.question.Question;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Estimator.Aspect;
import org.tonari.engine.fleet.Fleet;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Sourced;
import org.tonari.units.BytesPerSecond;
import org.tonari.units.Seconds;

/// Parts of an estimate come where they are asked for, for one machine and for linked ones.
class AspectsTest {
    private static final Answer NOT_ASKED = new Answer.Unknown(new MissingFact("cost", "not asked for"));

    private final Estimator estimator = ShippedScenarios.estimator();
    private final Scenario scenario = ShippedScenarios.of("dgx-spark", "llama-3.1-8b", "q8_0");

    @Test
    void whatIsNotAskedForSaysSo() {
        Estimate bare = estimator.estimate(scenario, EnumSet.noneOf(Aspect.class));

        assertThat(bare.fit().verdict().fits()).isTrue();
        assertThat(bare.fit().longestContext().optional()).isEmpty();
        assertThat(bare.speed()).isEqualTo(new Speed.Unknown(new MissingFact("speed", "not asked for")));
        assertThat(bare.cost().of(Cost.Figure.PURCHASE)).isEqualTo(NOT_ASKED);
    }

    @Test
    void eachAspectComesByItself() {
        assertThat(estimator
                        .estimate(scenario, EnumSet.of(Aspect.FIT))
                        .fit()
                        .longestContext()
                        .optional())
                .isPresent();
        assertThat(estimator
                        .estimate(scenario, EnumSet.of(Aspect.SPEED))
                        .speed()
                        .known())
                .isPresent();
        assertThat(estimator.estimate(scenario, EnumSet.of(Aspect.COST)).cost().of(Cost.Figure.PURCHASE))
                .isNotEqualTo(NOT_ASKED);
    }

    @Test
    void linkedMachinesAnswerWithTheFullestOfThemAndTheirSpeedTogether() {
        Question.Linked linked = linked();
        Fleet fleet = Fleet.of(linked, ShippedScenarios.CATALOGUE.calibration());
        Estimate estimate = estimator.estimate(linked, EnumSet.of(Aspect.SPEED));

        assertThat(estimate.memory()).isEqualTo(fleet.fullest());
        assertThat(estimate.fit().verdict()).isEqualTo(fleet.verdict());
        assertThat(estimate.speed()).isEqualTo(fleet.speed());
        assertThat(estimate.cost().of(Cost.Figure.PURCHASE)).isEqualTo(NOT_ASKED);
        assertThat(estimate.fit().longestContext().optional()).isEmpty();
    }

    @Test
    void linkedMachinesCostAsMuchAsAllOfThem() {
        Cost one = estimator.estimate(scenario, EnumSet.of(Aspect.COST)).cost();
        Estimate three = estimator.estimate(linked(), EnumSet.of(Aspect.COST));

        assertThat(number(three.cost(), Cost.Figure.PURCHASE))
                .isCloseTo(3 * number(one, Cost.Figure.PURCHASE), within(1e-6));
        assertThat(number(three.cost(), Cost.Figure.WATTS)).isCloseTo(3 * number(one, Cost.Figure.WATTS), within(1e-9));
        assertThat(three.speed()).isEqualTo(new Speed.Unknown(new MissingFact("speed", "not asked for")));
    }

    @Test
    void anOverrideHoldsForLinkedMachinesToo() {
        Question.Linked plain = linked();
        var slow = new Question.Linked(
                scenario.withOverride("machine.memory.bandwidth", 1e9), plain.linking(), plain.link());

        assertThat(rate(estimator.estimate(slow, EnumSet.of(Aspect.SPEED))))
                .isLessThan(rate(estimator.estimate(plain, EnumSet.of(Aspect.SPEED))) / 10);
    }

    private static double rate(Estimate estimate) {
        return estimate.speed().known().orElseThrow().decode().value();
    }

    private static double number(Cost cost, Cost.Figure figure) {
        return cost.of(figure).optional().orElseThrow().value().magnitude();
    }

    private Question.Linked linked() {
        var link = new NetworkLink(
                "string",
                "a string",
                NetworkLink.ETHERNET,
                Sourced.known(new BytesPerSecond(1e10), Bench.HAND),
                Sourced.known(new Seconds(1e-5), Bench.HAND));
        return new Question.Linked(scenario, new Linking(3, link.id(), Parallelism.PIPELINE), link);
    }
}
