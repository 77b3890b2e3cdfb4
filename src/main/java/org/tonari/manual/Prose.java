package org.tonari.manual;

import java.util.List;
import java.util.stream.Collectors;

/// Text that flows as one: a heading, a paragraph, a cell, a picture's caption, a piece of code.
///
/// @param number its place in the document, counted in reading order from 0
/// @param words  in order
public record Prose(int number, List<Words> words) {
    public Prose {
        words = List.copyOf(words);
    }

    /// @return all of it, as it is searched and read out
    public String text() {
        return words.stream().map(Words::text).collect(Collectors.joining());
    }
}
