package org.tonari.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonari.domain.answer.Projection;
import org.tonari.domain.answer.Projection.Figure;
import org.tonari.domain.answer.Projection.Item;
import org.tonari.domain.answer.Projection.Load;
import org.tonari.domain.answer.Projection.Measure;
import org.tonari.domain.answer.Projection.Part;
import org.tonari.domain.answer.Projection.Remark;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.evidence.Reach;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool.Kind;
import org.tonari.domain.machine.NetworkLink;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.question.Linking;
import org.tonari.domain.question.Linking.Parallelism;
import org.tonari.domain.question.Question;
import org.tonari.domain.scenario.Scenario;
import org.tonari.explain.Sourced;
import org.tonari.units.BytesPerSecond;
import org.tonari.units.Seconds;

/// What is said of linked machines: which loads, figures and remarks.
class ProjectorTest {
    private static final Projector PROJECTOR =
            new Projector(ShippedScenarios.CATALOGUE.calibration(), new Reach(List.of()));

    private static final LanguageModel DENSE = Bench.model(Bench.layer(4, 100));
    private static final LanguageModel EXPERTS = Bench.model(new LayerGroup(
            "experts", 4, new Attention.None(), new FeedForward.MixtureOfExperts(4, 2, 100, 2, 4, 0, 0), 0));

    @Test
    void aPipelineShowsEachMachineAndTensorParallelOneForAll() {
        Projection pipeline = linked(DENSE, "llama.cpp", 3, Parallelism.PIPELINE);
        Projection tensor = linked(DENSE, "llama.cpp", 3, Parallelism.TENSOR);

        assertThat(pipeline.loads()).extracting(Load::machine).containsExactly(1, 2, 3);
        assertThat(tensor.loads()).extracting(Load::machine).containsExactly(1);
        assertThat(pipeline.loads())
                .allSatisfy(load -> assertThat(load.items())
                        .extracting(Item::part)
                        .contains(Part.RUNTIME, Part.WEIGHTS, Part.KV_CACHE, Part.STATE, Part.ACTIVATIONS));
    }

    @Test
    void aSpeedThatIsKnownComesWithItsGain() {
        assertThat(measures(spark(NetworkLink.ETHERNET, 1)))
                .containsExactly(
                        Measure.DECODE,
                        Measure.AGGREGATE,
                        Measure.GAIN,
                        Measure.PREFILL,
                        Measure.FIRST_TOKEN,
                        Measure.MACHINES_NEEDED);
    }

    @Test
    void aSpeedNobodyKnowsSaysSo() {
        Scenario scenario = scenario(DENSE, "llama.cpp", 1L << 36);
        Projection projection = project(
                scenario,
                2,
                Parallelism.PIPELINE,
                new NetworkLink("string", "a string", NetworkLink.ETHERNET, Bench.unstated("a"), Bench.unstated("b")));

        assertThat(measures(projection)).containsExactly(Measure.MACHINES_NEEDED, Measure.DECODE);
        assertThat(projection.figures().getLast().value()).isInstanceOf(Speed.Unpredicted.class);
    }

    @Test
    void whatDoesNotRunHasNoSpeedAndMayNeedMoreMachinesThanThereAre() {
        Projection projection = project(scenario(DENSE, "llama.cpp", 1_000), 2, Parallelism.PIPELINE, link("ethernet"));

        assertThat(measures(projection)).containsExactly(Measure.MACHINES_NEEDED);
        assertThat(projection.figures().getFirst().value())
                .isInstanceOfSatisfying(
                        Speed.Unpredicted.class,
                        none -> assertThat(none.fact().reason().english())
                                .isEqualTo("not even eight such machines hold it"));
    }

    @Test
    void aMachineByItselfNeedsNoRemark() {
        assertThat(linked(EXPERTS, "llama.cpp", 1, Parallelism.TENSOR).remarks())
                .isEmpty();
        assertThat(project(scenario(EXPERTS, "vllm", 1L << 36), 1, Parallelism.TENSOR, link("nowhere"))
                        .remarks())
                .isEmpty();
    }

    @Test
    void aLinkWithoutAPortIsAllThatIsRemarked() {
        assertThat(project(scenario(EXPERTS, "llama.cpp", 1L << 36), 2, Parallelism.TENSOR, link("nowhere"))
                        .remarks())
                .containsExactly(Remark.NO_PORT);
    }

    @Test
    void remarksFollowTheModelTheRuntimeAndHowItIsShared() {
        assertThat(linked(EXPERTS, "vllm", 2, Parallelism.PIPELINE).remarks())
                .containsExactly(Remark.PIPELINE_ADDS_MEMORY);
        assertThat(linked(DENSE, "vllm", 2, Parallelism.TENSOR).remarks()).isEmpty();
        assertThat(linked(EXPERTS, "vllm", 2, Parallelism.TENSOR).remarks())
                .containsExactly(Remark.EXPERTS_GAIN_LITTLE);
        assertThat(linked(DENSE, "llama.cpp", 2, Parallelism.TENSOR).remarks())
                .containsExactly(Remark.RUNTIME_SPLITS_LAYERS);
        assertThat(linked(EXPERTS, "llama.cpp", 2, Parallelism.TENSOR).remarks())
                .containsExactly(Remark.EXPERTS_GAIN_LITTLE, Remark.RUNTIME_SPLITS_LAYERS);
    }

    private static Projection spark(String port, double exchange) {
        Scenario scenario = ShippedScenarios.of("dgx-spark", "llama-3.1-8b", "q8_0");
        return project(scenario, 2, Parallelism.PIPELINE, link(port, exchange));
    }

    private static List<Measure> measures(Projection projection) {
        return projection.figures().stream().map(Figure::measure).toList();
    }

    private static Projection linked(LanguageModel model, String runtime, int machines, Parallelism parallelism) {
        return project(scenario(model, runtime, 1L << 36), machines, parallelism, link(NetworkLink.ETHERNET));
    }

    private static Projection project(Scenario scenario, int machines, Parallelism parallelism, NetworkLink link) {
        return PROJECTOR.project(new Question.Linked(scenario, new Linking(machines, link.id(), parallelism), link));
    }

    private static Scenario scenario(LanguageModel model, String runtime, long bytes) {
        Machine machine = Bench.machine(Bench.pool(Kind.UNIFIED, bytes));
        return Bench.scenario(machine, model, runtime);
    }

    private static NetworkLink link(String port) {
        return link(port, 1e-6);
    }

    private static NetworkLink link(String port, double exchange) {
        return new NetworkLink(
                "string",
                "a string",
                port,
                Sourced.known(new BytesPerSecond(1e9), Bench.HAND),
                Sourced.known(new Seconds(exchange), Bench.HAND));
    }
}
