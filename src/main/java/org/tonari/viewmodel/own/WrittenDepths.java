package org.tonari.viewmodel.own;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Lengths of prompts as a person writes them: whole numbers of tokens, apart by commas or spaces.
final class WrittenDepths {
    private static final int MOST_DEPTHS = 16;
    private static final long MOST_DEPTH = 1 << 20;

    private WrittenDepths() {}

    /// @return the depths in tokens; empty where something else is written, too much of it, or nothing
    static Optional<List<Long>> of(String text) {
        List<String> words = Arrays.stream(text.split("[,、\\s]+"))
                .filter(word -> !word.isBlank())
                .toList();
        if (words.isEmpty()
                || words.size() > MOST_DEPTHS
                || !words.stream().allMatch(word -> word.matches("\\d{1,7}"))) {
            return Optional.empty();
        }
        List<Long> numbers = words.stream().map(Long::parseLong).toList();
        return numbers.stream().allMatch(depth -> depth >= 1 && depth <= MOST_DEPTH)
                ? Optional.of(numbers)
                : Optional.empty();
    }
}
