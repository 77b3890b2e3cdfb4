package org.tonari.profiles.requests;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tonari.explain.Phrase;
import org.tonari.profiles.tree.ProfileNode;
import org.tonari.profiles.tree.UnitTable;

/// Reads figures a person puts in place of shipped ones: `6GiB`, `250 GB/s`, `0.9`, or a number in base units.
final class OverrideWords {
    private static final Pattern PATH = Pattern.compile("[a-z][a-z0-9_]*([.-][a-z0-9_]+)*");
    private static final Pattern FIGURE = Pattern.compile("(\\d{1,18}(?:\\.\\d{1,12})?(?:[eE][+-]?\\d{1,2})?)\\s*(.*)");
    private static final Map<String, Double> FACTORS = UnitTable.allFactors();

    private OverrideWords() {}

    static Map<String, Double> read(ProfileNode words) {
        var read = new TreeMap<String, Double>();
        words.optionalField("overrides")
                .ifPresent(overrides ->
                        overrides.fields().forEach((path, figure) -> read.put(path(path, figure), figure(figure))));
        return read;
    }

    /// @return figures by path, each a number in base units
    static Map<String, Double> plain(ProfileNode figures) {
        var read = new TreeMap<String, Double>();
        figures.fields().forEach((path, figure) -> {
            if (figure.number() < 0) {
                throw figure.refused("a number of at least 0");
            }
            read.put(path(path, figure), figure.number());
        });
        return read;
    }

    private static String path(String path, ProfileNode figure) {
        if (!PATH.matcher(path).matches()) {
            throw figure.problem(
                    Phrase.of("the path \"{0}\"", path),
                    Phrase.of("a path of the WHY tree such as {0}", "machine.memory.unified.os_reserve"));
        }
        return path;
    }

    private static double figure(ProfileNode figure) {
        String text = WorkloadWords.scalar(figure);
        if (!FIGURE.matcher(text).matches()) {
            throw figure.refused("a number of at least 0, with or without a unit");
        }
        return figure(text, 1).orElseThrow(() -> figure.refused("a unit of {0}", String.join(", ", FACTORS.keySet())));
    }

    /// @param worth what a bare number counts in
    /// @return the figure in base units, if the text is one
    static Optional<Double> figure(String text, double worth) {
        Matcher matcher = FIGURE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var number = new BigDecimal(matcher.group(1));
        String unit = matcher.group(2).strip();
        return unit.isEmpty()
                ? Optional.of(times(number, worth))
                : Optional.ofNullable(FACTORS.get(unit)).map(factor -> times(number, factor));
    }

    /// Exact before it is rounded once, so that a memory said in GB is the same byte for byte as said in GiB.
    private static double times(BigDecimal number, double factor) {
        return number.multiply(BigDecimal.valueOf(factor)).doubleValue();
    }
}
