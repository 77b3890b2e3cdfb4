package org.tonari.profiles.gguf;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The name of a file and, where it is one part of a model (`…-00001-of-00003.gguf`), those of all parts.
///
/// @param name  without folder, part number and ending
/// @param parts from first to last; the file alone where it is whole
record SplitName(String name, List<String> parts) {
    private static final Pattern PART = Pattern.compile("(.*)-(\\d{5})-of-(\\d{5})\\.gguf");
    private static final String ENDING = ".gguf";

    SplitName {
        parts = List.copyOf(parts);
    }

    /// @param file the file's name without its folder
    static SplitName of(String file) {
        Matcher part = PART.matcher(file);
        if (!part.matches() || Integer.parseInt(part.group(3)) < 1) {
            return new SplitName(
                    file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file, List.of(file));
        }
        String stem = part.group(1);
        int count = Integer.parseInt(part.group(3));
        return new SplitName(
                stem,
                IntStream.rangeClosed(1, count)
                        .mapToObj(i -> String.format(Locale.ROOT, "%s-%05d-of-%05d%s", stem, i, count, ENDING))
                        .toList());
    }
}
