package org.tonari.engine.advice;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tonari.domain.machine.Machine;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Operation;
import org.tonari.explain.Phrase;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.explain.Term;
import org.tonari.units.Ratio;
import org.tonari.units.Unit;

/// A machine's size, weight and noise as numbers, read out of the words of its profile. What words do not say in
/// figures is unknown.
///
/// @param machine whose
record Shape(Machine machine) {
    private static final Pattern KILOGRAMS = Pattern.compile("(\\d+(?:\\.\\d+)?) kg");
    private static final Pattern DECIBELS = Pattern.compile("(\\d+(?:\\.\\d+)?) dBA?");
    private static final Pattern MILLIMETRES =
            Pattern.compile("(\\d+(?:\\.\\d+)?) × (\\d+(?:\\.\\d+)?) × (\\d+(?:\\.\\d+)?) mm");

    private static final Source DEFINITION = Source.of(Source.Kind.DERIVED, "a litre is 10^6 mm³");

    /// @return kilograms
    Answer weight() {
        return number("weight", KILOGRAMS);
    }

    /// @return decibels
    Answer noise() {
        return number("noise", DECIBELS);
    }

    /// @return litres
    Answer volume() {
        if (machine.facts().get("dimensions") instanceof Sourced.Known<String>(String words, Source source)) {
            Matcher found = MILLIMETRES.matcher(words);
            if (found.find()) {
                return Answer.of(Term.derived(
                        "volume",
                        Unit.RATIO,
                        Operation.QUOTIENT,
                        Term.derived(
                                "volume_cubic_millimetres",
                                Unit.RATIO,
                                Operation.PRODUCT,
                                side(found.group(1), source),
                                side(found.group(2), source),
                                side(found.group(3), source)),
                        Term.given("cubic_millimetres_per_litre", new Ratio(1e6), DEFINITION)));
            }
        }
        return missing("dimensions");
    }

    /// @return whether it is of the form: known only where the profile says so
    Answer form(String wanted) {
        if (machine.facts().get("form") instanceof Sourced.Known<String>(String words, Source source)) {
            return Answer.of(Term.given("form", new Ratio(words.equals(wanted) ? 1 : 0), source));
        }
        return missing("form");
    }

    private static Term side(String millimetres, Source source) {
        return Term.given("side_millimetres", new Ratio(Double.parseDouble(millimetres)), source);
    }

    private Answer number(String fact, Pattern pattern) {
        if (machine.facts().get(fact) instanceof Sourced.Known<String>(String words, Source source)) {
            Matcher found = pattern.matcher(words);
            if (found.find()) {
                return Answer.of(Term.given(fact, new Ratio(Double.parseDouble(found.group(1))), source));
            }
            return new Answer.Unknown(new MissingFact(
                    "machine.facts." + fact, Phrase.of("the profile says \"{0}\", not a number", words)));
        }
        return missing(fact);
    }

    private Answer missing(String fact) {
        return new Answer.Unknown(
                machine.facts().get(fact) instanceof Sourced.Unknown<String>(MissingFact why)
                        ? why
                        : new MissingFact("machine.facts." + fact, "no source read so far states it"));
    }
}
