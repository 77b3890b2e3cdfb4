package org.tonari.profiles.forms;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tonari.domain.form.FigureEntry;
import org.tonari.domain.form.FigurePlace.Sort;

/// Numbers with a unit as a form holds them: `128`, `1,008.5`, `128 GB`, or full-width digits.
///
/// @param numbers one; for what a system keeps perhaps three
/// @param unit    as in a profile; one typed behind the number goes before the chosen one
record TypedFigure(List<BigDecimal> numbers, String unit) {
    private static final String NUMBER = "\\d{1,18}(?:\\.\\d{1,12})?(?:[eE][+-]?\\d{1,2})?";
    private static final Pattern FIGURE = Pattern.compile(
            "(" + NUMBER + ")(?:\\s*[–/;~-]\\s*(" + NUMBER + ")\\s*[–/;~-]\\s*(" + NUMBER + "))?\\s*([A-Za-z/%]*)");

    TypedFigure {
        numbers = List.copyOf(numbers);
    }

    /// @return what is typed, if it is a number of the sort
    static Optional<TypedFigure> of(Sort sort, FigureEntry entry) {
        String plain = Normalizer.normalize(entry.number(), Normalizer.Form.NFKC)
                .replace(",", "")
                .replace("μ", "u")
                .strip();
        Matcher matcher = FIGURE.matcher(plain);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String unit = matcher.group(4).isEmpty() ? entry.unit() : matcher.group(4);
        boolean several = matcher.group(2) != null;
        if (!FigureUnits.of(sort).contains(unit) || (several && sort != Sort.RESERVE)) {
            return Optional.empty();
        }
        var first = new BigDecimal(matcher.group(1));
        return Optional.of(new TypedFigure(
                several
                        ? List.of(first, new BigDecimal(matcher.group(2)), new BigDecimal(matcher.group(3)))
                        : List.of(first),
                unit));
    }

    /// @return the one to reckon with
    BigDecimal expected() {
        return numbers.get(numbers.size() / 2);
    }

    /// @return whether several numbers stand in their order
    boolean ascends() {
        for (int i = 1; i < numbers.size(); i++) {
            if (numbers.get(i - 1).compareTo(numbers.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }
}
