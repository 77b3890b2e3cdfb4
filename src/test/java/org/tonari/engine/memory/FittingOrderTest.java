package org.tonari.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tonari.domain.answer.MemoryStack.Placement;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload;
import org.tonari.domain.scenario.Workload.LayerPlacement;
import org.tonari.engine.ShippedScenarios;
import org.tonari.units.Bytes;

/// llama.cpp's fitting order to the byte: as few experts as needed, then as few whole layers.
class FittingOrderTest {
    private static final Bytes USABLE = Bytes.ofGiB(24);

    @Test
    void whatFitsToTheByteStaysOnTheCard() {
        assertThat(place(scenario("gpt-oss-120b"), USABLE)).isEqualTo(Placement.NONE);
        assertThat(place(scenario("qwen3-32b"), USABLE)).isEqualTo(Placement.NONE);
    }

    @Test
    void oneByteMoreMovesTheFirstLayersExperts() {
        Scenario scenario = scenario("gpt-oss-120b");
        WeightBytes weights = weights(scenario);

        assertThat(place(scenario, USABLE.plus(new Bytes(1)))).isEqualTo(new Placement(1, 0));
        assertThat(place(scenario, USABLE.plus(weights.layerExperts(0)))).isEqualTo(new Placement(1, 0));
        assertThat(place(scenario, USABLE.plus(weights.layerExperts(0)).plus(new Bytes(1))))
                .isEqualTo(new Placement(2, 0));
    }

    /// The first layer of GLM-4.5-Air is dense: moving its experts moves nothing.
    @Test
    void layersWithoutExpertsArePassedOver() {
        Scenario scenario = scenario("glm-4.5-air");

        assertThat(weights(scenario).layerExperts(0)).isEqualTo(Bytes.ZERO);
        assertThat(place(scenario, USABLE.plus(new Bytes(1)))).isEqualTo(new Placement(2, 0));
    }

    @Test
    void whereNoExpertsAreLeftWholeLayersFollowWithTheirCache() {
        Scenario scenario = scenario("qwen3-32b");
        Bytes layer = weights(scenario)
                .layerDense(0)
                .plus(MemoryParts.cacheByLayer(scenario).getFirst());

        assertThat(place(scenario, USABLE.plus(new Bytes(1)))).isEqualTo(new Placement(0, 1));
        assertThat(place(scenario, USABLE.plus(layer))).isEqualTo(new Placement(0, 1));
        assertThat(place(scenario, USABLE.plus(layer).plus(new Bytes(1)))).isEqualTo(new Placement(0, 2));
    }

    @Test
    void allExpertsGoBeforeTheFirstLayerDoes() {
        Scenario scenario = scenario("gpt-oss-120b");
        WeightBytes weights = weights(scenario);
        Bytes experts = Bytes.ZERO;
        for (int layer = 0; layer < scenario.model().layers(); layer++) {
            experts = experts.plus(weights.layerExperts(layer));
        }
        Bytes first =
                weights.layerDense(0).plus(MemoryParts.cacheByLayer(scenario).getFirst());

        assertThat(place(scenario, USABLE.plus(experts))).isEqualTo(new Placement(36, 0));
        assertThat(place(scenario, USABLE.plus(experts).plus(first))).isEqualTo(new Placement(36, 1));
        assertThat(place(scenario, USABLE.plus(experts).plus(first).plus(new Bytes(1))))
                .isEqualTo(new Placement(36, 2));
        assertThat(place(scenario, Bytes.ofGiB(10_000))).isEqualTo(new Placement(36, 36));
    }

    @Test
    void whatThePersonSaysIsDone() {
        Scenario scenario = scenario("gpt-oss-120b");

        assertThat(placed(scenario, new LayerPlacement.Exactly(30), new LayerPlacement.Automatic()))
                .isEqualTo(new Placement(0, 6));
        assertThat(placed(scenario, new LayerPlacement.Exactly(99), new LayerPlacement.Automatic()))
                .isEqualTo(Placement.NONE);
        assertThat(placed(scenario, new LayerPlacement.All(), new LayerPlacement.Exactly(7)))
                .isEqualTo(new Placement(7, 0));
        assertThat(placed(scenario, new LayerPlacement.All(), new LayerPlacement.Exactly(99)))
                .isEqualTo(new Placement(36, 0));
        assertThat(placed(scenario, new LayerPlacement.All(), new LayerPlacement.All()))
                .isEqualTo(new Placement(36, 0));
    }

    /// Experts that the person sent away make room for layers: a layer's own then leave no second time.
    @Test
    void layersThatFollowDoNotCountTheirExpertsTwice() {
        Scenario scenario = scenario("gpt-oss-120b");
        WeightBytes weights = weights(scenario);
        Bytes away = weights.layerExperts(0).plus(weights.layerExperts(1));
        Bytes first =
                weights.layerDense(0).plus(MemoryParts.cacheByLayer(scenario).getFirst());
        Scenario two = with(scenario, new LayerPlacement.Automatic(), new LayerPlacement.Exactly(2));

        assertThat(place(two, USABLE.plus(away))).isEqualTo(new Placement(2, 0));
        assertThat(place(two, USABLE.plus(away).plus(first))).isEqualTo(new Placement(2, 1));
        assertThat(place(two, USABLE.plus(away).plus(first).plus(new Bytes(1)))).isEqualTo(new Placement(2, 2));
    }

    private static Placement placed(Scenario scenario, LayerPlacement layers, LayerPlacement experts) {
        return place(with(scenario, layers, experts), Bytes.ofGiB(1_000));
    }

    private static Scenario with(Scenario scenario, LayerPlacement layers, LayerPlacement experts) {
        Workload workload = scenario.workload();
        return scenario.withWorkload(workload.withGpuLayers(layers).withCpuExperts(experts));
    }

    private static Placement place(Scenario scenario, Bytes onCard) {
        return Split.of(scenario, weights(scenario)).place(onCard, USABLE);
    }

    private static WeightBytes weights(Scenario scenario) {
        return WeightBytes.of(scenario.model(), scenario.weights());
    }

    private static Scenario scenario(String model) {
        String weights = model.startsWith("gpt-oss") ? "mxfp4" : "q8_0";
        return ShippedScenarios.of("hp-omen-45l-rtx-5090", model, weights);
    }
}
