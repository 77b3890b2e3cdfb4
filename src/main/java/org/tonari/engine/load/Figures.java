package org.tonari.engine.load;

import org.tonari.domain.answer.Projection.Figure;
import org.tonari.domain.answer.Projection.Measure;
import org.tonari.domain.answer.Speed;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Count;

/// Figures of the bigger questions, and the leaves they grow from.
public final class Figures {
    /// Few published rows show linked machines, training and generation, and they scatter this much.
    public static final double SLACK = 1.4;

    private static final Source CHOSEN = Source.of(Source.Kind.CHOICE, "the question");

    private Figures() {}

    /// @return a figure with the wide interval of low evidence
    public static Figure about(Measure measure, Term expected) {
        return new Figure(measure, "", around(expected));
    }

    /// @return a figure that follows from what was asked, without an interval
    public static Figure exact(Measure measure, Term expected) {
        double value = expected.value().magnitude();
        return new Figure(measure, "", new Speed.Estimated(value, expected, value));
    }

    /// @return a figure nobody can tell
    public static Figure unknown(Measure measure, MissingFact fact) {
        return new Figure(measure, "", new Speed.Unpredicted(fact));
    }

    /// @return a number with the wide interval of low evidence
    public static Speed.Estimated around(Term expected) {
        double value = expected.value().magnitude();
        return new Speed.Estimated(value / SLACK, expected, value * SLACK);
    }

    /// @return a number that was chosen
    public static Term chosen(String id, long number) {
        return Term.given(id, new Count(number), CHOSEN);
    }

    /// @return a number from a source
    public static Term count(String id, long number, Source source) {
        return Term.given(id, new Count(number), source);
    }

    /// @return a number of bytes from a source
    public static Term bytes(String id, Bytes bytes, Source source) {
        return Term.given(id, bytes, source);
    }

    /// @return the id of a term that is about something with a name of its own, such as a model
    public static String named(String name) {
        return Term.NAMED + name;
    }
}
