package org.tonari.remote;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Prompts that no server has seen, so that none is answered out of a cache.
final class Prompts {
    private static final List<String> WORDS = List.of(
            "river", "stone", "light", "paper", "seven", "green", "walk", "house", "under", "music", "table", "north",
            "early", "glass", "write", "bread", "cloud", "small", "garden", "train", "winter", "letter", "bridge",
            "quiet", "market", "silver", "forest", "number", "window", "ocean", "street", "yellow");

    private final RandomGenerator random;
    private double tokensPerWord = 1.2;

    Prompts() {
        this(new SplittableRandom());
    }

    Prompts(RandomGenerator random) {
        this.random = random;
    }

    /// @return a text of about so many tokens
    String text(long tokens) {
        long words = Math.max(1, Math.round(tokens / tokensPerWord));
        var text = new StringBuilder();
        for (long i = 0; i < words; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.toString();
    }

    /// Learns from an answer how long a text really was.
    void learn(String text, long tokens) {
        long words = text.chars().filter(sign -> sign == ' ').count() + 1;
        if (tokens > 0 && words >= 16) {
            tokensPerWord = Math.clamp((double) tokens / words, 0.25, 8);
        }
    }
}
