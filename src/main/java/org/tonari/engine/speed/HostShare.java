package org.tonari.engine.speed;

import org.tonari.domain.answer.MemoryStack.Placement;
import org.tonari.domain.model.FeedForward.MixtureOfExperts;
import org.tonari.domain.model.LanguageModel;

/// The share of a model's layers that stands in host memory.
///
/// @param experts of the layers that have experts, those whose experts stand there, 0 to 1
/// @param layers  of all layers, those that stand there as a whole, 0 to 1
record HostShare(double experts, double layers) {
    static HostShare of(LanguageModel model, Placement placement) {
        if (!placement.isSplit()) {
            return new HostShare(0, 0);
        }
        int withExperts = 0;
        int moved = 0;
        for (int layer = 0; layer < model.layers(); layer++) {
            if (model.layer(layer).feedForward() instanceof MixtureOfExperts) {
                withExperts++;
                moved += layer < Math.max(placement.hostExpertLayers(), placement.hostLayers()) ? 1 : 0;
            }
        }
        return new HostShare(
                withExperts == 0 ? 0 : (double) moved / withExperts, (double) placement.hostLayers() / model.layers());
    }
}
