package org.tonari.profiles.gguf;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The name of a file and, where it is one part of a model (`…-00001-of-00003.gguf`), those of all parts.
///
/// @param name  without folder, part number and ending
/// @param parts from first to last; the file alone where it is whole
record SplitName(String name, List<Path> parts) {
    private static final Pattern PART = Pattern.compile("(.*)-(\\d{5})-of-(\\d{5})\\.gguf");
    private static final String ENDING = ".gguf";

    SplitName {
        parts = List.copyOf(parts);
    }

    static SplitName of(Path file) {
        String name = String.valueOf(file.getFileName());
        Matcher part = PART.matcher(name);
        if (!part.matches() || Integer.parseInt(part.group(3)) < 1) {
            return new SplitName(name.endsWith(ENDING) ? name.substring(0, name.length() - 5) : name, List.of(file));
        }
        String stem = part.group(1);
        int count = Integer.parseInt(part.group(3));
        return new SplitName(
                stem,
                IntStream.rangeClosed(1, count)
                        .mapToObj(i -> file.resolveSibling(
                                String.format(Locale.ROOT, "%s-%05d-of-%05d%s", stem, i, count, ENDING)))
                        .toList());
    }
}
