package org.tonari.engine.speed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tonari.domain.evidence.Calibration.Entry;
import org.tonari.domain.evidence.Calibration.Parameter;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Ratio;
import org.tonari.units.Seconds;

/// The parameters that bear on a machine under a runtime, each from the nearest scope that has it. Immutable.
final class FittedRates {
    private final List<Entry> nearestFirst;
    private final Map<String, Fitted> prepared;

    /// One parameter of the nearest scope.
    ///
    /// @param entry      the scope
    /// @param parameter  its value
    /// @param efficiency the share of a peak it stands for, `1 ÷` its value, where that is above 0
    /// @param time       the time it stands for
    record Fitted(Entry entry, Parameter parameter, Optional<Term> efficiency, Term time) {}

    private FittedRates(List<Entry> nearestFirst, Map<String, Fitted> prepared) {
        this.nearestFirst = nearestFirst;
        this.prepared = prepared;
    }

    /// @return rates that are looked up as they are asked for: for a few questions
    static FittedRates of(List<Entry> nearestFirst) {
        return new FittedRates(nearestFirst, Map.of());
    }

    /// @return the same with all parameters prepared: for many questions
    FittedRates prepared() {
        var all = new HashMap<String, Fitted>();
        for (Entry entry : nearestFirst) {
            entry.parameters().forEach((name, parameter) -> all.putIfAbsent(name, fitted(name, entry, parameter)));
        }
        return new FittedRates(nearestFirst, all);
    }

    List<Entry> nearestFirst() {
        return nearestFirst;
    }

    /// @return the parameter of that name in the nearest scope that has one
    Optional<Fitted> nearest(String name) {
        @Nullable Fitted known = prepared.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        for (Entry entry : nearestFirst) {
            Parameter parameter = entry.parameters().get(name);
            if (parameter != null) {
                return Optional.of(fitted(name, entry, parameter));
            }
        }
        return Optional.empty();
    }

    private static Fitted fitted(String name, Entry entry, Parameter parameter) {
        Source fit = entry.source();
        var source = new Source(fit.kind(), fit.citation(), fit.date(), parameter.rows() + " measured rows");
        String path = "calibration." + name;
        Optional<Term> efficiency = parameter.value() > 0
                ? Optional.of(Term.given("efficiency", new Ratio(1 / parameter.value()), source, path))
                : Optional.empty();
        return new Fitted(
                entry, parameter, efficiency, Term.given("time_each", new Seconds(parameter.value()), source, path));
    }
}
