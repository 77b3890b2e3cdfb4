package org.tonari.viewmodel.choosing;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What somebody types into a search: words in any order and case. Full-width letters, as Japanese and Chinese
/// keyboards
/// give them, count as plain ones. Immutable.
///
/// @param words lower case, none empty; no words at all are found in everything
public record SearchWords(List<String> words) {
    public SearchWords {
        words = List.copyOf(words);
    }

    /// @return the words of a text
    public static SearchWords of(String typed) {
        return new SearchWords(
                Arrays.stream(plain(typed).toLowerCase(Locale.ROOT).split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    /// @return the text in plain letters, without blanks around it
    static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    }

    /// @return whether all words are found in any of the texts put together
    public boolean areIn(String... texts) {
        String all = String.join(" ", texts).toLowerCase(Locale.ROOT);
        return words.stream().allMatch(all::contains);
    }
}
