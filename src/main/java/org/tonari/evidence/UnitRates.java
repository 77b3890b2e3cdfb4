package org.tonari.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tonari.domain.evidence.Calibration;
import org.tonari.domain.evidence.Calibration.Entry;
import org.tonari.domain.evidence.Calibration.Parameter;
import org.tonari.domain.evidence.Calibration.Scope;
import org.tonari.explain.Source;
import org.tonari.explain.Term;

/// The engine's own formulas with every rate at one: what each rate would be multiplied by.
///
/// Speed is linear in the rates, so the parts of a time computed this way *are* the features of a linear fit; there is
/// no second copy of the formula that could drift.
final class UnitRates {
    private static final String PATH = "calibration.";

    private UnitRates() {}

    /// @param rates  names of linear rates, each set to one
    /// @param others rates that are not linear, as they are
    static Calibration calibration(Set<String> rates, Map<String, Double> others) {
        Map<String, Parameter> parameters =
                rates.stream().collect(Collectors.toMap(name -> name, _ -> new Parameter(1, 0)));
        others.forEach((name, value) -> parameters.put(name, new Parameter(value, 0)));
        var entry = new Entry(
                Scope.OVERALL,
                "",
                "",
                "",
                parameters,
                0,
                List.of(),
                Source.of(Source.Kind.DERIVED, "every rate at one"));
        return new Calibration(List.of(entry), List.of());
    }

    /// @param time a sum computed with unit rates
    /// @return seconds by rate
    static Map<String, Double> features(Term time) {
        var features = new HashMap<String, Double>();
        for (Term part : ((Term.Derived) time).parts()) {
            rate(part).ifPresent(rate -> features.merge(rate, part.value().magnitude(), Double::sum));
        }
        return features;
    }

    private static Optional<String> rate(Term term) {
        return switch (term) {
            case Term.Given given ->
                given.path().startsWith(PATH) ? Optional.of(given.path().substring(PATH.length())) : Optional.empty();
            case Term.Derived derived ->
                derived.parts().stream().flatMap(part -> rate(part).stream()).findFirst();
        };
    }
}
