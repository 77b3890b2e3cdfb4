package org.tonari.profiles.writers;

import org.tonari.domain.model.FeedForward;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes the part of a layer that works on each token alone.
final class FeedForwardWriter {
    private FeedForwardWriter() {}

    static ObjectNode write(FeedForward feedForward) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return switch (feedForward) {
            case FeedForward.Dense(long width, int matrices) ->
                node.put("type", "dense").put("width", width).put("matrices", matrices);
            case FeedForward.MixtureOfExperts mixture ->
                node.put("type", "moe")
                        .put("experts", mixture.experts())
                        .put("active", mixture.active())
                        .put("width", mixture.width())
                        .put("matrices", mixture.matrices())
                        .put("input_size", mixture.inputSize())
                        .put("shared_width", mixture.sharedWidth())
                        .put("parallel_width", mixture.parallelWidth());
            case FeedForward.None _ -> node.put("type", "none");
        };
    }
}
