package org.tonari.engine.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.evidence.Calibration;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.domain.machine.MemoryPool.Kind;
import org.tonari.domain.machine.NetworkLink;
import org.tonari.domain.machine.Processor;
import org.tonari.domain.question.Linking;
import org.tonari.domain.question.Linking.Parallelism;
import org.tonari.domain.question.Question;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Bench;
import org.tonari.engine.ShippedScenarios;
import org.tonari.engine.memory.WeightBytes;
import org.tonari.engine.speed.SpeedTerms;
import org.tonari.explain.Sourced;
import org.tonari.explain.Term;
import org.tonari.units.BytesPerSecond;
import org.tonari.units.Seconds;

/// A dense model on four machines, told from the times of one machine and of the link.
class LinkedSpeedTest {
    private static final Calibration CALIBRATION = ShippedScenarios.CATALOGUE.calibration();
    private static final NetworkLink FAST = link(1e12, 1e-9);
    private static final NetworkLink SLOW = link(1e6, 1);
    private static final int MACHINES = 4;

    private final Scenario scenario = ShippedScenarios.of("dgx-spark", "llama-3.1-8b", "q8_0");

    @Test
    void aSharedStepDividesReadingAndComputingNotLaunches() {
        Scenario eight = scenario.withWorkload(scenario.workload().withConcurrency(8));
        double expected = link(eight, FAST).exchanges(8).value().magnitude();
        for (Term part : ((Term.Derived) step(eight)).parts()) {
            boolean launch = part.id().equals("launch_time") || part.id().equals("step_overhead_time");
            expected += part.value().magnitude() / (launch ? 1 : MACHINES);
        }

        assertThat(speed(eight, FAST, Parallelism.TENSOR).stepTime().value().magnitude())
                .isCloseTo(expected, within(1e-12));
    }

    /// Of 8 users 2 are in each of 4 stages: a step of 2, and what 2 tokens wait for between machines.
    @Test
    void aPipelineStepServesTheUsersOfOneStage() {
        Scenario eight = scenario.withWorkload(scenario.workload().withConcurrency(8));
        Scenario two = scenario.withWorkload(scenario.workload().withConcurrency(2));
        double expected = step(two).value().magnitude()
                + link(scenario, SLOW).handovers(2).value().magnitude();
        Speed.Known speed = speed(eight, SLOW, Parallelism.PIPELINE);

        assertThat(speed.stepTime().value().magnitude()).isCloseTo(expected, within(1e-9));
        assertThat(speed.decode().value()).isCloseTo(1 / expected, within(1e-9));
        assertThat(speed.aggregate().value()).isCloseTo(8 / expected, within(1e-9));
    }

    @Test
    void aSharedPromptIsComputedInAShareOfTheTimeAndExchanged() {
        double prompt = scenario.workload().prompt().count();
        double expected = prefill() / MACHINES
                + link(scenario, FAST).exchanges((long) prompt).value().magnitude();

        assertPrompt(speed(scenario, FAST, Parallelism.TENSOR), expected);
    }

    @Test
    void aPromptPassesAPipelineInTheTimeOfOneMachineAndTheHandovers() {
        double prompt = scenario.workload().prompt().count();
        double expected = prefill()
                + link(scenario, SLOW).handovers((long) prompt).value().magnitude();

        assertPrompt(speed(scenario, SLOW, Parallelism.PIPELINE), expected);
    }

    private void assertPrompt(Speed.Known speed, double seconds) {
        double step = speed.stepTime().value().magnitude();
        double prompt = scenario.workload().prompt().count();

        assertThat(((Speed.Estimated) speed.prefill()).value()).isCloseTo(prompt / seconds, within(1e-6));
        assertThat(((Speed.Estimated) speed.firstToken()).value()).isCloseTo(seconds + step, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(Parallelism.class)
    void whereMachinesWaitMoreThanHalfTheTimeTheLinkIsTheLimit(Parallelism parallelism) {
        assertThat(speed(scenario, SLOW, parallelism).limitedBy()).isEqualTo(Speed.Limit.LINK);
        assertThat(speed(scenario, FAST, parallelism).limitedBy()).isEqualTo(Speed.Limit.MEMORY_BANDWIDTH);
    }

    /// A link that makes machines wait a little less than the rest of the step takes, and a little more.
    @Test
    void theLinkIsTheLimitFromHalfOfTheStepOn() {
        double step = step(scenario).value().magnitude();

        assertThat(speed(scenario, link(1e15, step / 3 * 0.99), Parallelism.PIPELINE)
                        .limitedBy())
                .isEqualTo(Speed.Limit.MEMORY_BANDWIDTH);
        assertThat(speed(scenario, link(1e15, step / 3 * 1.01), Parallelism.PIPELINE)
                        .limitedBy())
                .isEqualTo(Speed.Limit.LINK);
    }

    @Test
    void withoutAComputePeakOnlyThePromptIsUnknown() {
        Speed.Known speed = speed(without(scenario), FAST, Parallelism.TENSOR);

        assertThat(speed.prefill()).isInstanceOf(Speed.Unpredicted.class);
        assertThat(speed.firstToken()).isInstanceOf(Speed.Unpredicted.class);
        assertThat(speed.decode().value()).isPositive();
    }

    @Test
    void withoutFiguresOfTheLinkTheSpeedIsUnknown() {
        var unknown = new NetworkLink("string", "a string", "can", Bench.unstated("rate"), Bench.unstated("time"));

        assertThat(linked(scenario, unknown, Parallelism.TENSOR))
                .isEqualTo(new Speed.Unknown(LinkTime.missing(unknown)));
    }

    @Test
    void withoutAStepOfOneMachineTheSpeedIsUnknown() {
        MemoryPool pool = Bench.pool(Kind.UNIFIED, 1_000).withBandwidth(Bench.unstated("machine.memory.bandwidth"));
        Scenario blind = scenario.withMachine(Bench.machine(pool));

        assertThat(linked(blind, FAST, Parallelism.PIPELINE)).isEqualTo(new Speed.Unknown(SpeedTerms.missing(blind)));
    }

    private static Scenario without(Scenario scenario) {
        Machine machine = scenario.machine();
        Processor processor = machine.processor();
        return scenario.withMachine(new Machine(
                machine.id(),
                machine.name(),
                machine.shortName(),
                machine.pools(),
                new Processor(
                        processor.name(),
                        processor.architecture(),
                        processor.calibrationClass(),
                        processor.generation(),
                        processor.calibratedAs(),
                        Map.of(),
                        Map.of(),
                        Map.of()),
                machine.backends(),
                machine.storage(),
                machine.links(),
                machine.power(),
                machine.prices(),
                machine.facts()));
    }

    private double prefill() {
        return SpeedTerms.prefill(scenario, weights(scenario), CALIBRATION, 0)
                .orElseThrow()
                .value()
                .magnitude();
    }

    private static Term step(Scenario scenario) {
        double depth = scenario.workload().context().count();
        return SpeedTerms.step(scenario, weights(scenario), CALIBRATION, depth).orElseThrow();
    }

    private static LinkTime link(Scenario scenario, NetworkLink link) {
        return LinkTime.of(scenario.model(), MACHINES, link).orElseThrow();
    }

    private static Speed.Known speed(Scenario scenario, NetworkLink link, Parallelism parallelism) {
        return linked(scenario, link, parallelism).known().orElseThrow();
    }

    private static Speed linked(Scenario scenario, NetworkLink link, Parallelism parallelism) {
        var linking = new Linking(MACHINES, link.id(), parallelism);
        return LinkedSpeed.of(new Question.Linked(scenario, linking, link), weights(scenario), CALIBRATION);
    }

    private static WeightBytes weights(Scenario scenario) {
        return WeightBytes.of(scenario.model(), scenario.weights());
    }

    private static NetworkLink link(double rate, double exchange) {
        return new NetworkLink(
                "string",
                "a string",
                NetworkLink.ETHERNET,
                Sourced.known(new BytesPerSecond(rate), Bench.HAND),
                Sourced.known(new Seconds(exchange), Bench.HAND));
    }
}
