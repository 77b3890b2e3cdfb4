package org.tonari.profiles.readers;

import org.tonari.domain.model.FeedForward;
import org.tonari.profiles.tree.ProfileNode;

/// Reads the part of a layer that works on each token alone.
final class FeedForwardReader {
    private FeedForwardReader() {}

    /// The kinds of feed-forward network a profile can name.
    private enum Type {
        DENSE,
        MOE,
        NONE
    }

    /// @param node a layer's `feed_forward`
    /// @throws ProfileException where it is not one
    public static FeedForward read(ProfileNode node) {
        Type type = node.field("type").oneOf(Type.class);
        FeedForward feedForward = node.checked(place -> feedForward(type, place));
        node.requireAllRead();
        return feedForward;
    }

    private static FeedForward feedForward(Type type, ProfileNode node) {
        return switch (type) {
            case DENSE -> new FeedForward.Dense(node.field("width").whole(1), matrices(node));
            case MOE ->
                new FeedForward.MixtureOfExperts(
                        node.field("experts").whole(1),
                        node.field("active").whole(1),
                        node.field("width").whole(1),
                        matrices(node),
                        node.field("input_size").whole(1),
                        node.field("shared_width").whole(0),
                        node.field("parallel_width").whole(0));
            case NONE -> new FeedForward.None();
        };
    }

    private static int matrices(ProfileNode node) {
        return (int) node.field("matrices").whole(2, 3);
    }
}
