package org.tonari.explain;

import java.util.List;

/// A sentence, or a part of one, that knows what was put into it, so that it can be said in other languages too.
///
/// ```java
/// Phrase.of("a whole number from {0} to {1}", 1, 64).english(); // a whole number from 1 to 64
/// ```
///
/// @param pattern the English words with `{0}`, `{1}`, … for the parts; a literal, by which translations are found
/// @param parts   numbers, names and texts, which are the same in every language, and phrases, which are not
/// @param english the whole in English
public record Phrase(String pattern, List<Object> parts, String english) {
    private static final String AS_IT_IS = "{0}";

    public Phrase {
        parts = List.copyOf(parts);
    }

    /// @return the pattern with its parts
    public static Phrase of(String pattern, Object... parts) {
        return new Phrase(pattern, List.of(parts), filled(pattern, parts));
    }

    /// @return a text that is the same in every language, such as a name or what stands in a file
    public static Phrase verbatim(String text) {
        return new Phrase(AS_IT_IS, List.of(text), text);
    }

    /// @return what this phrase comes to, where another program said it in words of its own
    public Phrase insteadOf(String words) {
        return new Phrase(pattern, parts, words);
    }

    /// @return whether it is the same in every language
    public boolean isVerbatim() {
        return pattern.equals(AS_IT_IS);
    }

    /// @return whether it says nothing
    public boolean isEmpty() {
        return english.isEmpty();
    }

    /// @return the pattern with the parts in the place of `{0}`, `{1}`, …; as it is where there are no parts
    public static String filled(String pattern, Object... parts) {
        if (parts.length == 0) {
            return pattern;
        }
        var text = new StringBuilder(pattern.length() + 32);
        int at = 0;
        while (at < pattern.length()) {
            int number = placeholder(pattern, at);
            if (number < 0 || number >= parts.length) {
                text.append(pattern.charAt(at++));
            } else {
                text.append(parts[number]);
                at += 3;
            }
        }
        return text.toString();
    }

    /// @return the number in a `{n}` that stands at `at`, or −1
    private static int placeholder(String pattern, int at) {
        boolean stands = at + 2 < pattern.length() && pattern.charAt(at) == '{' && pattern.charAt(at + 2) == '}';
        int digit = stands ? pattern.charAt(at + 1) - '0' : -1;
        return digit <= 9 ? digit : -1;
    }

    @Override
    public String toString() {
        return english;
    }
}
