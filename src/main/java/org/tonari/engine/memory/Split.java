package org.tonari.engine.memory;

import java.util.List;
import org.tonari.domain.answer.MemoryStack.Placement;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload;
import org.tonari.domain.scenario.Workload.LayerPlacement;
import org.tonari.units.Bytes;

/// Which layers go to host memory where a card is too small, by llama.cpp's own fitting order.
///
/// The person's context stays; first the experts of as few layers as needed leave the card, from the first layer on;
/// only when no experts are left do whole layers follow with their cache (llama.cpp PR #16653).
final class Split {
    private final Scenario scenario;
    private final Workload workload;
    private final WeightBytes weights;

    private Split(Scenario scenario, WeightBytes weights) {
        this.scenario = scenario;
        this.workload = scenario.workload();
        this.weights = weights;
    }

    /// @param weights the model's weights by layer; where the person fixed some layers, they are left there
    static Split of(Scenario scenario, WeightBytes weights) {
        return new Split(scenario, weights);
    }

    /// @param onCard what the card would have to hold if everything went there
    /// @param usable what it may hold
    /// @return the layers that leave it
    Placement place(Bytes onCard, Bytes usable) {
        int layers = scenario.model().layers();
        int experts =
                switch (workload.cpuExperts()) {
                    case LayerPlacement.Exactly(int chosen) -> Math.min(chosen, layers);
                    case LayerPlacement.All _ -> layers;
                    case LayerPlacement.Automatic _ -> expertsToMove(onCard, usable);
                };
        int whole =
                switch (workload.gpuLayers()) {
                    case LayerPlacement.Exactly(int chosen) -> Math.max(0, layers - chosen);
                    case LayerPlacement.All _ -> 0;
                    case LayerPlacement.Automatic _ -> layersToMove(withoutExperts(onCard, experts), experts, usable);
                };
        return new Placement(experts, whole);
    }

    private int expertsToMove(Bytes onCard, Bytes usable) {
        if (!(workload.gpuLayers() instanceof LayerPlacement.Automatic)) {
            return 0;
        }
        Bytes need = onCard;
        int last = 0;
        for (int layer = 0; layer < scenario.model().layers() && need.compareTo(usable) > 0; layer++) {
            Bytes experts = weights.layerExperts(layer);
            need = need.minusOrZero(experts);
            last = experts.count() > 0 ? layer + 1 : last;
        }
        return last;
    }

    private Bytes withoutExperts(Bytes onCard, int experts) {
        Bytes need = onCard;
        for (int layer = 0; layer < experts; layer++) {
            need = need.minusOrZero(weights.layerExperts(layer));
        }
        return need;
    }

    private int layersToMove(Bytes onCard, int experts, Bytes usable) {
        if (onCard.compareTo(usable) <= 0) {
            return 0;
        }
        List<Bytes> cacheByLayer = MemoryParts.cacheByLayer(scenario);
        Bytes need = onCard;
        int moved = 0;
        while (moved < cacheByLayer.size() && need.compareTo(usable) > 0) {
            need = need.minusOrZero(weights.layerDense(moved)).minusOrZero(cacheByLayer.get(moved));
            if (moved >= experts) {
                need = need.minusOrZero(weights.layerExperts(moved));
            }
            moved++;
        }
        return moved;
    }
}
