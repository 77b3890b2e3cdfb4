package org.tonari.cli.reports;

import java.util.List;
import java.util.stream.Collectors;

/// Writes arguments so that a POSIX shell reads them back as they are.
final class ShellWords {
    private static final String PLAIN = "-_./:,=+@%";

    private ShellWords() {}

    static String joined(List<String> words) {
        return words.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        boolean plain = !word.isEmpty()
                && word.chars()
                        .allMatch(each -> each < 128 && Character.isLetterOrDigit(each) || PLAIN.indexOf(each) >= 0);
        return plain ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
